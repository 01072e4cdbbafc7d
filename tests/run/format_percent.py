"""The % operator on strings: tuples, mappings, flags, widths from arguments, errors."""

print("%s %s" % ("a", 1), "%s" % "one", "%s" % (("tuple",),), "%s" % [1, 2], "%s" % {"k": 1}, "%r" % ("x",), "%a" % "é")
print("%5s|%-5s|%.2s|%5.1s|%05s" % ("ab", "ab", "abcdef", "xyz", "q"))
print("%d %i %5d %-5d| %05d %+d % d %d" % (42, 42.9, 42, 42, 42, 42, 42, -42))
print("%x %X %#x %#X %o %#o %08x %-#8x|" % (255, 255, 255, 255, 8, 8, 255, 255))
print(
    "%f %.2f %10.3f %-10.1f| %+.1f %010.2f %.0f %#.0f"
    % (3.14159, 3.14159, 3.14159, 3.14159, 3.14159, -3.14159, 2.5, 2.5)
)
print("%e %.3E %g %G %g %g %#g %.10g" % (12345.678, 0.00012345, 0.0001, 1e-10, 1e10, 123456789, 1.0, 1 / 3))
print("%c%c%c %5c|%-3c|" % ("x", 65, 0x1F600, "r", "l"))
print("%%|%s" % "x", "100%% of %d%%" % 5)
print("%*d|%-*d|%.*f|%*.*f" % (6, 42, 6, 42, 2, 3.14159, 9, 3, 2.71828))
print("%(name)s is %(age)03d; %(name)r %(pi).2f %%" % {"name": "Bob", "age": 7, "pi": 3.14159, "unused": None})
print("%(a)s%(a)s" % {"a": "x"}, "%()s" % {"": "empty key"}, "no formats" % (), "no formats" % {}, "no formats" % [])
print(
    "%s %s" % (None, True),
    "%d" % True,
    "%d" % 10**2,
    "%s" % 10**20,
    "%d" % (10**25),
    "%x" % (2**70),
    "%.3f" % 10,
    "%f" % float("inf"),
    "%5.1f|" % float("nan"),
)
print("%ld %hd %Ld" % (1, 2, 3), "%-+5d|%+-5d|%- d|" % (1, 1, 1), "%.5d %.0d" % (42, 0), "%+s" % "s")


class Record:
    def __init__(self, **fields):
        self.fields = fields

    def __getitem__(self, key):
        return self.fields.get(key, f"<no {key}>")

    def __str__(self):
        return "str-form"

    def __repr__(self):
        return "repr-form"

    def __index__(self):
        return 77

    def __float__(self):
        return 7.5


print(
    "%(x)s %(y)s" % Record(x=1),
    "%s %r %a" % (Record(), Record(), Record()),
    "%x %f" % (Record(), Record()),
    "%s" % Record(),
)


class Text(str):
    def __mod__(self, other):
        return f"mod({other!r})"

    def __rmod__(self, other):
        return f"rmod({other!r})"


print(Text("%s") % 5, "%s" % Text("plain"), str.__mod__("%s!", 5))

CASES = [
    ("%s %s", ("only",)),
    ("%s", ("a", "b")),
    ("%d", "x"),
    ("%d", None),
    ("%d", [1]),
    ("%x", 2.5),
    ("%f", "1.0"),
    ("%c", "ab"),
    ("%c", 1.5),
    ("%c", 0x110000),
    ("%y", 1),
    ("%", 1),
    ("%5", 1),
    ("%(a)s", (1,)),
    ("%(a)s", {"b": 1}),
    ("%(a", {"a": 1}),
    ("%*d", ("x", 1)),
    ("%.*f", (2,)),
    ("plain", 5),
    ("plain", (1, 2)),
    ("%s%", ("x",)),
    ("%(a)s %s", {"a": 1}),
    ("%é", 1),
    ("%d", float("inf")),
    ("%d", float("nan")),
    ("%s", ()),
]
for template, argument in CASES:
    try:
        print(repr(template % argument))
    except Exception as error:
        print(f"{template!r} {argument!r}: {type(error).__name__} {error}")
