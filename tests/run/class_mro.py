"""Multiple inheritance: C3 linearisation, cooperative super(), diamonds, inconsistent orders."""


class Root:
    def __init__(self, **kwargs):
        self.log = getattr(self, "log", []) + ["Root"]
        if kwargs:
            raise TypeError(f"unused {sorted(kwargs)}")

    def describe(self):
        return ["Root"]


class Left(Root):
    def __init__(self, left=0, **kwargs):
        super().__init__(**kwargs)
        self.left = left
        self.log.append("Left")

    def describe(self):
        return ["Left"] + super().describe()


class Right(Root):
    def __init__(self, right=0, **kwargs):
        super().__init__(**kwargs)
        self.right = right
        self.log.append("Right")

    def describe(self):
        return ["Right"] + super().describe()


class Bottom(Left, Right):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.log.append("Bottom")

    def describe(self):
        return ["Bottom"] + super().describe()


class Other(Right, Left):
    pass


def names(cls):
    return [c.__name__ for c in cls.__mro__]


b = Bottom(left=1, right=2)
print(names(Bottom), b.describe(), b.log, b.left, b.right)
print(names(Other), Other().describe())
print(
    Left.describe(b),
    super(Left, b).describe(),
    super(Right, b).describe(),
    super(Bottom, Bottom).__thisclass__.__name__,
)
try:
    Bottom(left=1, top=3)
except TypeError as error:
    print(error)


class X:
    pass


class Y(X):
    pass


for bases in ((X, Y), (Y, X, Y), (Left, Root, Right), (Bottom, Other)):
    try:
        print(names(type("Made", bases, {})))
    except TypeError as error:
        print(str(error).replace("\n", " "))


class A:
    tag = "A"


class B(A):
    pass


class C(A):
    tag = "C"


class D(B, C):
    pass


print(D.tag, D().tag, names(D), D.__bases__ == (B, C), D.__base__.__name__, [c.__name__ for c in A.__subclasses__()])
C.tag = "changed"
print(D.tag)
B.tag = "B now"
print(D.tag, C.tag)
del B.tag
print(D.tag, issubclass(D, A), issubclass(A, D), issubclass(D, (int, C)), isinstance(D(), (str, A)))


class Mixin:
    def save(self):
        return f"saved({self.render()})"


class Page:
    def render(self):
        return type(self).__name__.lower()


class Draft(Mixin, Page):
    def render(self):
        return "*" + super().render()


print(Draft().save(), Mixin.save(Draft()))
try:
    Mixin().save()
except AttributeError as error:
    print(error)
try:
    super(Left, Root()).describe()
except TypeError as error:
    print(error)
try:
    super(Root, b).nothing()
except AttributeError as error:
    print(error)


class Dynamic(Left):
    def grab(self):
        return [super(Dynamic, self).describe() for _ in range(2)], (lambda s: super(Dynamic, s).describe())(self)


print(Dynamic().grab())
