"""Tuple unpacking in hot loops of wrong lengths and other kinds; swaps whose types change; order of assignment."""


def pairs(items):
    t, messages = 0, {}
    for item in items:
        try:
            a, b = item
            t += a * b
        except (ValueError, TypeError) as error:
            messages[str(error)] = messages.get(str(error), 0) + 1
    return t, messages


print(pairs([(i, i + 1) for i in range(1000)]))
ODD = [(1, 2, 3), (1,), (), [4, 5], "ab", "a", {1: 2}, {1: 2, 3: 4}, range(2), range(3), 5, None, iter([7, 8]), iter([7]), (x for x in (1, 2)), 2.5, (2.5, 2)]
print(pairs([(i, i) for i in range(500)] + ODD + [(1, 1)] * 500))


def starred(items):
    out = []
    for item in items:
        try:
            first, *middle, last = item
            out.append((first, middle, last))
        except (ValueError, TypeError) as error:
            out.append(str(error))
    return out


print(starred([(1, 2), [1, 2, 3], "abcd", (1,), (), range(5), 7, {1: 0, 2: 0}]))


def nested(items):
    out = []
    for item in items:
        try:
            (a, b), c, [d, *e] = item
            out.append((a, b, c, d, e))
        except (ValueError, TypeError) as error:
            out.append(str(error))
    return out


print(nested([((1, 2), 3, (4,)), ("ab", None, "c"), ((1,), 2, [3]), ((1, 2), 3, []), ((1, 2), 3), (1, 2, 3), ([1, 2], [3], range(3))]))


def swaps(n):
    a, b, c = 1, 2.5, "s"
    trail = []
    for i in range(n):
        a, b, c = c, a, b
        if i % 3 == 0:
            trail.append((a, b, c))
        if i == 10:
            a, b = b, 2**64
    return trail


print(swaps(14))


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(48, 36), gcd(2**70, 2**35 * 3), gcd(-48, 36), gcd(7.5, 2.5), gcd(True, 5), gcd(0, 0), gcd(2**63 - 1, 2**62), gcd(-(2**63), -1))


def list_swap(items):
    """Sorts by swapping elements in place, with a side table of positions."""
    n = len(items)
    for i in range(n):
        for j in range(n - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items


print(list_swap([5, 2.5, True, 2**65, -3, 0]), list_swap(list("swap")), list_swap([]))
try:
    list_swap([3, "a", 1])
except TypeError as error:
    print(error)


def order():
    """Targets are assigned from left to right, after the whole right side."""
    i, items = 0, [0, 0, 0]
    i, items[i] = 1, 7
    items[i], i = i + 5, 2
    i = items[i] = 9 if i == 2 else 0
    return i, items


try:
    print(order())
except IndexError as error:
    print(error)


def late_failure(n):
    """The left targets keep what they got when a later target fails."""
    a, items = "old", [1, 2]
    for i in range(n):
        try:
            a, items[i], b = i, i * 10, i * 100
        except IndexError as error:
            return a, items, b, str(error)
    return a, items, b


print(late_failure(2), late_failure(5))


class Pair:
    def __init__(self, *values):
        self.values = values

    def __iter__(self):
        log.append("iter")
        return iter(self.values)


log = []
for values in ((1, 2), (1, 2, 3), (1,)):
    try:
        x, y = Pair(*values)
        print(x, y)
    except ValueError as error:
        print(error, x, y)
print(log)


def fib_mod(n, m):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) % m
    return a


print(fib_mod(10000, 10**9 + 7), fib_mod(100, 2**64), fib_mod(50, 1e9))
for k, (a, b) in enumerate([(1, 2), (3.5, 4)]):
    print(k, a + b, end=" ")
for a, *b in [(1, 2, 3), "xyz", [0]]:
    print(a, b, end=" ")
print([a + b for a, b in zip(range(3), (0.5, True, 2**63))], {a: b for a, b in ["ab", (1, 2)]}, (lambda a, *b: (a, b))(*"pq"))
