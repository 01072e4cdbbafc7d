"""The recursion limit counts the program's frames."""

import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(990))


def endless(n):
    global deepest
    deepest = n
    endless(n + 1)


try:
    endless(1)
except RecursionError as e:
    print(e, deepest)


class Node:
    def walk(self, n):
        return self.walk(int(n) + 1)


try:
    Node().walk(1)
except RecursionError as e:
    print(e)


class Endless:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other


for action in (lambda: repr(Endless()), lambda: Endless() == 1):
    try:
        action()
    except RecursionError as e:
        print(e)
sys.setrecursionlimit(5000)
print(sys.getrecursionlimit(), depth(4900))
sys.setrecursionlimit(100)


def in_handler(n):
    try:
        raise ValueError(n)
    except ValueError:
        return in_handler(n - 1) if n else 0


print(in_handler(90))
endless(1)
