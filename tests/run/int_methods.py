"""Attributes and methods of int, subclasses of int, and conversions between number types."""


class Celsius(int):
    def __new__(cls, value, unit="C"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __add__(self, other):
        return Celsius(int(self) + int(other), self.unit)

    def __str__(self):
        return f"{int(self)}°{self.unit}"


class Bits(int):
    def __getitem__(self, index):
        return (self >> index) & 1

    def __len__(self):
        return self.bit_length()

    def __iter__(self):
        return (self[i] for i in range(len(self)))


print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), True.numerator, type(True.real).__name__)
print((10).bit_length(), (-10).bit_length(), (7).bit_count(), (-7).bit_count())
print((6).as_integer_ratio(), (-3).as_integer_ratio(), True.as_integer_ratio(), (6).is_integer())
print((5).__add__(3), (5).__add__("x"), (5).__radd__(2), (5).__floordiv__(2), (5).__rsub__(7), int.__mul__(4, 5))
print((5).__eq__(5.0), (5).__lt__(9), (0).__bool__(), (7).__index__(), (7).__neg__(), (7).__pow__(2, 5))

t = Celsius(20)
print(t, repr(t), t + 5, (t + 5).unit, t * 2, type(t * 2).__name__, type(t + 1).__name__, t == 20, {t: "x"}[20])
print(isinstance(t, int), int(t), f"{t}", f"{t:d}", f"{t:>6}", "%d %s" % (t, t), [t], max(t, 25))
t.unit = "K"
print(t, t.__dict__)

b = Bits(0b110101)
print(list(b), len(b), b[0], b[1], sum(b), bool(b), bool(Bits(0)), b | 2, [x for x in reversed(list(b))])

print(int(True), int(2.9), float(3), str(12), repr(-0), bool(0), bool(-1), bool(10**30))
print(
    round(1250, -2),
    round(1350, -2),
    round(-1250, -2),
    round(5),
    round(5, 3),
    round(15, -1),
    round(25, -1),
    round(10**30 + 5, -1),
)
print(round(123, -3), round(500, -3), round(1500, -3), round(7, -400))
print(
    int.__name__, (5).__class__.__name__, isinstance(True, int), issubclass(bool, int), bool.__bases__, type(5) is int
)

five = 5
for thunk in (
    lambda: (5).missing,
    lambda: setattr(5, "x", 1),
    lambda: five[0],
    lambda: len(5),
    lambda: five(),
    lambda: iter(5),
    lambda: [*5],
    lambda: 1 in 5,
    lambda: int.bit_length(),
    lambda: (5).bit_length(1),
    lambda: Celsius(),
    lambda: "a" + 5,
):
    try:
        print(thunk())
    except Exception as error:
        print(type(error).__name__, "|", error)
