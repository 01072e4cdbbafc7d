def first(values):
    if values:
        result = values[0]
      result = None  # error: [syntax-error]
    return result


print(first([1]))
