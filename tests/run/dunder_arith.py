"""Binary operators: forward, reflected, in-place, NotImplemented, subclass priority."""


class Vector:
    def __init__(self, *items):
        self.items = items

    def __repr__(self):
        return f"V{self.items}"

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return self.items == other.items

    def __add__(self, other):
        if isinstance(other, (int, float)):
            return Vector(*(a + other for a in self.items))
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self.items, other.items, strict=True)))

    __radd__ = __add__

    def __mul__(self, k):
        return Vector(*(a * k for a in self.items)) if isinstance(k, int) else NotImplemented

    def __rmul__(self, k):
        return f"rmul {k}"

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.items, other.items))

    def __neg__(self):
        return Vector(*(-a for a in self.items))

    def __pos__(self):
        return self

    def __abs__(self):
        return sum(a * a for a in self.items) ** 0.5

    def __invert__(self):
        return Vector(*self.items[::-1])

    def __sub__(self, other):
        return self + -other

    def __iadd__(self, other):
        print("iadd", end=" ")
        self.items += tuple(other.items)
        return self


a, b = Vector(1, 2), Vector(3, 4)
print(a + b, a - b, a * 3, 3 * a, a + 1, 1 + a, sum([a, b]), a @ b, -a, +a is a, abs(b), ~a)
c = a
c += b
print(c, a, c is a)
c -= Vector(1, 1, 1, 1)
print(c, a, c is a)


class Logger:
    def __init__(self, name):
        self.name = name


def install(cls, symbol, name):
    def forward(self, other):
        print(f"{self.name}.__{name}__", end=" ")
        return (
            NotImplemented
            if other == "refuse" or getattr(other, "refuse", False)
            else f"{self.name}{symbol}{getattr(other, 'name', other)}"
        )

    def reflected(self, other):
        print(f"{self.name}.__r{name}__", end=" ")
        return f"{getattr(other, 'name', other)}{symbol}{self.name}"

    setattr(cls, f"__{name}__", forward)
    setattr(cls, f"__r{name}__", reflected)


for symbol, name in (
    ("+", "add"),
    ("-", "sub"),
    ("*", "mul"),
    ("/", "truediv"),
    ("//", "floordiv"),
    ("%", "mod"),
    ("**", "pow"),
    ("<<", "lshift"),
    (">>", "rshift"),
    ("&", "and"),
    ("|", "or"),
    ("^", "xor"),
    ("@", "matmul"),
):
    install(Logger, symbol, name)


class Child(Logger):
    def __radd__(self, other):
        return f"child radd {getattr(other, 'name', other)}"


class Plain(Logger):
    pass


s_code = 115
x, y, child, plain = Logger("x"), Logger("y"), Child("child"), Plain("plain")
print(
    x + y,
    x - 1,
    1 - x,
    2**x,
    x**2,
    s_code % y,
    x // 3,
    3 // x,
    x << y,
    5 @ x,
    x & 1,
    1 | x,
    1 ^ x,
    8 >> x,
    2.5 / x,
    x * [1],
    [1] * x,
)
print(x + child, child + x, x + plain, plain + x)
y.refuse = child.refuse = True
for thunk in (lambda: x + y, lambda: x - child, lambda: 1 - y):
    try:
        print(thunk())
    except TypeError as error:
        print(error)


class ThreeWay:
    def __pow__(self, exponent, modulus=None):
        return "pow", exponent, modulus

    def __divmod__(self, other):
        return "divmod", other

    def __rdivmod__(self, other):
        return "rdivmod", other


print(ThreeWay() ** 2, pow(ThreeWay(), 2, 3), divmod(ThreeWay(), 1), divmod(1, ThreeWay()))
for thunk in (
    lambda: a + "x",
    lambda: "x" + a,
    lambda: a * 1.5,
    lambda: a / 2,
    lambda: a < b,
    lambda: a @ 1,
    lambda: a + Vector(1),
    lambda: ThreeWay() + 1,
    lambda: a - None,
):
    try:
        print(thunk())
    except Exception as error:
        print(type(error).__name__, error)
print(a == 5, a != 5, 5 == a, a == Vector(*a.items), a != b)
