"""float() from text and from objects; fromhex, hex and as_integer_ratio."""


class Floatable:
    def __float__(self):
        return 2.5


class Indexable:
    def __index__(self):
        return 9


class Wrong:
    def __float__(self):
        return 3


class Sub(float):
    def __repr__(self):
        return f"Sub<{float(self)}>"


TEXTS = [
    "1",
    " 1.5 ",
    "-.5",
    "5.",
    "1e5",
    "1E-5",
    "+1.5e+3",
    "1_000.5",
    "1e1_0",
    "inf",
    "-Infinity",
    "NaN",
    "+nan",
    "1e400",
    "-1e400",
    "1e-400",
    "0x1p3",
    "",
    " ",
    ".",
    "e5",
    "1e",
    "1e+",
    "1__0",
    "_1.0",
    "1._5",
    "1.5.2",
    "--1",
    "1 2",
    "infin",
    "nan(1)",
    "१.५",
    "1,5",
    "0" * 30 + "7",
    "123456789012345678901234567890",
    "0.1000000000000000055511151231257827021181583404541015625",
    "2.2250738585072011e-308",
    "4.9406564584124654e-324",
    "2.4703282292062327e-324",
    "1.7976931348623159e308",
]

for text in TEXTS:
    try:
        print(repr(float(text)))
    except ValueError as error:
        print(error)

print(
    float(),
    float(b"2.5"),
    float(True),
    float(10**20),
    float(Floatable()),
    float(Indexable()),
    float(Sub(1.5)),
    Sub("3.5"),
    [Sub(2)],
)
for bad in (None, [], "abc\n", b"x", Wrong(), object):
    try:
        print(float(bad))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

for value in (0.0, -0.0, 1.0, 0.1, -255.5, 5e-324, 1.7976931348623157e308, float("inf"), float("nan")):
    print(value.hex(), end=" ")
    print(float.fromhex(value.hex()) == value)
for text in ("0x1.8p1", "1.8", "-0x.8p-3", "ff", "0xffp-4", "inf", "nan", "0x1p1024", "zz", "", "0x", "1p"):
    try:
        print(float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)

for value in (0.5, 0.1, -2.75, 1e16, 5e-324, 3.0):
    n, d = value.as_integer_ratio()
    print(n, d, n / d == value)

print(
    (1.5).real,
    (1.5).imag,
    (1.5).conjugate(),
    (1.5).__int__(),
    (1.5).__trunc__(),
    (2.5).__add__(1),
    (2.5).__add__("a"),
    (2.5).__eq__(2),
)
print(Sub(1) + 1, type(Sub(1) + 1).__name__, Sub(2) == 2.0, hash(Sub(2)) == hash(2), max(Sub(3), 2))
