"""Operators of user classes in hot loops: reflected operands, NotImplemented, in-place forms, subclasses first, added late."""


class Mod:
    """Numbers modulo 97."""

    def __init__(self, n):
        self.n = n % 97

    def __add__(self, other):
        if isinstance(other, Mod):
            return Mod(self.n + other.n)
        if isinstance(other, int):
            return Mod(self.n + other)
        return NotImplemented

    __radd__ = __add__

    def __mul__(self, other):
        return Mod(self.n * (other.n if isinstance(other, Mod) else other))

    def __rsub__(self, other):
        return Mod(other - self.n)

    def __eq__(self, other):
        return self.n == getattr(other, "n", other)

    def __lt__(self, other):
        return self.n < (other.n if isinstance(other, Mod) else other)

    def __neg__(self):
        return Mod(-self.n)

    def __bool__(self):
        return self.n != 0

    def __repr__(self):
        return f"m{self.n}"


class Sub(Mod):
    def __radd__(self, other):
        return f"sub radd {other}"

    def __iadd__(self, other):
        self.n += 1
        return self


def fold(items, start):
    t = start
    for x in items:
        t = t + x
    return t


def fold_inplace(items, start):
    for x in items:
        start += x
    return start


MIXED = [1, Mod(5), 2, True, Mod(96)]
print(fold(MIXED * 100, 0), fold(MIXED, Mod(0)), fold_inplace(MIXED * 100, 0), fold_inplace(MIXED, Sub(3)), fold([Mod(1), Sub(2)], 0), sum(MIXED))
for a, b in ((Mod(1), 1.5), (1.5, Mod(1)), ("a", Mod(1)), (Mod(1), None), (None, Mod(2)), (Mod(3), Sub(4)), (Sub(4), Mod(3)), (5, Sub(1)), (2**80, Mod(0))):
    for name, op in (("+", lambda p, q: p + q), ("-", lambda p, q: p - q), ("<", lambda p, q: p < q), ("==", lambda p, q: p == q), (">=", lambda p, q: p >= q)):
        try:
            print(a, name, b, "=", op(a, b), end="; ")
        except TypeError as error:
            print(error, end="; ")
    print()


def arithmetic(values):
    """The same expression over ints, floats and user numbers."""
    out = []
    for v in values:
        try:
            out.append(((v + 1) * 2, 10 - v, -v, not v, v == 5, v < 3))
        except TypeError as error:
            out.append(str(error))
    return out


for row in arithmetic([5, 2.5, Mod(5), Sub(96), True, 2**63, "x", [1], None]):
    print(row)


class Late:
    pass


def late(n):
    x, out = Late(), []
    for i in range(n):
        if i == 2:
            Late.__add__ = lambda self, other: other * 2
        if i == 4:
            Late.__radd__ = lambda self, other: other * 0.5
        if i == 6:
            Late.__add__ = lambda self, other: NotImplemented
        if i == 8:
            Late.__iadd__ = lambda self, other: other
        if i == 10:
            del Late.__add__, Late.__radd__
        if i == 12:
            x.__add__ = lambda other: "never looked at"
        for op in (lambda: x + i, lambda: i + x, lambda: fold_inplace([i], x)):
            try:
                out.append(op())
            except TypeError as error:
                out.append(str(error)[:30])
    return out


for n, entry in enumerate(late(14)):
    print(entry, end="\n" if n % 3 == 2 else " | ")


class Key:
    """Equal to others of the same group; its hash and its equality are counted."""

    calls = {"hash": 0, "eq": 0}

    def __init__(self, group, n):
        self.group, self.n = group, n

    def __hash__(self):
        Key.calls["hash"] += 1
        return hash(self.group)

    def __eq__(self, other):
        Key.calls["eq"] += 1
        if self.n == -1 or isinstance(other, Key) and other.n == -1:
            raise ValueError("not comparable")
        return isinstance(other, Key) and self.group == other.group


def group(n):
    d = {}
    for i in range(n):
        k = Key(i % 13, i)
        d[k] = d.get(k, 0) + i
    return sorted((k.group, k.n, v) for k, v in d.items())


print(group(500), Key.calls)
d = {Key(1, 1): "one", 1: "int"}
print(len(d), d[Key(1, 5)], d[1], Key(2, 2) in d, len({Key(3, i) for i in range(50)}), [Key(1, 0), 1].index(1))
for probe in (lambda: d[Key(1, -1)], lambda: d[Key(9, -1)], lambda: [Key(1, 1)].count(Key(2, -1)), lambda: Key(1, -1) in [Key(1, 2)]):
    try:
        print(probe())
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error if isinstance(error, ValueError) else "")
