"""pow with two and three arguments, round, divmod, int(float), abs at the limits, int and bool arithmetic in loops."""


def powers(base, exponents):
    out = []
    for e in exponents:
        try:
            out.append(base**e)
        except (ZeroDivisionError, OverflowError) as error:
            out.append(f"{type(error).__name__}: {error}")
    return out


for base in (0, 1, -1, 2, -2, 3, 10, True, False, 0.0, -0.0, 2.0, 0.5):
    print(base, powers(base, [0, 1, 2, 3, 31, 63, 64, -1, -2, True]))
print(powers(10.0, [308, 309, 400, -400]), powers(10, [18, 19, 20]), powers(-3037000500, [2, 3]))


def modular(cases):
    for a, b, m in cases:
        try:
            print(a, b, m, "->", pow(a, b, m))
        except (ValueError, TypeError, ZeroDivisionError) as error:
            print(a, b, m, type(error).__name__, error)


modular([(3, 200, 13), (3, 200, -13), (-3, 201, 13), (2**40, 2**20, 2**61 - 1), (3, -1, 7), (2, -1, 4), (5, 0, 1), (5, 3, 0)])
modular([(2, 3, None), (2.0, 3, 5), (2, 3.0, 5), (True, True, 2), (7, -3, 10**30 + 57), (0, 0, 5), (0, 0, -1)])


def squares(n):
    total = 0
    for i in range(n):
        total += i**2 - (i - 1) ** 2 + (-i) ** 3
    return total


print(squares(3000), squares(2000000 // 1000))


def truncate(values):
    for v in values:
        try:
            print(repr(v), int(v), round(v), v // 1)
        except (ValueError, OverflowError) as error:
            print(repr(v), type(error).__name__, error)


truncate([0.5, 1.5, 2.5, -0.5, -1.5, -0.0, 2.675, 1e15 + 0.5, 2.0**53, 2.0**63, -(2.0**63), 1e22, 1e300 / 1e280, 4503599627370497.5])
truncate([float("inf"), float("-inf"), float("nan")])
try:
    round(float("inf"))
except OverflowError as error:
    print(error)
print(round(2.675, 2), round(-2.5), round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5, 3), round(1e300, 5), round(True))
print(round(2**63, -1), round(1.5, None), round(-0.4), round(-0.4, 0), type(round(1.0)).__name__, type(round(1.0, 0)).__name__, round(7, -5))


def absolute(values):
    return [abs(v) for v in values]


print(absolute([-(2**31), -(2**47), -(2**48), -(2**63), -(2**63) - 1, -0.0, -1.5, True, float("-inf")]))
print([-v for v in (-(2**47), 2**47, -(2**63), 2**63, True, False, 0.0)], [+v for v in (True, -0.0, 2**64)])


def truths(values):
    """bool arithmetic gives ints; counts of comparisons are sums of bools."""
    yes = no = 0
    for v in values:
        yes += v > 2
        no -= v <= 2
    return yes, no, yes * True, no - False, True + True, True / True, True // True, -True, True * "ab", True == 1.0


print(truths(range(1000)), truths([True, 2.5, 3]), sum([True] * 5), True + 2**63, min(True, 0), max(True, 1), max(1, True), [5, 6][True])
for a, b in ((7, 2), (-7, 2), (7, -2.0), (7.5, 2), (True, 2), (2**63, 10), (-(2**63), 10), (-0.0, 3), (5, float("inf")), (-5, float("inf"))):
    print(a, b, divmod(a, b))
print(int("9" * 19) + 1, int("-9223372036854775808") - 1, int(True), int(-7.9), float(2**63 - 1), float(2**53 + 1), int(float(2**53 + 1)))
try:
    float(10**400)
except OverflowError as error:
    print(error)
