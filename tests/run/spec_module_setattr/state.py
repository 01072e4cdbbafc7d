"""Globals that other modules rebind while the functions here use them."""

limit = 5
table = [1, 2, 3]


def scaled(x):
    return x * limit + len(table)


def loop(n):
    t = 0
    for i in range(n):
        t += scaled(i)
    return t


def calling(n, callback):
    """The callback may change any global here between two reads."""
    out = []
    for i in range(n):
        before = limit
        callback(i)
        out.append((before, limit, scaled(1)))
    return out


class Unit:
    size = 2

    def __init__(self, n):
        self.n = n

    def grow(self):
        self.n = self.n * self.size + limit
        return self.n


def grow_all(units, rounds):
    t = 0
    for _ in range(rounds):
        for u in units:
            t += u.grow() % 1000
    return t
