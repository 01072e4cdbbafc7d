def choose(a, b, c):
    if not (a or b in c) or a is None:
        return a < b < c
    x = a and b
    return x if a == 1 else not b
