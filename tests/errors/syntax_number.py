first = 12
second = 12abc  # error: [syntax-error]
print(first, second)
