"""Lists of ints that get floats, lists of floats that get ints: each element keeps its type, -0.0 and nan included."""


def kinds(items):
    return "".join({int: "i", float: "f", bool: "b", str: "s", type(None): "n", list: "l"}[type(x)] for x in items)


def ints(n):
    return [i for i in range(n)]


def floats(n):
    return [i * 0.5 for i in range(n)]


def show(name, items):
    t = 0
    try:
        for x in items:
            t += x
    except TypeError as error:
        t = str(error)
    print(name, kinds(items), t, items[:3], items[-3:])


def replace(items, i, v):
    items[i] = v
    return items


for make in (ints, floats):
    for v in (1, 1.0, -0.0, 0, True, 2**47, 2**63, -(2**80), float("nan"), float("inf"), "s", None, [1]):
        show(f"{make.__name__} {v!r}", replace(make(12), 5, v))
    items = make(6)
    items.append(7)
    items.append(7.5)
    items.insert(0, False)
    items.extend([8, 8.0])
    items += (9, 9.0)
    items[2:4] = [10, 10.0, 2**64]
    show("changed", items)
    items.sort()
    show("sorted", items)
    items.reverse()
    show("reversed", items * 2)
    show("sum", items + make(3))
    show("slice", items[::2])
    print(items.index(8), items.count(8), 8.0 in items, True in items, items.pop(), items.pop(0))


def fill(n, start):
    items = [start] * n
    for i in range(n):
        items[i] += i
        if i % 7 == 3:
            items[i] /= 2
        if i % 11 == 5:
            items[i] = int(items[i])
        if i == 50:
            items[i] <<= 70
    return items


for start in (0, 0.0, True, 1.5):
    try:
        items = fill(60, start)
        print(kinds(items), sum(items), items[48:52])
    except TypeError as error:
        print(error)
    print(kinds(fill(40, start)), sum(fill(40, start)))


def grid(n, zero):
    g = [[zero] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            g[i][j] = i * j + zero
    g[n // 2][n // 3] = 0.25
    g[n // 3] = [2**62] * n
    g[1] = g[0]
    g[0][0] = None
    t = missing = 0
    for row in g:
        for x in row:
            if x is None:
                missing += 1
            else:
                t += x
    return t, missing, [kinds(row) for row in g[:3]]


print(grid(10, 0), grid(10, 0.0), grid(6, True))


def matmul(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


print(matmul([[1, 2], [3, 4]], [[1, 0], [0, 1]]), matmul([[1, 2.0]], [[3], [4]]), matmul([[2**40]], [[2**40]]))


def prefix(items):
    out, t = [], 0
    for x in items:
        t += x
        out.append(t)
    return out


print(prefix([1, 2, 3]), prefix([1, 0.5, 2]), prefix([2**62, 2**62, -(2**62), -(2**62)]), prefix([0.5, 0.5, 1]), prefix([True, True]), prefix([-0.0, 0]))
same = [0, 0.0, False, -0.0]
print(same, [same.index(x) for x in same], len(set(same)), {x: n for n, x in enumerate(same)}, [x is y for x, y in zip(same, same)])
nan = float("nan")
holder = [nan, 1.0]
print(holder == holder, nan in holder, holder.count(nan), holder[0] == holder[0], max(holder), holder.index(nan))
