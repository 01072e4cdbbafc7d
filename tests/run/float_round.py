"""round() on floats, halves, negative digits, rounding in formats, floor/ceil/trunc."""

import math


def report(function, values):
    print([function(v) for v in values])


HALVES = [-3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5]
report(round, HALVES)
report(lambda v: round(v, 0), HALVES)
report(math.floor, HALVES)
report(math.ceil, HALVES)
report(math.trunc, HALVES)
report(int, HALVES)

for value in (2.675, 1.005, 0.125, 0.375, 1.15, 1234.5678, -1234.5678, 1e16 + 2, 5e-324):
    print(value, [round(value, n) for n in (3, 2, 1, 0, -1, -2, -3, -5)])

print(round(1e300, -299), round(1e300, 5), round(123.456, 400), round(123.456, -400), round(0.5000000000000001))
print(
    type(round(2.0)).__name__, type(round(2.0, 0)).__name__, round(2.5, None), round(number=7.7), round(7.77, ndigits=1)
)
print(round(1e22), round(-1e25), round(2.0**60 + 0.5))
print(f"{0.5:.0f} {1.5:.0f} {2.5:.0f} {0.125:.2f} {0.375:.2f} {2.675:.2f} {1e21:.0f} {1e-7:.3f} {-0.0004:.3f}")

for bad in (
    lambda: round(1.5, 1.0),
    lambda: round("x"),
    lambda: round(),
    lambda: round(1, 2, 3),
    lambda: round(1.5, "1"),
    lambda: round(None, 1),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __round__(self, digits=None):
        return f"rounded({self.cents}, {digits})"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


m = Money(250)
print(round(m), round(m, 2), round(m, -1), math.floor(m), math.ceil(m), math.trunc(m))

print([x / 10 for x in range(-5, 6)])
print(7.0 // 2, -7.0 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, 1e17 % 3, 0.3 % 0.1, 1 % 0.1)
print(
    divmod(7.25, 0.5),
    divmod(-7.25, 0.5),
    math.fmod(-7.25, 2),
    math.modf(-3.25),
    math.remainder(7, 4),
    math.remainder(5, 2),
)
print((0.1).is_integer(), (5.0).is_integer(), (1e300).is_integer(), float("inf").is_integer())
