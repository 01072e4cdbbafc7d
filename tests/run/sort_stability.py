"""Stability of sorting over many equal keys, reverse, keys of several types, and sorting by passes."""


def records(n, seed):
    out = []
    for serial in range(n):
        seed = (seed * 48271) % 2147483647
        out.append((seed % 5, "abc"[seed // 7 % 3], serial))
    return out


def is_stable(result, key, reverse=False):
    for a, b in zip(result, result[1:]):
        ka, kb = key(a), key(b)
        if ka == kb:
            if a[2] > b[2]:
                return False
        elif (ka > kb) != reverse:
            return False
    return True


KEYS = {
    "number": lambda r: r[0],
    "letter": lambda r: r[1],
    "both": lambda r: (r[1], -r[0]),
    "constant": lambda r: 0,
    "negative": lambda r: -r[0],
    "float": lambda r: r[0] / 2,
    "big": lambda r: r[0] * 10**20,
    "mixed numbers": lambda r: r[0] if r[0] % 2 else float(r[0]),
    "length": lambda r: r[1] * r[0],
    "bytes": lambda r: r[1].encode(),
    "bool": lambda r: r[0] > 2,
    "list": lambda r: [r[1], r[0]],
}
for size in (0, 1, 2, 3, 10, 64, 500):
    data = records(size, 12345 + size)
    for name, key in KEYS.items():
        for reverse in (False, True):
            result = sorted(data, key=key, reverse=reverse)
            assert is_stable(result, key, reverse), (size, name, reverse)
            assert sorted(result) == sorted(data)
            in_place = data[:]
            in_place.sort(key=key, reverse=reverse)
            assert in_place == result
    print(size, sorted(data, key=KEYS["both"])[:3])

data = records(12, 7)
by_passes = sorted(sorted(data, key=lambda r: r[0], reverse=True), key=lambda r: r[1])
print(by_passes == sorted(data, key=lambda r: (r[1], -r[0])), by_passes[:4])
print(sorted(data, key=lambda r: r[1], reverse=True)[:4])
print(list(reversed(sorted(reversed(data), key=lambda r: r[1]))) == sorted(data, key=lambda r: r[1], reverse=True))
calls = []
sorted(range(8), key=lambda n: calls.append(n) or -n)
print(calls)


class Item:
    comparisons = 0

    def __init__(self, key, serial):
        self.key, self.serial = key, serial

    def __lt__(self, other):
        Item.comparisons += 1
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}.{self.serial}"


items = [Item(i * 7 % 4, i) for i in range(12)]
print(sorted(items), sorted(items, reverse=True), min(items), max(items), sep="\n")
Item.comparisons = 0
sorted([Item(i, i) for i in range(100)])
print("already sorted:", Item.comparisons)
Item.comparisons = 0
sorted([Item(-i, i) for i in range(100)])
print("reversed:", Item.comparisons)
Item.comparisons = 0
sorted([Item(1, i) for i in range(100)])
print("all equal:", Item.comparisons)
words = "the Quick brown fox Jumps over the lazy Dog éclair Zebra ähnlich".split()
print(
    sorted(words),
    sorted(words, key=str.lower),
    sorted(words, key=len),
    sorted(words, key=lambda w: (len(w), w.lower())),
    sorted(words, key=lambda w: w[::-1], reverse=True),
    sep="\n",
)
print(
    sorted("sorting characters"),
    "".join(sorted("banana", reverse=True)),
    sorted({3, 1, 2}),
    sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]),
    sorted([(1, "z"), (1, "a"), (0, "m")], key=lambda t: t[0]),
    sorted([[2, 1], [1, 2]], key=lambda l: l[1]),
)
print(
    sorted([0.0, -0.0, 0, False]),
    sorted([1, 1.0, True]),
    sorted([2, True, 0.5, 10**20, -1e300, float("inf")]),
    sorted([float("-inf"), -(10**400), 10**400, float("inf")]) == [float("-inf"), -(10**400), 10**400, float("inf")],
)
ranks = {name: rank for rank, name in enumerate(["gold", "silver", "bronze"])}
print(sorted(["bronze", "gold", "silver", "gold"], key=ranks.get), sorted(ranks, key=ranks.__getitem__, reverse=True))
