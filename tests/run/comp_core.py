"""Comprehensions: scoping of the target, nested loops, conditions, order of evaluation, closures."""

x = "outer"
print([x for x in range(3)], x, {x: x * x for x in range(3)}, x, {x % 2 for x in range(5)}, x, list(x for x in "ab"), x)
print(
    [(i, j) for i in range(3) for j in range(i)],
    [[j for j in range(i)] for i in range(3)],
    [i + j for i in "ab" for j in "xy" if i + j != "ay"],
)
print(
    [n for n in range(30) if n % 2 if n % 3], [n if n % 2 else -n for n in range(5)], [y := n * 2 for n in range(3)], y
)
print(
    {k: v for k, v in zip("abc", [1, 2, 3])},
    {v: k for k, v in {"a": 1, "b": 1}.items()},
    {(i, j): i * j for i in range(2) for j in range(2)},
)
matrix = [[1, 2, 3], [4, 5, 6]]
print(
    [[row[i] for row in matrix] for i in range(3)],
    [cell for row in matrix for cell in row],
    [sum(row) for row in matrix],
    [max(col) for col in zip(*matrix)],
)


def noisy(tag, value):
    print(tag, end=" ")
    return value


print([noisy(f"e{i}", i) for i in noisy("iter", range(4)) if noisy(f"c{i}", i % 2)])
print({noisy(f"k{i}", i): noisy(f"v{i}", -i) for i in range(2)})


def late_binding():
    functions = [lambda: i for i in range(3)]
    fixed = [lambda i=i: i for i in range(3)]
    return [f() for f in functions], [f() for f in fixed]


def uses_enclosing(limit):
    factor = 10
    result = [n * factor for n in range(limit) if n < limit - 1]
    factor = 100
    lazy = (n * factor for n in range(limit))
    factor = 1000
    return result, list(lazy)


def first_iterable_is_eager():
    try:
        (n for n in undefined_length(None))
    except TypeError as error:
        print("eager:", error)
    later = (m for n in range(1) for m in undefined_length(None))
    try:
        next(later)
    except TypeError as error:
        print("lazy:", error)


def undefined_length(value):
    return range(len(value))


print(late_binding(), uses_enclosing(3))
first_iterable_is_eager()

data = [1, 2, 3, 4, 5]
total = 0
print([total := total + v for v in data], total, [last for v in data if (last := v * v) > 8], last)
print(any((hit := n) > 3 for n in data), hit, all((miss := n) < 3 for n in data), miss)
print(
    sum(n * n for n in data),
    max((n * 7 % 5, n) for n in data),
    sorted((-n for n in data)),
    ",".join(str(n) for n in data),
    dict((n, str(n)) for n in data[:2]),
)

squares = (n * n for n in range(4))
print(next(squares), 4 in squares, list(squares), list(squares))


class Holder:
    values = [1, 2, 3]
    doubled = [v * 2 for v in values]
    count = len([v for v in values if v > 1])


print(Holder.doubled, Holder.count)
try:
    [1 // n for n in (1, 0, 2)]
except ZeroDivisionError as error:
    print(error)
try:
    print([n for n in 5])
except TypeError as error:
    print(error)
print(
    [[[i, j, k] for k in range(2)] for i in range(2) for j in range(2)],
    [a for a, *b in ["xyz", "q"]],
    [*(i for i in range(2)), *[i for i in range(2)]],
)
