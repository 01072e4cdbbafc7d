def combine(first, **rest):
    return first, rest


print(combine(1, name="a", name="b"))  # error: [syntax-error]
