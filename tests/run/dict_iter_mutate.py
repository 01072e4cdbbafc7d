"""Changing a dictionary while iterating over it, views that follow changes, and iteration order."""


def attempt(function):
    try:
        return function()
    except RuntimeError as error:
        return f"{type(error).__name__}: {error}"


def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 0
    return d


def shrink():
    d = {i: i for i in range(5)}
    for k in d:
        del d[k]
    return d


def swap_keys():
    d = {i: i for i in range(5)}
    seen = []
    for k in d:
        seen.append(k)
        del d[k]
        d[k + 10] = 0
        if len(seen) > 20:
            break
    return seen


def change_values():
    d = {i: i for i in range(5)}
    for k in d:
        d[k] = d[k] * 10
    for k, v in d.items():
        d[k] = v + k
    return d


def delete_safely():
    d = {i: i * i for i in range(10)}
    for k in list(d):
        if k % 3:
            del d[k]
    return d


def last_item_deleted():
    d = {"only": 1}
    for k in d:
        del d[k]
    return d


def items_grow():
    d = {"a": 1}
    for k, v in d.items():
        d[k + "x"] = v
    return d


print(
    attempt(grow),
    attempt(shrink),
    change_values(),
    delete_safely(),
    attempt(last_item_deleted),
    attempt(items_grow),
    sep="\n",
)
print(attempt(swap_keys))

d = {"a": 1, "b": 2}
keys, values, items = d.keys(), d.values(), d.items()
d["c"] = 3
print(keys, values, items, len(keys), "c" in keys, 3 in values, ("c", 3) in items, ("c", 4) in items)
it = iter(d)
print(next(it))
d["d"] = 4
try:
    next(it)
except RuntimeError as error:
    print(error)
try:
    next(it)
except RuntimeError as error:
    print(error)
print(list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())))

print(
    keys & {"a", "z"} == {"a"},
    sorted(keys | ["q"]),
    sorted(keys - {"a"}),
    sorted(keys ^ {"a", "q"}),
    keys == {"a", "b", "c", "d"},
    keys >= {"a"},
    keys.isdisjoint("xyz"),
)
print(
    sorted(items & {("a", 1), ("b", 9)}),
    items == {"a": 1, "b": 2, "c": 3, "d": 4}.items(),
    d.values() == d.values(),
    keys.mapping["a"],
)

order = {}
for i in range(1000):
    order[i * 7919 % 1000] = i
for i in range(0, 1000, 2):
    del order[i]
for i in range(0, 20, 2):
    order[i] = "back"
print(len(order), list(order)[:5], list(order)[-5:], next(reversed(order)), list(order.values())[-3:])
first = next(iter(order))
order.pop(first)
order[first] = "moved"
print(list(order.items())[-1] == (first, "moved"), len(order))
while len(order) > 3:
    order.popitem()
print(order)
