"""Subclasses that override some methods, super() chains through diamonds, base methods overridden later by assignment."""


class Root:
    def __init__(self):
        self.trace = 0

    def value(self, n):
        return n

    def name(self):
        return "root"

    def both(self, n):
        return self.value(n) + len(self.name())


class Left(Root):
    def value(self, n):
        return super().value(n) * 2

    def name(self):
        return "left>" + super().name()


class Right(Root):
    def value(self, n):
        return super().value(n) + 100

    def name(self):
        return "right>" + super().name()


class Diamond(Left, Right):
    def name(self):
        return f"diamond>{super().name()}"


class Deep(Diamond):
    def value(self, n):
        self.trace += 1
        return -super().value(n)

    def __init__(self):
        super().__init__()
        self.trace = 5


CLASSES = (Root, Left, Right, Diamond, Deep)


def run(objects, n):
    t = 0
    for i in range(n):
        for o in objects:
            t += o.both(i)
    return t


objects = [cls() for cls in CLASSES]
print(run(objects, 100), [o.name() for o in objects], [o.value(1) for o in objects], objects[-1].trace)
root_value, left_value = Root.value, Left.value
Root.value = lambda self, n: n * 0.5
print(run(objects, 100), [o.value(1) for o in objects])
Right.value = lambda self, n: Root.value(self, n) - 7
print(run(objects, 100), [o.value(1) for o in objects])
del Right.value
print(run(objects, 100), [o.value(1) for o in objects])
Left.value = right_like = lambda self, n: super(Left, self).value(n) ** 2
print(run(objects, 100), [o.value(1) for o in objects])
Left.value = left_value
Diamond.value = lambda self, n: 1
print(run(objects, 100), [o.value(1) for o in objects])
del Diamond.value
Root.value = root_value
Root.name = lambda self: "R"
print(run(objects, 100), [o.name() for o in objects])
del Left.name
print(run(objects, 100), [o.name() for o in objects])
del Root.name
for o in objects:
    try:
        print(o.name(), o.both(1))
    except AttributeError as error:
        print(error)
Root.name = lambda self: 5
try:
    run(objects, 1)
except TypeError as error:
    print(error)
Root.name = lambda self: "root"


class Base:
    def area(self):
        return 0

    def describe(self):
        return self.area() + 1


class Shape(Base):
    pass


class Square(Shape):
    def __init__(self, side):
        self.side = side


def areas(shapes, n):
    t, seen = 0, []
    for i in range(n):
        for s in shapes:
            t += s.describe()
        if i == 10:
            Square.area = lambda self: self.side * self.side
        if i == 20:
            Shape.area = lambda self: 0.5
        if i == 30:
            del Square.area
        if i == 40:
            shapes[0].area = lambda: 1000
        if i == 50:
            del Shape.area
        if i % 10 == 5:
            seen.append(t)
    return seen


print(areas([Square(3), Square(2**40), Shape(), Base()], 70))


class WithClassCell:
    def who(self):
        return __class__.__name__, type(self).__name__, super().__repr__().split(" ")[0].startswith("<")

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def nobody():
        return super().x


class Child(WithClassCell):
    @classmethod
    def make(cls):
        made = super().make()
        made.made = True
        return made


print(WithClassCell.make().who(), Child.make().who(), Child.make().made)
for wrong in (Child.nobody, lambda: super(Child, 5).x, lambda: super(Left, Right()).value(1), lambda: super(Child, Child()).missing):
    try:
        wrong()
    except (RuntimeError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(super(Left, objects[3]).value(1), super(Right, objects[3]).value(1), super(Diamond, objects[4]).name())
