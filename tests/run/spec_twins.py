"""Specialised code that goes on in its twin: from all depths of loops, with many values of all types, owned and lent, and what the twin raises."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Odd:
    """No number, but adds like one."""

    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Odd(self.value + (other.value if isinstance(other, Odd) else other))

    __radd__ = __add__

    def __repr__(self):
        return f"Odd({self.value})"


def nested(rows, limit, factor, flag):
    total = 0
    scale = 0.5
    seen = []
    for row in range(limit):
        above = total
        for column in range(limit):
            total = total + rows[(row * limit + column) % len(rows)]
            scale = scale * 1.25 if flag else scale + factor
            inner = column
            while inner > 0:
                inner -= 1
                total = total + rows[inner % len(rows)]
                if inner == row:
                    seen.append((row, column, inner))
            flag = not flag
        total = total + above
    return total, round(scale, 6), len(seen), seen[-1:], flag


def many(a, b, c, d, items):
    e = a + b
    f = c * 2.0
    g = d
    h = not d
    i = a * b
    j = c + f
    text = "text"
    pair = (a, b)
    k = [a, b]
    l = {a: b}
    for n, item in enumerate(items):
        e = e + item
        i = i + n
        f = f + 0.25
        g = not g
        j = j - f
    return a, b, c, d, e, f, g, h, i, j, text, pair, k, l, n


def caught(table, keys):
    found = 0
    missing = []
    for key in keys:
        try:
            found = found + table[key]
        except KeyError as error:
            missing.append(error.args[0])
        except TypeError as error:
            missing.append(str(error))
        finally:
            found = found + 1
    return found, missing


def lends(thing, count):
    total = 0
    for n in range(count):
        total = total + keeps(thing, n, count)
    return total


def keeps(thing, n, count):
    held = thing
    if n == 2:
        count = count + 2 ** 70
    result = count + n
    return result + len(held.name)


def failing(values, thing):
    total = 0
    for value in values:
        total = total + value
    return total


def outer(values):
    local = Noisy("local")
    return failing(values, local)


def closure(step):
    count = 0

    def advance(amount):
        nonlocal count
        for _ in range(3):
            count = count + amount
            amount = amount + step
        return count
    return advance


def deep(n, unit):
    if n == 0:
        return unit
    return deep(n - 1, unit) + unit


def retries(values):
    out = []
    for value in values:
        tries = 0
        while True:
            try:
                out.append(10 // (value - tries))
                break
            except ZeroDivisionError:
                tries = tries + 1
    return out


def depth_reached(n, unit):
    try:
        return depth_reached(n + unit, unit)
    except RecursionError:
        return n


def main():
    ints = [1, 2, 3, 4, 5]
    print(nested(ints, 6, 0.125, True))
    for place in range(5):
        for strange in (2 ** 64, 1.5, Odd(7), True):
            rows = list(ints)
            rows[place] = strange
            print(place, nested(rows, 5, 0.125, place % 2 == 0))
    print(nested(ints, 4, 2, 1))
    for items in ([1, 2, 3], [1, 2 ** 63], [2 ** 62, 2 ** 62, 1], [1, 0.5, 2], [Odd(1), 2]):
        print(many(3, 4, 1.5, True, items))
    print(many(3.5, 4, 1, 0, [1]))
    table = {"a": 1, "b": 2 ** 60, "c": 2.5}
    print(caught(table, ["a", "x", "b", "b", "b", "y", "c", [], "a"]))
    print(lends(Noisy("lent"), 5))
    for values in ([1, 2, "three"], [1, 2 ** 80, None], [0.5, [], 1]):
        try:
            outer(values)
        except TypeError as error:
            print("caught", error)
            entry = error.__traceback__
            while entry is not None:
                print(entry.tb_lineno)
                entry = entry.tb_next
            entry = None
        print("released")
    advance = closure(1)
    print(advance(1), advance(2 ** 62), advance(0.5))
    print(deep(50, 1), deep(50, 2 ** 60), deep(20, 0.5), deep(3, "x"))
    print(retries([1, 0, 2, 5, 2 ** 70]))
    print(depth_reached(0, 1) == depth_reached(0, 1.0))


main()
outer([1, 2 ** 70, "last"])  # not caught: the traceback is printed
