"""Raises the first time it is imported, after it has shown some of itself; its classes are made twice."""

import state

state.tries += 1


class Part:
    def __init__(self, n):
        self.n = n

    def twice(self):
        return self.n * 2


def first(n):
    return n - 1


state.parts.append(Part)
if state.tries == 1:
    raise RuntimeError("not yet")


def second(n):
    return n - 2
