values = [1, 2]
copy = *values  # error: [syntax-error]
print(copy)
