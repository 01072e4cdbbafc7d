"""Generators: laziness, state, return value, exhaustion, recursion, pipelines, expressions."""


def count(start, log):
    log.append("started")
    n = start
    while True:
        log.append(f"yield {n}")
        yield n
        n += 1


log = []
g = count(5, log)
print(log, next(g), next(g), log)


def finite():
    x = yield 1
    print("received", x)
    y = yield 2
    print("received", y)
    return "the end"


g = finite()
print(next(g), g.send("hello"))
try:
    g.send("last")
except StopIteration as stop:
    print("stop", stop.value, stop.args)
print(next(g, "default"), list(g))
g = finite()
try:
    g.send("too early")
except TypeError as error:
    print(error)


def empty():
    return
    yield


def just_return():
    return 5
    yield


print(list(empty()), next(empty(), "nothing"))
try:
    next(just_return())
except StopIteration as stop:
    print(stop.value, repr(stop))


def tree(depth, label="r"):
    if depth:
        yield from tree(depth - 1, label + "0")
        yield label
        yield from tree(depth - 1, label + "1")


def delegating():
    first = yield from finite()
    second = yield from [10, 20]
    third = yield from "ab"
    print("values", first, second, third)
    return [first]


def outer():
    result = yield from delegating()
    yield ("result", result)


print(list(tree(3)))
g = outer()
print(next(g), g.send("s1"), g.send("s2"), next(g), next(g), next(g), next(g), next(g, "done"))


def evens(numbers):
    for n in numbers:
        if n % 2 == 0:
            yield n


def squared(numbers):
    return (n * n for n in numbers)


def take(n, iterable):
    for _, item in zip(range(n), iterable):
        yield item


print(list(take(4, squared(evens(count(1, []))))), sum(take(10, count(1, []))), max(take(3, evens(range(9)))))
a, b, *c = take(5, count(0, []))
print(
    a,
    b,
    c,
    3 in count(0, []),
    dict(zip("ab", count(0, []))),
    [*take(2, "xyz")],
    list(map(lambda x, y: x + y, take(3, count(0, [])), [10, 20, 30, 40])),
)


def primes():
    found = []
    for n in count(2, []):
        if all(n % p for p in found):
            found.append(n)
            yield n


def running_average():
    total = n = 0
    average = None
    while True:
        value = yield average
        total += value
        n += 1
        average = total / n


averager = running_average()
next(averager)
print(list(take(10, primes())), [averager.send(v) for v in (10, 20, 60)])


def reentrant():
    yield next(self_reference)


self_reference = reentrant()
try:
    next(self_reference)
except ValueError as error:
    print(error)
g = count(1, [])
print(
    iter(g) is g,
    hasattr(g, "__next__"),
    type(g).__name__,
    g.__name__,
    type(x for x in []).__name__,
    (x for x in []).__name__,
)
print(list(zip(*[iter(take(6, count(0, [])))] * 2)), next(g) + next(g) * next(g))
