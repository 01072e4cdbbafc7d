from pickle import dumps, loads  # error: [unsupported-module]


def copy(value):
    return loads(dumps(value))


print(copy([1]))
