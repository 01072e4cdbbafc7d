"""Nested comprehensions over real data: joins, grouping, flattening, conditions with else."""

EMPLOYEES = [("ann", "dev", 100), ("bob", "ops", 80), ("cid", "dev", 120), ("dee", "ops", 95), ("eve", "hr", 70)]
SITES = {"dev": ["Oslo", "Rome"], "ops": ["Bonn"], "law": ["Nice"]}
TEXT = "the cat sat on the mat the end"

by_team = {team: [name for name, t, _ in EMPLOYEES if t == team] for _, team, _ in EMPLOYEES}
print(by_team, {team: max(pay for _, t, pay in EMPLOYEES if t == team) for team in by_team})
print(
    [(name, site) for name, team, _ in EMPLOYEES for site in SITES.get(team, [])],
    [(n, SITES[t] if t in SITES else None) for n, t, _ in EMPLOYEES][-1],
)
print({word: [i for i, w in enumerate(TEXT.split()) if w == word] for word in sorted(set(TEXT.split()))})
print(
    {
        len(w): {v for v in TEXT.split() if len(v) == len(w)} == {v for v in TEXT.split() if len(v) == len(w)}
        for w in TEXT.split()
    }
)
grid = [[(r * c) % 4 for c in range(4)] for r in range(4)]
print(
    grid,
    [[row[c] for row in grid] for c in range(4)] == grid,
    [[cell if cell else "." for cell in row] for row in grid][1],
    sum(cell for row in grid for cell in row if cell > 1),
)
print([(a, b, c) for c in range(1, 26) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c])
print([x for row in [[1, [2]], [3, [4, 5]]] for item in row for x in (item if isinstance(item, list) else [item])])
print(
    [[i, j] for i in range(3) if i % 2 == 0 for j in "ab" if (i, j) != (0, "a")],
    [i for i in range(3) for _ in range(i)],
    [y for x in [1, 2] for y in [x, x * 10] for x in [y]],
)

rows = ["a=1", "b=2", "bad", "c=3"]
print(
    {k: int(v) for k, _, v in (r.partition("=") for r in rows) if v},
    [f"{k}{v}" for r in rows if "=" in r for k, v in [r.split("=")]],
    [p for r in rows for p in r.split("=")[1:]],
)
print(
    [n for n in range(2, 50) if all(n % d for d in range(2, int(n**0.5) + 1))],
    ["fizz" * (n % 3 == 0) + "buzz" * (n % 5 == 0) or n for n in range(1, 16)],
)
print(
    {frozenset(pair) for pair in [(1, 2), (2, 1), (3, 3)]} == {frozenset({1, 2}), frozenset({3})},
    [[*row, sum(row)] for row in grid[:2]],
    {**{c: i for i, c in enumerate("abc")}, "z": 26},
)


def outer(n):
    matrix = [[(lambda k=i * n + j: k) for j in range(n)] for i in range(n)]
    late = [[lambda: (i, j, n) for j in range(n)] for i in range(n)]
    return [[f() for f in row] for row in matrix], [[f() for f in row] for row in late]


print(outer(2))


class Table:
    columns = ("id", "name")
    data = [(1, "x"), (2, "y")]
    rows = [dict(zip(("id", "name"), row)) for row in data]

    def select(self, *wanted, where=lambda row: True):
        return [{column: row[column] for column in wanted} for row in self.rows if where(row)]

    def names(self):
        return [row["name"] for row in self.rows for self.last in [row]]


t = Table()
print(t.select("name"), t.select("id", where=lambda row: row["id"] > 1), t.names(), t.last)
lazy = ((i, j) for i in range(3) for j in (print(f"<{i}>", end="") or range(i)))
print(next(lazy), end=" ")
print(next(lazy), list(lazy))
triangular = [sum(k for k in range(n + 1)) for n in range(8)]
print(
    triangular,
    [b - a for a, b in zip(triangular, triangular[1:])],
    [sum(c) for c in zip(*[triangular[i:] for i in range(3)])],
)
print(
    [[(x, y) for y in range(x)] for x in range(4)][3],
    ["".join(c for c in w if c not in "aeiou") for w in TEXT.split()[:3]],
    [(lambda v: v * v)(v) for v in range(4)],
)
counts = {}
[counts.__setitem__(c, counts.get(c, 0) + 1) for c in "hello"]
print(
    counts,
    [k for k, v in counts.items() if v > 1],
    [None for _ in range(2)],
    [[] for _ in range(2)],
    {(): [] for _ in range(3)},
    [i if i % 2 else [j for j in range(i)] for i in range(4)],
)
