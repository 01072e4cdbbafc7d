"""Format specifications for integers: sign, fill, alignment, grouping, bases, characters."""

VALUES = (0, 7, -7, 1234567, -1234567, 2**70, True)
SPECS = (
    "",
    "d",
    "+d",
    " d",
    "5",
    "<8",
    ">8",
    "^8",
    "=+8",
    "08",
    "+08d",
    "*^12",
    ",",
    "_",
    "015,",
    "x",
    "X",
    "#x",
    "#010X",
    "b",
    "#b",
    "_b",
    "_x",
    "#_o",
    "o",
    "e",
    ".3e",
    "f",
    ".1f",
    ",.2f",
    "g",
    "%",
    ".1%",
    "n",
)

for spec in SPECS:
    print(f"{spec!r:>8}", *(f"[{value:{spec}}]" for value in VALUES))

for code in (65, 0x20AC, 0x1F600):
    print(f"{code:c}{code:>3c}{code:^5c}|")

width, fill = 12, "."
for align in "<>^=":
    print(f"{-42:{fill}{align}{width}d}|", format(42, f"{fill}{align}{width}"))

for value, spec in (
    (1, "s"),
    (1, ".2d"),
    (1, "y"),
    (1, ",x"),
    (1, "+c"),
    (-1, "c"),
    (0x110000, "c"),
    (1, "10.d"),
    (1, ",_"),
    (1, "#c"),
    (1, "=>>5"),
    (3, ",c"),
    (1, "0"),
):
    try:
        print(repr(format(value, spec)))
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)

for n in (0, 10, -10, 255, 2**64, -(2**64)):
    print(bin(n), oct(n), hex(n))
    print("%d %5d|%-5d|%+d %05d %x %X %#x %o %#o %s %r %c" % (n, n, n, n, n, n, n, n, n, n, n, n, 65))

print("%i %u" % (3.99, -3.99), "%d" % True, "%x" % 255, "%5.3d|%-8.4d|" % (7, 7), "%.0d" % 0)
for template, argument in (("%d", "x"), ("%x", 1.5), ("%c", 1.5), ("%c", "ab"), ("%d", None), ("%c", -1)):
    try:
        print(template % argument)
    except Exception as error:
        print(type(error).__name__, error)


def table(rows):
    """Right-aligned columns as wide as their widest cell."""
    widths = [max(len(f"{cell:,}") for cell in column) for column in zip(*rows)]
    return "\n".join(" | ".join(f"{cell:>{w},}" for cell, w in zip(row, widths)) for row in rows)


print(table([(1, 22333, -4444), (1000000, 0, 7), (-1, 2**40, 10**12)]))
print([f"{n:0{n}d}" for n in range(1, 6)], [f"{n:{n}}" for n in range(1, 5)], f"{5:{'>'}{3}}")
