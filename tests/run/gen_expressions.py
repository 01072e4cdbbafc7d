"""Generator expressions: binding time, nesting, arguments, conditions, type and equality behaviour."""

n = 3
g = (i * n for i in range(n))
n = 10
print(list(g), list(g))


def make(limit):
    return (i for i in range(limit) if i % step == 0)


step = 2
h = make(10)
print(next(h), next(h))
step = 4
print(list(h))
print(
    sum(i * i for i in range(10)),
    max((len(w), w) for w in "the quick brown".split()),
    sorted(-x for x in [3, 1, 2]),
    "".join(c.upper() for c in "abc" if c != "b"),
    dict((k, v) for k, v in zip("ab", [1, 2])),
    set(x % 3 for x in range(9)),
    tuple(x for x in ()),
    list((a, b) for a in range(2) for b in "xy"),
    any(x > 2 for x in [1, 2, 3]),
    all(x for x in [1, 0]),
    min((x for x in [5, 3]), default=0),
    max((x for x in []), default="none"),
)


def f(gen, *rest, key=None):
    return list(gen), rest, key


print(f(x for x in "ab"), f((x for x in "ab"), 1, key=2))
matrix = [[1, 2], [3, 4]]
print(
    [sum(row) for row in matrix],
    list(sum(row[i] for row in matrix) for i in range(2)),
    list(list(x * y for x in range(3)) for y in range(3)),
    sum(x for row in matrix for x in row if x > 1),
)
nested = ((x for x in range(n)) for n in range(4))
print([list(inner) for inner in nested])
lazy_log = []
lazy = (lazy_log.append(x) or x for x in (10, 20, 30))
print(lazy_log, next(lazy), lazy_log, 20 in lazy, lazy_log, list(lazy), lazy_log)


def eager_first():
    print("first iterable evaluated", end="; ")
    return [1, 2]


def lazy_second():
    print("second iterable evaluated", end="; ")
    return "ab"


gen = ((a, b) for a in eager_first() for b in lazy_second())
print("created")
print(list(gen))
try:
    (x for x in 5)
except TypeError as error:
    print(error)
try:
    (x for x in missing_name)
except NameError as error:
    print(error)
later = (missing_name for x in [1])
try:
    next(later)
except NameError as error:
    print(error)
missing_name = "bound now"
print(list(missing_name for _ in range(2)), list(later))
del missing_name
divide = (10 // x for x in [5, 0, 2])
print(next(divide))
try:
    next(divide)
except ZeroDivisionError as error:
    print(error, list(divide))


class Scope:
    values = [1, 2]
    doubled = tuple(v * 2 for v in values)
    try:
        mixed = tuple(v * len(values) for v in values)
    except NameError as error:
        mixed = str(error)


print(Scope.doubled, Scope.mixed)


def closure_over_loop():
    gens = []
    for k in range(3):
        gens.append(x * k for x in (1, 2))
    return [list(g) for g in gens]


def parameter_capture(k):
    gens = [(x * m for x in (1, 2)) for m in range(k)]
    return [list(g) for g in gens]


print(closure_over_loop(), parameter_capture(3))
chain = range(20)
for d in (2, 3):
    chain = (x for x in chain if x % d)
print(list(chain))
chain = range(20)
for d in (2, 3):
    chain = (lambda items, d: (x for x in items if x % d))(chain, d)
print(list(chain))
walrus = [y for x in range(4) if (y := x * 2) > 1]
print(walrus, y, list(z := x for x in "pq"), z)
print(*(x for x in range(3)), *(c for c in "ab"), sep="-")
gen = (x for x in range(3))
print(type(gen).__name__, gen.__name__, iter(gen) is gen, gen == gen, [*gen, *gen], hasattr(gen, "send"))
counter = (i for i in range(10**9))
print(next(counter), next(counter), 5 in counter, next(counter))
a, *b = (x**2 for x in range(4))
print(
    a,
    b,
    [*map(lambda p: p[0] + p[1], ((i, j) for i, j in zip(range(3), range(3, 6))))],
    list(filter(None, (x % 2 for x in range(4)))),
)
records = [{"n": 1, "tags": ["a"]}, {"n": 2, "tags": []}, {"n": 3, "tags": ["a", "b"]}]
print(
    sum(r["n"] for r in records if r["tags"]),
    sorted({t for r in records for t in r["tags"]}),
    next((r for r in records if not r["tags"]), None),
    [r["n"] for r in records if any(t == "b" for t in r["tags"])],
)
