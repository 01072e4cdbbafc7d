"""Comprehensions in class bodies, default arguments, decorators and lambdas; shadowed names."""

size = 3
items = ["global"]


class Body:
    size = 4
    items = [i * 10 for i in range(size)]
    copy = [item for item in items]
    table = {i: item for i, item in enumerate(items)}
    functions = [lambda self=None, i=i: i for i in range(2)]
    generator = list(x + 1 for x in items)

    def method(self, values=[v * 2 for v in items], *, keyed={k: k for k in range(size)}):
        return values, keyed, [size for _ in range(2)]

    try:
        bad = [size + i for i in range(1)]
    except NameError as error:
        bad = str(error)

    nested = [[inner for inner in range(outer)] for outer in range(3)]


print(
    Body.items,
    Body.copy,
    Body.table,
    Body.generator,
    Body.bad,
    Body.nested,
    [f() for f in Body.functions],
    Body().method(),
)


def decorator(*values):
    def wrap(function):
        function.values = values
        return function

    return wrap


@decorator(*[n * n for n in range(4)], *(c for c in "ab"))
def decorated(a=[i for i in range(2)], b=(lambda: [j for j in range(size)])()):
    return a, b


print(decorated.values, decorated())


def shadowing(items):
    items = [items for items in items]
    size = [size for size in range(2)]
    list_name = [str for str in "ab"]
    return items, size, list_name, str(5)


print(shadowing([7, 8]), items, size)


def parameter_default(n, squares=None):
    squares = squares or [i * i for i in range(n)]
    n = [n for n in squares if n > 1]
    return n, squares


print(parameter_default(4), parameter_default(2, [9]))


def conditional(flag):
    if flag:
        x = [x for x in "yes"]
    return x


print(conditional(True))
try:
    conditional(False)
except UnboundLocalError as error:
    print(error)


def closures():
    makers = []
    for base in (10, 20):
        makers.append([lambda n: base + n + i for i in range(2)])
    immediate = [[f(0) for f in row] for row in makers]
    base = 1000
    return immediate, [[f(0) for f in row] for row in makers]


def counter_comprehension():
    count = 0

    def bump():
        nonlocal count
        count += 1
        return count

    values = [bump() for _ in range(3)]
    pairs = {bump(): bump() for _ in range(2)}
    return values, pairs, count, [count for count in "xy"], count


def walrus_targets():
    total = 0
    running = [total := total + n for n in range(5)]
    found = any((hit := n) * n > 10 for n in range(10))
    grid = [[cell := r * c for c in range(3)] for r in range(3)]
    return running, total, found, hit, grid, cell


def generator_closure(limit):
    multiplier = 2
    g = (n * multiplier for n in range(limit))
    multiplier = 3
    first = next(g)
    second = next(g)
    multiplier = 100
    return first, second, list(g)


print(closures(), counter_comprehension(), walrus_targets(), generator_closure(4), sep="\n")
print(
    [f() for f in [lambda: i for i in range(3)]],
    (lambda n: [m for m in range(n)])(3),
    [[(lambda: k)() for k in range(j)] for j in range(3)],
)
print(
    [__name__ for _ in range(1)],
    [_ for _ in range(3)],
    [len for len in (1, 2)],
    len("abc"),
    {print: 1 for print in "p"},
)
