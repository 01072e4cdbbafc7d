"""Classes and functions of library modules in loops: with objects of any kind, in subclasses, and changed while a loop runs."""

import bisect
import collections
from bisect import insort
from collections import ChainMap, Counter, UserDict, UserList, deque
from itertools import accumulate, chain


class Thing:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Thing({self.n})"

    def __lt__(self, other):
        return self.n < other.n

    def __del__(self):
        if self.n < 0:
            print("gone", self.n)


class Loud(deque):
    """Some of its methods are its own."""

    def append(self, x):
        super().append(("loud", x))

    def popleft(self):
        return super().popleft()[1]


class Upper(UserDict):
    def __getitem__(self, key):
        return super().__getitem__(key.upper())


def queue(values):
    found, q = [], deque(maxlen=3)
    for value in values:
        q.append(value)
        q.appendleft(value)
        found.append((q.pop(), len(q), q[0]))
    while q:
        found.append(q.popleft())
    try:
        q.popleft()
    except IndexError as error:
        found.append(str(error))
    return found


def rings(n):
    """Grows, wraps around, changes the types of its items."""
    q, total = deque(), 0
    for i in range(n):
        q.append(i)
        q.append(i * 0.5)
        total += q.popleft()
        if i % 7 == 0:
            q.append(10 ** 20)
        if i % 11 == 0:
            q.rotate(2)
    return total, len(q), sum(q)


def lifetimes():
    q = deque()
    for i in range(1, 4):
        q.append(Thing(-i))
    print("popped", q.popleft())
    while q:
        q.pop()
    print("end")


def subclass(n):
    found, q = [], Loud()
    for i in range(n):
        q.append(i)
        q.append(str(i))
        found.append(q.popleft())
    return found, list(q), type(q).__name__


def patched(n):
    """Classes of the library that may be changed."""
    found, kept = [], UserDict.__getitem__
    plain, upper, items = UserDict(a=1, A=2), Upper(A=3), UserList([3, 1, 2])
    for i in range(n):
        found.append((plain["a"], upper["a"], items[i % 3], len(items)))
        if i == n // 2:
            UserDict.__getitem__ = lambda self, key: ("patched", key)
    UserDict.__getitem__ = kept
    found.append((plain["a"], upper["a"]))
    return found


def counted(n):
    counts = Counter()
    for i in range(n):
        counts[i % 3] += i
        counts["text"] += 1
    layers = ChainMap({"a": 1}, {"a": 2, "b": 3})
    for i in range(n):
        layers["c"] = layers["a"] + layers["b"] + i
    return sorted(counts.items(), key=str), dict(layers), counts["none"]


def sorted_in(values):
    found = []
    for value in values:
        insort(found, value)
        bisect.insort_left(found, value)
    return found, bisect.bisect(found, values[0]), bisect.bisect_left(found, values[0], 1, hi=2)


def rebound(n):
    """The name of the module stands for another module, then for something else."""
    global bisect
    kept, found = bisect, []
    for i in range(n):
        try:
            found.append(bisect.bisect([1, 2, 3], i))
        except AttributeError as error:
            found.append(str(error))
        if i == 1:
            bisect = collections
        if i == 2:
            bisect = Thing(1)
            bisect.bisect = lambda items, i: ("mine", i)
    bisect = kept
    return found


def chained(n):
    total = 0
    for x in accumulate(chain(range(n), [0.5], range(n))):
        total += x
    return total


print(queue([1, 2, 3, 4]))
print(queue(["a", None, (1, 2), 2.5]))
print(queue([Thing(1), Thing(2)]))
print(rings(100))
lifetimes()
print(subclass(4))
print(patched(4))
print(counted(5))
print(sorted_in([3, 1, 2]), sorted_in([2.5, 10 ** 20, -1]), sorted_in(["b", "a"]), sorted_in([Thing(2), Thing(1)]))
print(rebound(6))
print(chained(50))
