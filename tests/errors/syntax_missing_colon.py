def check(values):
    for value in values:
        if value > 3  # error: [syntax-error]
            return value
    return None


print(check([1, 5]))
