"""The order in which variables of frames go that exceptions have left: innermost frame first, each frame's in order."""

import gc


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def inner(error):
    a = Noisy("inner a")
    b = Noisy("inner b")
    raise error("raised")


def middle(error):
    a, b, c, d, e = (Noisy(f"middle {n}") for n in range(5))
    inner(error)


def outer(error):
    a = Noisy("outer")
    middle(error)


try:
    outer(ValueError)
except ValueError:
    print("caught")
print("after")

# The whole traceback outlives the exception.
try:
    outer(KeyError)
except KeyError as error:
    kept = error.__traceback__
print("kept", kept.tb_next.tb_next.tb_lineno)
kept = None
print("gone")


# Raised again on the way.
def again():
    a = Noisy("again")
    try:
        outer(IndexError)
    except IndexError:
        b = Noisy("handler")
        raise


try:
    again()
except IndexError as error:
    print(repr(error))
print("end of the third")


def deep(n):
    a = Noisy(n) if n % 100 == 0 else None
    if n == 0:
        raise RuntimeError("deep")
    deep(n - 1)


try:
    deep(500)
except RuntimeError:
    print("caught")
gc.collect()
print("end")
