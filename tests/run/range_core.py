"""range objects: length, membership, indexing, slicing, equality, huge bounds, errors."""

CASES = [
    (5,),
    (0,),
    (-3,),
    (2, 8),
    (8, 2),
    (1, 10, 3),
    (10, 1, -3),
    (0, 1, 5),
    (0, -10, -4),
    (5, 5),
    (-5, 5, 2),
    (1, 0, 10),
]
for arguments in CASES:
    r = range(*arguments)
    assert len(r) == len(list(r)) and list(reversed(r)) == list(r)[::-1]
    print(r, len(r), list(r), r.start, r.stop, r.step, bool(r), sum(r))

r = range(1, 20, 3)
print(r[0], r[-1], r[2:4], r[::-1], r[::2], r[10:], list(r[::-2]), r[-3:], r[True])
print(4 in r, 5 in r, 4.0 in r, "4" in r, 4.5 in r, -2 in r, 22 in r, True in r, None in r)
print(r.index(7), r.count(7), r.count(8), r.index(True))
print(
    range(3) == range(0, 3, 1),
    range(0) == range(5, 5) == range(3, 1),
    range(0, 3, 2) == range(0, 4, 2),
    range(3) == [0, 1, 2],
    range(0, 5, 10) == range(0, 1),
)
print(hash(range(0, 3, 2)) == hash(range(0, 4, 2)), {range(2): "k"}[range(0, 2)], hash(range(0)) == hash(range(1, 0)))

huge = range(10**20, 10**20 + 10, 3)
print(huge, list(huge), len(huge), 10**20 + 3 in huge, huge[1], huge[-1], huge[1:3], huge.index(10**20 + 6))
print(range(10**30)[10**29], 10**29 in range(0, 10**30, 7), range(0, 10**30, 10**10)[-1], bool(range(10**40)))
print(list(range(2**63 - 1, 2**63 + 2)), list(range(-(2**63), -(2**63) - 3, -1)), len(range(-(2**31), 2**31)))


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: range())
attempt(lambda: range(1, 2, 0))
attempt(lambda: range(1.5))
attempt(lambda: range("5"))
attempt(lambda: range(1, None))
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range(5)[5])
attempt(lambda: range(5)[-6])
attempt(lambda: range(5)["a"])
attempt(lambda: range(5).index(9))
attempt(lambda: range(5).index("x"))
attempt(lambda: range(5) < range(6))
attempt(lambda: range(5) + range(5))
attempt(lambda: len(range(10**30)))
attempt(lambda: range(stop=5))
attempt(lambda: setattr(range(5), "start", 1))


class Three:
    def __index__(self):
        return 3


print(list(range(Three())), list(range(Three(), 7, Three())), list(range(True, 3)))
total = 0
for i in range(10, 0, -3):
    for j in range(i):
        total += i * j
    i = 100
print(total, i)
it = iter(range(4))
print(
    next(it),
    list(it),
    next(it, "done"),
    list(map(str, range(3))),
    [*range(2), *range(3, 1, -1)],
    max(range(3, 9)),
    min(range(9, 3, -2)),
)
