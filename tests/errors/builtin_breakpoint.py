def risky(value):
    if value is None:
        breakpoint()  # error: [unsupported-builtin]
    return value


print(risky(1))
