"""Recursion of every shape: deep, mutual, with accumulators, through closures, lambdas and methods."""


def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n, source="A", target="C", spare="B"):
    if n == 0:
        return []
    return hanoi(n - 1, source, spare, target) + [(source, target)] + hanoi(n - 1, spare, target, source)


def hofstadter_f(n):
    return 1 if n == 0 else n - hofstadter_m(hofstadter_f(n - 1))


def hofstadter_m(n):
    return 0 if n == 0 else n - hofstadter_f(hofstadter_m(n - 1))


def depth(value):
    return 1 + max(map(depth, value), default=0) if isinstance(value, (list, tuple)) else 0


def mccarthy(n):
    return n - 10 if n > 100 else mccarthy(mccarthy(n + 11))


def power_sum(n, exponent, start=1):
    """In how many ways n is a sum of distinct powers."""
    remainder = n - start**exponent
    if remainder < 0:
        return 0
    if remainder == 0:
        return 1
    return power_sum(remainder, exponent, start + 1) + power_sum(n, exponent, start + 1)


def collatz_depth(n, memo={1: 0}):
    if n not in memo:
        memo[n] = 1 + collatz_depth(n // 2 if n % 2 == 0 else 3 * n + 1)
    return memo[n]


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def total(self):
        return self.value + sum(child.total() for child in self.children)

    def paths(self, prefix=()):
        here = prefix + (self.value,)
        if not self.children:
            yield here
        for child in self.children:
            yield from child.paths(here)

    def map(self, function):
        return Tree(function(self.value), *[child.map(function) for child in self.children])


def permute(text):
    return (
        {text}
        if len(text) < 2
        else {text[i] + rest for i in range(len(text)) for rest in permute(text[:i] + text[i + 1 :])}
    )


def count_down(n, trail=()):
    return trail if n < 0 else count_down(n - 1, (*trail, n))


def deep_with_cleanup(n, log):
    try:
        if n == 0:
            raise ValueError("bottom")
        deep_with_cleanup(n - 1, log)
    finally:
        log.append(n)


print(
    factorial(30),
    factorial(0),
    ackermann(2, 3),
    len(hanoi(6)),
    hanoi(2),
    [hofstadter_f(n) for n in range(12)],
    [hofstadter_m(n) for n in range(12)],
)
print(
    depth([1, [2, [3, ()]], [[]]]),
    depth(5),
    mccarthy(50),
    power_sum(100, 2),
    max((collatz_depth(n), n) for n in range(1, 200)),
)
tree = Tree(1, Tree(2, Tree(4), Tree(5)), Tree(3))
print(tree.total(), list(tree.paths()), tree.map(lambda v: v * 10).total(), sorted(permute("abc")), count_down(5))
log = []
try:
    deep_with_cleanup(400, log)
except ValueError as error:
    print(error, len(log), log[:3], log[-1])
fix = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(
    fix(lambda self: lambda n: 1 if n < 2 else n * self(n - 1))(20),
    fix(lambda self: lambda n, a=0, b=1: a if n == 0 else self(n - 1, b, a + b))(90),
)
print((f := lambda n: n if n < 2 else f(n - 1) + f(n - 2))(15))


def runaway(n):
    return runaway(n + 1) + 1


for attempt in range(3):
    try:
        runaway(0)
    except RecursionError as error:
        print(attempt, type(error).__name__, error)


class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr([self])


for operation in (lambda: Endless().anything, lambda: repr(Endless()), lambda: permute_forever("ab")):
    try:
        operation()
    except RecursionError as error:
        print(type(error).__name__, str(error)[:32])
    except NameError as error:
        print(type(error).__name__, error)


def permute_forever(text):
    return [permute_forever(text) for _ in text]


print(factorial(500) % 1000003)
