"""Call sites that see one, two, three and eight classes, classes with the same shape, None among them, duck types."""


def shape(name, factor, extra=()):
    """Makes a class; all have `size`, and some more attributes before it."""

    def __init__(self, n):
        for e in extra:
            setattr(self, e, e)
        self.size = n

    def area(self):
        return self.size * factor

    return type(name, (), {"__init__": __init__, "area": area, "kind": name.lower()})


A, B, C = shape("A", 1), shape("B", 2.5), shape("C", 3, ("pad",))
OTHERS = [shape(f"K{i}", i, ("p", "q", "r")[: i % 4]) for i in range(8)]


class Written:
    kind = "written"

    def __init__(self, n):
        self.size = n

    def area(self):
        return self.size + 1


class Swapped:
    kind = 7

    def __init__(self, n):
        self.other = 0
        self.size = n

    def area(self):
        return -self.size


class Ducky:
    kind = None
    size = 4
    area = staticmethod(lambda: 40)


class Through:
    """Answers by __getattr__ alone."""

    def __getattr__(self, name):
        return {"size": 1, "kind": "through", "area": lambda: 2**63}[name]


def site(objects, rounds):
    t, kinds = 0, {}
    for i in range(rounds):
        o = objects[i % len(objects)]
        t += o.area()
        t += o.size
        kinds[o.kind] = kinds.get(o.kind, 0) + 1
    return t, kinds


for classes in ([Written], [Written, Swapped], [A, B, Written], [A, B, C, Written, Swapped], OTHERS, [Ducky, Written, Through]):
    print(site([c(i + 1) if c not in (Ducky, Through) else c() for i, c in enumerate(classes)], 1000))
print(site([Ducky, Written(2)], 10))
mixed = [Written(i) for i in range(20)]
print(site(mixed, 500))
mixed[7] = Swapped(0.5)
print(site(mixed, 500))
for odd in (None, 5, "text", Written, print, [], object()):
    mixed[13] = odd
    try:
        print(site(mixed, 500))
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
mixed[13] = Written(2**62)
print(site(mixed, 500))


class Expr:
    pass


class Num(Expr):
    def __init__(self, value):
        self.value = value

    def eval(self):
        return self.value


class Add(Expr):
    def __init__(self, left, right):
        self.left, self.right = left, right

    def eval(self):
        return self.left.eval() + self.right.eval()


class Mul(Add):
    def eval(self):
        return self.left.eval() * self.right.eval()


class Neg(Expr):
    def __init__(self, operand):
        self.operand = operand

    def eval(self):
        return -self.operand.eval()


class Let(Expr):
    def __init__(self, cell):
        self.cell = cell

    def eval(self):
        return self.cell[0]


def by_isinstance(e):
    """The same evaluation as a tree of type tests; subclasses first."""
    if isinstance(e, Num):
        return e.value
    if isinstance(e, Mul):
        return by_isinstance(e.left) * by_isinstance(e.right)
    if isinstance(e, Add):
        return by_isinstance(e.left) + by_isinstance(e.right)
    if isinstance(e, (Neg, int)):
        return -by_isinstance(e.operand)
    if type(e) is Let:
        return e.cell[0]
    raise TypeError(f"no expression: {type(e).__name__}")


cell = [1]
tree = Add(Mul(Num(3), Let(cell)), Neg(Add(Num(1), Mul(Let(cell), Let(cell)))))
for value in (1, 2.5, 2**40, -(2**63), True, None, "ab", float("nan")):
    cell[0] = value
    for evaluate in (Add.eval, by_isinstance):
        try:
            print(evaluate(tree), end=" ")
        except TypeError as error:
            print(error, end=" ")
print()
tree.left = "not a tree"
for evaluate in (Add.eval, by_isinstance):
    try:
        evaluate(tree)
    except (AttributeError, TypeError) as error:
        print(error)
