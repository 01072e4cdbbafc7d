"""nonlocal through several levels, in methods, generators, comprehensions, lambdas and recursion."""


def three_levels():
    x = ["level 0"]
    trail = []

    def one():
        nonlocal x
        x = x + ["one"]

        def two():
            x = ["own"]

            def three():
                nonlocal x
                x = x + ["three"]
                return x

            trail.append(three())
            return x

        trail.append(two())
        return x

    trail.append(one())
    return trail, x


def in_generator():
    total = 0

    def feed():
        nonlocal total
        while True:
            value = yield total
            if value is None:
                return
            total += value

    g = feed()
    next(g)
    g.send(5)
    g.send(7)
    before = total
    next(g, None)
    return before, total


def in_method():
    created = 0

    class Item:
        def __init__(self):
            nonlocal created
            created += 1
            self.number = created

        def __del__(self):
            nonlocal created
            created -= 1

    a, b = Item(), Item()
    numbers = a.number, b.number, created
    del a
    return numbers, created


def in_recursion(items):
    depth = deepest = 0

    def visit(node):
        nonlocal depth, deepest
        depth += 1
        deepest = max(deepest, depth)
        for child in node:
            if isinstance(child, list):
                visit(child)
        depth -= 1

    visit(items)
    return depth, deepest


def in_try():
    state = "start"

    def risky(fail):
        nonlocal state
        try:
            state = "trying"
            if fail:
                raise ValueError
            state = "succeeded"
        except ValueError:
            state += " and failing"
        finally:
            state += "."
        return state

    return risky(False), risky(True), state


def as_loop_target():
    i = "before"

    def run():
        nonlocal i
        for i in range(3):
            pass

    run()
    return i


def as_with_and_except_target():
    m = e = None

    class Manager:
        def __enter__(self):
            return "managed"

        def __exit__(self, *exc):
            pass

    def run():
        nonlocal m, e
        with Manager() as m:
            pass
        try:
            1 // 0
        except ZeroDivisionError as e:
            pass

    run()
    try:
        return m, e
    except NameError as error:
        return m, str(error)


def as_definition():
    f = lambda: "lambda"

    def replace():
        nonlocal f

        def f():
            return "function"

    before = f()
    replace()
    return before, f()


def unpacking():
    a = b = c = 0

    def run():
        nonlocal a, b, c
        a, (b, *c) = 1, (2, 3, 4)
        a, b = b, a

    run()
    return a, b, c


def comprehension_reads():
    k = 2

    def run():
        nonlocal k
        values = [k * n for n in range(3)]
        k = 10
        return values, [k * n for n in range(3)], {n: (lambda: k)() for n in range(2)}

    return run(), k


def parameter(p):
    def change():
        nonlocal p
        p, old = p * 2, p
        return old

    return change(), p, change(), p


def deletes():
    x = 1

    def drop():
        nonlocal x
        del x

    def read():
        return x

    drop()
    try:
        read()
    except NameError as error:
        first = str(error)
    try:
        x
    except UnboundLocalError as error:
        second = str(error)
    x = 2
    return first, second, read()


def siblings():
    shared = 0

    def up():
        nonlocal shared
        shared += 1
        return down() if shared < 3 else shared

    def down():
        nonlocal shared
        shared += 10
        return up() if shared < 30 else shared

    return up(), shared


for function in (
    three_levels,
    in_generator,
    in_method,
    in_try,
    as_loop_target,
    as_with_and_except_target,
    as_definition,
    unpacking,
    comprehension_reads,
    deletes,
    siblings,
):
    print(function.__name__, function())
print(in_recursion([1, [2, [3, [4]], 5], [[]]]), parameter(5), parameter("ab"))
