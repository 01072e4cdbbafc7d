"""__slots__: restrictions, inheritance with and without a dictionary, defaults, errors."""


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def __repr__(self):
        return f"{type(self).__name__}({self.x}, {self.y})"

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))


class Point3(Point):
    __slots__ = ("z",)

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Loose(Point):
    pass


class WithDict:
    __slots__ = ("a", "__dict__")


class Single:
    __slots__ = "only"


class Empty:
    __slots__ = ()


class Private:
    __slots__ = ("__secret", "shown")

    def __init__(self):
        self.__secret = 1
        self.shown = self.__secret + 1

    def secret(self):
        return self.__secret


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


p, q, loose, w, s = Point(1), Point3(1, 2, 3), Loose(5), WithDict(), Single()
print(
    p,
    q,
    loose,
    p == Point(1, 0),
    {p: "k"}[Point(1)],
    hasattr(p, "__dict__"),
    hasattr(q, "__dict__"),
    hasattr(loose, "__dict__"),
    Point.__slots__,
    q.z,
)
loose.extra = 1
w.a, w.b = 1, 2
s.only = "one"
print(
    loose.__dict__, w.__dict__, w.a, s.only, Private().secret(), Private().shown, hasattr(Private(), "_Private__secret")
)
attempt(lambda: setattr(p, "z", 1))
attempt(lambda: setattr(q, "w", 1))
attempt(lambda: setattr(s, "other", 1))
attempt(lambda: setattr(Empty(), "any", 1))
attempt(lambda: p.z)
attempt(lambda: Single().only)
attempt(lambda: delattr(p, "y"))
attempt(lambda: p.y)
attempt(lambda: delattr(p, "y"))
attempt(lambda: delattr(p, "nope"))
attempt(lambda: repr(p))
attempt(lambda: hasattr(p, "y"))
attempt(lambda: getattr(p, "y", "default"))
attempt(lambda: vars(p))
attempt(lambda: p.__dict__)
p.y = 7
p.x += 10
print(p, Point.x.__get__(p), type(Point.x).__name__, Point.x is Point3.x)
Point.x.__set__(p, "through the descriptor")
print(p)
attempt(lambda: Point.x.__get__(5))
attempt(lambda: Point.x.__set__(Single(), 1))
attempt(lambda: type("Bad", (), {"__slots__": ("a",), "a": 1}))
attempt(lambda: type("Bad", (), {"__slots__": ("not valid",)}))
attempt(lambda: type("Bad", (), {"__slots__": (5,)}))
attempt(lambda: type("Bad", (Point, Single), {}))
attempt(lambda: type("Fine", (Point, Empty), {"__slots__": ()})(1).x)
attempt(lambda: type("Bad", (int,), {"__slots__": ("a",)}))
attempt(lambda: type("FineInt", (int,), {"__slots__": ()})(5) + 1)


class Property(Point):
    __slots__ = ()

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5

    @length.setter
    def length(self, value):
        factor = value / self.length
        self.x *= factor
        self.y *= factor


v = Property(3, 4)
v.length = 10
print(v, v.length)
attempt(lambda: setattr(v, "other", 1))


class Defaulted:
    __slots__ = ("value",)
    shared = "class attribute"


d = Defaulted()
attempt(lambda: d.value)
d.value = d.shared
print(d.value)
attempt(lambda: setattr(d, "shared", 1))
nodes = None
for n in range(5):
    node = Point(n, nodes)
    nodes = node
while nodes:
    print(nodes.x, end=" ")
    nodes = nodes.y
print([Point(i, -i) for i in range(3)], sorted([Point(2), Point(1)], key=lambda point: point.x))


class Bare:
    __slots__ = ()


class WithDict:
    __slots__ = ("x", "__dict__")


class OfSlots(Bare):
    pass


class Failure(Exception):
    pass


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def assign_dict(o, value):
    o.__dict__ = value


def delete_dict(o):
    del o.__dict__


for cls in Bare, WithDict, OfSlots, Failure, int, object:
    o = cls()
    attempt(lambda: assign_dict(o, {"a": 1}))
    attempt(lambda: setattr(o, "__dict__", {"b": 2}))
    attempt(lambda: assign_dict(o, 5))
    attempt(lambda: o.__dict__)
    attempt(lambda: delete_dict(o))
    attempt(lambda: vars(o))
    attempt(lambda: object.__setattr__(o, "__dict__", {}))


class Whole(int):
    pass


class Word(str):
    pass


class Owner:
    pass


for value in Whole(-3), Whole(2**70), Word("w"), Whole(0):
    Owner.constant = value
    print(Owner.constant, Owner().constant, type(Owner().constant).__name__)
