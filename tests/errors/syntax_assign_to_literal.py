limit = 5
5 = limit  # error: [syntax-error]
print(limit)
