"""Lists as stacks, queues, sets and sparse arrays; bounds, negative indexes and slices with steps."""

import bisect

xs = list(range(10))
print(
    xs[-1],
    xs[-10],
    xs[3:-3],
    xs[-3:3],
    xs[-3:3:-1],
    xs[8:2:-2],
    xs[::4],
    xs[1::4],
    xs[:-8:-1],
    xs[100:],
    xs[-100:2],
    xs[5:5],
    xs[::-1][::-1] == xs,
)
xs[2:8:3] = ["a", "b"]
print(xs)
del xs[-1:-6:-2]
print(xs)
xs[len(xs) :] = xs[:2]
print(xs)
xs[1:-1] = []
print(xs)
xs[0:0] = xs[::-1]
print(xs, xs[slice(None, None, 2)], xs[slice(1, None)])

queue = [1, 2, 3]
seen = []
while queue:
    item = queue.pop(0)
    seen.append(item)
    if item < 10:
        queue += [item * 3, item * 4]
        queue[:] = sorted(set(queue))
print(seen)

scores = [33, 99, 77, 70, 89, 90, 100]
print("".join("FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in scores))
ordered = []
for s in scores + [77, 33]:
    bisect.insort(ordered, s)
print(
    ordered,
    bisect.bisect_left(ordered, 77),
    bisect.bisect_right(ordered, 77),
    bisect.bisect(ordered, 0),
    bisect.bisect_left(ordered, 1000),
    bisect.bisect_left(ordered, 77, 4),
    bisect.bisect_right(ordered, 99, 0, 3),
)
pairs = [("a", 1), ("b", 3), ("c", 5)]
print(bisect.bisect_left(pairs, 3, key=lambda p: p[1]), bisect.bisect_right(pairs, 4, key=lambda p: p[1]))
bisect.insort_left(pairs, ("new", 3), key=lambda p: p[1])
print(pairs)


def rotate(items, k):
    k %= len(items) or 1
    return items[-k:] + items[:-k] if k else items[:]


def unique(items):
    seen = []
    return [x for x in items if x not in seen and not seen.append(x)]


def sliding(items, size):
    return [items[i : i + size] for i in range(len(items) - size + 1)]


def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


def permutations(items):
    if not items:
        return [[]]
    return [[items[i]] + rest for i in range(len(items)) for rest in permutations(items[:i] + items[i + 1 :])]


def powerset(items):
    out = [[]]
    for item in items:
        out += [subset + [item] for subset in out]
    return out


def josephus(n, k):
    circle, order, i = list(range(1, n + 1)), [], 0
    while circle:
        i = (i + k - 1) % len(circle)
        order.append(circle.pop(i))
    return order


print(
    [rotate([1, 2, 3, 4], k) for k in (-1, 0, 1, 5)],
    rotate([], 3),
    unique([1, "1", 1.0, True, [1], [1], 2]),
    sliding("abcd", 2),
    sliding([1], 2),
)
print(*pascal(6), permutations([1, 2, 3]), powerset("abc"), josephus(7, 3), sep="\n")
bits = [False] * 8
for i in (1, 3, -1):
    bits[i] = not bits[i]
print(bits, sum(bits), bits.index(True), [i for i, b in enumerate(bits) if b], all(bits), any(bits))
sparse = [None] * 5
sparse[3:3] = [1, 2]
print(sparse, len(sparse), sparse.count(None), [x for x in sparse if x is not None], sparse.index(1))
for bad in (
    lambda: xs.pop(99),
    lambda: xs.insert("a", 1),
    lambda: xs[::0],
    lambda: xs.__setitem__(slice(0, 4, 2), [1, 2, 3]),
    lambda: bisect.bisect([1], "a"),
    lambda: bisect.bisect([1], 1, -1),
    lambda: [1, 2].pop(1, 2),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
