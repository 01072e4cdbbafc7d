def ready():
    from later import value
    return value()
