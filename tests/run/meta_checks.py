"""Metaclasses that customise isinstance, comparison, enumeration of members and attribute assignment."""


class Duck(type):
    def __instancecheck__(cls, instance):
        return all(hasattr(instance, name) for name in cls.required)

    def __subclasscheck__(cls, other):
        return all(hasattr(other, name) for name in cls.required)


class Quacker(metaclass=Duck):
    required = ("quack",)


class Walker(metaclass=Duck):
    required = ("walk", "run")


class Mallard:
    def quack(self):
        return "quack"


class Robot:
    walk = run = None


class Enumeration(type):
    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(
            mcls, name, bases, {k: v for k, v in namespace.items() if k.startswith("_") or callable(v)}
        )
        cls._members = {}
        for key, value in namespace.items():
            if not key.startswith("_") and not callable(value):
                member = object.__new__(cls)
                member.name, member.value = key, value
                cls._members[key] = member
                type.__setattr__(cls, key, member)
        return cls

    def __iter__(cls):
        return iter(cls._members.values())

    def __len__(cls):
        return len(cls._members)

    def __getitem__(cls, name):
        return cls._members[name]

    def __call__(cls, value):
        for member in cls:
            if member.value == value:
                return member
        raise ValueError(f"{value!r} is not a valid {cls.__name__}")

    def __contains__(cls, member):
        return member in cls._members.values()

    def __setattr__(cls, name, value):
        if not name.startswith("_"):
            raise AttributeError(f"cannot reassign {name}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        raise AttributeError(f"cannot delete {name}")

    def __bool__(cls):
        return True


class Color(metaclass=Enumeration):
    RED = 1
    GREEN = 2
    BLUE = 3

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value}>"

    def mixed(self, other):
        return Color((self.value + other.value) % 3 + 1)


class Version(type):
    """Classes ordered by their number."""

    def __lt__(cls, other):
        return cls.number < other.number

    def __eq__(cls, other):
        return isinstance(other, Version) and cls.number == other.number

    def __hash__(cls):
        return hash(cls.number)

    def __add__(cls, n):
        return Version(f"V{cls.number + n}", (cls,), {"number": cls.number + n})

    def __str__(cls):
        return f"version {cls.number}"

    def __format__(cls, spec):
        return f"v{cls.number:{spec}}"

    def __int__(cls):
        return cls.number

    def __or__(cls, other):
        return f"{cls.__name__} or {other.__name__}"


class V1(metaclass=Version):
    number = 1


class V3(V1):
    number = 3


print(
    [isinstance(x, Quacker) for x in (Mallard(), Robot(), 5, Mallard)],
    [isinstance(x, Walker) for x in (Mallard(), Robot())],
    issubclass(Mallard, Quacker),
    issubclass(Robot, Walker),
    issubclass(int, Quacker),
    isinstance(Quacker(), Quacker),
)
print(
    list(Color),
    len(Color),
    Color["GREEN"],
    Color(3),
    Color.RED,
    Color.RED in Color,
    1 in Color,
    [c.name for c in Color if c.value > 1],
    Color.RED.mixed(Color.BLUE),
    isinstance(Color.RED, Color),
    Color.RED is Color(1),
    {Color.RED: "key"}[Color(1)],
    {c.name: c.value for c in Color},
)
for thunk in (
    lambda: Color(9),
    lambda: Color["PINK"],
    lambda: setattr(Color, "RED", 5),
    lambda: delattr(Color, "RED"),
    lambda: Color.PINK,
    lambda: Color(),
):
    try:
        print(thunk())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
V2 = V1 + 1
print(
    [c.__name__ for c in sorted([V3, V2, V1])],
    V1 < V3,
    V1 > V3,
    V2 == V1 + 1,
    V1 != V3,
    f"{V3:03d} {V3!s}",
    str(V2),
    max(V1, V3, V2).__name__,
    len({V2, V1 + 1}),
    V2.__bases__[0] is V1,
    int(V3),
    V1 | V3,
)
try:
    V1 <= V3
except TypeError as error:
    print(error)


class Counted(type):
    def __new__(mcls, name, bases, namespace):
        for key, value in list(namespace.items()):
            if callable(value) and not key.startswith("__"):
                namespace[key] = mcls.counted(key, value)
        namespace["calls"] = {}
        return super().__new__(mcls, name, bases, namespace)

    @staticmethod
    def counted(key, function):
        def wrapper(self, *args):
            self.calls[key] = self.calls.get(key, 0) + 1
            return function(self, *args)

        return wrapper


class Service(metaclass=Counted):
    def start(self):
        return "started"

    def stop(self, n):
        return self.start() * n


s = Service()
print(s.start(), s.stop(2), Service.calls)


class Abstract(type):
    def __call__(cls, *args, **kwargs):
        missing = sorted(name for name in cls.required if getattr(cls, name, None) is None)
        if missing:
            raise TypeError(f"cannot create {cls.__name__}: missing {', '.join(missing)}")
        return super().__call__(*args, **kwargs)


class Shape(metaclass=Abstract):
    required = ("area", "name")


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Partial(Shape):
    name = "partial"


print(Square(3).area())
for cls in (Shape, Partial):
    try:
        cls()
    except TypeError as error:
        print(error)
