"""Dicts and sets changed in size while iterated, values replaced while iterated, keys of mixed types in a hot loop."""


def iterate(d, events, view):
    seen = []
    try:
        for n, key in enumerate(view(d)):
            seen.append(key)
            if n in events:
                events[n](d)
    except RuntimeError as error:
        seen.append(str(error))
    return seen


EVENTS = {
    "none": {},
    "add": {1: lambda d: d.__setitem__("new", 1)},
    "delete": {2: lambda d: d.pop("c")},
    "replace": {0: lambda d: d.__setitem__("b", "other")},
    "delete and add": {1: lambda d: (d.pop("a"), d.__setitem__("z", 26))},
    "clear": {2: lambda d: d.clear()},
    "last": {3: lambda d: d.__setitem__("e", 5)},
    "update": {0: lambda d: d.update(a=10, b=20)},
    "popitem": {1: lambda d: d.popitem()},
}
for name, events in EVENTS.items():
    for view in (iter, dict.keys, dict.values, dict.items):
        print(name, iterate(dict(a=1, b=2, c=3, d=4), events, view))


def set_events(change):
    s, seen = {1, 2, 3}, []
    try:
        for x in s:
            seen.append(x)
            change(s)
    except RuntimeError as error:
        seen.append(str(error))
    return seen


for change in (lambda s: s.add(9), lambda s: s.discard(3), lambda s: s.add(1), lambda s: s.clear(), lambda s: None):
    print(set_events(change))


def count_words(words):
    counts = {}
    for w in words:
        counts[w] = counts.get(w, 0) + 1
        if len(counts) > 90:
            for k in list(counts):
                if counts[k] == 1:
                    del counts[k]
    return counts


print(count_words([i * i % 150 for i in range(3000)]))


def accumulate(n):
    """Values pass from int to big int to float; keys are equal across types."""
    d = {0: 1, 1: 1, 2: 1}
    for i in range(n):
        key = (i % 3, (i % 3) * 1.0, i % 3 == 1)[i % 2 + (i % 3 == 1 and i % 5 == 0)]
        d[key] = d[key] * 3 + i
        if i == 200:
            d[0] = 0.5
        if i > 200:
            d[0] = min(d[0], 1e6)
    return {k: v % 1000003 for k, v in d.items()}


print(accumulate(400))


def mixed_keys(n):
    d = {}
    for i in range(n):
        for key in (i % 7, float(i % 5), str(i % 3), (i % 2, "t"), i % 2 == 0, None, 2**64 + i % 2):
            d[key] = d.get(key, 0) + 1
    return d


print(mixed_keys(500))


def missing(d, keys):
    t, absent = 0, []
    for k in keys:
        try:
            t += d[k]
        except KeyError as error:
            absent.append(error.args[0])
        except TypeError as error:
            absent.append(str(error))
    return t, absent


print(missing({i: i * 2 for i in range(100)}, [5, 100, 7.0, 7.5, True, "5", None, (), [], {}, -1, 2**64, {1}]))


def grow_through_values(d):
    """Replacing values during items() is allowed, and is seen by what follows."""
    out = []
    for k, v in d.items():
        d["c"] = v + 1
        out.append((k, v))
    return out, d


print(grow_through_values(dict(a=1, b=10, c=100)))
d = dict.fromkeys(range(5), 0)
it = iter(d)
next(it)
for change in (lambda: d.__setitem__(99, 1), lambda: None, lambda: d.pop(99)):
    change()
    try:
        print(next(it))
    except RuntimeError as error:
        print(error)
print({k: d for k in "ab"}["a"] is d)
