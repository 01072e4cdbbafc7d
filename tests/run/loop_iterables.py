"""for over every kind of iterable, with enumerate, zip, reversed, sorted and user iterators."""


class Chain:
    def __init__(self, *parts):
        self.parts = parts

    def __iter__(self):
        for part in self.parts:
            yield from part


class Squares:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return i * i


class Fib:
    def __init__(self, limit):
        self.limit, self.a, self.b = limit, 0, 1

    def __iter__(self):
        return self

    def __next__(self):
        if self.a > self.limit:
            raise StopIteration
        value, self.a, self.b = self.a, self.b, self.a + self.b
        return value


def show(label, iterable):
    out = []
    for x in iterable:
        out.append(x)
    print(label, out)


show("list", [1, "a", None])
show("tuple", (1, (2,)))
show("str", "aé😀")
show("bytes", b"ab\xff")
show("range", range(3, -3, -2))
show("dict", {"k": 1, "j": 2})
show("values", {"k": 1, "j": 2}.values())
show("items", {"k": 1, "j": 2}.items())
show("set", {3, 1, 2})
show("frozenset", frozenset([5]))
show("generator", (x * x for x in range(3)))
show("iterator", iter([1, 2]))
show("chain", Chain("ab", [1], range(2), {}))
show("sequence protocol", Squares(4))
show("reversed sequence", reversed(Squares(4)))
show("fib", Fib(30))
show("enumerate", enumerate("ab", -1))
show("zip", zip("abc", range(9), [True, False]))
show("map", map(lambda a, b: a * b, [1, 2, 3], [4, 5]))
show("filter", filter(str.isalpha, "a1b2"))
show("reversed list", reversed([1, 2, 3]))
show("reversed dict", reversed({"x": 1, "y": 2}))
show("sorted", sorted({"b": 1, "a": 2}))
show("sentinel", iter(iter("abc.def").__next__, "."))
show("nested", ((i, j) for i in range(2) for j in "xy"))
show("slice", [0, 1, 2, 3, 4][::-2])
show("splitlines", "l1\nl2".splitlines())
show("empty", [])

for i, (name, (x, *rest)) in enumerate({"p": (1, 2, 3), "q": "z"}.items(), 1):
    print(i, name, x, rest)
for (a, b), c in zip([(1, 2), (3, 4)], "xy"):
    print(a, b, c, end="; ")
for a, b in [(1, 2)] * 2 + [[3, 4]] + ["56"]:
    print(a, b, end="; ")
for [a, *b] in ("abc", range(2)):
    print(a, b, end="; ")
print()
for x in *range(2), *"ab":
    print(x, end=" ")
for x, in [(1,), [2], "3"]:
    print(x, end=" ")
for x in 1, 2, 3:
    print(x, end=" ")
print()
fib = Fib(100)
for x in fib:
    if x > 5:
        break
for y in fib:
    break
print(x, y, list(fib), list(fib))
for i in (it := iter(range(6))):
    print(i, [next(it, "-") for _ in range(i)], end=" ")
print()
for bad in (5, None, 1.5, print, object):
    try:
        for x in bad:
            pass
    except TypeError as error:
        print(error)
for pairs in ([1], ["abc"], [(1,)], [None], [()], [{1, 2, 3}]):
    try:
        for a, b in pairs:
            pass
    except (TypeError, ValueError) as error:
        print(error)
totals = {}
for word, *counts in (("a", 1, 2), ("b",), ("a", 5)):
    for n in counts or [100]:
        totals[word] = totals.get(word, 0) + n
print(totals, sum(1 for _ in Chain(*["xy"] * 3)), max(Squares(5)), 9 in Squares(5), 8 in Squares(5), list(Squares(3)) + [*Fib(3)], min(Chain([3], [1, 2])), sorted(Chain("ca", "b")))
