"""Loops over spans of lists, which are tested once before the loop, and everything that makes such a test fail."""


def axpy(a: float, x: list[float], y: list[float], start: int, stop: int):
    for i in range(start, stop):
        y[i] += a * x[i]
    return y


def smooth(x: list[float], out: list[float], n: int):
    for i in range(1, n - 1):
        out[i] = (x[i - 1] + x[i] + x[i + 1]) / 3.0
    return out


def backwards_edge(x: list[float], n: int):
    """x[i - 2] is a negative index at first."""
    total = 0.0
    for i in range(n):
        total += x[i - 2]
    return total


def dot(x: list[float], y: list[float]):
    total = 0.0
    for i in range(len(x)):
        total += x[i] * y[i]
    return total


def count(flags: list[bool]):
    n = 0
    for flag in flags:
        if flag:
            n += 1
    return n


def weigh(items: list[int]):
    total = 0
    i = 0
    while i < len(items):
        total += items[i] * i
        i += 1
    return total


def largest(x: list[float], n: int):
    best = x[0]
    for i in range(1, n):
        if x[i] > best:
            best = x[i]
    return best


def first_above(x: list[float], n: int, bound: float):
    for i in range(n):
        if x[i] > bound:
            return i
    return -1


def floats(n):
    return [k * 0.5 - 3.0 for k in range(n)]


class Loud:
    def __init__(self, name):
        self.name = name

    def __radd__(self, other):
        return 0.25

    def __mul__(self, other):
        return 1.5

    def __rmul__(self, other):
        return 2.5

    def __del__(self):
        print("gone", self.name)


def attempt(function, *args):
    try:
        result = function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return round(sum(result), 6) if type(result) is list and all(type(r) is float for r in result) else result


def main():
    n = 100
    print(attempt(axpy, 2.0, floats(n), floats(n), 0, n))
    print(attempt(axpy, 2.0, floats(n), floats(n), 0, 5))
    print(attempt(axpy, 2.0, floats(n), floats(n), 50, 40))
    print(attempt(axpy, 2.0, floats(n), floats(n), -30, 30))
    print(attempt(axpy, 2.0, floats(n), floats(n), -130, 30))
    print(attempt(axpy, 2.0, floats(n), floats(n), 0, n + 1))
    for odd in (7, 1 << 80, True, "s", None):
        for place in (0, 17, n - 1):
            x = floats(n)
            x[place] = odd
            print(odd, place, attempt(axpy, 2.0, x, floats(n), 0, n), attempt(dot, x, floats(n)))
            y = floats(n)
            y[place] = odd
            print(attempt(axpy, 2.0, floats(n), y, 0, n))
    same = floats(n)
    print(attempt(axpy, 0.5, same, same, 0, n))
    print(attempt(smooth, floats(n), floats(n), n), attempt(smooth, same, same, n), attempt(smooth, floats(n), floats(n - 1), n + 1))
    print(backwards_edge(floats(n), n), attempt(backwards_edge, floats(n), n + 3))
    nan = float("nan")
    special = floats(n)
    special[3], special[4], special[50] = nan, float("inf"), -0.0
    print(dot(special, floats(n)), [str(v) for v in axpy(-1.0, special, floats(n), 0, n)][:6])
    print(count([k % 3 == 0 for k in range(n)]), count([1, 0, "", "x", None] * 20), count([True] * 3))
    print(weigh(list(range(n))), weigh([1 << 60] * n), weigh([1 << 46, -(1 << 47)] * n), weigh([0.5] * n), weigh([]))
    print(largest(floats(n), n), largest([nan] + floats(n), n), attempt(largest, floats(n), n + 1))
    print(first_above(floats(n), n, 20.0), first_above(floats(n), n, 1e9))
    y = floats(n)
    y[60] = Loud("old item")
    print(attempt(axpy, 1.0, floats(n), y, 0, n), type(y[60]).__name__)
    x = floats(n)
    x[61] = Loud("factor")
    print(attempt(axpy, 1.0, x, floats(n), 0, n))
    x[61] = 0.0
    print("end")


main()
