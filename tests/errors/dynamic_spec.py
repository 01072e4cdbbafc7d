# The import system's names exist only where there is an import system.
print(__name__)
print(__spec__)  # error: [unsupported-dynamic]


def loader():
    return __loader__  # error: [unsupported-dynamic]
