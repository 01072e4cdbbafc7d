"""__missing__, __format__, __sizeof__-free protocols: __index__ in slices, __hash__ with dicts, __bool__ against __len__."""


class Bits:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n

    def __format__(self, spec):
        if spec == "bits":
            return f"{self.n:#010b}"
        if spec.startswith("group"):
            size = int(spec[5:] or 4)
            text = f"{self.n:b}"
            text = text.zfill(-(-len(text) // size) * size)
            return "_".join(text[i : i + size] for i in range(0, len(text), size))
        return format(self.n, spec)

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == (other.n if isinstance(other, Bits) else other)

    def __repr__(self):
        return f"Bits({self.n})"


b = Bits(5)
print(
    f"{b} {b:bits} {b:group} {b:group2} {b:>6} {b:x} {b!r:>9}",
    "{:bits}|{!r}".format(b, b),
    format(b, "04d"),
    "%x %o %s" % (b, b, b),
)
print(
    list(range(10))[b],
    "abcdefghij"[b:],
    (1, 2, 3, 4, 5, 6)[-int(b)],
    [0] * Bits(3),
    list(range(Bits(2), b)),
    hex(b),
    bin(b),
    oct(Bits(64)),
    bytes(Bits(2)),
    chr(Bits(97)),
    int(b),
    float(Bits(7)),
    round(3.14159, Bits(2)),
    {5: "five"}[b],
    {b: "bits"}[5],
    b in {5},
    5 in [b],
    "%*d|" % (Bits(6).n, 42),
    divmod(int(b), 2),
    [10, 20, 30].pop(Bits(1)),
    "x".zfill(Bits(3)),
    "a,b,c".split(",", Bits(1)),
    slice(b).indices(10),
)


class Fallback(dict):
    missing = []

    def __missing__(self, key):
        self.missing.append(key)
        if isinstance(key, int) and key > 0:
            return self[key - 1] + 1
        if isinstance(key, str) and len(key) > 1:
            return [self[ch] for ch in key]
        if key == "raise":
            raise LookupError
        return 0


f = Fallback(a=100)
print(
    f[3],
    f.missing,
    f["abz"],
    f["a"],
    f.get("zz"),
    "zz" in f,
    f.setdefault("new", 7),
    f["new"],
    len(f),
    f.pop("none", "default"),
    "%(x)s" % f,
    "{y}".format_map(f),
    f | {},
    dict(f),
)
try:
    "{y}".format(**f)
except KeyError as error:
    print("KeyError", error)
f.missing.clear()


class Vector:
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __bool__(self):
        return any(self.items)

    def __abs__(self):
        return sum(i * i for i in self.items) ** 0.5

    def __neg__(self):
        return Vector(*(-i for i in self.items))

    def __pos__(self):
        return Vector(*(abs(i) for i in self.items))

    def __invert__(self):
        return Vector(*reversed(self.items))

    def __round__(self, n=None):
        return Vector(*(round(i, n) for i in self.items))

    def __divmod__(self, d):
        return Vector(*(i // d for i in self.items)), Vector(*(i % d for i in self.items))

    def __matmul__(self, other):
        return sum(p * q for p, q in zip(self.items, other.items))

    def __pow__(self, n, mod=None):
        return Vector(*(pow(i, n, mod) for i in self.items))

    def __format__(self, spec):
        return "<" + ", ".join(format(i, spec) for i in self.items) + ">"

    def __str__(self):
        return f"{self:g}"

    def __repr__(self):
        return f"Vector{self.items}"

    def __iter__(self):
        return iter(self.items)

    def __bytes__(self):
        return bytes(abs(int(i)) % 256 for i in self.items)

    def __contains__(self, x):
        return any(abs(x - i) < 0.01 for i in self.items)


v, zero = Vector(3, -4), Vector(0, 0)
print(
    bool(v),
    bool(zero),
    len(zero),
    not zero,
    abs(v),
    -v,
    +v,
    ~v,
    f"{v:.1f}",
    f"{v}",
    str(zero),
    repr(v),
    [v],
    round(Vector(1.256, 2.5)),
    round(Vector(1.256, 2.5), 1),
    v @ Vector(2, 1),
    v**2,
    pow(Vector(3, 5), 2, 7),
    bytes(v),
    3.001 in v,
    5 in v,
    [*v],
    max(v),
    sorted(v),
    "zero" if zero else "falsy",
    v and "truthy",
    zero or "default",
    all([v, v]),
    any([zero]),
)
q, r = divmod(Vector(7, -7), 2)
print(q, r, sum(v), dict(enumerate(v)), {**dict(zip("xy", v))}, (lambda x, y: x * y)(*v))


class LenOnly:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class BoolNone:
    __bool__ = None


print(bool(LenOnly(0)), bool(LenOnly(2)), [x.n for x in (LenOnly(0), LenOnly(1)) if x], LenOnly(0) or "empty")
for bad in (
    lambda: bool(BoolNone()),
    lambda: f"{b:nope}",
    lambda: f"{v:zz}",
    lambda: [1][Bits(9)],
    lambda: "x"[Bits(-5)],
    lambda: f["raise"],
    lambda: Fallback()[[]],
    lambda: chr(Bits(-1)),
    lambda: range(Bits(1.5)),
    lambda: v @ 5,
    lambda: v + v,
    lambda: 2**v,
    lambda: divmod(5, v),
    lambda: float(v),
    lambda: int(v),
    lambda: v[0],
    lambda: v < v,
    lambda: bytes(Vector("a")),
    lambda: round(b),
    lambda: abs(b),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
