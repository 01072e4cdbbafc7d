"""Imports odd.py, which imports this one."""

import odd

SIZE = 1


class Even:
    def __init__(self, n):
        self.n = n

    def half(self):
        return odd.Odd(self.n // 2) if self.n // 2 % 2 else Even(self.n // 2)


def is_even(n):
    return True if n == 0 else odd.is_odd(n - 1)


from odd import *

late = odd.early
