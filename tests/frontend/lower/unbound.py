def maybe(flag):
    if flag:
        x = 1
    print(x, x)
    del x
    return x
