def combine(first=1, second):  # error: [syntax-error]
    return first, second


print(combine(1, 2))
