"""Rich comparison: reflection, NotImplemented, subclass priority, non-bool results, chaining, defaults."""


class Traced:
    def __init__(self, name, answer=True):
        self.name, self.answer = name, answer

    def __repr__(self):
        return self.name


log = []
for method, symbol in (("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">="), ("eq", "=="), ("ne", "!=")):

    def compare(self, other, symbol=symbol):
        log.append(f"{self}{symbol}{other}")
        return self.answer

    setattr(Traced, f"__{method}__", compare)


class Child(Traced):
    def __lt__(self, other):
        log.append(f"child {self}<{other}")
        return NotImplemented

    def __gt__(self, other):
        log.append(f"child {self}>{other}")
        return "child says"


def show(label, value):
    print(f"{label:<12}{value!r:<16}{' '.join(log)}")
    log.clear()


a, b, no, never = Traced("a"), Traced("b", "yes"), Traced("no", False), Traced("never", NotImplemented)
child = Child("child")
show("a < b", a < b)
show("b < a", b < a)
show("a > 1", a > 1)
show("1 < a", 1 < a)
show("1 >= a", 1 >= a)
show("'x' == a", "x" == a)
show("None != a", None != a)
show("a == b == no", a == b == no)
show("a < no < b", a < no < b)
show("a < b < no", a < b < no)
show("not a < b", not a < b)
show("a < child", a < child)
show("child < a", child < a)
show("child > a", child > a)
show("a > child", a > child)
show("never == a", never == a)
show("a in [no]", a in [no, b])
show("[a] == [no]", [a] == [no])
show("(a,) < (b,)", (a,) < (no,))
show("max", max(a, no))
show("min", min(no, a))
show("sorted", sorted([a, no]))
for label, thunk in (
    ("never < a", lambda: never < a),
    ("never < never", lambda: never < never),
    ("never == never", lambda: never == never),
    ("never == 1", lambda: never == 1),
    ("never != 1", lambda: never != 1),
    ("never < 1", lambda: never < 1),
):
    try:
        show(label, thunk())
    except TypeError as error:
        show(label, str(error))


class OnlyEq:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        log.append("eq")
        return self.n == getattr(other, "n", other)


class OnlyNe:
    def __ne__(self, other):
        return False


class EqRaises:
    def __eq__(self, other):
        raise ValueError("eq raised")


class EqList:
    """A comparison whose result is not a bool, as array libraries do."""

    def __init__(self, *items):
        self.items = items

    def __eq__(self, other):
        return [x == other for x in self.items]

    def __lt__(self, other):
        return EqList(*(x < other for x in self.items))

    def __bool__(self):
        return all(self.items)

    def __and__(self, other):
        return EqList(*(p and q for p, q in zip(self.items, other.items)))


show("only eq", OnlyEq(1) != OnlyEq(2))
show("only eq same", OnlyEq(1) != OnlyEq(1))
show("only ne", (OnlyNe() != 5, OnlyNe() == 5))
v = EqList(1, 5, 9)
show("list result", (v == 5, bool(v < 10), bool(v < 6)))
show("chained", bool(v < 10 < 20))
show("combined", ((v < 6) & (v < 2)).items)
for thunk in (
    lambda: EqRaises() == 1,
    lambda: EqRaises() != 1,
    lambda: 1 == EqRaises(),
    lambda: 1 in [EqRaises()],
    lambda: [EqRaises()].count(1),
    lambda: {1: 2} == {1: EqRaises()},
    lambda: v > 5,
    lambda: v <= 5,
    lambda: OnlyEq(1) < OnlyEq(2),
):
    try:
        print(thunk())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
nan = float("nan")
print(
    nan == nan,
    nan != nan,
    nan < nan,
    [nan] == [nan],
    (nan, 1) < (nan, 2),
    {nan} == {nan},
    object() == object(),
    object() != object(),
    None == None,
    None != 0,
    NotImplemented == NotImplemented,
    int == int,
    int != float,
    len == len,
    [] == (),
    {} == set(),
    1 == 1.0 == True,
    "a" == b"a",
    range(0) == [],
)
