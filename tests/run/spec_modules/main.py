"""Calls, classes and globals of other modules of the program, in loops."""

import managers
import measures
import measures as m
import shapes as drawn
from managers import Manager, Problem, squares
from measures import LIMIT, clamp, fib, mean
from shapes import *


class Cube(Square):
    kind = "cube"

    def __init__(self, origin, side, depth):
        super().__init__(origin, side)
        self.depth = depth

    def area(self):
        return 6 * super().area()


class Tagged(drawn.Shape):
    __slots__ = ("tag",)

    def area(self):
        return len(self.tag)


def functions(n):
    total = 0
    for i in range(n):
        total += measures.fib(i % 7) + fib(3) + clamp(i, 2, 5) + m.clamp(i, 0, LIMIT) + measures.LIMIT
    return total


def big(n):
    """Arguments that no machine word holds, and results that grow out of one."""
    found = []
    for i in range(n):
        found.append(clamp(i * 10 ** 20, 5, 10 ** 21))
        found.append(measures.power(3, i * 12))
    return found


def mixed(n):
    """Types that nobody promised."""
    found = []
    for value in [1, 2.5, True, "b", (1, 2)] * n:
        try:
            found.append(clamp(value, value, value))
            found.append(measures.fib(value))
        except TypeError as error:
            found.append(str(error))
    return found


def objects(n):
    total = Point(0, 0)
    for i in range(n):
        square = Square(Point(i, 1), i)
        total = total + square.origin + drawn.Point(1, 1).scaled(3) + Point(0, 0).scaled()
        square.grow(1).weight += i
        if square.heavy:
            total.x += area_of(square)
    return total


def many(n):
    """One call for several classes of two modules."""
    shapes = [Square(Point(0, 0), 2), Cube(Point(1, 1), 2, 3), drawn.Shape(Point(2, 2)), Cube.at(5, 5, 1, 1)]
    tagged = Tagged(Point(3, 3))
    tagged.tag = "four"
    shapes.append(tagged)
    return [(area_of(s), s.area(), s.describe(), s.corners()) for _ in range(n) for s in shapes]


def closures(n):
    mine = drawn.counter(1)
    for i in range(n):
        mine(i)
        drawn.step(i)
    return mine(0), drawn.step(0)


def arguments(n):
    """Wrong numbers of arguments, keywords, and what a function raises."""
    found = []
    for i in range(n):
        for call in (lambda: clamp(1, 2), lambda: measures.clamp(1, 2, high=0), lambda: Point(1), lambda: Square(1, 2, 3),
                     lambda: measures.fail("on purpose"), lambda: measures.missing(1), lambda: Point(1, 2).missing()):
            try:
                found.append(call())
            except (TypeError, ValueError, AttributeError) as error:
                found.append(f"{type(error).__name__}: {error}")
    return found


def generators(n):
    total = 0
    for i, square in measures.pairs(n):
        total += i * square
    return total, mean([1, 2, 3]), measures.mean([0.5, 1.5]), [name * 2 for name in measures.NAMES]


class Worse(Problem):
    def __init__(self, code):
        super().__init__(code, "worse")


def managed(n):
    found, manager = [], Manager("m")
    for i in range(n):
        try:
            with manager as entered, managers.Manager(i):
                found.append(managers.raise_for(i) + entered.entered)
                if i == 7:
                    raise Worse(i)
        except Problem as error:
            found.append((error.code, error.args, type(error).__name__))
    return found, managers.log[-4:]


def generated(n):
    total = 0
    for square in squares(n):
        total += square
    for square in managers.squares(n):
        total += square
    return total + sum(squares(n))


def traced(n):
    for i in range(n):
        if i == n - 1:
            area_of(Square(Point(0, 0), "side"))
        area_of(Square(Point(0, 0), i))


print(functions(50))
print(big(5))
print(mixed(2))
print(objects(10))
print(many(2))
print(closures(5))
print(arguments(2))
print(generators(10))
print(managed(12))
print(generated(10))
print(_count(), drawn._count(), COUNT_LIMIT, drawn.hidden())
try:
    hidden()
except NameError as error:
    print(error)
traced(3)
