def first(values):
    result = values[0]
      result += 1  # error: [syntax-error]
    return result


print(first([1]))
