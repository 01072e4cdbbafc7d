values = {"a": 1}
del values["a"], 5  # error: [syntax-error]
print(values)
