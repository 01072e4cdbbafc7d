def load(name):
    return __import__(name)  # error: [unsupported-builtin]


print(load("math").pi)
