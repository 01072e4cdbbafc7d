"""Generators resumed directly by loops and by `yield from`: what is expected, then everything else in the same place."""

import gc
import sys


def count(n):
    for i in range(n):
        yield i


def doubled(values):
    for value in values:
        yield value * 2


def mixed(n):
    """Ints, floats, bools and objects live across each yield."""
    big, part, flag, name = 2**60, 0.5, False, "x"
    for i in range(n):
        big += 2**61 if i == 2 else 1
        part *= 1.5
        flag = not flag
        name += "y"
        yield i
    yield big, part, flag, name


def walk(low, high):
    if low <= high:
        middle = (low + high) // 2
        yield from walk(low, middle - 1)
        yield middle
        yield from walk(middle + 1, high)


def total(values):
    t = 0
    for v in doubled(values):
        t += v
    return t


print(total(count(1000)), total([1, 2, 3]), total(range(10)), total(iter((1.5, 2))), total(x for x in (True, False)))
print(list(mixed(5)), sum(walk(1, 100)), list(walk(1, 7)))

# Exhausted, finished, half consumed.
g = count(5)
print(next(g), total(g), total(g), list(g), g.gi_frame)
g = doubled(count(3))
print(next(g), g.close(), list(g))
g = doubled(None)
try:
    next(g)
except TypeError as error:
    print("TypeError:", error, list(g))


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def holding(n):
    kept = Noisy("kept")
    for i in range(n):
        each = Noisy(i)
        yield i
    print("end of", kept.name)


for i in holding(3):
    print("got", i)
    if i == 1:
        break
print("left")
g = doubled(holding(2))
print(next(g))
del g
print(list(doubled(holding(2))))


# A generator that resumes itself, in a loop and by delegation.
def itself():
    yield 1
    try:
        for x in box[0]:
            print("never", x)
    except ValueError as error:
        print("ValueError:", error, box[0].gi_running)
    yield 2
    try:
        yield from box[0]
    except ValueError as error:
        print("ValueError:", error)
    yield 3


box = [itself()]
print(box[0].gi_running, *box[0], box[0].gi_running, box[0].gi_suspended)


# Exceptions thrown in, and handled across yields.
def handling():
    try:
        raise KeyError("first")
    except KeyError:
        received = yield repr(sys.exc_info()[1])
        print("received", received)
        try:
            yield repr(sys.exc_info()[1])
        except ValueError as error:
            print("thrown in", error, repr(error.__context__))
        yield repr(sys.exc_info()[1])
        raise IndexError("last")


def outer(inner):
    result = yield from inner
    print("result", result)


def consume(g):
    seen = []
    try:
        raise OSError("outside")
    except OSError:
        try:
            for x in g:
                seen.append((x, repr(sys.exc_info()[1])))
        except IndexError as error:
            print(seen, repr(error), repr(error.__context__), repr(error.__context__.__context__))
    print(repr(sys.exc_info()[1]))


consume(handling())
consume(outer(handling()))
g = outer(handling())
print(next(g), g.send("hello"), g.throw(ValueError("now")))
try:
    next(g)
except IndexError as error:
    print(repr(error), repr(error.__context__), error.__traceback__ is not None)


def stopping():
    yield 1
    raise StopIteration("inside")


try:
    for x in doubled(stopping()):
        print(x)
except RuntimeError as error:
    print(error, repr(error.__cause__))


def with_result(n):
    yield n
    return n * 10


def adding(n):
    a = yield from with_result(n)
    b = yield from with_result(a)
    return a + b


def run(g):
    seen = []
    while True:
        try:
            seen.append(next(g))
        except StopIteration as stop:
            return seen, stop.value


print(run(adding(2)), run(adding(2.5)), run(adding("ab")))


# Deep chains end with RecursionError, at the same depth or earlier, and leave all generators finished.
def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(200)))
try:
    print(sum(deep(5000)))
except RecursionError as error:
    print("RecursionError")


# The collector runs while generators run.
def cyclic(n):
    me = [Noisy(f"cycle of {n}")]
    me.append(me)
    for i in range(n):
        gc.collect()
        yield i
        gc.collect()


for i in doubled(cyclic(3)):
    gc.collect()
    print("cyclic", i)
gc.collect()
g = doubled(cyclic(2))
next(g)
del g
gc.collect()


# Another function under the same name, and another kind of iterator in the middle of a loop.
def pick(k):
    return count(3) if k else iter([7, 8, 9])


for k in (1, 1, 0, 1):
    print(total(pick(k)))
original, count = count, lambda n: iter("abc")
print(list(doubled(count(1))), list(doubled(original(2))))


# enumerate() of a generator: an item of another type in the middle, a list in its place, an error inside.
def numbers(n, odd=None):
    for i in range(n):
        if i == 3 and odd is not None:
            if odd is IndexError:
                raise odd("inside")
            yield odd
        yield i


def weighted(values):
    t = 0
    for i, value in enumerate(values):
        t += i * value
    return t, i, value


for values in (numbers(10), numbers(10, 0.5), numbers(10, 2**70), [1, 2, 3], range(4), numbers(5, "ab"), numbers(9, IndexError), numbers(10)):
    try:
        print(weighted(values))
    except (TypeError, IndexError) as error:
        print(repr(error))
try:
    weighted(numbers(0))
except UnboundLocalError as error:
    print(error)
g = numbers(6)
for i, v in enumerate(g):
    if i == 2:
        break
print(i, v, list(g))


# Classes whose __iter__ is a generator, an iterator of its own, or becomes another.
class Node:
    def __init__(self, key, left, right):
        self.key = key
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.key
        if self.right is not None:
            yield from self.right


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


def build(low, high):
    if low > high:
        return None
    middle = (low + high) // 2
    return Node(middle, build(low, middle - 1), build(middle + 1, high))


def keys(tree):
    found = []
    for key in tree:
        found.append(key)
    return found


tree = build(1, 20)
print(keys(tree), sum(tree), keys(Countdown(4)), sum(Countdown(100)))
tree.left.left = [0.5, "one"]
tree.right.right.right = Countdown(3)
print(keys(tree))
tree.right.left = 7
try:
    keys(tree)
except TypeError as error:
    print(error)
try:
    keys(build(1, 0))
except TypeError as error:
    print(error)
tree = build(1, 7)
seen = 0
for key in tree:
    seen = seen * 10 + key
    if key == 4:
        Node.__iter__ = lambda self: iter([8])
print(seen, keys(tree))
