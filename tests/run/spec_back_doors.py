"""Values that reach constructors, attributes and globals by ways an analysis may overlook: partial, map, targets of for and with."""

import functools

limit = 5
table = [1, 2, 3]


def scaled(x):
    return x * limit + len(table)


def loop(n):
    t = 0
    for i in range(n):
        t += scaled(i)
    return t


def set_limit(value):
    global limit
    limit = value


print(loop(100))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def sum(self):
        return self.x + self.y

    @classmethod
    def origin(cls, *args):
        return cls(*args) if args else cls(0, 0)

    @staticmethod
    def pair(x):
        return x, x


def total(points):
    t = 0
    for p in points:
        t += p.sum()
    return t


WAYS = [
    lambda a, b: Point(a, b),
    lambda a, b: Point(*[a, b]),
    lambda a, b: Point(**{"y": b, "x": a}),
    lambda a, b: Point.origin(a, b),
    lambda a, b: type(Point(1, 2))(a, b),
    lambda a, b: functools.partial(Point, a)(b),
    lambda a, b: list(map(Point, [a], [b]))[0],
    lambda a, b: functools.reduce(Point, [a, b]),
    lambda a, b: Point.__call__(a, b),
    lambda a, b: Point(0, 0).__class__(a, b),
    lambda a, b: [p := Point(1, 1), p.__init__(a, b), p][2],
    lambda a, b: [p := object.__new__(Point), setattr(p, "x", a), setattr(p, "y", b), p][3],
    lambda a, b: [p := Point(1, 1), p.__dict__.update(x=a, y=b), p][2],
    lambda a, b: [p := Point(1, 1), object.__setattr__(p, "x", a), object.__setattr__(p, "y", b), p][3],
    lambda a, b: max([Point(a, b)], key=Point.sum),
    lambda a, b: {"p": Point}["p"](a, b),
    lambda a, b: next(Point(v, b) for v in [a]),
    lambda a, b: (lambda cls=Point: cls(a, b))(),
]
for n, way in enumerate(WAYS):
    print(n, *(total([Point(1, 2), way(a, b)]) for a, b in ((1, 2), (0.5, 1), (2**63, 1), (True, False))), end=" ")
    try:
        total([way("a", "b")])
    except TypeError as error:
        print(error)

targets = Point(0, 0)
for targets.x in (1, 2.5, 2**64):
    print(targets.sum(), end=" ")
for targets.x, targets.y in [(1, 0.5), ("a", "b")]:
    print(targets.sum(), end=" ")
[targets.x, *targets.y] = [1], 2, 3
print([targets.x, targets.y])


class Manager:
    def __enter__(self):
        return 2.75

    def __exit__(self, *exc):
        return True


with Manager() as targets.x, Manager() as limit:
    targets.y = limit
    raise KeyError
print(targets.sum(), loop(3))
targets.x += 2**64
print(targets.sum())
numbers = [3, 1, 2]
numbers.sort(key=lambda x: set_limit(x * 0.5) or x)
print(numbers, limit, loop(2))
try:
    raise ValueError(7)
except ValueError as limit:
    pass
try:
    loop(2)
except NameError as error:
    print(error)
import math as limit

try:
    loop(2)
except TypeError as error:
    print(error)
(limit, *table) = 1, 2, 3
print(loop(3), [limit for limit in "ab"], limit)
if (limit := 0.5) and [table := "x" * k for k in range(3)]:
    print(loop(4))


def limit():
    pass


try:
    loop(2)
except TypeError as error:
    print(error)


class limit(int):
    def __new__(cls):
        return 3


for made in (limit(), limit):
    limit = made
    try:
        print(loop(3))
    except TypeError as error:
        print(error)
vars(targets)["x"] = 1
vars(targets)["y"] = "one"
try:
    targets.sum()
except TypeError as error:
    print(error)
