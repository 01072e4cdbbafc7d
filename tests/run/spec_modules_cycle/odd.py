"""The other half: what even.py has is not there yet when this runs."""

import even

early = "early"
try:
    print(even.is_even(4))
except AttributeError as error:
    print(error)
try:
    from even import SIZE
except ImportError as error:
    print(str(error).partition(" (")[0])


class Odd:
    def __init__(self, n):
        self.n = n

    def half(self):
        return even.Even(self.n // 2)


class Strange(getattr(even, "Even", Odd)):
    def half(self):
        return super().half().n


def is_odd(n):
    return False if n == 0 else even.is_even(n - 1)


def starred(n):
    return n * even.SIZE
