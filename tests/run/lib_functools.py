"""functools: reduce, partial, wraps, lru_cache, cache, cmp_to_key, total_ordering, singledispatch, cached_property."""

import functools
from functools import (
    cached_property,
    cmp_to_key,
    lru_cache,
    partial,
    partialmethod,
    reduce,
    singledispatch,
    total_ordering,
    wraps,
)

print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + [b], "abc", []), reduce(max, [3, 9, 2]))
for bad in (
    lambda: reduce(max, []),
    lambda: reduce(max, 5),
    lambda: partial(),
    lambda: partial(5),
    lambda: cmp_to_key(),
    lambda: reduce(max),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)


def power(base, exponent, *, offset=0):
    """Raise."""
    return base**exponent + offset


square = partial(power, exponent=2)
cube_plus = partial(partial(power, offset=1), exponent=3)
print(
    square(5),
    cube_plus(2),
    square(5, offset=3),
    square.func is power,
    cube_plus.args,
    cube_plus.keywords,
    partial(print, "a", sep="-")("b"),
    partial(power, 2)(10),
)


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


power = logged(power)
print(power(2, 3), power.__name__, power.__doc__, power.calls, power.__wrapped__(2, 2))


@lru_cache(maxsize=2)
def slow(n, k=1):
    print(f"[{n}]", end=" ")
    return n * k


print(slow(1), slow(2), slow(1), slow(3), slow(2), slow(2, k=1), slow.cache_info())
slow.cache_clear()
print(slow.cache_info(), slow(1), slow.cache_info().misses)
try:
    slow([])
except TypeError as error:
    print(error)


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())
print(
    sorted(["bb", "a", "ccc", "dd"], key=cmp_to_key(lambda a, b: len(b) - len(a) or (a > b) - (a < b))),
    cmp_to_key(lambda a, b: a - b)(1) < cmp_to_key(lambda a, b: a - b)(2),
)


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented


a, b = Version("1.2"), Version("1.10")
print(a < b, a <= b, a > b, a >= b, a == b, a != b, a >= Version("1.2"), max(a, b) is b)
try:
    a > 5
except TypeError as error:
    print(error)


@singledispatch
def describe(value):
    return f"object {value}"


@describe.register
def _(value: int):
    return f"int {value}"


@describe.register(list)
@describe.register(tuple)
def describe_sequence(value):
    return f"{type(value).__name__} [{', '.join(map(describe, value))}]"


describe.register(str, lambda value: f"str {value!r}")
print(
    describe(5),
    describe(True),
    describe("s"),
    describe([1, ("a", None)]),
    describe(2.5),
    describe.dispatch(bool) is describe.dispatch(int),
)


class Circle:
    computed = 0

    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        Circle.computed += 1
        return self.r**2 * 3

    def scaled(self, factor, shift=0):
        return self.r * factor + shift

    double = partialmethod(scaled, 2)
    shifted = partialmethod(scaled, shift=100)


c = Circle(2)
print(c.area, c.area, Circle.computed, c.__dict__, c.double(), c.double(shift=1), c.shifted(3))
del c.area
c.r = 3
print(c.area, Circle.computed)
