# exit: 1
"""Recursion past the limit: functions, methods, mutual recursion, dunders; the limit changed; work continues after it."""

import sys


def plain(n):
    return plain(n + 1) + 1


def two(n, m):
    return one(n + 1, m)


def one(n, m):
    return two(n, m + 1)


class Node:
    def walk(self, depth):
        return self.walk(depth + 1)

    @property
    def again(self):
        return self.again

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return f"<{self!r}>"

    def __add__(self, other):
        return self + other

    def __call__(self):
        return self()


class Static:
    @staticmethod
    def f(n):
        return Static.g(n)

    @classmethod
    def g(cls, n):
        return cls.f(n + 1)


def attempt(name, thunk):
    try:
        thunk()
    except RecursionError as error:
        print(name, str(error).split(" in ")[0].split(" while ")[0])


node = Node()
attempt("plain", lambda: plain(0))
attempt("mutual", lambda: one(0, 0))
attempt("method", lambda: node.walk(0))
attempt("property", lambda: node.again)
attempt("add", lambda: node + 1)
attempt("call", lambda: node())
attempt("static", lambda: Static.f(0))


def deepest(n):
    """How deep it came is kept in a list, whose last value tells the depth at which the limit struck."""
    reached.append(n)
    deepest(n + 1)


for limit in (100, 500, 1000):
    sys.setrecursionlimit(limit)
    reached = []
    try:
        deepest(1)
    except RecursionError:
        print(limit, sys.getrecursionlimit(), len(reached) == reached[-1], limit - reached[-1])


def count_down(n):
    return 0 if n == 0 else 1 + count_down(n - 1)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


print(count_down(900), fib(16), is_even(800), is_odd(800))
sys.setrecursionlimit(3000)
print(count_down(2500))
for bad in (0, -5, "x", 2**40):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
sys.setrecursionlimit(1000)


def grows(n, x):
    """An int argument becomes big, then a float, on the way down."""
    if n == 0:
        return x
    if n == 50:
        return grows(n - 1, float(x))
    return grows(n - 1, x * 2 + 1)


print(grows(200, 1), grows(40, 2**40), grows(30, True))


def recover(n):
    try:
        return recover(n + 1)
    except RecursionError:
        return n > 500


print(recover(0))
plain("no number")
