def count(values):
    n := len(values)  # error: [syntax-error]
    return n


print(count([1]))
