# exit: 1
"""Tracebacks through a comprehension, a generator, a method, a property, an operator and a lambda called in a hot loop."""


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    @property
    def euros(self):
        return self.cents / (100 - self.cents // 1000)

    def __lt__(self, other):
        return self.cents < other.cents

    def __getitem__(self, i):
        return [self.cents][i]


def ratios(values):
    for v in values:
        yield 1000 // v


def by_generator(values):
    return sum(x for x in ratios(values) if x > 1)


def by_comprehension(values):
    return [[1000 // y for y in (x, x - 5)] for x in values]


def by_method(amounts):
    total = Money(0)
    for a in amounts:
        total = total + a
    return total.euros


def by_sort(amounts):
    return sorted(
        amounts,
        key=lambda a: a.cents % a[len(amounts) - 100],
    )


def by_map(values):
    return list(map(lambda v: v + 1, values))


def frames(thunk):
    try:
        thunk()
    except Exception as error:
        tb, trail = error.__traceback__, []
        while tb is not None:
            trail.append(tb.tb_lineno)
            tb = tb.tb_next
        print(type(error).__name__, error, trail[1:])


frames(lambda: by_generator([5] * 500 + [0]))
frames(lambda: by_comprehension([6] * 500 + [5]))
frames(lambda: by_method([Money(100)] * 1000))
frames(lambda: by_method([Money(100)] * 500 + [7]))
frames(lambda: by_sort([Money(i) for i in range(100)]))
frames(lambda: by_sort([Money(i) for i in range(101)]))
frames(lambda: by_map([1] * 500 + ["x"]))


def chained(values):
    for n, v in enumerate(values):
        try:
            by_comprehension([v])
        except ZeroDivisionError as error:
            raise LookupError(f"row {n}") from error


try:
    chained([7] * 300 + [0])
except LookupError as error:
    print(error, "from", repr(error.__cause__))
by_generator([5] * 100 + [0])
