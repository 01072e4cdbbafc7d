"""isinstance, issubclass, type identity, __class__ and user-defined checks of types."""


class Animal:
    pass


class Dog(Animal):
    pass


class Puppy(Dog):
    pass


class Cat(Animal):
    pass


class Impostor:
    """Claims to be a Dog through __class__."""

    __class__ = Dog


class Chameleon:
    def __init__(self, cls):
        self.cls = cls

    @property
    def __class__(self):
        return self.cls


d, p, c, i = Dog(), Puppy(), Cat(), Impostor()
for value in (d, p, c, i, Dog, 5, True, "s", None):
    print(
        type(value).__name__,
        [
            isinstance(value, kind)
            for kind in (Animal, Dog, Puppy, (Cat, int), object, type, (str, (bool, Puppy)), int | None)
        ],
    )
print(
    type(i) is Impostor,
    isinstance(i, Dog),
    isinstance(i, Impostor),
    isinstance(i, Cat),
    i.__class__ is Dog,
    issubclass(type(i), Dog),
    isinstance(Chameleon(str), str),
    isinstance(Chameleon(Puppy), Animal),
    isinstance(Chameleon(int), str),
)
print(
    issubclass(Puppy, Animal),
    issubclass(Dog, Dog),
    issubclass(Animal, Dog),
    issubclass(bool, int),
    issubclass(int, (str, object)),
    issubclass(type, object),
    issubclass(object, type),
    issubclass(Puppy, ()),
    isinstance(5, ()),
    issubclass(int, int | str),
)
print(
    type(d) == Dog,
    type(p) == Dog,
    type(d) in (Dog, Cat),
    type(5) is int,
    type(True) is int,
    type(type) is type,
    type(object) is type,
    type(None) is None.__class__,
    type(d).__mro__ == Dog.mro(),
    Dog.__base__ is Animal,
    object.__base__,
    object.__bases__,
)
print(
    [
        t.__name__
        for t in map(
            type,
            (
                1,
                1.0,
                "s",
                b"b",
                None,
                True,
                [],
                (),
                {},
                set(),
                frozenset(),
                range(1),
                slice(1),
                print,
                lambda: 0,
                type,
                object(),
                d,
                Dog,
                NotImplemented,
                ...,
                (x for x in ()),
                Exception(),
                iter([]),
                zip(),
                map(str, []),
                property(),
                super(Dog, d),
                d.__eq__,
                [].append,
                int | str,
            ),
        )
    ]
)
print(
    [
        t.__qualname__
        for t in (
            int,
            Dog,
            type(None),
            type(...),
            type(NotImplemented),
            type(lambda: 0),
            type(len),
            type([].append),
            type(d.__init__),
        )
    ],
    int,
    Dog,
    type(None),
    [str, Dog],
    f"{list} {Dog!r}",
    str(Animal),
    repr(type),
)


def describe(value):
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, (int, float)) and value > 0:
        return "positive number"
    elif isinstance(value, (int, float)):
        return "number"
    elif isinstance(value, str):
        return f"text of {len(value)}"
    elif isinstance(value, (list, tuple)) and all(isinstance(v, int) for v in value):
        return f"{type(value).__name__} of ints, sum {sum(value)}"
    elif isinstance(value, type) and issubclass(value, Animal):
        return f"animal class {value.__name__}"
    elif isinstance(value, Animal):
        return f"animal {type(value).__name__.lower()}"
    elif callable(value):
        return "callable"
    return f"something {type(value).__name__}"


for value in (None, True, 3, -2.5, "text", [1, 2], (1, "a"), [], Puppy, p, i, describe, {}, int, [True, 2**70]):
    print(describe(value))
print(
    p.__class__.__class__,
    p.__class__.__base__.__name__,
    type(p).__bases__[0] is Dog,
    Dog.__subclasses__() == [Puppy],
    [k.__name__ for k in Animal.__subclasses__()],
    p.__class__.__name__,
    p.__module__,
    Puppy.__doc__,
    Impostor.__doc__,
)
for bad in (
    lambda: isinstance(5, 5),
    lambda: isinstance(5, (int, 5)),
    lambda: isinstance("s", (int, 5)),
    lambda: issubclass(5, int),
    lambda: issubclass(int, "x"),
    lambda: issubclass(d, Dog),
    lambda: isinstance(5, [int]),
    lambda: isinstance(),
    lambda: issubclass(int),
    lambda: int | 5,
    lambda: isinstance(5, list[int]),
    lambda: type(d, 5),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)


class Even(Animal):
    """A class whose own idea of its members is a static method."""

    @staticmethod
    def matches(value):
        return isinstance(value, int) and not isinstance(value, bool) and value % 2 == 0


print([Even.matches(v) for v in (2, 3, True, 2.0, 10**20, "2")], Even.__bases__[0].__name__, Even.__mro__[-1] is object)
