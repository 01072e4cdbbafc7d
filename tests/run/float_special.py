"""Infinities, NaN and signed zeros in arithmetic, comparison and containers."""

import math

inf = float("inf")
nan = float("nan")

print(inf, -inf, nan, inf - inf, inf * 0, inf / inf, 1 / inf, -1 / inf, inf + 1, inf // 1)
print(0.0 == -0.0, str(-0.0), -0.0 + 0.0, 0.0 - 0.0, -0.0 - 0.0, 0.0 * -1, 5 % -5.0, -5 % 5.0, -0.0 + 0, abs(-0.0))
print(math.copysign(1, -0.0), math.copysign(3, 0.0), math.copysign(2.5, -inf))

for a in (nan, inf, -inf, 0.0, 1.0):
    row = []
    for b in (nan, inf, -inf, 0.0, 1.0):
        row.append("".join("TF"[not r] for r in (a < b, a <= b, a == b, a != b, a > b, a >= b)))
    print(a, row)

print(
    nan == nan,
    nan is nan,
    nan in [nan],
    [nan] == [nan],
    (nan,) == (nan,),
    {nan: 1} == {nan: 1},
    [nan].count(nan),
    [nan].index(nan),
)
other = float("nan")
print(len([nan, other]), len({nan, nan}))
print(min(nan, 1.0) != min(nan, 1.0), min(1.0, nan), max(1.0, nan), sorted([3.0, 1.0, inf, -inf]))
print(bool(nan), bool(-0.0), bool(5e-324), not nan)
print(math.isnan(nan), math.isinf(-inf), math.isfinite(1e308), math.isfinite(nan), math.isnan(5))


def attempt(thunk):
    try:
        print(thunk())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: int(nan))
attempt(lambda: int(inf))
attempt(lambda: round(nan))
attempt(lambda: round(-inf))
attempt(lambda: round(inf, 2))
attempt(lambda: nan.as_integer_ratio())
attempt(lambda: inf.as_integer_ratio())
attempt(lambda: 1.0 / 0.0)
attempt(lambda: 1.0 // 0.0)
attempt(lambda: 1.0 % 0.0)
attempt(lambda: 0.0**-2.0)
attempt(lambda: 2.0**1024)
attempt(lambda: 1e200 * 1e200)
attempt(lambda: math.sqrt(-1))
attempt(lambda: math.log(0))
attempt(lambda: math.exp(1000))
attempt(lambda: math.floor(inf))
attempt(lambda: math.ceil(nan))
attempt(lambda: math.factorial(-1))
attempt(lambda: math.factorial(2.5))
print(
    1.0 // inf,
    -1.0 // inf,
    1.0 % inf,
    -1.0 % inf,
    1.0 % -inf,
    inf**0,
    nan**0,
    1**nan,
    (-inf) ** 3,
    (-inf) ** -3,
    0.0**0,
)
print(divmod(-1.0, inf), divmod(5.5, -2), divmod(-0.0, 3))
print(f"{inf:f} {nan:e} {-inf:g} {inf:08.2f} {nan:+} {-0.0:.1f} {-0.04:z.1f} {-inf:%}")
