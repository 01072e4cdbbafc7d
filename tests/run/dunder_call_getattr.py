"""__call__, __getattr__ and class-level tricks: fluent interfaces, currying objects, lazy modules of values."""


class Curry:
    def __init__(self, function, *args):
        self.function, self.args = function, args

    def __call__(self, *more):
        args = self.args + more
        return self.function(*args) if len(args) >= 3 else Curry(self.function, *args)


class Path:
    def __init__(self, *parts):
        self._parts = parts

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Path(*self._parts, name)

    def __getitem__(self, key):
        return Path(*self._parts[:-1], f"{self._parts[-1] if self._parts else ''}[{key!r}]")

    def __call__(self, *args, **kwargs):
        text = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        return Path(*self._parts[:-1], f"{self._parts[-1]}({text})")

    def __truediv__(self, other):
        return Path(*self._parts, other)

    def __str__(self):
        return ".".join(self._parts)

    def __eq__(self, other):
        return str(self) == str(other)


class Lazy:
    def __init__(self, **thunks):
        self._thunks = thunks
        self.log = []

    def __getattr__(self, name):
        if name == "_thunks" or name not in self._thunks:
            raise AttributeError(f"{type(self).__name__} has no {name!r}")
        self.log.append(name)
        value = self._thunks[name](self)
        setattr(self, name, value)
        return value


class Switch:
    def __init__(self):
        self.cases = {}

    def case(self, *values):
        def register(function):
            for value in values:
                self.cases[value] = function
            return function

        return register

    def __call__(self, value, *args):
        return self.cases.get(value, self.default)(value, *args)

    def default(self, value, *args):
        return f"default {value} {args}"


class Composable:
    def __init__(self, function):
        self.function = function

    def __call__(self, *args):
        return self.function(*args)

    def __rshift__(self, other):
        return Composable(lambda *args: other(self(*args)))

    def __rrshift__(self, value):
        return self(value)

    def __matmul__(self, other):
        return Composable(lambda *args: self(other(*args)))

    def __pow__(self, n):
        return Composable(lambda x: x) if n == 0 else self >> self ** (n - 1)


add3 = Curry(lambda a, b, c: f"{a}{b}{c}")
print(add3(1)(2)(3), add3(1, 2)(3), add3()(1)(2, 3), add3(1)("x", "y"))
p = Path()
print(p.users.find(1, active=True).name, p.a["k"].b[0](), p / "x" / "y", p.a.b == "a.b", str(p) == "", p.x.y("z").w)
try:
    p.__secret__
except AttributeError as error:
    print(error)
lazy = Lazy(
    base=lambda self: 10,
    double=lambda self: self.base * 2,
    broken=lambda self: self.nothing,
    recursive=lambda self: self.double + self.base,
)
print(lazy.recursive, lazy.double, lazy.base, lazy.log, sorted(k for k in vars(lazy) if k not in ("_thunks", "log")))
for name in ("nothing", "broken", "_hidden"):
    try:
        getattr(lazy, name)
    except AttributeError as error:
        print(name, "->", error)
print(hasattr(lazy, "double"), hasattr(lazy, "broken"), getattr(lazy, "broken", "default"), lazy.log)
switch = Switch()


@switch.case(1, "one")
def first(value, *args):
    return f"first {value} {args}"


@switch.case(2)
def second(value):
    return "second"


print(switch(1), switch("one", "extra"), switch(2), switch(99, 1), first(5))
try:
    switch(2, "too many")
except TypeError as error:
    print(error)
inc, double = Composable(lambda x: x + 1), Composable(lambda x: x * 2)
print(
    (inc >> double)(5),
    (inc @ double)(5),
    (inc**5)(0),
    5 >> inc >> double,
    (double**0)(7),
    (inc >> str >> len)(99),
    (Composable(max) >> inc)(3, 9, 2),
)


class Meta:
    def __call__(self, *args, **kwargs):
        return self

    def __getattr__(self, name):
        return self

    def __getitem__(self, key):
        return self

    def __str__(self):
        return "self"

    def __iter__(self):
        return iter((1, 2))

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return True


m = Meta()
with m.anything.goes[1:2](3, k=4).x as inside:
    print(inside, m()()()[0].a, *m, [x for x in m.y])
    raise ValueError("swallowed")
a, b = m.pair
print(a, b, callable(m), callable(m.x), m.__class__.__name__)


class Recursive:
    def __call__(self, n):
        return n if n < 2 else self(n - 1) + self(n - 2)


print(
    Recursive()(12),
    list(map(Recursive(), range(5))),
    (lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)),
)
