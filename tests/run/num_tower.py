"""Mixed arithmetic of bool, int and float: result types, exactness, comparison and containers."""

VALUES = [True, False, 0, 1, -1, 2, 7, 0.0, -0.0, 0.5, -1.5, 2.0, 2**53, 2**64, 1e16]
OPERATIONS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
}


def short(value):
    return f"{type(value).__name__[0]}{value!r}"


for symbol, operation in OPERATIONS.items():
    for a in (True, 7, -1, 0.5, -1.5, 2**64):
        row = []
        for b in VALUES:
            try:
                row.append(short(operation(a, b)))
            except ZeroDivisionError as error:
                row.append(str(error)[:7])
        print(a, symbol, *row)

for a in VALUES:
    print(short(a), [short(a**b) for b in (0, 1, 2, 3)], short(-a), short(+a), short(abs(a)), bool(a), int(a), float(a))
print([[a == b for b in VALUES] == [b == a for b in VALUES] for a in VALUES])
print([sum(a < b for b in VALUES) for a in VALUES], sorted(VALUES), max(VALUES), min(VALUES), sum(VALUES))
print(
    len(set(VALUES)),
    {1: "int"}[True],
    {True: "bool"}[1.0],
    {2.0: "float"}[2],
    [1, 2, 3].index(True),
    [0.0, 1].count(False),
    (1, 2) == (True, 2.0),
    True + True,
    True * "ab",
    [5, 6][True],
    "xy"[False],
)
print(
    type(True + 1).__name__,
    type(True + 1.0).__name__,
    type(True & 1).__name__,
    type(True & True).__name__,
    type(True | False).__name__,
    type(-True).__name__,
    type(+True).__name__,
    type(True**2).__name__,
    type(True / 1).__name__,
    type(True // 1).__name__,
    type(abs(True)).__name__,
    type(round(True)).__name__,
    type(1 if True else 2).__name__,
    type(not 1).__name__,
    type(int(True)).__name__,
    type(max(True, 0)).__name__,
    type(sum([True])).__name__,
)
print(
    1 / 3 + 1 / 3 + 1 / 3 == 1,
    0.1 + 0.2 == 0.3,
    0.1 * 3,
    3 * 0.1 == 0.3,
    1e16 + 1 == 1e16,
    2**53 + 1.0,
    (2**53 + 1) / 1,
    int(1e23),
    10**23 == 1e23,
    float(10**23) == 1e23,
)
print(
    7 // 2,
    -7 // 2,
    7 // -2,
    7.0 // 2,
    -7 // 2.0,
    7 % -3,
    -7 % 3,
    7.5 % -2,
    -7.5 % 2,
    1e300 * 10 // 7 == 1e300 * 10 / 7 // 1,
    divmod(7, 2.0),
    divmod(-7, 2),
    divmod(True, 2),
)
print(2**0.5, 2**-1, (-8) ** 3, 0**0.0, 4**0.5, 2**100.0, 2.0**10, 10**-2, (-2.0) ** 3, True**0.5, 1e-5**2)
print(
    10**20 / 10**18,
    (10**20 + 1) // 10**18,
    10**400 // 10**399,
    3 * 10**400 / 10**400,
    (2**1023 * 2 - 1) / 2,
    10**25 % 7.0,
    2**64 * 0.5,
    2**64 - 1.0,
)
for thunk in (
    lambda: 10**400 * 1.0,
    lambda: float(10**400),
    lambda: 10**400 + 0.5,
    lambda: 1.0 * 10**309,
    lambda: 10**400 / 1,
    lambda: 2.0**10000,
    lambda: 0.0**-1,
    lambda: 0**-1,
    lambda: 1 / 0.0,
    lambda: 1 % 0.0,
    lambda: 1 // 0.0,
    lambda: divmod(1.0, 0),
    lambda: int("1.0"),
    lambda: float("1e400"),
    lambda: 1.5 & 1,
    lambda: 1.0 << 2,
    lambda: ~1.0,
    lambda: True + "a",
    lambda: 1 + None,
    lambda: [1] + 1,
    lambda: 1.5 * "a",
    lambda: 1 < "a",
    lambda: 1.0 >= None,
    lambda: range(2.0),
    lambda: "a" * 2.0,
    lambda: hex(2.0),
    lambda: bin(True),
):
    try:
        print(thunk())
    except Exception as error:
        print(type(error).__name__, error)
total = 0
for value in VALUES:
    total += value
    total = total * 2 if isinstance(total, int) else total / 2
print(total, type(total).__name__)
