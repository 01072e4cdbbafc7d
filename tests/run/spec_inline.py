"""Small functions that change nothing are inlined: whatever stops them does the call over, and nothing else is done twice."""

import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def is_left(self):
        return self.x < 0

    def sign(self):
        if self.x > 0:
            return 1
        if self.x < 0:
            return -1
        return 0

    def part(self, first):
        return self.x if first else self.y


class Segment:
    def __init__(self, start, end):
        self.start = start
        self.end = end

    def product(self):
        return self.start.dot(self.end)

    def first(self):
        return self.start


def divide(a, b):
    return 100 / (a - b)


def weigh(a, b):
    return a * 3 + divide(a, b)


def pick(items, n):
    return items[n]


def maybe(n):
    if n > 5:
        return n
    return None


def mixed(n):
    return n if n % 2 else n / 2


def products():
    total = 0
    for k in range(60):
        p = Point(k, 2 * k)
        total += p.dot(Point(1 << k, 3))
        if Segment(p, Point(k, 1)).product() < 0:
            total = -1
    return total


def raises():
    done = 0
    try:
        for k in range(10):
            done += weigh(k, 7)
    except ZeroDivisionError as error:
        tb = error.__traceback__
        lines = []
        while tb is not None:
            lines.append(tb.tb_lineno)
            tb = tb.tb_next
        return done, lines


def indexes():
    found = []
    items = [1, 2, 3]
    for k in range(-3, 5):
        try:
            found.append(pick(items, k))
        except IndexError as error:
            found.append(str(error))
    return found


def other_types():
    items = [3, 4.5, 1 << 70, True, "ab", Point(1, 2)]
    out = []
    for item in items:
        try:
            out.append(weigh(item, 1))
        except (TypeError, ZeroDivisionError) as error:
            out.append(f"{type(error).__name__}: {error}")
    return out


def replaced():
    global divide
    out = []
    for k in range(8):
        if k == 4:
            old, divide = divide, lambda a, b: "x" * (a + b)
        try:
            out.append(weigh(k, 9))
        except TypeError as error:
            out.append(str(error))
    divide = old
    return out


def method_replaced():
    out = []
    for k in range(6):
        if k == 3:
            Point.sign = lambda self: "changed"
        out.append(Point(k - 2, 0).sign())
    return out


def late_attribute():
    p = Point(1, 2)
    out = []
    for k in range(6):
        if k == 3:
            p.sign = lambda: "own"
        out.append(p.sign())
    return out


class Loud:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        log.append(self.n)
        Counter.value += 100

    def read(self):
        return self.n + Counter.value


class Counter:
    value = 0


log = []


def temporaries():
    return [(Loud(k).read(), Counter.value, list(log)) for k in range(4)]


def owner_goes():
    segments = [Segment(Point(k, k), Point(1, 1)) for k in range(4)]
    kept = []
    while segments:
        kept.append(segments.pop().first())
    return [p.x for p in kept]


def depth(n):
    """The limit is met where CPython meets it, also by a call that is inlined."""
    try:
        return depth(n + 1)
    except RecursionError:
        try:
            return n, maybe(n)
        except RecursionError:
            return n, "not even this"


def near_the_limit():
    reached, value = depth(0)
    sys.setrecursionlimit(400)
    again, value2 = depth(0)
    return reached - again, value is not None, value2 is not None


def main():
    print(products())
    print(raises())
    print(indexes())
    print(other_types())
    print([maybe(k) for k in range(4, 8)], [mixed(k) for k in range(4)])
    print([Point(k, 1).is_left() for k in (-1, 0)], [Point(1, 2.5).part(k) for k in (True, False, 0, "x")])
    print(replaced())
    print(temporaries())
    print(owner_goes())
    print(method_replaced())
    print(late_attribute())
    print(near_the_limit())


main()
