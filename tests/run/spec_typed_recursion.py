"""Recursive functions whose argument changes type on the way or between calls; mutual recursion; methods; annotations."""


def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(18), fib(10.0), fib(True), fib(7.5), fib(-3), fib(2.0))
for bad in ("5", None, [1]):
    try:
        fib(bad)
    except TypeError as error:
        print(error)


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


for n in (5, 12, 13, 20, 21, 25, 40, 10.0, 25.0, 170.0, 171.0, 2.5, True, False, -1):
    print(n, fact(n), end="; ")
print()


def power(x, n):
    if n == 0:
        return 1
    half = power(x, n // 2)
    return half * half * x if n % 2 else half * half


print(power(2, 62), power(2, 63), power(-2, 63), power(2, 64), power(2, 200), power(0.5, 10), power(3, 40), power(True, 9), power(1.5, 3.0), power(10, 18), power(10, 19))


def tak(x, y, z):
    if not y < x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


print(tak(8, 4, 2), tak(6.0, 3, 1), tak(2**63 + 4, 2**63 + 2, 2**63), tak(True, False, 0.5))


def ack(m, n):
    return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))


print(ack(2, 3), ack(0, 2**63 - 1), ack(2, 5), ack(1, 5.0), ack(2.0, 2))


def digits(n):
    return digits(n // 10) + digits(n % 10) if n >= 10 else n


print(digits(9876543210), digits(2**64), digits(10**30 - 1), digits(123.0), digits(True))


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


print(even(100), odd(101), even(7.0), odd(True), even(8.0), even(False))


def hanoi(n, source, target, spare, moves):
    if n:
        hanoi(n - 1, source, spare, target, moves)
        moves[source + target] = moves.get(source + target, 0) + 1
        hanoi(n - 1, spare, target, source, moves)
    return moves


print(hanoi(8, "a", "b", "c", {}), hanoi(3, 1, 2.5, 4, {}), hanoi(2, (1,), (2,), (3,), {}), hanoi(0, None, None, None, {}))


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, list(children)

    def total(self):
        t = self.value
        for c in self.children:
            t += c.total()
        return t

    def depth(self):
        return 1 + max([c.depth() for c in self.children], default=0)

    def map(self, f):
        return Tree(f(self.value), *(c.map(f) for c in self.children))


def build(n):
    return Tree(n, *(build(n - k) for k in (1, 2, 3) if n > k))


tree = build(8)
print(tree.total(), tree.depth(), tree.map(lambda v: v * 0.5).total(), tree.map(lambda v: v << 60).total(), tree.map(lambda v: v > 3).total())
tree.children[0].children[1].value = 2**63
print(tree.total())
tree.children[1].value = 0.25
print(tree.total())
tree.children[0].children.append(None)
for f in (tree.total, tree.depth, lambda: tree.map(str)):
    try:
        f()
    except AttributeError as error:
        print(error)
tree.children[0].children[-1] = Tree("text")
try:
    tree.total()
except TypeError as error:
    print(error)
tree.children[0].children[-1] = type("Leaf", (Tree,), {"total": lambda self: 1000, "depth": lambda self: 50.5})(0)
print(tree.total(), tree.depth(), tree.map(lambda v: 1).total())
original, calls = fib, 0


def fib(n):
    """Takes the place of the recursive function, which then calls it."""
    global calls
    calls += 1
    return original(n) + 0.5 if n == 5 else original(n)


print(original(12), fib(6), calls)
