"""Comparisons between int and float that must not lose bits, and sorting of mixed numbers."""

INF, NAN = float("inf"), float("nan")
INTS = [
    0,
    1,
    -1,
    2**52,
    2**53 - 1,
    2**53,
    2**53 + 1,
    2**53 + 2,
    -(2**53) - 1,
    2**63,
    2**63 - 1,
    2**64 + 1,
    10**22,
    10**23,
    10**308,
    10**309,
    -(10**309),
    2**1024,
    2**1023,
]
FLOATS = [
    0.0,
    -0.0,
    0.5,
    -0.5,
    1.0,
    2.0**52,
    2.0**53,
    2.0**53 + 2,
    2.0**63,
    2.0**64,
    1e22,
    1e23,
    1e308,
    1.7976931348623157e308,
    2.0**1023,
    -1e308,
    INF,
    -INF,
    NAN,
    5e-324,
]


def relation(a, b):
    return ("<" if a < b else "") + ("=" if a == b else "") + (">" if a > b else "") or "?"


def exact_relation(i, f):
    if f != f:
        return "?"
    if f in (INF, -INF):
        return "<" if f > 0 else ">"
    n, d = f.as_integer_ratio()
    return relation(i * d, n)


for i in INTS:
    row = []
    for f in FLOATS:
        r = relation(i, f)
        assert r == exact_relation(i, f), (i, f)
        assert (i <= f) == (r in "<=" and r != "?") and (i >= f) == (r in ">=") and (i != f) == (r != "=")
        assert relation(f, i) == {"<": ">", ">": "<"}.get(r, r)
        row.append(r)
    print(i if abs(i) < 10**30 else f"{len(str(i))} digits", "".join(row))

finite = [f for f in FLOATS if f == f]
mixed = sorted(INTS + finite)
assert all(a <= b for a, b in zip(mixed, mixed[1:]))
print([type(x).__name__[0] for x in mixed])
print(
    min(INTS + finite),
    max([10**400, INF]),
    max([INF, 10**400]),
    min(-(10**400), -INF),
    max(2**53 + 1, 2.0**53),
    max(2.0**53, 2**53),
    [2**53, 2.0**53].index(2.0**53),
)
print(
    2**53 + 1 in [2.0**53],
    2**53 in {2.0**53},
    {2**53 + 1, 2.0**53 + 1},
    len({10**22, 1e22, 10**23, 1e23}),
    {1e22: "f"}.get(10**22),
    {1e23: "f"}.get(10**23),
    {10**23: "i"}.get(1e23),
    int(1e23),
    hash(1e23) == hash(int(1e23)),
)
print(
    hash(0.5),
    hash(2.0**61),
    hash(2**61),
    hash(-2.0),
    hash(-2),
    hash(-1.0),
    hash(INF),
    hash(-INF),
    hash(1e100) == hash(int(1e100)),
    hash(3.0) == hash(3) == hash(True + 2),
)
print(
    1 < 1.5 < 2 < 2.5,
    0 == 0.0 == False == -0.0,
    1 == 1.0 != 2,
    3 > 2.9999999999999999999,
    10**16 + 1 > 1e16,
    1e16 < 10**16 + 1 < 1e16 + 2,
)
print(
    True == 1.0,
    True < 1.5,
    False > -0.5,
    True in [1.0],
    1.0 in (True,),
    {True, 1.0, 1},
    sum([True, 0.5, 2]),
    max(True, 1.0),
    max(1.0, True),
    max(1, 1.0),
)


class Approx(float):
    def __eq__(self, other):
        return abs(self - other) < 0.01

    def __lt__(self, other):
        return float(self) < float(other) - 0.01

    __hash__ = float.__hash__


a = Approx(1.0)
print(
    a == 1.005,
    1.005 == a,
    a != 1.005,
    a < 1.005,
    a < 2,
    a > 0.5,
    a in [1.009],
    sorted([Approx(3), Approx(1)]),
    a + 1 == 2.005,
    a == 1,
)
for f in (1.5, 2.0**60, -1e20, 0.1):
    print(f == int(f), int(f) <= f, f.is_integer(), int(f) == f // 1, divmod(f, 1), f - int(f))
for thunk in (
    lambda: 1.5 < "a",
    lambda: 1 < None,
    lambda: [] > 1.0,
    lambda: max(1, "a"),
    lambda: sorted([1.5, "x"]),
    lambda: int(INF),
    lambda: int(NAN),
    lambda: 10**400 + 1.0,
    lambda: 1.0 - 10**400,
    lambda: INF == 10**400,
    lambda: NAN == NAN,
    lambda: NAN in [NAN],
    lambda: [NAN].index(NAN),
    lambda: 10**400 < INF,
):
    try:
        print(thunk())
    except Exception as error:
        print(type(error).__name__, error)
loop, n = [], 2**53 - 2
while len(loop) < 6:
    loop.append((n, float(n) == n, n + 1.0 == n + 1))
    n += 1
print(loop)
