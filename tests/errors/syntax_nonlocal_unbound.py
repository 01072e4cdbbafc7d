def outer():
    def inner():
        nonlocal missing  # error: [syntax-error]
        missing = 1
    inner()


outer()
