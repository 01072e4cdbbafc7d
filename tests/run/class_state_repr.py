"""__dict__, vars, getattr with computed names, copying of instances, and generic repr and equality."""


class Record:
    fields = ()

    def __init__(self, *args, **kwargs):
        if len(args) > len(self.fields):
            raise TypeError(f"{type(self).__name__} takes at most {len(self.fields)} arguments ({len(args)} given)")
        for name, value in zip(self.fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in self.__dict__:
                raise TypeError(f"duplicate value for {name}")
            if name not in self.fields:
                raise TypeError(f"unknown field {name}")
            setattr(self, name, value)
        for name in self.fields:
            if not hasattr(self, name):
                raise TypeError(f"missing field {name}")

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.fields)})"

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def replace(self, **changes):
        return type(self)(**{**vars(self), **changes})

    def __iter__(self):
        return (getattr(self, name) for name in self.fields)

    def __getitem__(self, key):
        return getattr(self, key) if isinstance(key, str) else getattr(self, self.fields[key])


class Point(Record):
    fields = ("x", "y")


class Line(Record):
    fields = ("start", "end", "style")
    style = "solid"

    @property
    def length(self):
        return ((self.start.x - self.end.x) ** 2 + (self.start.y - self.end.y) ** 2) ** 0.5


def clone(instance):
    copy = object.__new__(type(instance))
    copy.__dict__.update(instance.__dict__)
    return copy


p, q = Point(1, y=2), Point(4, 6)
line = Line(p, q)
print(
    p,
    line,
    line.length,
    line.style,
    line.replace(style="dotted"),
    p == Point(1, 2),
    p == q,
    p != Point(1, 2),
    [*p],
    p["x"],
    p[-1],
    dict(zip(p.fields, p)),
    vars(line).keys(),
)
x, y = q
print(x, y, Line(end=p, start=q, style=None), "style" in vars(line), "style" in vars(line.replace(style=1)))
twin = clone(line)
twin.end = Point(0, 0)
twin.start.x = 100
print(line, twin, twin == line, type(twin) is Line, sep="\n")
for bad in (
    lambda: Point(1),
    lambda: Point(1, 2, 3),
    lambda: Point(1, x=2),
    lambda: Point(1, z=2),
    lambda: p["q"],
    lambda: p[2],
    lambda: p.replace(z=1),
    lambda: vars(5),
    lambda: vars(object()),
    lambda: Point(),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Bag:
    pass


bag = Bag()
for i, name in enumerate(("alpha", "beta", "not an identifier", "1", "class", "")):
    setattr(bag, name, i)
print(
    bag.__dict__,
    getattr(bag, "not an identifier"),
    [getattr(bag, n) for n in sorted(vars(bag))],
    bag.alpha,
    hasattr(bag, ""),
    hasattr(bag, "gamma"),
)
bag.__dict__["direct"] = "set"
vars(bag)["more"] = [bag.direct]
del bag.__dict__["alpha"], bag.beta
print(list(bag.__dict__), bag.more, "alpha" in vars(bag))
order = Bag()
order.z = order.a = order.m = 1
del order.a
order.a = 2
order.z = 3
print(order.__dict__)
shared = {"common": 1}
one, two = Bag(), Bag()
one.__dict__ = two.__dict__ = shared
one.added = 2
print(two.added, shared, vars(one) is vars(two))
for bad in (5, None, []):
    try:
        one.__dict__ = bad
    except TypeError as error:
        print(error)
try:
    del one.__dict__
    print(one.__dict__)
except TypeError as error:
    print(error)


class Defaults:
    a = 1
    b = []

    def __init__(self, **overrides):
        self.__dict__.update(overrides)


d, e = Defaults(a=5), Defaults()
d.b.append("shared")
e.b += ["own reference to the same list"]
print(d.a, e.a, d.b is e.b, Defaults.b, d.__dict__, list(e.__dict__))
e.a += 1
Defaults.a = 100
print(e.a, Defaults().a, d.a, {k: v for k, v in Defaults.__dict__.items() if not k.startswith("_")})
many = [Bag() for _ in range(50)]
for i, item in enumerate(many):
    for k in range(i % 7):
        setattr(item, f"f{(i + k) % 10}", k)
print(
    [list(item.__dict__) for item in many[3:8]],
    sum(len(vars(item)) for item in many),
    sum(getattr(item, "f3", 0) for item in many),
)
