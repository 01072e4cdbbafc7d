"""Exceptions, early exits and side effects inside comprehensions and generator expressions."""


class Source:
    def __init__(self, n, fail_at=None):
        self.n, self.fail_at = n, fail_at
        self.closed = False

    def __iter__(self):
        for i in range(self.n):
            if i == self.fail_at:
                raise LookupError(f"source failed at {i}")
            yield i
        self.closed = True


def attempt(function):
    try:
        print("ok", function())
    except Exception as error:
        print(type(error).__name__, error)


collected = []
attempt(lambda: [collected.append(x) or 10 // (2 - x) for x in Source(4)])
print(collected)
attempt(lambda: [x for x in Source(4, fail_at=2)])
attempt(lambda: {x: y for x, y in [(1, 2), (3,)]})
attempt(lambda: {x for x in ([], 1)})
attempt(lambda: {[]: x for x in range(1)})
attempt(lambda: [x for x in None])
attempt(lambda: [x for x, y in [1]])
attempt(lambda: [x.missing for x in [1]])
attempt(lambda: [y for x in [1] for y in x])
attempt(lambda: [x for x in range(3) if x.missing])
attempt(lambda: list(x for x in Source(4, fail_at=3)))
attempt(lambda: sum(x for x in ["a"]))
attempt(lambda: ",".join(x for x in [1]))
attempt(lambda: any(1 // x for x in (1, 0)))
attempt(lambda: any(1 // x for x in (0, 1)))
attempt(lambda: all(1 // x for x in (2, 0)))
attempt(lambda: max(x for x in []))
attempt(lambda: next(x for x in [] if x))
attempt(lambda: dict((x,) for x in [1]))
attempt(lambda: tuple(x / 0 for x in [1]))
attempt(lambda: [*(x for x in Source(3, 1))])
attempt(lambda: [stop() for _ in range(2)])
attempt(lambda: list(stop() for _ in range(2)))


def stop():
    raise StopIteration("from call")


attempt(lambda: [stop() for _ in range(2)])
attempt(lambda: list(stop() for _ in range(2)))


def return_inside():
    for row in [[1, 2], [3, 0], [5]]:
        try:
            values = [12 // x for x in row]
        except ZeroDivisionError:
            return f"failed with {values} from before"
    return values


def variable_state():
    x = "outer"
    try:
        [x for x in range(3) if 1 // (1 - x)]
    except ZeroDivisionError:
        return x


def walrus_state():
    last = None
    try:
        [1 // (2 - (last := i)) for i in range(5)]
    except ZeroDivisionError:
        return last


def finally_in_source(log):
    def source():
        try:
            yield 1
            yield 0
        finally:
            log.append("closed")
    try:
        return [1 // x for x in source()]
    except ZeroDivisionError:
        log.append("caught")
    return log


print(return_inside(), variable_state(), walrus_state(), finally_in_source([]))
source = Source(5)
generator = (x * x for x in source if x != 1)
print(next(generator), next(generator), source.closed, list(generator), source.closed, next(generator, "done"))
generator = (1 // x for x in (1, 0, 2))
print(next(generator))
attempt(lambda: next(generator))
attempt(lambda: next(generator))
generator = (x for x in range(5))
next(generator)
generator.close()
print(list(generator))
first_even = next((x for x in Source(9, fail_at=5) if x and x % 2 == 0), None)
print(first_even, any(x > 2 for x in Source(9, fail_at=4)), 3 in (x for x in Source(9, fail_at=4)))
nested = ((y for y in range(x)) for x in range(4))
print([list(inner) for inner in nested], list(nested))
x = 5
lazy = (x + y for y in range(3))
x = 100
print(list(lazy), [x for x in [x, x + 1]], x)
items = [1, 2, 3]
growing = (items.append(i + 10) or i for i in items if len(items) < 6)
print(list(growing), items)
