"""Decorators on classes and methods, decorators written as classes, and methods that are wrapped."""


def registered(registry):
    def decorate(cls):
        registry[cls.__name__] = cls
        return cls

    return decorate


def with_repr(cls):
    def __repr__(self):
        fields = ", ".join(f"{k}={v!r}" for k, v in vars(self).items())
        return f"{type(self).__name__}({fields})"

    cls.__repr__ = __repr__
    return cls


def ordered_by(*names):
    def key(self):
        return tuple(getattr(self, name) for name in names)

    def decorate(cls):
        cls.__lt__ = lambda self, other: key(self) < key(other)
        cls.__eq__ = lambda self, other: key(self) == key(other)
        cls.__hash__ = lambda self: hash(key(self))
        return cls

    return decorate


def singleton(cls):
    instance = None

    def get(*args, **kwargs):
        nonlocal instance
        if instance is None:
            instance = cls(*args, **kwargs)
        return instance

    return get


class logged:
    """A decorator class that works on functions and, through __get__, on methods."""

    calls = []

    def __init__(self, function):
        self.function = function

    def __call__(self, *args, **kwargs):
        self.calls.append(self.function.__name__)
        return self.function(*args, **kwargs)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return lambda *args, **kwargs: self(instance, *args, **kwargs)


class validated:
    def __init__(self, **kinds):
        self.kinds = kinds

    def __call__(self, function):
        def wrapper(instance, **kwargs):
            for name, kind in self.kinds.items():
                if not isinstance(kwargs.get(name), kind):
                    raise TypeError(
                        f"{function.__name__}: {name} must be {kind.__name__}, got {type(kwargs.get(name)).__name__}"
                    )
            return function(instance, **kwargs)

        return wrapper


shapes = {}


@registered(shapes)
@with_repr
@ordered_by("area", "name")
class Rectangle:
    def __init__(self, name, width, height):
        self.name, self.width, self.height = name, width, height

    @property
    def area(self):
        return self.width * self.height

    @logged
    def scaled(self, factor):
        return type(self)(self.name, self.width * factor, self.height * factor)

    @classmethod
    @logged
    def square(cls, name, side):
        return cls(name, side, side)

    @staticmethod
    @logged
    def unit():
        return "unit"

    @validated(width=int, name=str)
    def replace(self, **changes):
        return Rectangle(**{**vars(self), **changes})

    @property
    @logged
    def perimeter(self):
        return 2 * (self.width + self.height)


a, b, c = Rectangle("a", 2, 3), Rectangle("b", 1, 6), Rectangle.square("c", 2)
print(
    sorted([a, b, c]),
    a < b,
    a == Rectangle("a", 3, 2),
    len({a, Rectangle("a", 6, 1)}),
    shapes["Rectangle"] is Rectangle,
)
print(
    a.scaled(2),
    Rectangle.scaled(a, 3),
    a.unit(),
    Rectangle.unit(),
    a.perimeter,
    logged.calls,
    type(Rectangle.scaled).__name__,
)
print(a.replace(width=9, name="z"))
for changes in ({"width": "x", "name": "n"}, {"width": 1}, {}):
    try:
        a.replace(**changes)
    except TypeError as error:
        print(error)


@singleton
class Config:
    def __init__(self, **values):
        self.values = values


print(Config(a=1) is Config(b=2), Config().values, callable(Config), type(Config).__name__)


@logged
def free(x, *, y=1):
    return x + y


print(free(1), free(1, y=5), logged.calls[-2:], isinstance(free, logged))


@lambda cls: type(cls.__name__ + "Extended", (cls,), {"extra": lambda self: f"extra {self.value}"})
class Base:
    value = 7


print(Base.__name__, Base().extra(), Base.__mro__[1].__name__)


@(lambda cls: [cls, cls])
class Doubled:
    pass


print(len(Doubled), Doubled[0] is Doubled[1], Doubled[0].__name__)
log = []


def note(tag):
    log.append(f"eval {tag}")
    return lambda thing: log.append(f"apply {tag} to {thing.__name__}") or thing


@note("outer")
@note("inner")
class Observed:
    log.append("class body")

    @note("method")
    def method(self):
        pass


print(*log, sep="\n")
