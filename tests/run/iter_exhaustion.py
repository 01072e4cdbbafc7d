"""How far consumers read: zip, map, enumerate, unpacking, in, any, min, slices of shared iterators."""


class Counted:
    def __init__(self, items):
        self.items = list(items)
        self.position = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.position >= len(self.items):
            self.position += 1
            raise StopIteration
        self.position += 1
        return self.items[self.position - 1]


def used(consumer, n=6):
    c = Counted(range(n))
    try:
        result = consumer(c)
    except (ValueError, TypeError) as error:
        result = f"{type(error).__name__}: {error}"
    return result, c.position


print("list", used(list))
print("zip with shorter", used(lambda c: list(zip(c, "ab"))))
print("zip with shorter first", used(lambda c: list(zip("ab", c))))
print("zip strict", used(lambda c: list(zip(c, "ab", strict=True))))
print("enumerate", used(lambda c: next(enumerate(c))))
print("map two", used(lambda c: list(map(lambda a, b: (a, b), c, "abc"))))


def unpack_two(c):
    a, b = c
    return a, b


def unpack_star(c):
    a, *b, d = c
    return a, b, d


print("unpack two", used(unpack_two), used(unpack_two, 2), used(unpack_two, 1))
print("unpack star", used(unpack_star), used(unpack_star, 1))
print("in", used(lambda c: 2 in c), used(lambda c: 99 in c))
print("any", used(lambda c: any(x == 3 for x in c)), used(any), used(all))
print("next", used(next), used(lambda c: (next(c), next(c, None))))
print("min", used(min), used(sorted), used(sum), used(tuple), used(set), used(dict.fromkeys))
print("str join", used(lambda c: "".join(map(str, c))))
print("for break", used(lambda c: [x for x in c if x < 2][:1]))
print("star call", used(lambda c: (lambda *a: len(a))(*c)))
print(
    "list extend",
    used(lambda c: [0, *c]),
    used(lambda c: [].extend(c)),
    used(lambda c: (lambda xs: xs.__setitem__(slice(0, 1), c) or xs)([9, 8])),
)
print("slice assign wrong size", used(lambda c: [1, 2, 3].__setitem__(slice(None, None, 2), c)))
print("dict", used(dict), used(lambda c: dict(zip(c, c))), used(lambda c: dict((x, x) for x in c if x > 3)))
print(
    "bytes",
    used(bytes),
    used(lambda c: max(c, key=lambda x: -x)),
    used(lambda c: list(filter(lambda x: x % 2, c))),
    used(lambda c: list(zip(c, c, c))),
    used(lambda c: list(zip(c, c)), 5),
)
print(
    "set ops",
    used(lambda c: {1, 2, 77} & set(c)),
    used(lambda c: {1}.union(c)),
    used(lambda c: {0}.isdisjoint(c)),
    used(lambda c: {0, 1}.issubset(c)),
    used(lambda c: {0, 1}.issuperset(c)),
    used(lambda c: {5}.intersection(c)),
)

shared = iter(range(10))
print([next(shared) for _ in range(2)], [x for x, _ in zip(shared, "ab")], 6 in shared, list(shared), list(shared))
shared = iter("abcdef")
for x in shared:
    if x == "c":
        break
for y in shared:
    if y == "e":
        break
else:
    print("never")
print(x, y, list(shared))
a = iter([1, 2, 3])
print(list(zip(a, a)), list(a))
b = iter([1, 2, 3, 4])
print([(p, q, next(b, None)) for p, q in zip(b, b)])
e = enumerate("abcd")
print(next(e), [i for i, _ in e])
r = reversed([1, 2, 3])
print(next(r), list(r), list(r), iter(r) is r)
m = map(str, [1, 2])
f = filter(None, [0, 1])
print(list(m), list(m), list(f), list(f), list(zip(m, f)))
d = {"a": 1, "b": 2}
keys = iter(d)
print(next(keys), list(keys), list(keys), list(iter(d.items())), next(iter(d.values())))
s = iter({7})
print(next(s), next(s, None), next(iter(""), "empty"), next(iter(range(0)), "empty"))
sentinel = iter([5, 6, 7, 8].pop, 6)
print(list(sentinel), next(sentinel, "done"))


class Once:
    def __iter__(self):
        if hasattr(self, "used"):
            raise RuntimeError("already iterated")
        self.used = True
        return iter([1])


o = Once()
print(list(o))
try:
    list(o)
except RuntimeError as error:
    print(error)
