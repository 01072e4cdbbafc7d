"""Classes and functions that main.py uses in its loops."""

import measures
from measures import UNIT, clamp

__all__ = ["Shape", "Square", "Point", "area_of", "_count", "COUNT_LIMIT"]
COUNT_LIMIT = 3
_made = 0


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def scaled(self, factor=2):
        return Point(self.x * factor, self.y * factor)


class Shape:
    kind = "shape"

    def __init__(self, origin):
        global _made
        _made += 1
        self.origin = origin
        self.weight = UNIT

    def area(self):
        return 0

    def describe(self):
        return f"{self.kind} of {self.area()} at {self.origin}"

    @property
    def heavy(self):
        return self.weight > measures.LIMIT

    @staticmethod
    def corners():
        return 0

    @classmethod
    def at(cls, x, y, *rest):
        return cls(Point(x, y), *rest)


class Square(Shape):
    kind = "square"

    def __init__(self, origin, side):
        super().__init__(origin)
        self.side = side

    def area(self):
        return clamp(self.side * self.side, 0, 10 ** 30)

    def grow(self, by):
        self.side += by
        return self


def area_of(shape):
    return shape.area()


def _count():
    return _made


def hidden():
    return "not in __all__"


def counter(start):
    """A function with free variables, which another module calls."""
    def step(by):
        nonlocal start
        start += by
        return start
    return step


step = counter(100)
