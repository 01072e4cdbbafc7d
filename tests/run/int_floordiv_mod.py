"""Floor division and modulo for every combination of signs, small and large."""

SMALL = [-9, -8, -7, -3, -1, 1, 3, 7, 8, 9]
BIG = 10 ** 25 + 7


def table():
    for a in (-9, -8, 0, 8, 9):
        row = []
        for b in SMALL:
            q, r = a // b, a % b
            assert q * b + r == a
            assert divmod(a, b) == (q, r)
            assert r == 0 or (r < 0) == (b < 0)
            row.append(f"{q}r{r}")
        print(f"{a:>3}", *row)


def large():
    for a in (BIG, -BIG, BIG * BIG, -BIG * BIG + 1):
        for b in (3, -3, 2 ** 40, -(2 ** 40), BIG - 1, -BIG, 10 ** 60, -(10 ** 60)):
            q, r = divmod(a, b)
            assert q * b + r == a and abs(r) < abs(b)
            print(q, r)


def boundaries():
    minimum = -2 ** 63
    print(minimum // -1, minimum % -1)
    print(minimum // 1, minimum % 1)
    print((minimum + 1) // -1)
    print(2 ** 63 // -2, -(2 ** 63) // 2 ** 62)
    print((2 ** 47) // -1, (-2 ** 47) // -1, -(2 ** 31) // -1)


def with_bools_and_floats():
    print(True // True, True % 2, False // 5, -True // 2, -True % 7)
    print(7 // 2.0, -7 // 2.0, 7 % -2.0, -7 % 2.5, 7.5 // -2)
    print(0 // 5, 0 % -5, -0 % 3)


def remainder_loop(n):
    digits = []
    while n:
        n, d = divmod(n, 7)
        digits.append(d)
    return digits[::-1]


def errors():
    for a, b in ((5, 0), (BIG, 0), (5.0, 0), (5, 0.0), (0, 0)):
        try:
            print(a // b)
        except ZeroDivisionError as error:
            print("//", error)
        try:
            print(a % b)
        except ZeroDivisionError as error:
            print("%", error)
        try:
            print(divmod(a, b))
        except ZeroDivisionError as error:
            print("divmod", error)


table()
large()
boundaries()
with_bools_and_floats()
print(remainder_loop(123456789), remainder_loop(7 ** 30 - 1))
errors()
