"""repr and str of nested and recursive containers, of classes, functions and instances inside containers."""


class Plain:
    def __init__(self, *items):
        self.items = list(items)

    def __repr__(self):
        return f"Plain{self.items}"


class StrOnly:
    def __str__(self):
        return "str of StrOnly"

    def __repr__(self):
        return "repr of StrOnly"


class Guarded:
    """A recursive structure whose repr stops at itself."""

    active = set()

    def __init__(self):
        self.children = []

    def __repr__(self):
        if id(self) in Guarded.active:
            return "Guarded(...)"
        Guarded.active.add(id(self))
        try:
            return f"Guarded({', '.join(map(repr, self.children))})"
        finally:
            Guarded.active.discard(id(self))


print(
    [
        1,
        "a",
        1.0,
        None,
        True,
        b"b",
        ("t",),
        {"k": [1]},
        {1},
        frozenset([2]),
        range(3),
        slice(1, 2),
        int,
        Ellipsis,
        NotImplemented,
        StrOnly(),
    ]
)
print((1,), ((),), [[]], [()], {(): []}, {"a": {"b": {}}}, ([],), {None: None}, (None,), [{}], ({1: {2}},))
print(
    str([StrOnly()]),
    str(StrOnly()),
    f"{[StrOnly()]}",
    f"{StrOnly()}",
    "%s %s" % (StrOnly(), [StrOnly()]),
    str((StrOnly(),)),
    str({StrOnly(): StrOnly()}),
    repr({"x": "y"}),
    [str([1, "a"])],
)
a = [1]
a.append(a)
b = {"self": None}
b["self"] = b
c = ([],)
c[0].append(c)
d = [b, a]
b["list"] = d
e = {1: [2, {3: None}]}
e[1][1][3] = e
print(a, b, c, d, e, sep="\n")
p = Plain(1)
p.items.append([p.items])
print(p, [p], str(p))
g = Guarded()
g.children += [g, Guarded(), [g]]
print(g, repr(g), Guarded.active)
f = [[1, 2], [3]]
f[1] = f[0]
f[0].append("shared")
print(f, f * 2)
print(
    ["it's", 'say "x"', "both '\"", "tab\t", "nul\0", "é", "\u200b", "\ud800", "😀", "\\", "\n"],
    [b"'", b'"', b"'\"", b"\xff\n"],
    ascii(["é", {"日": "😀"}]),
)
print([1e16, 1e15, 0.1, -0.0, float("inf"), float("nan"), 1e-7, 123456789.123, 2**70, -1, True])
print(
    {"b": 1, "a": [2, {"c": (3,)}]}.items(),
    {"x": [1]}.keys(),
    {"x": [1]}.values(),
    [{}.items()],
    dict(a=dict(b=dict())),
    list({"k": "v"}.items()),
)
print(
    [print, len, "x".upper.__name__, int, Plain, type, [].append.__name__][3:6],
    Plain.__name__,
    [type(None), type(print).__name__, type(lambda: 0).__name__],
)
print(
    [
        KeyError("k"),
        ValueError("a", 1),
        Exception(),
        OSError(2, "msg"),
        StopIteration(3),
        SystemExit(None),
        AssertionError(["nested"]),
    ],
    (ValueError("it's"),),
    {KeyError: IndexError},
)
deep = []
for i in range(30):
    deep = [deep, i]
print(deep)
deep = ()
for i in range(5):
    deep = {"level": i, "inner": (deep, [i])}
print(deep)
wide = [list(range(n)) for n in range(6)]
print(wide, [tuple(w) for w in wide], [set(w) for w in wide[:2]], {n: w for n, w in enumerate(wide)})


class BadRepr:
    def __repr__(self):
        raise RuntimeError("no repr")


class NonString:
    def __repr__(self):
        return 5


for thunk in (
    lambda: repr([1, BadRepr()]),
    lambda: str({"k": BadRepr()}),
    lambda: f"{(BadRepr(),)}",
    lambda: repr(NonString()),
    lambda: str([NonString()]),
    lambda: "%r" % BadRepr(),
    lambda: repr({NonString(): 1}),
    lambda: print(BadRepr()),
):
    try:
        print(thunk())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
nested = []
for _ in range(100000):
    nested = [nested]
try:
    repr(nested)
except RecursionError as error:
    print(str(error)[:32])
while nested:
    nested = nested[0]
