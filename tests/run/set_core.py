"""Sets: construction, operators with sets and iterables, comparison, printed order, errors."""

print(
    set(),
    {1, 2, 3},
    {3, 2, 1},
    {5, 1, 9, 3, 7},
    {"single"},
    set("a"),
    {10, 20, 30, 40, 50},
    {-1, -2, 0},
    {100, 8, 16, 0},
)
print({i * i for i in range(10)}, set(range(20, 0, -3)), {2**40, 2**41, 5}, {1.5, 2, True}, {None}, {()})
print(frozenset(), frozenset([3, 1, 2]), frozenset("z"), {frozenset({1}), frozenset()} == {frozenset(), frozenset({1})})

a, b = {1, 2, 3, 4}, {3, 4, 5}
print(
    a | b,
    a & b,
    a - b,
    b - a,
    a ^ b,
    a.union([9], (8,)),
    a.intersection([1, 2], {2}),
    a.difference([1], [2]),
    a.symmetric_difference([1, 99]),
)
print(
    a <= b,
    {3} <= b,
    a >= {1},
    a > a,
    a >= a,
    a < {1, 2, 3, 4, 5},
    a == {4, 3, 2, 1},
    a != b,
    a.isdisjoint({7}),
    a.issubset(range(10)),
    a.issuperset([]),
)
print(
    {1} == frozenset([1]),
    type({1} | frozenset([2])).__name__,
    type(frozenset([1]) | {2}).__name__,
    {1, True, 1.0},
    len({0, False, 0.0, ""}),
)

s = {1, 2}
t = s
s |= {3}
print(t, s is t)
s &= {2, 3, 4}
s ^= {4, 2}
s -= {3}
print(t, s is t)
f = g = frozenset([1])
f |= {2}
print(f, g, f is g)

s = set()
print(s.add(1), s.add(1), s.update([2, 3], "a"), len(s), s.discard(9), s.remove(2), 2 in s, s.discard("a"), s)
print(s.pop() in (1, 3), len(s), s.copy() == s, s.clear(), s, {5}.pop())
s.update({1: "k"}, range(2), (x for x in [7]))
print(s)
s.intersection_update([1, 7, 8], {7})
s.symmetric_difference_update([7, 5])
s.difference_update([1])
print(s)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: set().pop())
attempt(lambda: {1}.remove(2))
attempt(lambda: {1}.remove("x"))
attempt(lambda: {[]})
attempt(lambda: {{}})
attempt(lambda: {1} | [2])
attempt(lambda: {1} + {2})
attempt(lambda: {1} < [2])
attempt(lambda: set(5))
attempt(lambda: a[0])
attempt(lambda: set().add())
attempt(lambda: hash({1}))
attempt(lambda: frozenset([1]).add(2))
attempt(lambda: set(1, 2))
attempt(lambda: [] in {1})
attempt(lambda: {1}.union(5))

try:
    live = {1, 2, 3}
    for x in live:
        live.add(x + 10)
except RuntimeError as error:
    print(error)
print(
    {1} in {frozenset([1])},
    {frozenset([1]): "found"}[frozenset({1})],
    hash(frozenset([1, 2])) == hash(frozenset([2, 1])),
)
print(sorted({"pear", "apple", "fig"}), sum({1, 2, 3}), max({4, 9, 2}), [*{7}], (*{8},), any({0, 5}), all({0, 5}))
