"""Every method of list, in order, with edge values and errors."""


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


xs = [3, 1, 2]
print(
    xs.append(5),
    xs.extend("ab"),
    xs.insert(0, "first"),
    xs.insert(100, "last"),
    xs.insert(-1, "near"),
    xs.insert(-100, "zero"),
    xs,
)
print(xs.pop(), xs.pop(0), xs.pop(-2), xs.pop(1), xs)
print(xs.remove("a"), xs, xs.index(2), "near" in xs, xs.count(2), xs.count("none"))
print(xs.reverse(), xs, xs.copy() is xs, xs.copy() == xs, xs.clear(), xs)

ys = [1, True, 1.0, "1", 2, 1]
print(ys.count(1), ys.index("1"), ys.index(1, 1), ys.index(1, 3), ys.index(1, -1), ys.remove(True), ys)

attempt([].pop)
attempt([1].pop, 5)
attempt([1].pop, "a")
attempt([1].pop, -2)
attempt([1].remove, 2)
attempt([1].index, 2)
attempt([1, 2].index, 1, 1)
attempt([1].index, "x", 0, 100)
attempt([1].append)
attempt([1].append, 1, 2)
attempt([].extend, 5)
attempt([].insert, 1)
attempt([].insert, "a", 1)
attempt([].sort, None)
attempt([1, "a"].sort)
attempt([3, 1].sort, key=5)
attempt([].count)
attempt([].clear, 1)
attempt([].reverse, 1)

zs = [1, 2]
zs.extend(zs)
print(zs)
zs.extend(z + 10 for z in zs[:2])
print(zs)
zs += zs
print(zs, len(zs))
zs[2:4] = zs
print(zs)


class Picky:
    """Counts how often it is compared."""

    def __init__(self, value):
        self.value = value
        self.compared = 0

    def __eq__(self, other):
        self.compared += 1
        return self.value == other


p = Picky(3)
print(
    [1, 2, p, 3].index(3),
    p.compared,
    3 in [p],
    p in [1, 2, 3],
    p.compared,
    [p, p, 4].count(3),
    p.compared,
    p in [p],
    p.compared,
)

print(
    [1, 2, 3] < [1, 2, 4],
    [1, 2] < [1, 2, 0],
    [] < [0],
    [2] > [1, 100],
    [1, "a"] == [1, "a"],
    [[1], [2]] == [[1], [2]],
    [1] != [1.0],
    [1, 2] <= [1, 2],
)
try:
    print([1, "a"] < [1, 2])
except TypeError as error:
    print(error)
print([1, "a"] < [2, 2], sorted([[2, 1], [1, 9], [1, 2, 3], []]), max([1, 5], [1, 4, 9]), min([], [0]))


class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def __getitem__(self, index):
        return f"<{super().__getitem__(index)}>"


s = Stack("ab").push("c")
print(
    s,
    s[0],
    s[-1],
    s[0:2],
    list(s),
    [x for x in s],
    len(s),
    type(s + []).__name__,
    type(s[:]).__name__,
    type(s.copy()).__name__,
    s == ["a", "b", "c"],
)
