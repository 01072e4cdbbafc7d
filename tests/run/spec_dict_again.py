"""An item that was just looked up is stored: what may happen to the dict in between."""


class Same:
    """Has the hash of a key and says when it is compared."""

    def __init__(self, key, answer=False):
        self.key = key
        self.answer = answer

    def __hash__(self):
        return hash(self.key)

    def __eq__(self, other):
        print("compared with", other)
        return self.answer

    def __repr__(self):
        return f"Same({self.key!r})"


class Changes:
    """Changes a dict when it dies."""

    def __init__(self, d, change):
        self.d = d
        self.change = change

    def __del__(self):
        self.change(self.d)


def count(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def count_known(keys):
    counts = {}
    for key in keys:
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
    return counts


def add(d, key, amount):
    d[key] += amount(d)
    return d


def add_all(d, keys, amount):
    for key in keys:
        d[key] = d.get(key, 0) + amount(d, key)
    return d


def release_between(d, key, old):
    d[key] = d[key] + (old := 5)
    return list(d.items())[:3], len(d), old


def two(a, b, keys):
    for key in keys:
        a[key] = b.get(key, 0) + 1
        b[key] = a[key] + 1
    return a, b


print(count("the cat and the dog and the bird".split()))
print(count_known([1, 2, 1, -1, -1, True, 1.0, 2**60, 2**60, "a", "a"]))
print(count(["a" * n for n in (1, 2, 1, 3)] + [str(n % 3) for n in range(9)]))
print(count([1, 1, 1.0, (1, 2), (1, 2), None, None, float("inf"), float("inf")]))
big = {n: n for n in range(20)}

print(len(add(dict(big), 3, lambda d: d.update({n: n for n in range(100, 500)}) or 1)))
print(add({1: 1, 2: 2}, 1, lambda d: d.clear() or 10))
print(add({1: 1, 2: 2}, 1, lambda d: d.pop(1)))
print(add({1: 1, 2: 2}, 1, lambda d: d.pop(2)))
print(add({1: 1, 2: 2}, 2, lambda d: d.popitem()[1]))
print(add({"a": 1, "b": 2}, "b", lambda d: d.setdefault("c", 7)))
print(add({"a": 1, "b": 2}, "b", lambda d: (d.pop("b"), d.update(b=50))[0]))
print(add({1: [1]}, 1, lambda d: [2, 3]))
try:
    add({1: 1}, 2, lambda d: 1)
except KeyError as error:
    print("missing", error)

d = dict(big)
del d[4]
print(list(add(d, 3, lambda d: d.__setitem__(Same(3), 0) or 1).items())[-2:], d[3])
d = dict(big)
print(len(add(d, 5, lambda d: (d.pop(5), d.__setitem__(Same(5), 0), 1)[2])), d[5])
d = {Same(7): 0, **big}
print(add(d, 7, lambda d: 1)[7])
d = {Same(7, True): 0, **big}
print(len(add(d, 7, lambda d: 1)), list(d.items())[0])

print(add_all({}, [1, 2, 1, 2, 3], lambda d, key: len(d)))
print(add_all({}, ["x", "y", "x"], lambda d, key: d.pop(key, 100)))
print(len(add_all({}, range(50), lambda d, key: d.setdefault(key + 1000, 1))))

for change in (dict.clear, lambda d: d.update({n: -n for n in range(50)}), lambda d: d.pop("k"), lambda d: d.__setitem__("k", "new")):
    print(release_between({"k": 1, "l": 2}, "k", Changes(None, print)))
    d = {"k": 1, "l": 2}
    print(release_between(d, "k", Changes(d, change)))

print(two({}, {}, [1, 2, 1]), two({}, {}, ["a", "b", "a"]))
shared = {}
print(two(shared, shared, ["a", "b", "a"]))


class Counting(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        dict.__setitem__(self, key, value)

    def get(self, key, default=None):
        return dict.get(self, key, default)


print(add_all(Counting(a=1), ["a", "b", "a"], lambda d, key: 2))
print(add(Counting(a=1), "a", lambda d: 2))


def fresh(n):
    """Dicts that take each other's place in memory."""
    total = 0
    for i in range(n):
        d = {i: 1, "key": i}
        d["key"] += d[i]
        total += d["key"]
        d = None
        e = {"other": 0, i: 2}
        e[i] += 1
        total += e[i]
    return total


print(fresh(100))
