"""Comparison of lists, searching with bounds, identity shortcuts, and elements with odd equality."""


class Always:
    def __eq__(self, other):
        return True

    def __repr__(self):
        return "Always"


class Never:
    def __eq__(self, other):
        return False

    def __repr__(self):
        return "Never"


class Counting:
    total = 0

    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        Counting.total += 1
        return self.n == getattr(other, "n", other)

    def __lt__(self, other):
        Counting.total += 1
        return self.n < other.n

    def __repr__(self):
        return f"C{self.n}"


def counted(label, function):
    Counting.total = 0
    try:
        result = function()
    except ValueError as error:
        result = error
    print(label, result, Counting.total)


always, never, nan = Always(), Never(), float("nan")
print(
    never in [never],
    never == never,
    [never] == [never],
    [never].index(never),
    [never].count(never),
    [Never()] == [Never()],
    never in [Never()],
)
print(
    5 in [always],
    [1, always].index(7),
    [always, 2].count(3),
    [always] == [never],
    [never] == [always],
    [always] != [never],
    always in [],
    nan in [nan],
    [nan] == [nan],
    [nan].index(nan),
)
cs = [Counting(n) for n in (3, 1, 2, 1)]
counted("in first", lambda: 3 in cs)
counted("in last", lambda: Counting(2) in cs)
counted("in missing", lambda: 9 in cs)
counted("identity needs no call", lambda: cs[0] in cs)
counted("index", lambda: cs.index(1))
counted("index from", lambda: cs.index(1, 2))
counted("index missing", lambda: cs.index(9))
counted("count", lambda: cs.count(1))
counted("equal", lambda: cs == [3, 1, 2, 1])
counted("different length", lambda: cs == [3, 1, 2])
counted("different first", lambda: cs == [0, 1, 2, 1])
counted("same list", lambda: cs == cs)
counted("copy", lambda: cs == cs[:])
counted("less", lambda: cs < [Counting(3), Counting(1), Counting(5)])
counted("less by prefix", lambda: cs[:2] < cs)
counted("remove", lambda: cs[:].remove(2))
counted("remove missing", lambda: cs[:].remove(9))
counted("min", lambda: min(cs))
counted("tuple", lambda: tuple(cs) == (3, 1, 2, 1))

pairs = [
    ([], []),
    ([], [0]),
    ([1], [1, 0]),
    ([1, 2], [1, 3]),
    ([2], [1, 9]),
    ([1, "a"], [1, "a"]),
    ([[1], 2], [[1], 3]),
    ([1, 2.0], [1.0, 2]),
    ([True], [1]),
    (["b"], ["a", "z"]),
    ([(1,)], [(1, 0)]),
    ([None], [None]),
]
for left, right in pairs:
    row = [left == right, left != right]
    for compare in (lambda a, b: a < b, lambda a, b: a <= b, lambda a, b: a > b, lambda a, b: a >= b):
        try:
            row.append(compare(left, right))
        except TypeError as error:
            row.append(str(error))
    print(left, right, row)
xs = [5, 3, 5, 1, 5]
print(
    xs.index(5),
    xs.index(5, 1),
    xs.index(5, -2),
    xs.index(5, 1, 3),
    xs.index(1, -100, 100),
    xs.count(5),
    xs.index(True),
    xs.index(3.0),
)
for arguments in ((9,), (5, 5), (5, 1, 2), (3, 2), (1, 0, 3), (5, -1, -1)):
    try:
        print(arguments, xs.index(*arguments))
    except ValueError as error:
        print(arguments, error)
for bad in (
    lambda: xs.index(),
    lambda: xs.index(5, "a"),
    lambda: xs.index(5, None),
    lambda: xs.count(),
    lambda: xs.count(1, 2),
    lambda: xs.remove(),
    lambda: xs.remove(99),
    lambda: [] < 5,
    lambda: [1] <= (1,),
    lambda: [1] > "a",
    lambda: [1] < [None],
    lambda: [[1]] < [["a"]],
    lambda: [1] == (1,),
    lambda: [] in [[]],
    lambda: [[]].index(()),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Shrinks:
    """Removes elements from the list while the list is searched."""

    def __eq__(self, other):
        if data:
            data.pop()
        return False


data = []
data += [Shrinks(), Shrinks(), Shrinks(), 1]
print(7 in data, len(data))
data += [Shrinks(), 1, 2]
print(data.count(9), len(data))
data[:] = [Shrinks(), 1, 2, 3]
try:
    data.index(3)
except ValueError as error:
    print(error, len(data))
data[:] = [Shrinks(), 1, 2, 3]
print(data == [0, 1, 2, 3], len(data))


def binary_search(items, wanted):
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(items) and items[low] == wanted else ~low


print(
    [binary_search([1, 3, 5, 7], n) for n in range(9)],
    binary_search([], 1),
    binary_search("aceg", "e"),
    [~i for i in (-1, -5) if i < 0],
)
