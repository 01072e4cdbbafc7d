first, *middle, *rest = range(10)  # error: [syntax-error]
print(first, middle, rest)
