"""Closures made in loops: late binding, default capture, factories, generators, comprehensions."""


def plain_loop():
    out = []
    for i in range(3):
        out.append(lambda: i)
    return [f() for f in out]


def default_capture():
    return [(lambda i=i: i)() for i in range(3)], [f() for f in [lambda i=i: i * i for i in range(3)]]


def factory_capture():
    def make(i):
        return lambda: i

    return [make(i)() for i in range(3)]


def while_loop():
    out, n = [], 0
    while n < 3:

        def get():
            return n

        out.append(get)
        n += 1
    return [f() for f in out]


def mutate_after():
    out = []
    for item in ([], [], []):
        out.append(lambda: item)
        item.append(len(out))
    out[0]().append("last")
    return [f() for f in out]


def cell_per_call():
    getters, setters = [], []
    for start in (1, 10):

        def make(value):
            def get():
                return value

            def change(new):
                nonlocal value
                value = new

            return get, change

        g, s = make(start)
        getters.append(g)
        setters.append(s)
    setters[0](99)
    return [g() for g in getters]


def generator_loop():
    def produce():
        for i in range(3):
            yield lambda: i

    during = [f() for f in produce()]
    after = [f() for f in list(produce())]
    return during, after


def exception_capture():
    out = []
    for text in ("1", "x", "2"):
        try:
            value = int(text)
        except ValueError as error:
            out.append(lambda error=error: str(error))
        else:
            out.append(lambda: value)
    return [f() for f in out]


def nested_loops():
    grid = []
    for row in range(2):
        line = []
        for column in range(2):
            line.append(lambda: (row, column))
        grid.append([f() for f in line] + line)
    return [g[:2] for g in grid], [[f() for f in g[2:]] for g in grid]


def class_methods_in_loop():
    classes = []
    for name in ("A", "B"):

        class Item:
            label = name

            def late(self):
                return name

        classes.append(Item)
    return [(c.label, c().late()) for c in classes]


def swap_captured():
    a, b = 1, 2
    read = lambda: (a, b)
    first = read()
    a, b = b, a
    second = read()
    a, *b = [7, 8, 9]
    return first, second, read()


def with_capture():
    class Manager:
        def __enter__(self):
            return "entered"

        def __exit__(self, *exc):
            return False

    out = []
    for _ in range(2):
        with Manager() as m:
            out.append(lambda: m)
    m = "rebound"
    return [f() for f in out]


def import_capture():
    def late():
        return math.floor(2.5)

    import math

    return late()


def augmented():
    x = 1
    read = lambda: x
    x += 1
    x *= 10
    return read()


def walrus_capture():
    if (n := 5) > 3:
        read = lambda: n
    values = [n := n + i for i in range(3)]
    return read(), values


def deleted_in_loop():
    out = []
    for i in range(2):
        x = i
        out.append(lambda: x)
        if i == 1:
            del x
    results = []
    for f in out:
        try:
            results.append(f())
        except NameError as error:
            results.append(str(error))
    return results


for function in (
    plain_loop,
    default_capture,
    factory_capture,
    while_loop,
    mutate_after,
    cell_per_call,
    generator_loop,
    exception_capture,
    nested_loops,
    class_methods_in_loop,
    swap_captured,
    with_capture,
    import_capture,
    augmented,
    walrus_capture,
    deleted_in_loop,
):
    print(function.__name__, function())
