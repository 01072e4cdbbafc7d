"""Assignment to and deletion of slices against a model that rebuilds the list element by element."""


def model_assign(items, s, values):
    start, stop, step = s.indices(len(items))
    values = list(values)
    if step == 1:
        stop = max(start, stop)
        return items[:start] + values + items[stop:]
    positions = list(range(start, stop, step))
    if len(positions) != len(values):
        raise ValueError(f"attempt to assign sequence of size {len(values)} to extended slice of size {len(positions)}")
    result = list(items)
    for position, value in zip(positions, values):
        result[position] = value
    return result


def model_delete(items, s):
    doomed = set(range(*s.indices(len(items))))
    return [x for i, x in enumerate(items) if i not in doomed]


BOUNDS = (None, 0, 1, 3, 5, 9, -1, -3, -9)
STEPS = (None, 1, 2, 3, -1, -2)
assigned = deleted = errors = 0
checksum = 0
for size in (0, 1, 5):
    base = list(range(size))
    for start in BOUNDS:
        for stop in BOUNDS:
            for step in STEPS:
                s = slice(start, stop, step)
                expected = model_delete(base, s)
                actual = base[:]
                del actual[s]
                assert actual == expected, (base, s)
                deleted += 1
                for values in ((), "x", "yz", (7, 8, 9)):
                    actual = base[:]
                    try:
                        expected = model_assign(base, s, values)
                    except ValueError as error:
                        expected = str(error)
                    try:
                        actual[s] = values
                    except ValueError as error:
                        actual = str(error)
                        errors += 1
                    assert actual == expected, (base, s, values, actual, expected)
                    assigned += 1
                    checksum = (checksum * 31 + len(actual)) % 1000003
print(assigned, deleted, errors, checksum)

xs = list(range(6))
xs[1:3] = xs
print(xs)
xs[::2] = xs[::-2] if len(xs[::2]) == len(xs[::-2]) else xs[::2]
print(xs)
xs[:] = [x for x in xs if x % 2]
print(xs)
xs[len(xs):] = (c for c in "gen")
xs[:0] = {"first": 1}
xs[2:2] = b"ab"
print(xs)
xs[-1:] = []
xs[1:-1] = [xs[1:-1]]
print(xs)
xs *= 2
del xs[::3]
print(xs)
alias = xs
xs[:] = []
print(alias, alias is xs)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


ys = list("abcdef")
ys[Index(1):Index(-1):Index(2)] = "XY"
print(ys, ys[Index(-2):], ys[:Index(2)])
del ys[Index(0)], ys[Index(-1):]
print(ys)


def attempt(function):
    try:
        function()
        print("ok", ys)
    except Exception as error:
        print(type(error).__name__, error, ys)


attempt(lambda: ys.__setitem__(slice(0, 2), 5))
attempt(lambda: ys.__setitem__(slice(0, 2, 2), 5))
attempt(lambda: ys.__setitem__(slice(0, 9, 2), [1]))
attempt(lambda: ys.__setitem__(slice(0, 2, 0), [1]))
attempt(lambda: ys.__setitem__(slice("a", 2), [1]))
attempt(lambda: ys.__delitem__(slice(0, 2, 0)))
attempt(lambda: ys.__delitem__(slice(None, "x")))
attempt(lambda: ys.__setitem__(slice(3, 1), ["inserted"]))
attempt(lambda: ys.__setitem__(slice(3, 1, -1), "pq"))
attempt(lambda: ys.__setitem__(slice(100, 200), "end"))
attempt(lambda: ys.__setitem__(slice(-100, 0), "st"))
attempt(lambda: ys.__setitem__(slice(0, 1), (1 // z for z in (1, 0))))
attempt(lambda: ys.__delitem__(slice(10 ** 20, None)))
attempt(lambda: ys.__delitem__(slice(None, -(10 ** 20), -3)))
attempt(lambda: ys.__setitem__(slice(None, None, 10 ** 20), ["only first"]))
attempt(lambda: tuple("abc").__getitem__(slice(0, 2, 0)))
matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
for row in matrix[1:]:
    row[1:] = row[:0:-1]
matrix[::2] = matrix[::-2]
print(matrix, [row[::-1] for row in matrix], [row[1] for row in matrix][::-1])
matrix[0][:], matrix[1][:] = matrix[1][:], matrix[0][:]
print(matrix)
