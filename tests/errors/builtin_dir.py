setting = 1


def names():
    here = dir()  # error: [unsupported-builtin]
    return here


print(names())
