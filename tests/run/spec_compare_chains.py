"""Chained comparisons with effects and odd results; min, max, sum, any, all and sort over mixed types with exact errors."""


class Odd:
    """Comparisons give objects that are not bool."""

    def __init__(self, name):
        self.name = name

    def __lt__(self, other):
        log.append(f"{self.name}<")
        return [] if self.name == "e" else self.name

    def __gt__(self, other):
        log.append(f"{self.name}>")
        return None

    def __eq__(self, other):
        return NotImplemented

    __hash__ = None


log = []


def value(x):
    log.append(x)
    return x


def chains(n):
    inside = 0
    for i in range(n):
        if 10 <= i < 20 or 2.5 < i * 0.5 <= 3 or not 0 < i < n - 1:
            inside += 1
        if 5 < i == i > 3 != 2:
            inside += 100
    return inside


print(chains(100), chains(1), 1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 == True, (3 > 2) > 1, 1 == 1.0 == True, 2**53 == 2.0**53 != 2**53 + 1)
print(value(1) < value(3) < value(2) < value(9), log)
log.clear()
print(value(1) < value(2) <= value(2) == value(2.0) is not value(None), log)
log.clear()
print(Odd("e") < 5 < 6, Odd("f") < 5, Odd("g") > 1 > 0, 1 < Odd("h"), log, Odd("x") == Odd("y"), Odd("z") != 1)


def in_loop(values, low, high):
    n = 0
    for v in values:
        if low < v < high:
            n += 1
    return n


print(in_loop(range(1000), 5, 100), in_loop([0.5, 7, True, 2**70], 0, 2**71), in_loop("abc", "a", "z"), in_loop([float("nan")] * 3, 0, 1))
print(in_loop([1, 2], 5, None), in_loop([(1, 2), (1,)], (0,), (1, 2, 3)), in_loop([[1], [2, 0]], [0], [2]), in_loop([{1}], set(), {1, 2}))


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)), end="; ")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, end="; ")


MIXED = [[1, 2.5, True], [1, "a"], [None, 1], ["a", 1], [], [2, 1, None], [(1, 2), (1, "a")], [(1, 2), (1, 2, 3)], [[1], (1,)], [2**70, 1e30, float("inf")]]
for items in MIXED:
    print(items, end=": ")
    for f in (min, max, sum, sorted, any, all):
        attempt(f, items)
    print()
for items in ([0.1] * 10, [1, 0.5, 2**53], [2**63 - 1, 1], [True, True], [1e308, 1e308, -1e308], [float("inf"), float("-inf")], [-0.0]):
    print(sum(items), sum(items, 0.5), max(items), min(items), end="; ")
print()
attempt(sum, ["a", "b"])
attempt(sum, ["a", "b"], "")
attempt(sum, [[1], [2]], [])
attempt(sum, [(1,), [2]], ())
attempt(sum, 5)
attempt(max, 5)
attempt(max)
attempt(max, [], default="none")
attempt(max, 1, 2, default=3)
attempt(min, [3, 1, 2], key=lambda x: -x)
attempt(min, "b", "a", key=5)
attempt(max, [1, 1.0, True])
attempt(max, True, 1.0, 1)
attempt(min, float("nan"), 1)
attempt(min, 1, float("nan"))
print()


def key_trouble(kind):
    items = [3, 1, 2, 5, 4]

    def key(x):
        if kind == "raises" and x == 2:
            raise KeyError(x)
        if kind == "mutates":
            items.append(9)
        if kind == "clears":
            items.clear()
        if kind == "sees":
            seen.append(len(items))
        if kind == "mixed":
            return str(x) if x == 5 else x
        if kind == "float":
            return x * 0.5 if x % 2 else -x
        return -x

    seen = []
    try:
        items.sort(key=key)
    except (KeyError, ValueError, TypeError) as error:
        seen.append(f"{type(error).__name__}: {error}")
    return items, seen


for kind in ("plain", "raises", "mutates", "clears", "sees", "mixed", "float"):
    print(kind, *key_trouble(kind))
print(sorted([2, 1.5, True, 2**64, -(2**63), 0.0, -0.0]), sorted(["b", "a", "C", "é"]), sorted([3, 1, 2], reverse=True, key=float))
print(sorted([5, float("nan"), 1, 3]) != [], [1, 2] < [1, 2, 0], (1, 2) < (1, 3), [1, "a"] == [1.0, "a"], (1, "x") < (2, None))
