"""Elementary functions to ten significant digits, identities between them, and special arguments."""

import math

INF, NAN = math.inf, math.nan


def g(x):
    return f"{x:.10g}"


ONE = [
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
    "sinh",
    "cosh",
    "tanh",
    "asinh",
    "atanh",
    "exp",
    "expm1",
    "log1p",
    "erf",
    "erfc",
    "gamma",
    "lgamma",
    "sqrt",
    "cbrt",
    "exp2",
    "radians",
    "degrees",
]
for name in ONE:
    function = getattr(math, name)
    row = []
    for x in (0.0, 0.5, -0.25, 0.9):
        try:
            row.append(g(function(x)))
        except ValueError as error:
            row.append(str(error))
    print(name, *row)
for name in ("log", "log2", "log10", "acosh"):
    print(name, *[g(getattr(math, name)(x)) for x in (1, 1.5, 2, 10, 1e100)])
print([g(math.atan2(y, x)) for y in (0.0, -0.0, 1, -1) for x in (1, -1, 0.0, -0.0)])
print(
    [
        g(math.pow(a, b))
        for a, b in (
            (2, 0.5),
            (2, -3),
            (-2, 3),
            (0, 0),
            (1, NAN),
            (NAN, 0),
            (INF, -1),
            (-INF, 3),
            (0.5, INF),
            (-1, INF),
        )
    ]
)
print(
    [g(math.hypot(*args)) for args in ((3, 4), (1, 1, 1), (), (-2,), (INF, NAN), (1e200, 1e200))],
    g(math.dist((1, 2, 3), (4, 6, 3))),
    [math.copysign(a, b) for a, b in ((1, -0.0), (-2, 1), (INF, -1))],
)
print(
    [math.fmod(a, b) for a, b in ((7, 3), (-7, 3), (7, -3), (5.5, 2), (1, INF))],
    [math.remainder(a, b) for a, b in ((7, 3), (8, 3), (5, 2), (-5, 2))],
    [math.modf(x) for x in (2.5, -2.5, INF, 0.0)],
    [math.frexp(x) for x in (8, 0.1, -3, 0.0)],
    [math.ldexp(m, e) for m, e in ((0.5, 4), (1, -1074), (0.75, 0))],
)

for x in (0.1, 0.7, 1.3, 2.9):
    assert math.isclose(math.sin(x) ** 2 + math.cos(x) ** 2, 1)
    assert math.isclose(math.exp(math.log(x)), x) and math.isclose(
        math.log(x) / math.log(10), math.log10(x), abs_tol=1e-15
    )
    assert math.isclose(math.tan(x), math.sin(x) / math.cos(x)) and math.isclose(
        math.sinh(x), (math.exp(x) - math.exp(-x)) / 2
    )
    assert math.isclose(math.gamma(x + 1), x * math.gamma(x)) and math.isclose(math.erf(x) + math.erfc(x), 1)
    assert math.isclose(math.atan(x) + math.atan(1 / x), math.pi / 2) and math.isclose(math.cbrt(x) ** 3, x)
print(math.pi, math.e, math.tau, math.inf, math.nan, g(math.exp(1) - math.e), math.tau == 2 * math.pi)


def taylor_sin(x, terms=20):
    total, term = 0.0, x
    for n in range(1, terms):
        total += term
        term *= -x * x / ((2 * n) * (2 * n + 1))
    return total


def agm_pi(steps=4):
    a, b, t, p = 1.0, 1 / math.sqrt(2), 0.25, 1.0
    for _ in range(steps):
        a_next = (a + b) / 2
        b = math.sqrt(a * b)
        t -= p * (a - a_next) ** 2
        a, p = a_next, 2 * p
    return (a + b) ** 2 / (4 * t)


def integrate(f, low, high, n=200):
    h = (high - low) / n
    return h / 3 * sum((1 if i in (0, n) else 4 if i % 2 else 2) * f(low + i * h) for i in range(n + 1))


def bisect(f, low, high):
    while high - low > 1e-13:
        middle = (low + high) / 2
        if (f(low) < 0) == (f(middle) < 0):
            low = middle
        else:
            high = middle
    return low


print(
    g(taylor_sin(1.0)),
    g(math.sin(1.0)),
    g(agm_pi()),
    g(integrate(math.sin, 0, math.pi)),
    g(integrate(lambda x: math.exp(-x * x), -5, 5)),
    g(bisect(lambda x: math.cos(x) - x, 0, 1)),
    g(bisect(lambda x: x**3 - 2, 0, 2)),
)
print(
    [math.isnan(x) for x in (NAN, INF, 1)],
    [math.isinf(x) for x in (NAN, -INF, 1)],
    [math.isfinite(x) for x in (NAN, INF, 1, 10**300)],
    math.isclose(INF, INF),
    math.isclose(NAN, NAN),
    math.isclose(0, 1e-12),
    math.isclose(0, 1e-12, abs_tol=1e-9),
    math.floor(1e300) == int(1e300),
)
for name, args in (
    ("sqrt", (-1,)),
    ("log", (0,)),
    ("log", (-1, 2)),
    ("log2", (-1,)),
    ("acos", (1.5,)),
    ("atanh", (1,)),
    ("gamma", (-1,)),
    ("gamma", (0,)),
    ("lgamma", (0,)),
    ("exp", (710,)),
    ("pow", (-2, 0.5)),
    ("pow", (0, -1)),
    ("cosh", (1000,)),
    ("sin", (INF,)),
    ("fmod", (INF, 1)),
    ("ldexp", (1, 2000)),
    ("sin", ("x",)),
    ("sin", ()),
    ("atan2", (1,)),
    ("log", (10, 1)),
    ("isclose", (1, 2, 3)),
    ("hypot", ("x",)),
    ("factorial", (-1,)),
    ("exp", (None,)),
    ("gamma", (200,)),
    ("expm1", (1000,)),
    ("log1p", (-1,)),
    ("ldexp", (1.0, 1.5)),
    ("pow", (10, 400)),
    ("log", (10**400,)),
    ("sqrt", (10**400,)),
):
    try:
        print(name, args if len(str(args)) < 40 else "big", g(getattr(math, name)(*args)))
    except (ValueError, TypeError, ArithmeticError) as error:
        print(name, args if len(str(args)) < 40 else "big", type(error).__name__, error)
