"""Set identities checked over many sets; operators against methods; subclasses and frozensets."""

UNIVERSE = frozenset(range(12))
FAMILY = [set(), {0}, {1, 2, 3}, {2, 4, 6, 8}, set(range(6)), set(UNIVERSE), {11, 3}, set(range(1, 12, 2))]

checked = 0
for a in FAMILY:
    for b in FAMILY:
        assert a | b == b | a == a.union(b) and a & b == b & a == a.intersection(b)
        assert a - b == a & (UNIVERSE - b) == a.difference(b)
        assert a ^ b == (a | b) - (a & b) == a.symmetric_difference(b)
        assert UNIVERSE - (a | b) == (UNIVERSE - a) & (UNIVERSE - b)
        assert (a <= b) == (a | b == b) == a.issubset(b) and (a < b) == (a <= b and a != b)
        assert a.isdisjoint(b) == (not a & b) and (a >= b) == b.issubset(a)
        for c in FAMILY[:4]:
            assert a & (b | c) == (a & b) | (a & c)
            checked += 1
print(checked)
print([[len(a & b) for b in FAMILY] for a in FAMILY[2:5]])
print(
    [sum(a <= b for b in FAMILY) for a in FAMILY],
    sorted(FAMILY, key=len)[1],
    sorted([{1, 2}, {1}, set()]),
    max([{1}, {1, 2}, {3}], key=sum),
)

s = {1, 2}
print(
    s.union(),
    s.union([3], (4,), {5: 6}, range(7, 9)),
    s.intersection(),
    s.intersection([2, 3], "2", []),
    s.difference([1], [9]),
    set().union(*FAMILY) == UNIVERSE,
    set.intersection(*FAMILY[4:6]),
    set.union({1}, {2}),
)
print(
    s.update([1], "a"),
    len(s),
    s.difference_update("a", [1]),
    s,
    s.intersection_update([2, 5]),
    s,
    s.symmetric_difference_update([2, 7]),
    s,
)
f = frozenset([1, 2])
print(
    f | s,
    s | f,
    type(f | s).__name__,
    type(s | f).__name__,
    f == {1, 2},
    {1, 2} == f,
    hash(f) == hash(frozenset({2, 1})),
    f.union([3]),
    f - {1},
    f.copy() is f,
    frozenset(f) is f,
    {f: "key"}[frozenset({2, 1})],
)
f |= {9}
print(f, type(f).__name__)


class Tags(set):
    def __init__(self, *tags):
        super().__init__(tag.lower() for tag in tags)

    def add(self, tag):
        super().add(tag.lower())
        return self

    def __contains__(self, tag):
        return super().__contains__(tag.lower())

    def __repr__(self):
        return f"Tags({', '.join(sorted(self))})"


t = Tags("A", "b").add("C")
print(
    t,
    "B" in t,
    "z" in t,
    t == {"a", "b", "c"},
    t | {"d"} == {"a", "b", "c", "d"},
    len(t - {"a"}),
    isinstance(t, set),
    sorted(t & {"a", "q"}),
    bool(Tags()),
)


def power_set(s):
    items = sorted(s)
    return {frozenset(items[i] for i in range(len(items)) if mask >> i & 1) for mask in range(1 << len(items))}


p = power_set({1, 2, 3})
print(len(p), frozenset() in p, {1, 3} in p, sorted(map(sorted, p)), sum(map(len, p)), set() in {frozenset()})
seen, duplicates = set(), set()
for x in "mississippi":
    (duplicates if x in seen else seen).add(x)
print(
    sorted(seen),
    sorted(duplicates),
    len({*"abc", *"bcd"}),
    {x for x in range(20) if x % 3 == 0 if x % 2},
    {True, 1, 1.0} == {1},
    {1, 2}.__eq__([1, 2]),
    {1} != {1},
)

for operation in (
    lambda: {1} | [2],
    lambda: {1} & "a",
    lambda: {1} - [1],
    lambda: [1] ^ {1},
    lambda: {1} <= [1],
    lambda: {1} > 0,
    lambda: {1}.union(1),
    lambda: {1}.isdisjoint(1),
    lambda: {1}.issubset(None),
    lambda: set([[]]),
    lambda: {1}.update(5),
    lambda: frozenset().add(1),
    lambda: {1}.remove([1]),
    lambda: {1}.discard({}),
    lambda: {1}.pop(0),
    lambda: set().intersection(5),
    lambda: set.union(),
    lambda: frozenset([{}]),
):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)
s = {1}
try:
    s |= [2]
except TypeError as error:
    print(error, s)
print({1} in [{1}], {1}.remove.__name__, {frozenset({1})}.remove({1}), {frozenset({2})}.discard({2}))
