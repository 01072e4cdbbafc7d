"""Tuples: display, comparison, nesting, identity in mutation, hashing, methods, errors."""

empty = ()
single = 1,
print(empty, single, (1), (1,), (1, 2), 1, len(empty), type(single).__name__, tuple(), tuple("abc"), tuple([1, [2]]), tuple(x for x in range(3)))
print((1, 2) + (3,), (1, 2) * 3, 2 * (0,), () * 5, (1, 2) * -1, (1, 2, 3)[1:], (1, 2, 3)[::-1], (1, 2, 3)[-1], (1, 2, 3)[5:])
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (2,) > (1, 9, 9), (1, "a") == (1, "a"), (1, 2) == [1, 2], (1.0, True) == (1, 1), (1, 2) != (2, 1))
print(1 in (1, 2), "x" in ("xy",), (1,) in ((1,), 2), (1, 2, 1, True, 1.0).count(1), (5, 6, 7).index(6), ("a", "b").index("b", 1))
print(hash((1, 2)) == hash((1.0, 2.0)), {(1, 2): "v"}[(1, 2)], {(0, "a"), (False, "a")}, hash(()) == hash(tuple([])))
print(((), ((),), (((),),)), ("it's", 'q"', 1.5, None, b"b"), (1, [2, {3: (4,)}]))

holder = ([], {})
holder[0].append(1)
holder[1]["k"] = holder[0]
print(holder, holder[1]["k"] is holder[0])
cyclic = ([],)
cyclic[0].append(cyclic)
print(cyclic)
cyclic[0].clear()

a = (1, 2)
b = a
a += (3,)
print(a, b, a is b, b + () == b)
x, y = 1, 2
x, y = y, x
print(x, y)


def many():
    return 1, "two", [3]


first, *rest = many()
print(many(), first, rest, many()[1], len(many()))


class Pair(tuple):
    def __new__(cls, left, right):
        return super().__new__(cls, (left, right))

    @property
    def left(self):
        return self[0]

    def __add__(self, other):
        return Pair(self[0] + other[0], self[1] + other[1])

    def __repr__(self):
        return f"Pair<{self[0]}, {self[1]}>"


p = Pair(1, 2) + Pair(10, 20)
l, r = p
print(p, p.left, l, r, p == (11, 22), hash(p) == hash((11, 22)), isinstance(p, tuple), p[:1], [p], (p,), tuple(p), sorted([Pair(2, 1), Pair(1, 5)]))


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


t = (1, 2, 3)
attempt(lambda: t[3])
attempt(lambda: t["x"])
attempt(lambda: t.index(9))
attempt(lambda: t + [4])
attempt(lambda: t + 4)
attempt(lambda: t * 1.5)
attempt(lambda: t < 5)
attempt(lambda: t < (1, 2, "x"))
attempt(lambda: hash((1, [2])))
attempt(lambda: t.__setitem__(0, 1))
attempt(lambda: tuple(5))
attempt(lambda: tuple(1, 2))
attempt(lambda: Pair(1))
attempt(lambda: t.append(1))
try:
    t[0] = 9
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
