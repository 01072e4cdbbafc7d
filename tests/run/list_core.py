"""Lists: construction, indexing, slice assignment and deletion, aliasing, repetition."""

a = [1, 2, 3]
b = a
c = a[:]
d = list(a)
b.append(4)
print(a, b, c, d, a is b, a is c, a == d, c == d)

grid = [[0] * 3] * 2
grid[0][1] = 5
print(grid, grid[0] is grid[1])
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid)

x = list(range(10))
x[2:5] = ["a", "b"]
print(x)
x[1:1] = [10, 20, 30]
print(x)
x[-2:] = []
print(x)
x[::2] = ["e"] * len(x[::2])
print(x)
x[::-3] = "wxyz"[:len(x[::-3])]
print(x)
x[100:] = [99]
x[:0] = (0,)
x[3:1] = ["ins"]
print(x)
del x[::2]
print(x)
del x[1:3], x[-1]
print(x)
x[:] = x[::-1]
print(x)
x[1:2] = x
print(x)
x *= 2
print(len(x), x * 0, x * -3, [None] * 2 + [1])
x += "st"
x += (7,)
x += {"k": 1}
x += (i * i for i in range(3))
print(x)

inner = []
recursive = [1, inner]
inner.append(recursive)
print(recursive, inner)
inner.clear()
print(recursive)


def mutate(argument, other=[]):
    argument.append(len(other))
    other.append(argument[-1])
    argument = ["rebound"]
    return other, argument


shared = []
print(mutate(shared), shared)
print(mutate(shared), shared)

t = ([1], [2])
try:
    t[0] += [5]
except TypeError as error:
    print(error, t)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


y = [1, 2, 3]
attempt(lambda: y[3])
attempt(lambda: y[-4])
attempt(lambda: y["a"])
attempt(lambda: y[1.0])
attempt(lambda: y + (1,))
attempt(lambda: (1,) + y)
attempt(lambda: y * "a")
attempt(lambda: y < (1,))
attempt(lambda: y.__setitem__(slice(0, 2, 2), [1, 2]))
attempt(lambda: y.__setitem__(slice(None, None, 2), [1]))
attempt(lambda: y.__setitem__(slice(0, 1), 5))
attempt(lambda: y.__setitem__(5, 5))
attempt(lambda: y.__delitem__(5))
attempt(lambda: y.__iadd__(5))
attempt(lambda: y.nosuch)
attempt(lambda: {y: 1})
attempt(lambda: list(5))
attempt(lambda: list(1, 2))
print(y)
