def show(name, width):
    return f"{name!r:>{width}} {width=}" + "%s: %5r" % (name, width)
