"""Tuples as records and keys: nested unpacking, comparison of prefixes, returning several values."""

POINTS = [(3, 4), (1, 2), (3, 1), (0, 0), (1, -5)]
EVENTS = [
    ("login", ("ann", 10)),
    ("move", ("ann", (1, 2))),
    ("login", ("bob", 12)),
    ("logout", ("ann", 30)),
    ("move", ("bob", (0, 5))),
]


def bounds(points):
    xs, ys = zip(*points)
    return (min(xs), min(ys)), (max(xs), max(ys))


def divide(a, b):
    if b == 0:
        return None, "division by zero"
    return a / b, None


def replay(events):
    positions, log = {}, []
    for kind, (name, detail) in events:
        if kind == "move":
            x, y = detail
            px, py = positions.get(name, (0, 0))
            positions[name] = px + x, py + y
            log.append((name, *positions[name]))
        elif kind in ("login", "logout"):
            log.append((kind, name, detail))
    return positions, tuple(log)


def swap_ends(t):
    if len(t) < 2:
        return t
    first, *middle, last = t
    return last, *middle, first


print(
    sorted(POINTS),
    sorted(POINTS, key=lambda p: p[::-1]),
    max(POINTS),
    bounds(POINTS),
    (3, 1) in POINTS,
    POINTS.index((3, 1)),
)
(low_x, low_y), (high_x, high_y) = bounds(POINTS)
print(low_x, low_y, high_x, high_y, (high_x - low_x) * (high_y - low_y))
for a, b in ((7, 2), (1, 0)):
    value, error = divide(a, b)
    print(value, error, error is None and value > 3)
print(*replay(EVENTS), sep="\n")
print([swap_ends(t) for t in ((), (1,), (1, 2), (1, 2, 3), tuple("abcd"))])

board = {}
for x, y in POINTS:
    board[x, y] = len(board)
board[(0, 0)] += 100
print(
    board,
    board[0, 0],
    (1, 2) in board,
    [1, 2] in list(map(list, board)),
    {p: n for (p, q), n in board.items()},
    sum(x * y for x, y in board),
)
memo = {}


def grid_paths(rows, columns):
    if (rows, columns) in memo:
        return memo[rows, columns]
    result = 1 if rows == 0 or columns == 0 else grid_paths(rows - 1, columns) + grid_paths(rows, columns - 1)
    memo[rows, columns] = result
    return result


print(grid_paths(5, 5), grid_paths(30, 30), len(memo))
t = 1, (2, [3, (4,)])
a, (b, [c, (d,)]) = t
t[1][1].append(5)
print(a, b, c, d, t, t[1][1][1][0], t[1:] + (t[0],) * 2)
record = ("name", 5)
record += ("extra",)
record = record[:1] + ("replaced",) + record[2:]
print(
    record,
    record[-1],
    "%s=%s (%s)" % record,
    "{0}/{2}".format(*record),
    f"{record[0]:>{record[1].__len__()}}",
    len(record),
    record.index("extra"),
)
versions = ["1.10.0", "1.9.3", "1.9", "2.0", "1.10"]
print(sorted(versions, key=lambda v: tuple(map(int, v.split(".")))), sorted(versions))
print(
    (1, 2, 3) < (1, 2, 3, 0) < (1, 3),
    ("a", 1) < ("a", 2) < ("b",),
    () < (None,),
    (0.0, "x") == (-0.0, "x"),
    (1, (2, 3)) > (1, (2, 2, 9)),
)
try:
    print((1, "a") < (1, 2))
except TypeError as error:
    print(error)
print(
    (1, "a") < (2, None),
    tuple(n for n in range(3)),
    tuple({"k": 1}.items()),
    tuple(map(tuple, ["ab", "c"])),
    (*range(2), *"xy"),
    (lambda *a: a)(*"pq"),
    type((1)).__name__,
    type((1,)).__name__,
)
