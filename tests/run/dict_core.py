"""Dictionaries: order of insertion, update in place, deletion and reinsertion, lookup, errors."""

d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
del d["a"]
d["a"] = 20
print(d, list(d), len(d), "a" in d, 10 in d, d["b"])
print({1: "int", True: "bool", 1.0: "float"}, {"k": 1, "k": 2}, {**d, "b": 0, **{"z": 9}}, dict(d, b=5, q=6))
print(
    dict(),
    dict([("x", 1), ("y", 2)]),
    dict(a=1),
    dict({"m": 1}, n=2),
    dict(zip("ab", range(2))),
    dict([["p", 1], "qr"]),
    dict.fromkeys("ab"),
    dict.fromkeys([1, 2], 0),
)
print(d.get("a"), d.get("none"), d.get("none", "default"), d.setdefault("a", 99), d.setdefault("new", []), d)
d["new"].append(1)
d.setdefault("new", "ignored").append(2)
print(d.pop("new"), d.pop("gone", None), d.popitem(), d)
print(d.update({"c": 33}, e=5), d, d.update([("f", 6)]), d.copy() == d, d.copy() is d, d | {"c": 0}, {"c": 0} | d)
d |= {"g": 7}
d |= [("h", 8)]
print(d, d.clear(), d, bool(d), not {})

shared = dict.fromkeys("xy", [])
shared["x"].append(1)
print(shared)

print(
    {"a": 1, "b": 2} == {"b": 2, "a": 1},
    {"a": 1} == {"a": 1.0},
    {"a": 1} != {"a": 2},
    {1: {2: {3: 4}}},
    {} == [],
    {(1, 2): 3, None: 4, b"b": 5, 1.5: 6},
)
selfish = {}
selfish["me"] = selfish
print(selfish)
selfish.clear()


class Key:
    def __init__(self, name, hash_value):
        self.name, self.hash_value = name, hash_value

    def __hash__(self):
        return self.hash_value

    def __eq__(self, other):
        print(f"[{self.name}=={other.name}]", end="")
        return self.name == other.name

    def __repr__(self):
        return self.name


a, b, a2 = Key("a", 1), Key("b", 1), Key("a", 1)
keys = {a: 1, b: 2}
print(keys)
keys[a2] = 3
print(keys, keys[a], list(keys)[0] is a)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error, error.args)


attempt(lambda: d["missing"])
attempt(lambda: d[(1, "x")])
attempt(lambda: d[[]])
attempt(lambda: {{}: 1})
attempt(lambda: d.pop("missing"))
attempt(lambda: {}.popitem())
attempt(lambda: d.__delitem__("missing"))
attempt(lambda: dict([1]))
attempt(lambda: dict(["abc"]))
attempt(lambda: dict(5))
attempt(lambda: {} < {})
attempt(lambda: {} + {})
attempt(lambda: {} | [])
attempt(lambda: d.get())
attempt(lambda: d.update(1))
attempt(lambda: d.pop())
attempt(lambda: [] in {})
attempt(lambda: dict({}, {}))
attempt(lambda: {**5})
attempt(lambda: {}.nosuch)
