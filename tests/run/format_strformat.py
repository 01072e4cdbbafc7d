"""str.format and format_map: positions, names, attributes, items, nesting, conversions, errors."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.tags = {"k": ["zero", "one"]}

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __format__(self, spec):
        return f"({self.x:{spec}};{self.y:{spec}})"


p = Point(1.5, -2)
print(
    "{} {} {}".format(1, "two", 3.0),
    "{0} {1} {0}".format("a", "b"),
    "{name} {0}".format("pos", name="kw"),
    "{{}} {{{}}}".format("x"),
)
print(
    "{0.x} {0.y} {p.x}".format(p, p=p),
    "{0[1]} {0[0]} {d[key]} {d[1]}".format(["a", "b"], d={"key": "v", 1: "int key", "1": "str key"}),
)
print("{0.tags[k][1]} {0.tags[k]}".format(p), "{0[0][1]}".format([[1, 2]]), "{[0]} {.x}".format([9], p))
print(
    "{!r} {!s} {!a} {!r:>8}|".format("é", "é", "é", "x"),
    "{:>5}|{:<5}|{:^5}|{:*^7}".format(1, 2, 3, 4),
    "{:é^6}".format("x"),
)
print(
    "{:{}} {:{}.{}f} {:{w}}|".format("a", 5, 2.71828, 8, 2, "b", w=4),
    "{0:{1}}".format(7, "03d"),
    "{:{align}{width}}".format("z", align=">", width=4),
)
print(
    "{:.1f} {:+} {:,} {:%} {:b} {:e} {:c}".format(p, 5, 1234567, 0.5, 10, 1500.0, 97),
    "{:}".format(5),
    "{0:}|{0!s:}".format(5),
)
print(
    "".format(),
    "plain".format(1, 2, x=3),
    "{}".format(None),
    "{:5}|{:<5}|".format(True, False),
    "{} {}".format([1, "x"], {"a": (1,)}),
)
print("{a}{b}".format_map({"a": 1, "b": 2}), "{self}".format(self="me"), "{0}{0!r}".format("s"))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{known} {unknown} {other:>9}".format_map(Default(known=1)))


class Items:
    def __getitem__(self, key):
        return (type(key).__name__, key)


print("{0[5]} {0[-1]} {0[a b]} {0[007]} {0[']}".format(Items()))

CASES = [
    ("{}", ()),
    ("{1}", ("a",)),
    ("{x}", ()),
    ("{", ()),
    ("}", ()),
    ("{0", (1,)),
    ("{} {0}", (1, 2)),
    ("{0} {}", (1, 2)),
    ("{!x}", (1,)),
    ("{:d}", ("a",)),
    ("{:5.2d}", (3,)),
    ("{.nope}", (1,)),
    ("{[0]}", (5,)),
    ("{[k]}", ({},)),
    ("{[9]}", ([],)),
    ("{:>>5}", (1,)),
    ("{0[}", (1,)),
    ("{0[]}", ([1],)),
    ("{0.}", (1,)),
    ("{!}", (1,)),
    ("{!r", (1,)),
    ("{:{:{}}}", (1, 2, 3)),
    ("{:s}", (1,)),
    ("{:z}", (1,)),
    ("{:1000000000000000000000}", (1,)),
    ("{0]}", (1,)),
    ("{ 0}", (1,)),
    ("{-1}", (1,)),
    ("{!rr}", (1,)),
]
for template, arguments in CASES:
    try:
        print(template, "->", repr(template.format(*arguments)))
    except Exception as error:
        print(template, "->", type(error).__name__, error)
