"""Lists that contain the same list twice, themselves, or are changed through several names."""


def deep_copy(value, memo=None):
    memo = {} if memo is None else memo
    if not isinstance(value, list):
        return value
    if id(value) in memo:
        return memo[id(value)]
    result = memo[id(value)] = []
    result.extend(deep_copy(item, memo) for item in value)
    return result


row = [0, 0]
table = [row, row, row[:]]
row[0] = 1
table[2][1] = 9
print(table, table[0] is table[1], table[0] is table[2])
copy = deep_copy(table)
copy[0][0] = "copied"
print(copy, table, copy[0] is copy[1])

loop = [1]
loop.append(loop)
twin = deep_copy(loop)
print(loop, twin, twin[1] is twin, loop[1][1][1][0], len(loop))
loop[1] = None

a = b = c = []
a += [1]
b = b + [2]
c.append(3)
print(a, b, c, a is c, a is b)


def extend_in_place(target, extra):
    target += extra


def rebind(target, extra):
    target = target + extra
    return target


x = [1]
extend_in_place(x, (2, 3))
print(x, rebind(x, [4]), x)
extend_in_place(x, x)
print(x)

matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
transposed = [list(column) for column in zip(*matrix)]
for i in range(3):
    for j in range(i):
        matrix[i][j], matrix[j][i] = matrix[j][i], matrix[i][j]
print(matrix == transposed, matrix)
first, second, *others = matrix
first[:] = [0]
second = ["rebound"]
others[0].clear()
print(matrix, second, others)

stack = [[]]
for ch in "a(b(cd)e)(f)":
    if ch == "(":
        stack.append([])
        stack[-2].append(stack[-1])
    elif ch == ")":
        stack.pop()
    else:
        stack[-1].append(ch)
print(stack)


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten(stack)), list(flatten([[[]], [[1], [[2]]]])))


class Node:
    def __init__(self, children=[]):
        self.children = children


p, q = Node(), Node()
p.children.append("shared")
print(q.children, p.children is q.children, Node([1]).children)
xs = [1, 2, 3, 4]
ys = xs
xs = xs[:2]
ys[0] = "changed"
print(xs, ys)
i, xs[i] = 1, "set"
print(xs)
xs = ys[1:3] = ["p", "q", "r"]
print(xs, ys, xs is ys)
del ys[0], ys[-1]
print(ys)
grid = [[None] * 2 for _ in range(2)]
grid[0][0] = grid[1][1] = grid
print(grid[0][0][1][1] is grid, grid)
grid.clear()
acc = []
for item in acc or [1, 2]:
    acc.append(acc[:])
print(acc)
print(
    [[]] * 3,
    [[] for _ in range(3)],
    [[]] * 2 == [[], []],
    [1, [2, [3]]] == [1, [2, [3]]],
    [1, [2]] < [1, [3]],
    [[1], [0]] > [[1]],
)
