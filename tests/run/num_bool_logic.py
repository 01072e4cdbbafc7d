"""Booleans: short circuit values, comparisons as numbers, truth of every type, chained and mixed logic."""

TRUTHS = [
    True,
    False,
    1,
    0,
    -1,
    0.0,
    -0.0,
    1e-300,
    float("nan"),
    "",
    " ",
    "0",
    b"",
    b"\0",
    [],
    [0],
    (),
    ((),),
    {},
    {0: 0},
    set(),
    {0},
    frozenset(),
    range(0),
    range(1),
    range(5, 5),
    None,
    ...,
    NotImplemented.__class__,
    len,
    int,
    object,
    slice(0),
]
print(
    [bool(v) for v in TRUTHS], [not v for v in TRUTHS].count(True), sum(1 for v in TRUTHS if v), sum(map(bool, TRUTHS))
)
print([v or "default" for v in TRUTHS[:12]], [v and "kept" for v in TRUTHS[:12]])
calls = []


def t(name, value=True):
    calls.append(name)
    return value


def show(value):
    print(value, "".join(calls))
    calls.clear()


show(t("a") and t("b") and t("c", 0) and t("d"))
show(t("a", 0) or t("b", "") or t("c", "x") or t("d"))
show(t("a", 0) and t("b") or t("c", []) or t("d", None))
show(t("a") or t("b") and t("c"))
show((t("a") or t("b")) and t("c", 5))
show(not t("a") or not t("b", 0))
show(t("a", 1) < t("b", 2) and t("c", 3) > t("d", 4) or t("e", "e"))
show(t("x") if t("c1", 0) else t("y") if t("c2") else t("z"))
show([t("a") and t("b", 0), t("c", 0) or t("d")])
show(t("a", 5) and not t("b", 0) and t("c", "end"))
show(all([t("a"), t("b", 0), t("c")]))
show(any(t(n, n == "b") for n in "abc"))
show(all(t(n, n != "b") for n in "abc"))
show(t("a", 1) == t("b", 1) in [t("c", 1)])
show(t("a", 0) is not t("b", None) is not None)


def classify(a, b, c):
    if a and b or c:
        if not (a and b):
            return "only c"
        elif not c:
            return "a and b"
        return "all"
    elif a or b:
        return "one of a, b"
    return "none"


print([classify(a, b, c) for a in (0, 1) for b in ("", "b") for c in ([], [1])])
print(
    [
        [a & b, a | b, a ^ b, a and b, a or b, a == b, a != b, a < b, a <= b, a is b]
        for a in (False, True)
        for b in (False, True)
    ]
)
print(
    True + True + True,
    True - False * 5,
    True * 2.5,
    True / 2,
    -True,
    +False,
    True << 4,
    True > False,
    True == 1 == 1.0,
    5 > 3 > True,
    3 in [True, 3],
    True in [1],
    False in [[]],
    (1 < 2) + (2 < 3),
    [10, 20, 30][1 > 0],
    "no yes".split()[True],
    sum([True, False, True]),
    max(True, 2),
    min(False, 0.5),
    sorted([True, False, 2, -1]),
    int(True),
    float(True),
    str(True),
    repr(False),
    f"{True} {True:d} {False:>6} {True!r:^8}|",
    "%s %d %r" % (True, True, False),
    hash(True),
    True is (1 == 1),
    bool("False"),
    bool(int("0")),
)


class Ternary:
    def __init__(self, state):
        self.state = state

    def __bool__(self):
        calls.append(f"[{self.state}]")
        return self.state == "yes"

    def __and__(self, other):
        return Ternary("yes" if self.state == other.state == "yes" else "no")

    def __invert__(self):
        return Ternary("no" if self.state == "yes" else "yes")

    def __repr__(self):
        return self.state


yes, no = Ternary("yes"), Ternary("no")
show(yes and no)
show(yes or no)
show(not no)
show(~yes & no)
show(no and yes or no)
show([x for x in (yes, no, yes) if x])
show("A" if no else "B" if yes else "C")
show(bool(yes and yes and no))
show(list(filter(None, [yes, no])))
while no or yes:
    break
show("while")
assert yes
show("assert")


class Broken:
    def __bool__(self):
        return 1


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


for thunk in (
    lambda: bool(Broken()),
    lambda: not Broken(),
    lambda: 1 if Broken() else 2,
    lambda: Broken() and 1,
    lambda: bool(Sized(0)),
    lambda: bool(Sized(3)),
    lambda: bool(Sized(-1)),
    lambda: [] and 1 // 0,
    lambda: [1] or 1 // 0,
    lambda: 1 and 1 // 0,
    lambda: any([0, 1, 1 // 1]),
    lambda: yes(),
    lambda: True.x,
    lambda: yes[0],
    lambda: len(True),
    lambda: True < "a",
    lambda: bool(1, 2),
):
    try:
        print(thunk())
    except Exception as error:
        print(type(error).__name__, error)
x = 0
x or (x := 5)
print(x, (y := 0) or (y := 7), y, x and y, x or y, not x == y, not x != y)
flags = 0
for i, condition in enumerate([1 < 2, [] == (), "a" < "b", None is None, 0 == False]):
    flags |= condition << i
print(bin(flags), flags & 1, flags >> 1 & 1, bool(flags & 4), bool(flags & 2))
