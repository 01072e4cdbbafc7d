"""Defaults that change type or value, mutable defaults, functions passed as values, partials, decorators, annotations."""

import functools


def accumulate(x, into=[]):
    into.append(x)
    return len(into)


def add(x, step=1):
    return x + step


def loop(f, n):
    t = 0
    for i in range(n):
        t += f(i)
    return t


print(loop(accumulate, 100), accumulate("x", []), accumulate(5), loop(add, 100))
print(loop(functools.partial(add, step=0.5), 100), loop(lambda x: add(x, 2**62), 100), loop(functools.partial(add, 2**63), 3))
add.__defaults__ = (10,)
print(add(1), loop(add, 10))
add.__defaults__ = (0.25,)
print(add(1), loop(add, 10))
add.__defaults__ = None
try:
    add(1)
except TypeError as error:
    print(error)
add.__defaults__ = (1,)


def late(n):
    fs = []
    for i in range(n):
        def f(x, i=i, *, k=i * 0.5):
            return x + i + k
        fs.append(f)
    return sum(f(1) for f in fs), fs[0](1, 2, k=3), fs[-1](0)


print(late(20))


def twice(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return f(*args, **kwargs) + f(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


@twice
def square(x: int) -> int:
    return x * x


print(loop(square, 50), square(1.5), square(x=3), square.calls, square.__name__)
try:
    square("a")
except TypeError as error:
    print(error, square.calls)


def hinted(x: int, y: float = 1, *rest: str, key: list = None) -> bool:
    """Annotations that the callers do not obey."""
    z: int = x
    for r in rest:
        z += r
    if key:
        z = z * key
    w: float = z
    return w + y if not isinstance(w, str) else w


CALLS = [(1,), (1, 2), (1.5, 2), (True, False), (2**63, 2**63), (1, 2.5, 3, 4), ("a", "b"), ([1], [2]), (float("nan"), 1), (-0.0, 0)]
for args in CALLS:
    try:
        print(args, hinted(*args), hinted(*args, key=3))
    except TypeError as error:
        print(args, error)


def total(items: list[int]) -> int:
    t: int = 0
    item: int
    for item in items:
        t += item
    return t


for items in ([1, 2, 3], (1, 2.5), {4: 1}, range(10), [True, 2**64], [2**62] * 4, [0.1] * 3, "", iter([5])):
    print(total(items), end=" ")
print()
for bad in (None, 5, ["a"], [None], [[1]], "ab"):
    try:
        total(bad)
    except TypeError as error:
        print(error)


class Vector:
    x: int
    y: int = 0

    def __init__(self, x: int, y: int = 5):
        self.x: int = x
        self.y = y

    def scale(self, k: int) -> "Vector":
        return Vector(self.x * k, self.y * k)


def scaled(v: Vector, n: int) -> int:
    for _ in range(n):
        v = v.scale(2)
    return v.x + v.y


print(scaled(Vector(1), 70), scaled(Vector(0.5, 1), 5), scaled(Vector("a", "b"), 2), Vector.y, total.__annotations__ == {"items": list[int], "return": int})
try:
    scaled(None, 1)
except AttributeError as error:
    print(error)
print(loop(accumulate, 10), list(map(add, [1, 2.5, True])), list(map(add, [1, 2], [3, 0.5])), max([3, -7], key=abs), sorted("bca", key=ord))
print(functools.reduce(add, [1, 2.5, 2**64]), functools.reduce(add, "abc"))
