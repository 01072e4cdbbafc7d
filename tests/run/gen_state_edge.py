"""Edge cases of generator state: reentry, exceptions, defaults, arguments, closing, methods as generators."""


def simple():
    yield 1
    yield 2


def fails():
    yield "before"
    raise KeyError("inside")
    yield "never"


def handles(log):
    for i in range(3):
        try:
            yield i
        except ValueError as error:
            log.append(f"handled {error} at {i}")


def arguments(a, b=2, *args, c, **kwargs):
    yield a, b
    yield args
    yield c, kwargs


class Container:
    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        for item in self.items:
            yield item

    def changed(self):
        for i, item in enumerate(self.items):
            self.items[i] = item * 2
            yield self.items[:]

    @classmethod
    def counting(cls, n):
        for i in range(n):
            yield cls(*range(i))

    @staticmethod
    def static():
        yield "static"

    @property
    def lazy(self):
        yield from reversed(self.items)

    def __reversed__(self):
        yield from self.items[::-1]

    def __contains__(self, x):
        return any(x == y for y in self)


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


g = simple()
print(
    next(g),
    next(g),
    attempt(lambda: next(g)),
    attempt(lambda: next(g)),
    attempt(lambda: g.send(None)),
    g.close(),
    next(g, "default"),
)
g = fails()
print(next(g), attempt(lambda: next(g)), attempt(lambda: next(g)), list(g))
log = []
g = handles(log)
print(next(g), g.throw(ValueError("v")), next(g), attempt(lambda: g.throw(KeyError("k"))), list(g), log)
print(
    list(arguments(1, c=3)),
    list(arguments(1, 5, 6, 7, c=8, d=9)),
    attempt(lambda: arguments(1)),
    attempt(lambda: arguments(c=1)),
    attempt(lambda: next(arguments(1, 2, 3))),
)
c = Container(1, 2, 3)
print(
    list(c),
    list(c.changed()),
    c.items,
    [len(x.items) for x in Container.counting(4)],
    [*Container.static(), *c.lazy],
    list(reversed(c)),
    4 in c,
    5 in c,
    [*c, *c],
    max(c),
    sorted(c, reverse=True),
)
for thunk in (
    lambda: simple().send(1),
    lambda: simple()[0],
    lambda: len(simple()),
    lambda: simple() + simple(),
    lambda: simple().throw(ValueError("not started")),
    lambda: simple().throw(5),
    lambda: simple().nothing,
    lambda: next(simple),
    lambda: iter(simple),
    lambda: list(simple),
    lambda: simple().send(),
    lambda: simple(1),
    lambda: reversed(simple()),
    lambda: sorted(simple(), key=5),
):
    print(attempt(thunk))


def reenters():
    yield next(holder[0])


holder = [None]
holder[0] = reenters()
print(attempt(lambda: next(holder[0])), attempt(lambda: next(holder[0])))


def closes_itself():
    try:
        yield 1
        itself[0].close()
        yield 2
    except ValueError as error:
        yield str(error)


itself = [None]
itself[0] = closes_itself()
print(next(itself[0]), attempt(lambda: next(itself[0])))


def yield_in_finally():
    try:
        yield 1
    finally:
        yield "from finally"
        print("resumed in finally")


print(list(yield_in_finally()))
g = yield_in_finally()
next(g)
print(g.throw(ValueError("pending")), attempt(lambda: next(g)))


def yield_in_except():
    try:
        raise ValueError("original")
    except ValueError as error:
        yield f"handling {error}"
        yield repr(error)
    try:
        error
    except UnboundLocalError as problem:
        yield str(problem)[:35]


print(list(yield_in_except()))


def returns_early(flag):
    if flag:
        return "value"
    yield "yielded"


def only_return(x):
    return x
    yield


print(
    list(returns_early(True)),
    list(returns_early(False)),
    attempt(lambda: next(only_return(5))),
    list(only_return([1, 2])),
)
x = "module"


def shadows():
    for x in range(2):
        yield x
    yield x


print(list(shadows()), x, [x for x in shadows()], x)
several = [simple() for _ in range(3)]
print(
    [next(s) for s in several],
    next(several[1]),
    [list(s) for s in several],
    simple() is not simple(),
    simple() == simple(),
    bool(simple()),
)
first = simple()
second = iter(first)
print(
    next(first),
    next(second),
    first is second,
    list(zip(simple(), simple())),
    dict(zip("ab", simple())),
    [a + b for a in simple() for b in simple()],
    tuple(simple()),
    {*simple()},
    "%d-%d" % tuple(simple()),
    sum(simple()),
)
a, b = simple()
*c2, d = simple()
print(a, b, c2, d, attempt(lambda: (lambda p: p)(*simple())))
