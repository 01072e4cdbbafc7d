def combine(first, second):
    return first, second


print(combine(first=1, 2))  # error: [syntax-error]
