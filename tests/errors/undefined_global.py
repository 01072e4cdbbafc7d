def total(values):
    result = 0
    for value in values:
        result += valeu  # error: [undefined-name]
    return result


print(total([1, 2]))
