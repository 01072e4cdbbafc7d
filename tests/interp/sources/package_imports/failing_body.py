class X:
    y = 1 / 0
