"""Merging dictionaries, views as sets, comparison of nested dictionaries, and aliasing of values."""


def merge(*sources):
    result = {}
    for source in sources:
        for key, value in source.items():
            if isinstance(value, dict) and isinstance(result.get(key), dict):
                result[key] = merge(result[key], value)
            else:
                result[key] = value
    return result


def difference(old, new):
    return {
        "added": sorted(new.keys() - old.keys()),
        "removed": sorted(old.keys() - new.keys()),
        "changed": sorted(k for k in old.keys() & new.keys() if old[k] != new[k]),
        "same": sorted(k for k, v in old.items() & new.items()),
    }


def invert(mapping):
    result = {}
    for key, value in mapping.items():
        result.setdefault(value, []).append(key)
    return result


base = {"a": 1, "nested": {"x": 1, "y": {"deep": True}}, "list": [1]}
over = {"b": 2, "nested": {"y": {"deeper": None}, "z": 0}, "list": [2]}
merged = merge(base, over)
print(merged, base["nested"], merged["nested"] is base["nested"], merged["list"] is over["list"])
print(base | over, {**base, **over} == base | over, list(over | base))
print(difference({"a": 1, "b": 2, "c": 3}, {"b": 2, "c": 30, "d": 4}), invert({"x": 1, "y": 2, "z": 1}))

d = {"one": 1, "two": 2, "three": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, type(k).__name__, len(v), list(v), sum(v), max(i, key=lambda kv: kv[1]), min(k), sorted(k, key=len))
print(
    k == {"one", "two", "three"},
    k < {"one", "two", "three", "four"},
    "one" in k,
    ("one", 1) in i,
    ("one", 2) in i,
    ["one", 1] in i,
    2 in v,
    k.isdisjoint(["x"]),
    i.isdisjoint([("one", 1)]),
)
print(
    sorted(k & ["one", "zzz"]),
    sorted(k | "ab"),
    sorted(k - ["one"]),
    sorted(k ^ {"one", "q"}),
    type(k & k).__name__,
    type(i | i).__name__,
)
del d["two"]
d["four"] = 4
print(k, v, i, repr(d.keys()), {1: []}.items())
for key, value in zip(d, d.values()):
    print(key, value, d[key] == value, end="; ")
print()

first = {"x": [1, 2]}
second = first.copy()
third = dict(first)
first["x"].append(3)
first["y"] = 0
print(first, second, third, first["x"] is third["x"])
default = {}
groups = [(name, default.setdefault(len(name), [])) for name in ("a", "bb", "c")]
for name, group in groups:
    group.append(name)
print(default)
print(
    {"a": {"b": [1, {"c": ()}]}} == {"a": {"b": [1, {"c": ()}]}},
    {"a": 1, "b": 2} == {"b": 2.0, "a": True},
    {} == dict(),
    {"a": None} == {"b": None},
    {1: 1} != {1: 1, 2: 2},
)

for operation in (
    lambda: k + k,
    lambda: v & v,
    lambda: k[0],
    lambda: {} | None,
    lambda: d.items() & 5,
    lambda: hash(k),
    lambda: {[]: 1 for _ in [0]},
    lambda: {**d, **5},
    lambda: dict(d, 5),
    lambda: dict([(1, 2, 3)]),
    lambda: dict([1, 2]),
    lambda: d.update([(1,)]),
    lambda: d.update(5),
    lambda: dict.fromkeys(5),
    lambda: d.fromkeys(),
    lambda: d.popitem(1),
    lambda: d.setdefault(),
):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)


class Mapping:
    """dict() and update() take anything with keys() and __getitem__."""

    def keys(self):
        return iter("pq")

    def __getitem__(self, key):
        return key.upper()


print(dict(Mapping()), {**Mapping()}, dict(Mapping(), r=1))
e = {}
e.update(Mapping(), q="last")
print(e, (lambda **kw: kw)(**Mapping()))
