"""Edge cases of tuples: starred displays, identity-based membership, mutation of members, conversions."""


def trace(tag, out=[]):
    out.append(tag)
    return out[:]


def evaluation():
    order = []

    def at(n):
        order.append(n)
        return n

    result = at(1), (at(2), *[at(3), at(4)], at(5)), {at(6): at(7)}
    return result, order


def returns_tuple(*args):
    return args or None


def star_forms(*args):
    return *args, len(args)


def yields():
    received = yield 1, 2
    yield received, *received


print(evaluation())
print(
    returns_tuple(), returns_tuple(1), returns_tuple((1, 2)), returns_tuple(*(1, 2)), star_forms(), star_forms("a", "b")
)
g = yields()
print(next(g), g.send((7, 8)))
for pair in (1, 2), (3, *"xy"):
    print(pair)
print([*zip((1, 2), (3, 4))], (x := 5, 6), x, ((y := 7), 8)[0], y, (1, 2)[x > 5], ("no", "yes")[True])
nan = float("nan")
print(nan in (nan,), (nan,) == (nan,), (nan, 1) < (nan, 2), (nan,).count(nan))
empty = tuple()
print(
    empty == (),
    not empty,
    empty + (1,),
    empty * 5,
    len(empty),
    max((), default="none"),
    sum(()),
    all(()),
    any(()),
    list(empty),
    [*empty],
    () in ((),),
    hash(()) == hash(empty),
)
t = (1, 2, 3, 4, 5)
print(
    t[1:-1],
    t[::-2],
    t[-2:],
    t[:0],
    t[2:][0],
    t[slice(1, 4, 2)],
    t[-100:100],
    3 in t[2:],
    t.index(4, 2),
    t.count(9),
    t[:2] + t[3:],
    t * 2 == t + t,
    tuple(reversed(t)),
    tuple(sorted(t, key=lambda n: -n)),
)

cells = ([0], [0])
cells[0][0] += 1
cells[1].extend(cells[0])
print(cells, hash((1, "a", None, 2.5, (True,))) == hash((1, "a", None, 2.5, (1,))))
try:
    cells[0] += [9]
except TypeError as error:
    print(error, cells)
try:
    {cells: 1}
except TypeError as error:
    print(error)


class Version(tuple):
    __slots__ = ()

    def __new__(cls, text):
        return super().__new__(cls, map(int, text.split(".")))

    def __str__(self):
        return ".".join(map(str, self))

    def bump(self, index=-1):
        index %= len(self)
        return type(self)(".".join(str(n + (i == index)) for i, n in enumerate(self)))

    def __lt__(self, other):
        print("<", end=" ")
        return super().__lt__(other)


v = Version("1.9.3")
print(
    v,
    repr(v),
    v.bump(),
    v.bump(0),
    v[1],
    v < Version("1.10"),
    v == (1, 9, 3),
    (1, 9, 3) == v,
    v + (4,),
    type(v + ()).__name__,
    len(v),
    {v: "k"}[1, 9, 3],
    sorted([Version("2.0"), v])[0] is v,
)
try:
    Version("1.x")
except ValueError as error:
    print(error)
try:
    v.extra = 1
except AttributeError as error:
    print(error)
a, *b = v
(c, d), *e = [(1, 2), 3, (4,)]
print(a, b, c, d, e)
deep = ()
for i in range(5):
    deep = (i, deep)
print(deep, str(deep).count("("))
while deep:
    n, deep = deep
    print(n, end=" ")
print(trace("a"), trace("b"))
