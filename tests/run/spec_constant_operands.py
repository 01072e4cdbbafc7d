"""Typed ops whose operands are all known when they are compiled."""


def divide():
    p = (0.1 if [] else 0) % 0
    return [p + p for _ in "abc"]


def truncate(x):
    y = x
    for _ in range(3):
        y = divmod(1e-300, any([64]))[0] % int(-17.584).bit_length()
    return y


def compare():
    n = 0
    for _ in range(3):
        if 1.5 < 2.5 and not 3 > 4 and float(7) == 7 and abs(-2.0) != 2 and min(1, 2) == 1:
            n += 1
    return n, round(1.0 % True), 5 // 2.0, -7 % 3


for function in (divide, lambda: truncate(1), compare):
    try:
        print(function())
    except ZeroDivisionError as error:
        print(error)
