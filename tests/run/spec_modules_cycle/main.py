"""Modules that import one another, and classes whose bases are not what they seem."""

import even
import odd
from even import *


def both(n):
    return [(even.is_even(i), odd.is_odd(i), is_even(i), starred(i)) for i in range(n)]


def halves(n):
    found = []
    for i in range(n):
        thing, steps = Even(i), 0
        while thing.n:
            thing = thing.half()
            steps += 1
        found.append(steps)
    return found


class Odder(Odd):
    """`Odd` comes through two star imports."""

    def half(self):
        return self.n, super().half()


print(both(6))
print(halves(20))
print([type(part).__name__ for part in Odder(5).half()], late, odd.Strange.__mro__[1].__name__)
print([odd.Strange(n).half() for n in range(4)])
even.SIZE = 2.5
print(both(3))
odd.is_odd = lambda n: "replaced"
print(both(3))
