"""Rounding, truncation, floor and ceil over ints, floats, bools and negative digits; banker's rounding."""

import math

VALUES = [
    0.5,
    1.5,
    2.5,
    -0.5,
    -1.5,
    -2.5,
    2.675,
    1.005,
    1e-10,
    123.456,
    -123.456,
    1e15 + 0.5,
    5e-324,
    0.1 + 0.2,
    99.995,
    2.5000000001,
    1e16,
    -0.0,
]
for v in VALUES:
    print(v, round(v), [round(v, d) for d in (-2, -1, 0, 1, 2, 5)], math.floor(v), math.ceil(v), math.trunc(v), int(v))
INTS = [0, 4, 5, 6, 15, 25, 35, -15, -25, 149, 150, 151, 250, 12345, -12355, 10**20 + 5 * 10**9, True]
for n in INTS:
    print(n, [round(n, d) for d in (2, 0, -1, -2, -3, -10)], type(round(n, -1)).__name__, round(n))
print(
    round(10**30 + 15, -1),
    round(-(10**30) - 25, -1),
    round(2**63, -3),
    round(2**63 - 1, -1),
    round(5, -1),
    round(15, -1),
    round(-5, -1),
    round(6, -1),
    round(50, -2),
    round(150, -2),
    round(1, -400),
)
print(
    type(round(1.5)).__name__,
    type(round(1.5, 0)).__name__,
    type(round(1.5, None)).__name__,
    round(1.5, 400),
    round(1.5, -400),
    round(1e308, -308),
    round(9.99e307, -308),
    round(5e307, -308),
)
try:
    print(round(1.7e308, -308))
except OverflowError as error:
    print(error)
print(
    f"{0.5:.0f} {1.5:.0f} {2.5:.0f} {-0.5:.0f} {0.05:.1f} {0.15:.1f} {0.25:.1f} {0.35:.1f} {2.675:.2f} {1.005:.2f} {0.000125:.5f}"
)
print(
    "%.0f %.0f %.0f %.2f %.1f" % (0.5, 1.5, 2.5, 2.675, 0.25),
    format(1e22, ".0f"),
    format(123456789.987, ".3e"),
    "%.3g" % 0.00012345,
    "%.10g" % (2 / 3),
)
for x in (7, -7, 7.5, -7.5, 0):
    for y in (2, -2, 0.5, 3):
        q, r = divmod(x, y)
        assert q * y + r == x
        assert r == 0 or (r > 0) == (y > 0)
        print((q, r), math.fmod(x, y), end=" ")
    print()


def half_up(x, digits=0):
    factor = 10**digits
    return math.floor(x * factor + 0.5) / factor


def half_even(n, step):
    q, r = divmod(n, step)
    if 2 * r > step or (2 * r == step and q % 2):
        q += 1
    return q * step


def significant(x, n):
    if x == 0:
        return 0.0
    return round(x, n - 1 - math.floor(math.log10(abs(x))))


def to_cents(amounts):
    """Distributes rounding so that the parts add up to the rounded total."""
    floors = [math.floor(a * 100) for a in amounts]
    missing = round(sum(amounts) * 100) - sum(floors)
    order = sorted(range(len(amounts)), key=lambda i: floors[i] - amounts[i] * 100)
    for i in order[:missing]:
        floors[i] += 1
    return floors


print(
    [half_up(v) for v in (0.5, 1.5, 2.5, -0.5, -1.5)],
    half_up(2.345, 2),
    [half_even(n, 10) for n in (5, 15, 25, 26, -5, -15)],
    all(half_even(n, 10) == round(n, -1) for n in range(-200, 200)),
)
print(
    [significant(x, 3) for x in (123456.0, 0.00123456, -9.9999, 0, 1e100)],
    to_cents([1 / 3, 1 / 3, 1 / 3]),
    to_cents([0.125, 0.125]),
    to_cents([]),
)
print(
    [math.floor(x) for x in (2**53 + 0.0, -(2.0**60), 1e300)] == [2**53, -(2**60), int(1e300)],
    math.ceil(-0.5),
    math.floor(True),
    math.ceil(5),
    math.trunc(-7),
    math.floor(10**30),
)
print(
    math.isqrt(99),
    math.isqrt(10**40),
    math.sqrt(10**40),
    math.gcd(12, -18, 27),
    math.gcd(),
    math.lcm(4, 6, 10),
    math.lcm(),
    math.comb(50, 25),
    math.perm(10, 3),
    math.factorial(25),
    math.prod([1, 2, 3.5]),
    math.prod([]),
    math.fsum([0.1] * 10),
    sum([0.1] * 10),
    math.hypot(3, 4),
    math.dist([0, 0], [1, 1]) == math.sqrt(2),
)
print(
    math.frexp(10.0),
    math.ldexp(0.625, 4),
    math.modf(3.75),
    math.modf(-0.5),
    math.copysign(5, -0.0),
    math.nextafter(1.0, 2.0),
    math.ulp(1.0),
    math.isclose(0.1 + 0.2, 0.3),
    math.isclose(1, 1.1, rel_tol=0.2),
    round(math.cbrt(27), 9),
    math.degrees(math.pi),
    math.log2(8),
    math.log10(1000),
    math.log(8, 2),
    math.exp2(10),
    math.floor(-0.0),
    math.sumprod([1, 2], [3, 4]),
)
for bad in (
    lambda: math.sqrt(-1),
    lambda: math.log(0),
    lambda: math.log(-1),
    lambda: math.isqrt(-1),
    lambda: math.factorial(-1),
    lambda: math.factorial(1.5),
    lambda: math.comb(3, -1),
    lambda: math.gcd(1.5),
    lambda: math.sqrt("x"),
    lambda: math.floor("x"),
    lambda: math.exp(1000),
    lambda: math.fmod(1, 0),
    lambda: math.pow(0, -1),
    lambda: math.acos(2),
    lambda: math.ldexp(1.0, 5000),
    lambda: math.dist([1], [1, 2]),
    lambda: math.perm(5, -1),
    lambda: math.sumprod([1], [1, 2]),
    lambda: math.trunc("x"),
    lambda: math.log(10, 1),
    lambda: round("5"),
    lambda: math.remainder(1, 0),
    lambda: math.sin(float("inf")),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
