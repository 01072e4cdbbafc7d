"""The iterator protocol: custom iterators, __getitem__ iteration, iter with a sentinel, errors."""


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Reusable:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("<iter>", end="")
        return Countdown(self.n)

    def __len__(self):
        return self.n


class ByIndex:
    def __init__(self, data):
        self.data = data

    def __getitem__(self, index):
        print(f"[{index}]", end="")
        return self.data[index]


class Reversible(ByIndex):
    def __len__(self):
        return len(self.data)


c = Countdown(3)
print(list(c), list(c), [x for x in Countdown(2)], sum(Countdown(4)), 2 in Countdown(5), max(Countdown(3)))
r = Reusable(3)
print(list(r), tuple(r), [*r], sorted(r), len(r), [(a, b) for a in r for b in r if a < b])
s = ByIndex("abc")
print(list(s), "b" in s, "z" in s, dict(enumerate(s)), list(zip(s, s)))
print(list(reversed(Reversible([1, 2, 3]))))
a, *b = Reusable(4)
print(a, b)


def reader():
    values = iter([3, 1, 4, 0, 5])
    return lambda: next(values)


print(list(iter(reader(), 0)), list(iter(reader(), 99)))
it = iter(reader(), 4)
print(next(it), list(it), next(it, "ended"))


class Broken:
    def __iter__(self):
        return 5


class BadNext:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("in next")


class NoNext:
    def __iter__(self):
        return object()


class NotIterable:
    __iter__ = None


class LateError:
    def __getitem__(self, index):
        if index == 2:
            raise ValueError("index two")
        return index


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: list(Broken()))
attempt(lambda: list(BadNext()))
attempt(lambda: [x for x in NoNext()])
attempt(lambda: iter(NotIterable()))
attempt(lambda: list(LateError()))
attempt(lambda: iter(5))
attempt(lambda: next([1]))
attempt(lambda: next(iter([])))
attempt(lambda: iter(5, 0))
attempt(lambda: iter())
attempt(lambda: reversed({1}))
attempt(lambda: reversed(5))
attempt(lambda: list(zip([1], 5)))
attempt(lambda: list(zip([1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [1, 2], strict=True)))
attempt(lambda: list(zip([1, 2], [1, 2], [3], strict=True)))
attempt(lambda: list(map(int, ["1", "x"])))
attempt(lambda: list(map(None, [1])))
attempt(lambda: map(int))
attempt(lambda: enumerate())
attempt(lambda: [*None])
attempt(lambda: 1 in 5)

print(list(zip()), list(zip("ab")), list(zip("ab", range(9), [True, False, None])), list(zip(*[(1, 2), (3, 4)])))
print(
    list(enumerate("ab", 5)),
    list(enumerate([], 1)),
    list(filter(None, [0, 1, "", "a", []])),
    list(filter(lambda n: n % 2, range(6))),
    list(map(pow, [2, 3], [3, 2])),
)
e = enumerate("xyz")
print(next(e), list(e), list(e))
m = map(lambda v: v * 2, iter([1, 2, 3]))
print(next(m), [*m], any(map(str.isdigit, ["a", "1"])), all(filter(None, [])), iter(m) is m)
z = iter(Reusable(2))
for x in z:
    for y in z:
        print("inner", x, y)
print(
    type(iter([])).__name__,
    type(iter({})).__name__,
    type(iter("a")).__name__,
    type(iter(())).__name__,
    type(iter(range(1))).__name__,
    type(iter({1})).__name__,
    type(zip()).__name__,
)
