def calculate(text):
    return eval(text)  # error: [unsupported-builtin]


print(calculate("1 + 2"))
