"""Format specifications of floats in every presentation type."""

VALUES = (0.0, -0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e-7, 1e22, 123456789012345678.0, float("inf"), float("nan"))
SPECS = (
    "",
    "f",
    ".0f",
    ".3f",
    "10.2f",
    "+.1f",
    " .1f",
    "010.3f",
    "e",
    ".2E",
    "g",
    ".3g",
    "#g",
    "G",
    ".0g",
    ",.2f",
    "_.1f",
    "%",
    ".1%",
    ".5",
    "<12",
    "^14.2f",
    "=+12.1f",
    "n",
    "015,.2f",
    "z.0f",
    "#.0f",
    ".15g",
    ".17g",
    ".1",
    "r<9",
)

for spec in SPECS:
    row = []
    for value in VALUES:
        try:
            row.append(format(value, spec))
        except ValueError as error:
            row.append(str(error))
    print(f"{spec!r:>10}", "|".join(row))

print(f"{1e16:f} {1e300:.3g} {5e-324:.1e} {0.1:.55f}")
print(f"{2 / 3:.30f} {1 / 3:.20e} {123.456:.0e} {0.00001234:g} {0.0001234:g} {999999.5:g} {9999995:g} {1e5:g} {1e6:g}")
print(f"{100000:.3g} {1234.5:,} {1234.5:,g} {0.1 + 0.2:.17} {1e15:} {1e16:} {1.0:.1} {12.0:.1} {12.0:.2} {1e-5:}")
for width in (1, 6, 9):
    for precision in (0, 2, 5):
        print(
            f"[{-2.71828:{width}.{precision}f}|{2.71828:<{width}.{precision}e}|{27182.8:^{width}.{precision}g}]",
            end=" ",
        )
    print()

for spec in ("d", "x", "c", "s", ".f", "q", ",_f", "1.2.3", ".-1f", "5.", "++f"):
    try:
        print(spec, format(1.5, spec))
    except ValueError as error:
        print(spec, error)


def table(rows):
    widths = [max(len(f"{cell:.2f}") for cell in column) for column in zip(*rows)]
    return "\n".join(" ".join(f"{cell:>{w}.2f}" for cell, w in zip(row, widths)) for row in rows)


print(table([(1, 22.5, -333.125), (1e3, 0, 0.005), (-0.001, 7.777, 1e6)]))


class Meters(float):
    def __format__(self, spec):
        return super().__format__(spec) + "m"


print(f"{Meters(3.5)} {Meters(3.5):.2f} {[Meters(1)]} {Meters(2) + 1:.1f} {'%.1f' % Meters(9)}")
