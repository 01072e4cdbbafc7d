"""`__class__` assigned in mid-loop, and `__bases__` or attributes of a class changed under its instances."""


class Egg:
    kind = "egg"

    def __init__(self, n):
        self.n = n

    def grow(self):
        return self.n + 1

    def name(self):
        return f"{self.kind}{self.n}"


class Bird:
    kind = "bird"

    def grow(self):
        return self.n * 2.5

    def name(self):
        return f"{self.kind}<{self.n}>"

    def __len__(self):
        return 3


class Duck(Bird):
    kind = "duck"

    def grow(self):
        self.n += 1
        return super().grow()


def season(animals, rounds, turn):
    total = 0
    for i in range(rounds):
        for a in animals:
            total += a.grow()
        if i in turn:
            animals[i % len(animals)].__class__ = turn[i]
    return total


nest = [Egg(i) for i in range(6)]
print(season(nest, 20, {}))
print(season(nest, 30, {7: Bird, 10: Duck, 15: Bird, 16: Duck, 20: Egg}))
print([a.name() for a in nest], [type(a).__name__ for a in nest], [isinstance(a, Bird) for a in nest])


class Chameleon:
    """Changes its class inside its own method, between two uses of an attribute."""

    colour = 1

    def turn(self):
        before = self.colour
        self.__class__ = Green if type(self) is Chameleon else Chameleon
        return before * 10 + self.colour


class Green(Chameleon):
    colour = 2


def flicker(n):
    c, t = Chameleon(), []
    for _ in range(n):
        t.append(c.turn())
    return t


print(flicker(5), sum(flicker(1001)))


class Plain:
    pass


class Slotted:
    __slots__ = ("a",)


class SlottedToo:
    __slots__ = ("a",)


class Number(int):
    pass


def attempt(obj, cls):
    try:
        obj.__class__ = cls
        print("now", type(obj).__name__)
    except TypeError as error:
        print(error)


attempt(Plain(), Egg)
attempt(Plain(), Slotted)
attempt(Slotted(), Plain)
attempt(Slotted(), SlottedToo)
attempt(Plain(), int)
attempt(5, Number)
attempt(Plain(), "Egg")
attempt(Number(3), Plain)

hatched = Plain()
hatched.__class__ = Egg
try:
    hatched.grow()
except AttributeError as error:
    print(error)
hatched.n = 1.5
print(hatched.grow(), hatched.name())
hatched.__class__ = Duck
print(hatched.grow(), hatched.name(), len(hatched))
try:
    len(nest[0])
except TypeError as error:
    print(error)


def classes_in_loop(n):
    """Each round makes a class; the instance moves from one to the next."""
    obj, seen = Plain(), 0
    for i in range(n):
        k = type(f"K{i % 3}", (Plain,), {"v": i, "get": lambda self: self.v + 1})
        obj.__class__ = k
        seen += obj.get() + len(type(obj).__name__)
    return seen, type(obj).__name__, obj.v


print(classes_in_loop(50))
