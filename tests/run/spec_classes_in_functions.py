"""Classes made in functions and loops: one text, many classes; the same names with other attributes; redefinition in mid-program."""


def make(base, extra, initial):
    class Item(base):
        step = extra

        def __init__(self, n):
            self.n = n
            self.total = initial

        def add(self):
            self.total += self.n * self.step
            return self.total

    return Item


def run(objects, rounds):
    t = 0
    for _ in range(rounds):
        for o in objects:
            t += o.add()
    return t


Int, Float, Big = make(object, 1, 0), make(object, 0.5, 0.0), make(object, 2**40, 2**62)
Text = make(object, 1, "")
print(run([Int(1)], 100), run([Float(1)], 100), run([Big(3)], 10), run([Int(1), Float(2), Big(0)], 20))
try:
    run([Int(1), Text("a")], 3)
except TypeError as error:
    print(error, Text("ab").add(), isinstance(Int(1), Float), Int.__name__ == Float.__name__, Int is Float)
print([c.__qualname__ for c in (Int, Float)], type(Int(1)) == type(Int(2)), make(int, 3, 1)(5) + 1, make(Int, 2, 7)(1).add())


class Shape:
    def area(self):
        return 1


first = Shape()


class Shape(Shape):
    def area(self):
        return super().area() + 10


second = Shape()


class Shape(Shape):
    def __init__(self):
        self.k = 0.25

    def area(self):
        return super().area() * self.k


third = Shape()


def areas(shapes, n):
    return sum(shapes[i % len(shapes)].area() for i in range(n))


print(areas([first], 9), areas([first, second, third], 9), [isinstance(s, Shape) for s in (first, second, third)], len(Shape.__mro__))


def redefine(rounds):
    """Each round of the loop makes the class anew; old instances keep the old one."""
    kept, out = [], []
    for i in range(rounds):

        class Node:
            if i % 2:
                weight = i
            else:
                weight = i * 0.5

                def extra(self):
                    return "extra"

            def value(self, i=i):
                return self.weight + i

        kept.append(Node())
        out.append((sum(k.value() for k in kept), hasattr(Node, "extra"), isinstance(kept[0], Node)))
    return out


print(redefine(5))


def conditional(flag):
    if flag:
        class Choice:
            x = 1

            def get(self):
                return self.x
    else:
        class Choice:
            y = 2

            def get(self):
                return self.y + 0.5
    return Choice()


print([conditional(i % 3).get() for i in range(6)])


class Registry(type):
    made = []

    def __new__(meta, name, bases, namespace):
        namespace["serial"] = len(Registry.made)
        cls = super().__new__(meta, name, bases, namespace)
        Registry.made.append(cls)
        return cls

    def __getattr__(cls, name):
        return f"{cls.__name__}.{name}?"

    @property
    def doubled(cls):
        return cls.serial * 2


for n in range(3):
    class Member(metaclass=Registry):
        number = n

        def get(self):
            return self.number * 10 + self.serial

print([m().get() for m in Registry.made], Member.absent, Member.doubled, Member.number)
try:
    Member().absent
except AttributeError as error:
    print(error)
Registry.made[0].get = Registry.made[1].__dict__["get"]
Registry.made[0].number = 7.5
print([m().get() for m in Registry.made], [m.serial for m in Registry.made])


def decorated(cls):
    class Wrapped(cls):
        def get(self):
            return -super().get()

    return Wrapped


for k in range(3):
    Member = decorated(Member)
    print(Member().get(), Member.__name__, len(Member.__mro__), Member.serial, end="; ")
print()


class Outer:
    base = 5

    class Inner:
        base = 0.5

        def get(self):
            return self.base + Outer.base

    def get(self):
        return self.Inner().get() + self.base


o, out = Outer(), []
for i in range(6):
    out.append(o.get())
    if i == 1:
        Outer.Inner.base = 2
    elif i == 2:
        o.Inner = type("Other", (), {"get": lambda self: "text"})
        o.base = "!"
    elif i == 3:
        del o.Inner, o.base
        Outer.base = 2**63
print(out)
