# exit: 1
"""Recursion that never ends, caught; then an error below a repeated frame, whose lines are shortened."""


def endless(n):
    return endless(n + 1)


def ping(n):
    if n < 0:
        return 0
    return pong(n + 1)


def pong(n):
    return ping(n + 1)


for thunk in (lambda: endless(0), lambda: ping(0)):
    try:
        thunk()
    except RecursionError as error:
        print(type(error).__name__, str(error).partition(" in ")[0])


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(800))


def countdown(n):
    if n == 0:
        raise IndexError("bottom reached")
    countdown(n - 1)


countdown(10)
