"""__new__ and __init__: order, arguments, caching, returning other types, immutability."""


class Trace:
    def __new__(cls, *args, **kwargs):
        print(f"new {cls.__name__} {args} {kwargs}")
        return super().__new__(cls)

    def __init__(self, *args, **kwargs):
        print(f"init {type(self).__name__} {args} {kwargs}")


class Child(Trace):
    def __init__(self, a):
        super().__init__(a, extra=True)
        self.a = a


class Cached:
    instances = {}

    def __new__(cls, key):
        if key not in cls.instances:
            cls.instances[key] = super().__new__(cls)
            cls.instances[key].inits = 0
        return cls.instances[key]

    def __init__(self, key):
        self.key = key
        self.inits += 1


class Other:
    def __new__(cls, value):
        return value

    def __init__(self, value):
        print("init of Other is skipped unless the result is an Other")


class Shape:
    def __new__(cls, *sides):
        if cls is Shape:
            cls = {1: Circle, 4: Square}.get(len(sides), Shape)
        return object.__new__(cls)

    def __init__(self, *sides):
        self.sides = sides


class Circle(Shape):
    def __repr__(self):
        return f"Circle{self.sides}"


class Square(Shape):
    def __repr__(self):
        return f"Square{self.sides}"


class Immutable:
    __slots__ = ("_value",)

    def __new__(cls, value):
        self = object.__new__(cls)
        object.__setattr__(self, "_value", value)
        return self

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__} is immutable")

    value = property(lambda self: self._value)


class NoInit:
    pass


class OnlyNew:
    def __new__(cls, a, b=2):
        self = object.__new__(cls)
        self.total = a + b
        return self


class OnlyInit:
    def __init__(self, a, b=2):
        self.total = a + b


class BadInit:
    def __init__(self):
        return 5


class Yielding:
    def __init__(self):
        yield 1


Trace(1, k=2)
Child("x")
print(Child.__new__ is Trace.__new__, isinstance(Trace.__new__(Child, 0), Child))
a, b = Cached("k"), Cached("k")
print(a is b, a.inits, Cached("other").inits, len(Cached.instances))
print(Other(5), Other("text"), Other([1]), type(Other(None)).__name__)
print(Shape(1), Shape(1, 2, 3, 4), type(Shape(1, 2)).__name__, Circle(9), Shape(3).sides)
i = Immutable(5)
print(i.value, i._value)
print(OnlyNew(1).total, OnlyNew(1, b=5).total, OnlyInit(1).total, OnlyInit(a=3, b=4).total)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: setattr(i, "value", 1))
attempt(lambda: setattr(i, "_value", 1))
attempt(lambda: NoInit(1))
attempt(lambda: NoInit(k=1))
attempt(lambda: OnlyNew())
attempt(lambda: OnlyNew(1, 2, 3))
attempt(lambda: OnlyInit())
attempt(lambda: OnlyInit(1, 2, 3))
attempt(lambda: BadInit())
attempt(lambda: Yielding())
attempt(lambda: object(1))
attempt(lambda: object.__new__())
attempt(lambda: object.__new__(5))
attempt(lambda: object.__new__(NoInit, 1))
attempt(lambda: object.__init__(NoInit(), 1))
attempt(lambda: type(object.__new__(OnlyInit)).__name__)
attempt(lambda: object.__new__(OnlyInit).total)
attempt(lambda: Child())
attempt(lambda: Child.__init__(5, 1))
attempt(lambda: NoInit.__init__(NoInit()))


class Counter:
    made = 0

    def __new__(cls):
        cls.made += 1
        return super().__new__(cls)


class SubCounter(Counter):
    pass


Counter(), Counter(), SubCounter(), SubCounter()
print(Counter.made, SubCounter.made, "made" in SubCounter.__dict__)
x = OnlyInit(1)
x.__init__(10, 20)
print(x.total)
