"""Tuples that are only looked up in dicts and sets, or become a key once; all that a guard assumes stops holding half-way."""


class Text(str):
    def __hash__(self):
        print("hash of", str(self))
        return str.__hash__(self)

    def __eq__(self, other):
        print("eq of", str(self))
        return str.__eq__(self, other)

    def __del__(self):
        print("end of", str(self))


class Twin:
    """Has the hash of a tuple, and is equal to it."""

    def __init__(self, key):
        self.key = key

    def __hash__(self):
        return hash(self.key)

    def __eq__(self, other):
        print("compared with", other)
        return self.key == other


def paths(i, j, known):
    if i == 0 or j == 0:
        return 1
    key = (i, j)
    if key in known:
        return known[key]
    result = paths(i - 1, j, known) + paths(i, j - 1, known)
    known[key] = result
    return result


def choose(n, k, known):
    if k == 0 or k == n:
        return 1
    key = (n, k)
    if key not in known:
        known[key] = choose(n - 1, k - 1, known) + choose(n - 1, k, known)
    return known[key]


def total(grid, cells):
    found = 0
    for x, y in cells:
        found += grid[x, y]
    return found


def total_or(grid, cells, default):
    found = 0
    for x, y in cells:
        found += grid.get((x, y), default)
    return found


def count_walls(walls, size):
    count = 0
    for x in range(size):
        for y in range(size):
            if (x, y) in walls:
                count += 1
    return count


def is_free(walls, x, y):
    return (x, y) not in walls


def free(walls, cells):
    return [is_free(walls, x, y) for x, y in cells]


def by_name(table, names):
    out = []
    for n, name in enumerate(names):
        out.append((name, n % 2) in table)
        name = None
    return out


def store_each(table, n):
    for i in range(n):
        key = (i, i % 3)
        if key not in table:
            table[key] = i
        table[key] += 1
    return table


def store_again(table, other, i):
    """Two dicts with one object for a key."""
    key = (i, i + 1)
    if key not in table:
        table[key] = 0
        other[key] = 1
    return next(iter(table)) is next(iter(other))


def store_in_loop(tables, i):
    key = (i, "x")
    for table in tables:
        if key not in table:
            table[key] = i
    first, second = (next(iter(table)) for table in tables)
    return first is second


def nothing(table):
    return () in table, table.get((), "no")


def missing(table, i, j):
    try:
        return table[i, j]
    except KeyError as error:
        return repr(error), error.args[0] == (i, j), type(error.args[0])


def float_keys(table, xs):
    out = []
    for x in xs:
        out.append(table.get((x, 0.5), None))
    return out


known = {}
print(paths(8, 8, known), len(known), known[8, 8], list(known)[:4])
print(choose(20, 7, {}))
print(paths(2**70, 0, {}), paths(True, 1, {}))
known = {}
print(paths(3, 2.0, known), list(known))

grid = {(x, y): x * 10 + y for x in range(10) for y in range(10)}
cells = [(1, 2), (3, 4), (9, 9)]
print(total(grid, cells), total_or(grid, cells + [(10, 0), (-1, 0)], 1000))
print(total(grid, [(1, 2), (True, 2.0), (3, 4)]))
grid[2**60, 1] = 5
print(total(grid, [(1, 1), (2**60, 1), (2, 2)]), total_or(grid, [(2**60, 2), (2**60, 1), (1, 1)], 7))
grid[4, 4] = 2**70
grid[4, 5] = 0.5
print(total(grid, [(1, 1), (4, 4), (4, 5), (2, 2)]))
try:
    total(grid, [(1, 1), (1, 10), (2, 2)])
except KeyError as error:
    print("missing", error)
try:
    total_or(grid, [(1, 1), ([], 1), (2, 2)], 0)
except TypeError as error:
    print(error)
print(missing(grid, 3, 3), missing(grid, 3, 33), missing(grid, -1, 2**50))

walls = {(x, x * x % 7) for x in range(7)}
print(count_walls(walls, 7), free(walls, [(0, 0), (1, 1), (1, 2)]))
print(free(walls, [(0, 0), (1.0, 1), ("a", None), (3, 2)]))
walls.add(Twin((5, 5)))
print(count_walls(walls, 7), free(walls, [(5, 5), (5, 6)]))
walls.discard((5, 5))
print(free(frozenset(walls), [(5, 4), (5, 5)]))

table = {("a", 0): 1, ("b", 1): 2, (None, 0): 3}
print(by_name(table, ["a", "b", "c", "b"]))
print(by_name(table, ["a", Text("b"), "c", "b"]))
print(by_name(table, [Text("a"), None, None]))
print(by_name({Text("a"): 1}, ["a", "b"]))
print(by_name({(Text("a"), 0): 1}, ["a", "b"]))

print(store_each({}, 7))
print(store_each({Twin((2, 2)): 50}, 4).values())
print(store_again({}, {}, 3), store_in_loop([{}, {}], 4))
print(nothing({(): 1}), nothing({}))
print(float_keys({(1.0, 0.5): "one", (0.0, 0.5): "zero"}, [1.0, -0.0, 2.5]), float_keys({(1, 0.5): "int"}, [1.0, 1, True]))


class Table(dict):
    def __missing__(self, key):
        return ("missing", key)

    def __contains__(self, key):
        return True


print(missing(Table(), 1, 2), free(Table(), [(1, 2)]))
try:
    total(Table({(1, 2): 3}), [(1, 2), (0, 0)])
except TypeError as error:
    print(error)
