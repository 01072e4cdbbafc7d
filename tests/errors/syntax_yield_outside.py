values = [1, 2, 3]
for value in values:
    yield value  # error: [syntax-error]
