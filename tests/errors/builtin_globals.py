setting = 1


def names():
    return sorted(globals())  # error: [unsupported-builtin]


print(names())
