"""One loop, many kinds of iterables: user iterators, generators, views, sequences by index, iter with a sentinel, errors."""


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Sequence:
    """Iterable through __getitem__ alone."""

    def __getitem__(self, i):
        if i >= 5:
            raise IndexError(i)
        return i * 1.5


class Broken:
    def __iter__(self):
        return 5


class NotNext:
    def __iter__(self):
        return self


class Failing:
    def __init__(self, kind):
        self.kind, self.n = kind, 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 4:
            raise self.kind("at four")
        return self.n


def generator(n):
    for i in range(n):
        yield i
        if i == 2:
            yield "two"


def consume(iterable):
    n, last, t = 0, None, 0
    for x in iterable:
        n += 1
        last = x
        if isinstance(x, (int, float)):
            t += x
    return n, last, t


numbers = iter([3, 2, 1, 0, 7])
KINDS = [
    [1, 2, 3], (1, 2.5), "añ€😀", b"ab", {5: 1, 6: 2}, {7, 8}, frozenset([9]), range(3), Countdown(5), Sequence(), generator(4),
    {1: 2}.items(), {1: 2}.values(), enumerate("ab"), zip("ab", [1, 2, 3]), map(abs, [-1, -2]), filter(None, [0, 1, 2]), reversed([1, 2, 3]),
    iter(lambda: next(numbers), 0), (x * x for x in range(4)), [], "", bytearray(b"xyz"), iter([1, 2]), reversed(range(5)),
]
for kind in KINDS:
    print(type(kind).__name__, consume(kind), consume(kind))
for bad in (5, None, 1.5, Broken(), NotNext(), consume, Sequence, Failing(ValueError), Failing(StopIteration), Failing(IndexError), object):
    try:
        print(consume(bad))
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)


def hot(iterables, rounds):
    t = 0
    for i in range(rounds):
        for x in iterables[i % len(iterables)]:
            t += x
    return t


print(hot([[1, 2], (3, 4), range(5), {6: 0}, [0.5]], 1000), hot([range(3)], 1000))


class Growing:
    """__iter__ is replaced while a loop over the class's instances runs."""

    def __iter__(self):
        return iter([1, 2, 3])


def replaced(rounds):
    g, out = Growing(), []
    for i in range(rounds):
        out.append(sum(g))
        for x in g:
            if i == 1:
                Growing.__iter__ = lambda self: iter((0.5, x))
            if i == 3:
                Growing.__iter__ = generator_method
    return out


def generator_method(self):
    yield from range(100, 103)


print(replaced(6))


def while_next(it):
    """The protocol by hand."""
    t = 0
    while True:
        try:
            t += next(it)
        except StopIteration as stop:
            return t, stop.value


def returning(n):
    for i in range(n):
        yield i
    return n * 10


print(while_next(iter(range(1000))), while_next(returning(5)), while_next(Countdown(10)), while_next(iter([])))
