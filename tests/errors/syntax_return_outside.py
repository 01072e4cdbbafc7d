values = [1, 2, 3]
if len(values) > 2:
    return values  # error: [syntax-error]
print(values)
