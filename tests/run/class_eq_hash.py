"""Rules of __eq__, __ne__ and __hash__ in classes and subclasses, and containers that use them."""


class Default:
    pass


class Equal:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Equal) and self.n == other.n


class Hashed(Equal):
    def __hash__(self):
        return hash(self.n)


class Reflected:
    def __init__(self, log):
        self.log = log

    def __eq__(self, other):
        self.log.append("eq")
        return NotImplemented

    def __ne__(self, other):
        self.log.append("ne")
        return NotImplemented


class Answers:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        return self.answer

    __hash__ = None


class SubEqual(Equal):
    def __eq__(self, other):
        return f"SubEqual.__eq__({self.n})"


class OnlyNe:
    def __ne__(self, other):
        return "only ne"


class OnlyLt:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"L{self.n}"


a, b = Default(), Default()
print(
    a == a,
    a == b,
    a != b,
    a is a,
    {a: 1}.get(b),
    a in [b, a],
    hash(a) == hash(a),
    a == None,
    a.__eq__(b),
    a.__ne__(b),
    a.__eq__(a),
)
x, y = Equal(1), Equal(1)
print(
    x == y,
    x != y,
    x == 1,
    x in [y],
    [x] == [y],
    (x, 2) == (y, 2),
    {"k": x} == {"k": y},
    [x, y].count(x),
    [y].index(x),
    Equal.__hash__,
    x.__hash__,
)
h, i = Hashed(5), Hashed(5)
print(
    h == i,
    hash(h) == hash(i),
    len({h, i}),
    {h: "v"}[i],
    {h} == {i},
    Equal(5) == h,
    h in {i: 1},
    frozenset([h]) == frozenset([i]),
)
log = []
r, s = Reflected(log), Reflected(log)
print(r == s, log)
log.clear()
print(r != s, r == 5, 5 == r, r == r, log)
print(
    Answers("text") == 1,
    Answers(0) != 1,
    Answers([]) != 1,
    1 == Answers("reflected"),
    Answers(None) == Answers("right"),
    [Answers(1)] == [2],
    [Answers(0)] == [2],
    Answers([]) in [1],
    1 in [Answers("yes")],
)
print(Equal(1) == SubEqual(2), SubEqual(2) == Equal(1), Equal(1) != SubEqual(2), OnlyNe() != 1, OnlyNe() == 1)
print(
    OnlyLt(1) < OnlyLt(2),
    OnlyLt(1) > OnlyLt(2),
    sorted([OnlyLt(2), OnlyLt(1)]),
    max(OnlyLt(1), OnlyLt(3)),
    min([OnlyLt(4), OnlyLt(3)]),
)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: hash(x))
attempt(lambda: {x})
attempt(lambda: {x: 1})
attempt(lambda: hash(SubEqual(1)))
attempt(lambda: OnlyLt(1) <= OnlyLt(2))
attempt(lambda: OnlyLt(1) < 5)
attempt(lambda: 5 > OnlyLt(1))
attempt(lambda: a < b)
attempt(lambda: Equal(1) < Equal(2))
attempt(lambda: Default() >= Default())


class Total:
    """All orders from one key."""

    def __init__(self, *key):
        self.key = key

    def _compare(self, other, test):
        return test(self.key, other.key) if isinstance(other, Total) else NotImplemented

    def __lt__(self, other):
        return self._compare(other, lambda p, q: p < q)

    def __le__(self, other):
        return self._compare(other, lambda p, q: p <= q)

    def __gt__(self, other):
        return self._compare(other, lambda p, q: p > q)

    def __ge__(self, other):
        return self._compare(other, lambda p, q: p >= q)

    def __eq__(self, other):
        return self._compare(other, lambda p, q: p == q)

    def __hash__(self):
        return hash(self.key)


p, q = Total(1, "a"), Total(1, "b")
print(
    p < q,
    p <= q,
    p > q,
    p >= q,
    p == q,
    p != q,
    p < q < Total(2),
    p <= p >= p,
    sorted([q, p])[0] is p,
    len({p, q, Total(1, "a")}),
    p == "x",
    p != "x",
)
attempt(lambda: p < "x")
attempt(lambda: p < Total("a"))
attempt(lambda: "x" >= p)


class Mutating(Hashed):
    """Changes its own hash after it was stored."""


m = Mutating(1)
table = {m: "stored"}
m.n = 100
print(m in table, Mutating(1) in table, list(table.values()), len({**table, m: "again"}))


class BadEq:
    def __eq__(self, other):
        raise RuntimeError("no comparison")

    def __hash__(self):
        return 1


bad = BadEq()
attempt(lambda: [bad] == [bad])
attempt(lambda: [bad] == [BadEq()])
attempt(lambda: {bad: 1, BadEq(): 2})
attempt(lambda: bad in (bad, 1))
attempt(lambda: 1 in (bad,))
attempt(lambda: bad != 1)
