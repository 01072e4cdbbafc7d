"""Subclasses of int, float, str, list, tuple, dict, bytes and their results' types."""


class Int(int):
    def __repr__(self):
        return f"Int({int(self)})"


class Float(float):
    def __str__(self):
        return f"~{float(self):.1f}"


class Text(str):
    def shout(self):
        return Text(self.upper() + "!")


class List(list):
    def __init__(self, *items):
        super().__init__(items)
        self.reads = 0

    def __getitem__(self, index):
        self.reads += 1
        return super().__getitem__(index)

    def append(self, item):
        super().append(item)
        return self


class Tuple(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    def __getitem__(self, index):
        result = super().__getitem__(index)
        return Tuple(*result) if isinstance(index, slice) else result


class Bytes(bytes):
    def __repr__(self):
        return f"Bytes<{self.hex()}>"


class Dict(dict):
    pass


def kinds(*values):
    print([f"{type(v).__name__}:{v!r}" for v in values])


i, j = Int(7), Int(3)
kinds(
    i,
    +i,
    -i,
    i + j,
    i + 1,
    1 + i,
    i * 2.0,
    i // j,
    i**j,
    abs(Int(-2)),
    round(i),
    int(i),
    Int(i),
    i & j,
    ~i,
    divmod(i, j),
    max(i, j),
    sum([i, j]),
    i if i else j,
    Int("12"),
    Int(),
    Int("ff", 16),
)
print(
    i == 7,
    i == Int(7),
    hash(i) == hash(7),
    {7: "k"}[i],
    [0] * j,
    "abcdefgh"[i],
    range(j),
    f"{i} {i:03d} {i!s}",
    "%d %s %r" % (i, i, i),
    [i],
    isinstance(i, int),
    type(i) is int,
    i.bit_length(),
    i.real,
    type(i.real).__name__,
)
f = Float(2.25)
kinds(f, f + 1, -f, f * f, round(f), round(f, 1), Float("1e3"), abs(f), f // 1, Float.fromhex("0x1p3"))
print(f, str(f), repr(f), f"{f}", f"{f:.3f}", [f], f == 2.25, f.is_integer(), int(f), "%s %.2f" % (f, f))
t = Text("héllo")
kinds(
    t,
    t.shout(),
    t.shout().shout(),
    t + "x",
    "x" + t,
    t * 2,
    t[1:],
    t.upper(),
    t.replace("h", "j"),
    Text(5),
    Text(b"x", "ascii"),
    t.join("ab"),
    t.split("l"),
    str(t),
    t.strip(),
    t[:],
)
print(
    t == "héllo",
    hash(t) == hash("héllo"),
    t in {"héllo"},
    {t: 1},
    len(t),
    "llo" in t,
    t.encode(),
    sorted(t),
    t.__dict__,
)
l = List(3, 1, 2)
l.append(4).append(5)
kinds(l, l[0], l[1:], l + [9], [9] + l, l * 2, list(l), l.copy(), sorted(l), l[:], List(*l))
print(
    l.reads,
    [x for x in l],
    l.reads,
    l.pop(),
    l.index(1),
    l == [3, 1, 2, 4],
    2 in l,
    l.sort(),
    l,
    max(l),
    sum(l),
    bool(List()),
    l.reads,
)
l += [6]
l *= 2
print(type(l).__name__, l, l.reads, l.__dict__)
u = Tuple(1, 2, 3)
kinds(u, u[0], u[1:], u + (4,), u * 2, tuple(u), Tuple(*u), Tuple())
a, *b = u
print(
    a, b, u == (1, 2, 3), hash(u) == hash((1, 2, 3)), u < (1, 3), {(1, 2, 3): "k"}[u], "%s-%s-%s" % u, u.index(2), [*u]
)
kinds(Bytes(b"ab"), Bytes(2), Bytes(b"ab") + b"c", Bytes(b"ab")[0], Bytes(b"ab")[:1], Bytes.fromhex("0aff"))
d = Dict(a=1)
kinds(d, d.copy(), d | {"b": 2}, {"b": 2} | d, Dict.fromkeys("xy", 0), dict(d))
d.attribute = "set"
print(d.attribute, d, d == {"a": 1}, list(d), {**d}, (lambda **k: k)(**d))


class Celsius(Float):
    unit = "C"

    def __new__(cls, value, *, unit=None):
        self = super().__new__(cls, value)
        if unit:
            self.unit = unit
        return self

    def __init__(self, value, *, unit=None):
        self.made_from = value

    def __add__(self, other):
        return type(self)(float(self) + other, unit=self.unit)

    def __eq__(self, other):
        return float(self) == other and self.unit == getattr(other, "unit", self.unit)

    __hash__ = Float.__hash__


x, y = Celsius("20.5"), Celsius(20.5, unit="K")
print(
    x,
    x.unit,
    y.unit,
    x == y,
    x == 20.5,
    x + 1,
    (y + 1).unit,
    x.made_from,
    (x + 1).made_from,
    hash(x) == hash(y),
    [c.__name__ for c in Celsius.__mro__],
)
for bad in (
    lambda: Int("x"),
    lambda: Float("x"),
    lambda: Tuple(1, 2)[5],
    lambda: Text(b"\xff", "utf-8"),
    lambda: List(1)["a"],
    lambda: Celsius(),
    lambda: Celsius(1, 2),
    lambda: type("Both", (int, str), {}),
    lambda: type("FromBool", (bool,), {}),
    lambda: int.__new__(str, 5),
    lambda: int.__new__(Int, 5),
    lambda: object.__new__(int),
    lambda: type("FromNone", (type(None),), {}),
    lambda: type("FromRange", (range,), {}),
):
    try:
        print(bad())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
