"""Floating-point arithmetic whose exact results are known: error-free transformations, sums, powers of two."""

import math


def two_sum(a, b):
    """Knuth's TwoSum: the rounded sum and its exact error."""
    s = a + b
    bb = s - a
    return s, (a - (s - bb)) + (b - bb)


def split(a):
    c = 134217729.0 * a
    high = c - (c - a)
    return high, a - high


def two_product(a, b):
    """Dekker's product: the rounded product and its exact error."""
    p = a * b
    ah, al = split(a)
    bh, bl = split(b)
    return p, ((ah * bh - p) + ah * bl + al * bh) + al * bl


def kahan(values):
    total = compensation = 0.0
    for v in values:
        y = v - compensation
        t = total + y
        compensation = (t - total) - y
        total = t
    return total


def pairwise(values):
    if len(values) <= 2:
        return sum(values)
    middle = len(values) // 2
    return pairwise(values[:middle]) + pairwise(values[middle:])


def exact_fraction(x):
    n, d = x.as_integer_ratio()
    return n, d


PAIRS = [
    (0.1, 0.2),
    (1e16, 1.0),
    (1e-16, 1.0),
    (1 / 3, 2 / 3),
    (-0.1, 0.1),
    (3.14, 2.71),
    (1e300, 1e284),
    (5e-324, 1.0),
]
for a, b in PAIRS:
    s, e = two_sum(a, b)
    an, ad = exact_fraction(a)
    bn, bd = exact_fraction(b)
    sn, sd = exact_fraction(s)
    en, ed = exact_fraction(e)
    assert (an * bd + bn * ad) * sd * ed == (sn * ed + en * sd) * ad * bd
    print(a, b, s, e, a - b, a * b, a / b)
for a, b in PAIRS[:6]:
    p, e = two_product(a, b)
    print(p, e, a * b == p)

tenths = [0.1] * 1000
print(sum(tenths), kahan(tenths), pairwise(tenths), math.fsum(tenths))
loop = 0.0
for v in tenths:
    loop += v
print(loop, loop == 100.0, loop - 100.0)
harmonic = [1 / n for n in range(1, 2000)]
print(kahan(harmonic), kahan(harmonic[::-1]), pairwise(harmonic), math.fsum(harmonic))
epsilon = 1.0
while 1.0 + epsilon / 2 != 1.0:
    epsilon /= 2
print(epsilon, 1.0 + epsilon, 1.0 - epsilon / 2, 2.0**-52 == epsilon)
smallest, count = 1.0, 0
while smallest / 2 > 0.0:
    smallest /= 2
    count += 1
print(smallest, count)
largest = (2 - 2.0**-52) * 2.0**1023
print(largest, largest * 2, -largest * 2, largest + largest * 2.0**-54, largest + 2.0**970)
print([2.0**n for n in (-1074, -1022, -1, 0, 1, 10, 53, 100, 1023)])
print(
    0.1 + 0.7,
    0.1 * 3,
    1.1 + 2.2,
    0.3 - 0.1,
    1 - 0.9,
    4.35 * 100,
    1.1 * 1.1,
    0.1**2,
    1e16 + 2.9999,
    9007199254740993.0,
    0.5 - 0.4 - 0.1,
    1.4 * 3,
    2.3 * 3,
    100 * 1.1,
)
print(
    -0.0 == 0.0,
    -0.0 + -0.0,
    0.0 * -5,
    -(0.0),
    0.0 - 0.0,
    -0.0 - 0.0,
    0 * -1.0,
    min(0.0, -0.0),
    max(-0.0, 0.0),
    abs(-0.0),
    -0.0 // 1,
    -0.0 % 5,
    -1.0 % 1.0,
    5.0 % -1.0,
)
x, orbit = 0.5, []
for _ in range(60):
    x = 3.9 * x * (1 - x)
    orbit.append(x)
print(orbit[:3], orbit[-1])
y = 2.0
for _ in range(30):
    y = y**0.5
for _ in range(30):
    y = y * y
print(y)
print(
    (0.1).as_integer_ratio(),
    (1e-300).hex(),
    (0.1).hex(),
    float.fromhex("0x1.999999999999ap-4") == 0.1,
    3 * 0.1 - 0.3,
    math.ulp(0.1),
    math.nextafter(0.1, 1),
    math.nextafter(0.0, -1),
)
