"""Iterators of builtin containers while these change, copies of iterators' state, and reversed views."""

xs = [1, 2, 3]
it = iter(xs)
print(next(it))
xs.insert(0, 0)
print(next(it), list(it))
xs.append(9)
print(list(it))
it = iter(xs)
del xs[:]
print(list(it))
xs.extend([5, 6])
it = iter(xs)
next(it)
xs.pop(0)
print(list(it))
r = reversed(xs)
xs.append(7)
print(list(r), list(reversed(xs)))
xs = [1, 2, 3, 4]
r = reversed(xs)
next(r)
del xs[1:]
print(list(r), list(r))

d = {"a": 1, "b": 2, "c": 3}
it = iter(d.items())
print(next(it))
d["b"] = 20
print(next(it))
d["new"] = 4
for _ in range(2):
    try:
        next(it)
    except RuntimeError as error:
        print(error)
it = iter(d)
next(it)
del d["a"]
d["again"] = 5
try:
    print(next(it))
except RuntimeError as error:
    print(error)
print(list(reversed(d)), list(reversed(d.items())), [k for k in reversed(d.keys())], list(reversed({}.values())))
empty = iter({})
print(next(empty, "none"))

s = {1, 2, 3}
it = iter(s)
next(it)
s.add(4)
try:
    next(it)
except RuntimeError as error:
    print(error)
text = iter("aé")
print(next(text), next(text), next(text, None))
data = iter(b"\x00\xff")
print(next(data), next(data), next(data, None))
numbers = iter(range(5, 0, -2))
print(next(numbers), list(numbers), list(numbers))
big = iter(range(2**64, 2**64 + 2))
print(next(big), list(big))
z = zip([1, 2], "ab")
print(next(z), next(z), next(z, None), next(z, None))
e = enumerate(["x"], 2**63)
print(next(e), next(e, None))
m = map(lambda a, b: a + b, [1, 2, 3], [10, 20])
print(list(m), list(m))
f = filter(lambda x: x > 1, iter([1, 2, 3]))
print(next(f), list(f))
c = iter([3, 2, 1].pop, 3)
print(list(c), list(c))
print(
    [
        type(iter(x)).__name__
        for x in (
            [],
            (),
            "",
            "é",
            b"",
            {},
            {}.keys(),
            {}.values(),
            {}.items(),
            set(),
            frozenset(),
            range(1),
            range(2**70),
            reversed([]),
            zip(),
            map(str, []),
            enumerate([]),
            filter(None, []),
            (x for x in ()),
            iter(int, 1),
            reversed({}),
            reversed(range(1)),
            reversed(()),
        )
    ]
)
print(
    [
        iter(x) is x
        for x in (
            iter([]),
            zip(),
            map(str, []),
            enumerate([]),
            filter(None, []),
            (x for x in ()),
            iter(int, 1),
            reversed("ab"),
        )
    ]
)
print(
    [iter(x) is x for x in ([], (), "", {}, set(), range(1))],
    iter([]) == iter([]),
    hasattr(iter(()), "__next__"),
    hasattr([], "__next__"),
    hasattr(iter([]), "__iter__"),
)


def mutate_during(kind):
    out = []
    if kind == "list":
        data = [3, 2, 1]
        for x in data:
            out.append(x)
            if x > 1:
                data.append(x - 1)
                data.remove(x)
    elif kind == "dict values":
        data = {i: i for i in range(3)}
        for k, v in data.items():
            data[k] = v + 100
            out.append(data[k])
    elif kind == "dict copy":
        data = {i: i for i in range(3)}
        for k in list(data):
            del data[k]
            data[k + 10] = k
        out = list(data)
    elif kind == "slice copy":
        data = [1, 2, 3]
        for x in data[:]:
            data.append(x * 10)
        out = data
    elif kind == "string":
        data = "abc"
        for ch in data:
            data += ch
            out.append(ch)
        out.append(data)
    elif kind == "nested":
        data = [1, 2]
        for x in data:
            for y in data:
                if len(data) < 4:
                    data.append(x * 10 + y)
                out.append((x, y))
    return out


for kind in ("list", "dict values", "dict copy", "slice copy", "string", "nested"):
    print(kind, mutate_during(kind))
for bad in (
    lambda: next([]),
    lambda: iter(1),
    lambda: next(),
    lambda: iter([], 1),
    lambda: reversed({}.keys().__iter__()),
    lambda: reversed(set()),
    lambda: reversed(iter([])),
    lambda: enumerate(1),
    lambda: list(zip(1)),
    lambda: iter([]).nothing,
    lambda: len(iter([])),
    lambda: iter([])[0],
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
