def combine(first, second, first):  # error: [syntax-error]
    return first, second


print(combine(1, 2, 3))
