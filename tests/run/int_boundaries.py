"""Arithmetic that steps over every boundary a representation may have."""

EXPONENTS = (30, 31, 32, 46, 47, 48, 52, 53, 54, 60, 62, 63, 64, 65, 127, 128)


def neighbourhood(exponent):
    p = 2 ** exponent
    return [p - 2, p - 1, p, p + 1, -p - 1, -p, -p + 1]


def step_over():
    for e in EXPONENTS:
        p = 1 << e
        x = p - 1
        x += 1
        assert x == p, e
        x -= 1
        assert x == p - 1 and x < p
        y = -p
        y -= 1
        assert y == -(p + 1)
        y += 1
        assert y == -p and -y == p and abs(y) == p
        print(e, x, y, x + y, x - y, x ^ y, x & y)


def products():
    for a in (2 ** 31, -(2 ** 31), 2 ** 32 - 1, 3037000499, 3037000500, -3037000500, 2 ** 47 - 1):
        print(a, a * a, a * -a, a * (a + 1), a * a // a == a, (a * a) % (a - 1))


def sums_that_overflow():
    total = 0
    for e in range(60, 68):
        total += 2 ** e - 1
        print(total, end=" ")
    print()
    total = 2 ** 63 - 5
    seen = []
    while total < 2 ** 63 + 5:
        seen.append(total - 2 ** 63)
        total += 3
    print(seen)


def negate_and_abs():
    for n in (-(2 ** 63), 2 ** 63, -(2 ** 47), -(2 ** 31), -(2 ** 48)):
        print(-n, abs(n), ~n, - - n, n * -1, 0 - n)


def compare_all():
    values = sorted(v for e in EXPONENTS for v in neighbourhood(e))
    assert all(a < b or a == b for a, b in zip(values, values[1:]))
    print(len(values), len(set(values)), values[0], values[-1])
    print([v for v in values if -(2 ** 31) - 2 < v < 2 ** 31 + 2])


def countdown(start, steps):
    while steps:
        start -= 1
        steps -= 1
    return start


def wide_range():
    print(list(range(2 ** 63 - 2, 2 ** 63 + 2)))
    print(list(range(-(2 ** 63) + 1, -(2 ** 63) - 3, -2)))
    print([2 ** 47 - 1 + i for i in range(3)], sum(range(2 ** 47 - 3, 2 ** 47 + 3)))


step_over()
products()
sums_that_overflow()
negate_and_abs()
compare_all()
print(countdown(2 ** 64, 3), countdown(-(2 ** 63) + 1, 3), countdown(-(2 ** 47) + 1, 3))
wide_range()
