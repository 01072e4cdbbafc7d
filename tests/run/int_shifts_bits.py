"""Shifts and bitwise operators on small, negative and large integers; two's complement semantics."""


def shifts():
    for n in (1, -1, 5, -5, 0, 2 ** 62, -(2 ** 62), 2 ** 64 + 1):
        print(n, [n << s for s in (0, 1, 31, 33)], [n >> s for s in (0, 1, 31, 63, 200)])


def cross_the_word():
    value = 1
    for _ in range(70):
        value <<= 1
    print(value, value.bit_length())
    for _ in range(70):
        value >>= 1
    print(value)
    value = -1
    for step in range(0, 130, 13):
        print(step, value << step, (value << step) >> step)


def bitwise():
    pairs = [(12, 10), (-12, 10), (12, -10), (-12, -10), (2 ** 65 + 3, -4), (-(2 ** 70), 2 ** 70 - 1),
             (-1, 2 ** 100), (0, -(2 ** 90))]
    for a, b in pairs:
        print(a & b, a | b, a ^ b, ~a)
        assert (a & b) + (a | b) == a + b
        assert a ^ b == (a | b) - (a & b)


def popcounts():
    for n in (0, 1, -1, 255, -256, 2 ** 64 - 1, -(2 ** 64), 3 ** 100):
        print(n.bit_length(), n.bit_count(), end=" | ")
    print()


def huge_counts():
    print(0 << 10 ** 6)
    print(5 >> 10 ** 20, -5 >> 10 ** 20)
    try:
        print(1 << -5)
    except ValueError as error:
        print(error)
    try:
        print(1 >> -(10 ** 30))
    except ValueError as error:
        print(error)
    try:
        print(2 << 1.0)
    except TypeError as error:
        print(error)


def gray_code(bits):
    return [format(i ^ (i >> 1), f"0{bits}b") for i in range(1 << bits)]


def parity(n):
    result = False
    while n:
        result = not result
        n &= n - 1
    return result


shifts()
cross_the_word()
bitwise()
popcounts()
huge_counts()
print(gray_code(4))
print([parity(n) for n in (0, 1, 3, 7, 2 ** 80 - 1, 2 ** 81 - 1)])
print(True << 3, True & 6, True | False, True ^ True, type(True ^ True), type(True & 1))
