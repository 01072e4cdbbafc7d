"""Numeric attributes updated by methods in hot loops: past 2**47 and 2**63, to float and None, through properties and +=."""


class Tally:
    def __init__(self, start=0):
        self.n = start
        self.peak = start
        self.sum = 0
        self.changes = 0

    def add(self, x):
        self.n += x
        self.sum += self.n
        if self.n > self.peak:
            self.peak = self.n
            self.changes += 1

    def double(self):
        self.n *= 2

    def average(self):
        return self.sum / self.changes if self.changes else None


def feed(tally, values):
    for v in values:
        tally.add(v)
    return tally.n, tally.peak, tally.sum, tally.changes, tally.average()


print(feed(Tally(), range(1000)))
print(feed(Tally(2**47 - 3), [1] * 6 + [-1] * 6), feed(Tally(2**63 - 3), [1] * 6 + [-1] * 6))
print(feed(Tally(-(2**63) + 2), [-1] * 5 + [10] * 2), feed(Tally(0.5), [1, 2, True]), feed(Tally(), [1, 2.5, -1]), feed(Tally(True), [True] * 3))
print(feed(Tally(), [2**62, 2**62, -(2**62), -(2**62), float("inf"), 1]), feed(Tally(), []))
for bad in (None, "x", [1]):
    t = Tally()
    try:
        feed(t, [1, 2, bad, 3])
    except TypeError as error:
        print(error, vars(t))
    t = Tally(bad)
    try:
        feed(t, [1, bad])
    except TypeError as error:
        print(error, vars(t))

t = Tally(1)
for i in range(130):
    t.double()
    if i in (29, 30, 45, 46, 61, 62, 63, 129):
        print(i, t.n, end=" ")
t.n = 1
for i in range(1100):
    t.double()
    if i == 3:
        t.n = float(t.n)
print(t.n)


class Matrix2:
    """Holds four numbers; its power goes through all sizes of int."""

    def __init__(self, a, b, c, d):
        self.a, self.b, self.c, self.d = a, b, c, d

    def times(self, o):
        return Matrix2(self.a * o.a + self.b * o.c, self.a * o.b + self.b * o.d, self.c * o.a + self.d * o.c, self.c * o.b + self.d * o.d)


def power(m, n):
    result = Matrix2(1, 0, 0, 1)
    while n:
        if n & 1:
            result = result.times(m)
        m = m.times(m)
        n >>= 1
    return result


for n in (10, 46, 47, 91, 92, 93, 94, 200):
    print(n, power(Matrix2(1, 1, 1, 0), n).b, end=" ")
print(power(Matrix2(0.5, 1, 0, True), 10).b, power(Matrix2(-1, 2**31, 0, -1), 5).b)


class Body:
    def __init__(self, x, v, m):
        self.x, self.v, self.m = x, v, m


def simulate(bodies, steps, dt):
    for _ in range(steps):
        for b in bodies:
            for o in bodies:
                if b is not o:
                    d = o.x - b.x
                    b.v += o.m * dt * d / (d * d + 0.01)
        for b in bodies:
            b.x += b.v * dt
    return [b.x for b in bodies], [b.v for b in bodies]


print(simulate([Body(0.0, 0.0, 1.0), Body(1.0, 0.5, 0.1), Body(-2.5, 0.0, 2.0)], 100, 0.01))
print(simulate([Body(0, 0, 1), Body(1, 0, 2**70), Body(-2, True, 3)], 20, 1))
try:
    simulate([Body(0.0, 0.0, 1.0), Body(1.0, None, 1.0)], 2, 0.1)
except TypeError as error:
    print(error)


class Cursor:
    count = 0

    def __init__(self, items):
        self.items, self.i = items, -1

    def next(self):
        self.i += 1
        Cursor.count += 1
        return self.items[self.i]


def read_all(c):
    t = 0
    try:
        while True:
            t += c.next()
    except (IndexError, TypeError) as error:
        return t, c.i, Cursor.count, str(error)


print(read_all(Cursor(list(range(500)))), read_all(Cursor([1, 2.5, 2**64])), read_all(Cursor([1, None])), read_all(Cursor([])))
c = Cursor([10, 20, 30])
c.i = -3
print(read_all(c))
