"""match with class patterns: attributes, __match_args__, nested classes, values by dotted name, inheritance."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Line:
    __match_args__ = ("start", "end")

    def __init__(self, start, end):
        self.start, self.end = start, end


class Plain:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)


class Lazy:
    def __init__(self):
        self.reads = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        self.reads.append(name)
        return name.upper()


class Color:
    RED = "r"
    GREEN = "g"

    class Dark:
        BLUE = "b"


def shape(s):
    match s:
        case Point(0, 0):
            return "origin"
        case Point3(z=z) if z > 100:
            return f"far {z}"
        case Point3(x, y, 0):
            return f"flat {x} {y}"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"on axis at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return f"some {type(s).__name__}"
        case Line(Point(x=a), Point(x=b)) if a == b:
            return f"vertical at {a}"
        case Line(start=Point() as p, end=q):
            return f"line {p} {type(q).__name__}"
        case Plain(name=str(name), tags=[first, *_]):
            return f"plain {name} {first}"
        case Plain(name=name):
            return f"name {name!r}"
        case Plain():
            return "plain"
        case _:
            return "unknown"


def color(c):
    match c:
        case Color.RED:
            return "red"
        case Color.GREEN | Color.Dark.BLUE:
            return "green or blue"
        case [Color.RED, *rest]:
            return f"red then {rest}"
        case {"color": Color.RED}:
            return "mapping red"
        case _:
            return "no color"


def builtin(x):
    match x:
        case bool(b):
            return f"bool {b}"
        case int(0):
            return "int zero"
        case int(n) | float(n) if n < 0:
            return f"negative {n}"
        case int():
            return "int"
        case float(f):
            return f"float {f}"
        case str("exact"):
            return "exact text"
        case str(s) if len(s) > 3:
            return f"long {s}"
        case list([]) | tuple(()):
            return "empty"
        case list([int(), *_] as whole):
            return f"int list {whole}"
        case tuple((a, b)):
            return f"tuple {a} {b}"
        case dict({"k": v}):
            return f"dict {v}"
        case set(s) | frozenset(s):
            return f"set of {len(s)}"
        case bytes(b):
            return f"bytes {b}"
        case type(__name__=name):
            return f"class {name}"
        case object(real=r):
            return f"has real {r}"
        case _:
            return f"other {type(x).__name__}"


def evaluate(expression):
    match expression:
        case int() | float():
            return expression
        case ("neg", x):
            return -evaluate(x)
        case ("+", *operands):
            return sum(map(evaluate, operands))
        case ("*", x, y):
            return evaluate(x) * evaluate(y)
        case ("if", condition, then, otherwise):
            return evaluate(then) if evaluate(condition) else evaluate(otherwise)
        case (("let"), str(name), value, body):
            return evaluate(substitute(body, name, evaluate(value)))
        case [op, *_]:
            raise ValueError(f"unknown operator {op!r}")
        case _:
            raise TypeError(f"cannot evaluate {expression!r}")


def substitute(expression, name, value):
    match expression:
        case str(found) if found == name:
            return value
        case (operator, *operands):
            return (operator, *(substitute(o, name, value) for o in operands))
        case other:
            return other


for s in (
    Point(0, 0),
    Point(0, 5),
    Point(7, 0),
    Point(2, 2),
    Point(1, 2),
    Point3(1, 2, 0),
    Point3(1, 2, 3),
    Point3(0, 1, 500),
    Line(Point(1, 2), Point(1, 9)),
    Line(Point(1, 2), Plain()),
    Line(5, 6),
    Plain(name="n", tags=("t", "u")),
    Plain(name="n", tags=[]),
    Plain(name=5),
    Plain(),
    None,
):
    print(shape(s))
print([color(c) for c in ("r", "g", "b", ["r", 1], {"color": "r"}, {"color": "g"}, "x")])
for x in (
    True,
    0,
    -5,
    3,
    -2.5,
    1.5,
    "exact",
    "long text",
    "s",
    [],
    (),
    [1, "a"],
    (1, 2),
    {"k": "v"},
    {1},
    frozenset(),
    b"b",
    int,
    Point,
    None,
    ["s"],
    (1, 2, 3),
):
    print(repr(x) if not isinstance(x, type) else x.__name__, "->", builtin(x))
for e in (
    ("+", 1, ("*", 2, 3), ("neg", 4)),
    ("let", "x", 5, ("*", "x", "x")),
    ("if", 0, ("boom",), 2),
    ("boom",),
    ("let", "x", 1, "y"),
    2.5,
    ("+",),
):
    try:
        print(evaluate(e))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
lazy = Lazy()
match lazy:
    case Lazy(alpha="no"):
        print("never")
    case Lazy(alpha="ALPHA", beta=b):
        print(b, lazy.reads)


def matches_too_many(v):
    match v:
        case Point(1, 2, 3):
            return True


def matches_no_args(v):
    match Plain():
        case Plain(1):
            return True


def matches_not_class(v):
    match v:
        case shape(1):
            return True


for function in (matches_too_many, matches_no_args, matches_not_class):
    try:
        print(function(Point(1, 2)))
    except TypeError as error:
        print(error)
