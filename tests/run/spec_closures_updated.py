"""Closures whose variables change type between calls, nonlocal counters, cells shared by siblings, recursion in closures."""


def counter(start):
    n = start

    def up(by=1):
        nonlocal n
        n += by
        return n

    def down(by=1):
        nonlocal n
        n -= by
        return n

    def put(value):
        nonlocal n
        n = value

    return up, down, put


def drive(rounds):
    up, down, put = counter(0)
    trail = []
    for i in range(rounds):
        up(i)
        if i % 3 == 0:
            down()
        if i == 20:
            put(2**62)
        if i == 22:
            up(2**62)
        if i == 40:
            put(0.5)
        if i == 60:
            put(True)
        if i % 20 == 19 or i in (22, 41, 61):
            trail.append(up(0))
    try:
        put("text")
        up()
    except TypeError as error:
        trail.append(str(error))
    try:
        down()
    except TypeError as error:
        trail.append(str(error))
    return trail


print(drive(100))


def total_of(items):
    total = 0

    def add(x):
        nonlocal total
        total = total + x

    for item in items:
        add(item)
    return total


print(total_of(range(1000)), total_of([1, 2.5, 2**64]), total_of([2**63 - 1, 1]), total_of([True] * 3), total_of([]))


def outer_changes(n):
    """The enclosing function rebinds the variable that its closure reads, in the middle of the loop."""
    k, out = 1, []

    def read(x):
        return x * k

    for i in range(n):
        out.append(read(i))
        if i == 2:
            k = 2.5
        elif i == 4:
            k = "ab"
        elif i == 6:
            k = [i]
        elif i == 7:
            k = 2**61
    return out


print(outer_changes(10))


def loop_cells(n):
    fs = []
    for i in range(n):
        fs.append(lambda x: x + i)
    return [f(10) for f in fs], [g(1) for g in [lambda x: x * j for j in range(4)]]


print(loop_cells(4))


def replaced_callee(n):
    def f(x):
        return x + 1

    def call(x):
        return f(x)

    t = []
    for i in range(n):
        t.append(call(i))
        if i == 1:
            f = float
        if i == 3:
            def f(x):
                return str(x)
        if i == 5:
            f = abs
    return t


print(replaced_callee(8))


def ackermann(limit):
    calls = 0

    def go(m, n):
        nonlocal calls
        calls += 1
        if m == 0:
            return n + 1
        if n == 0:
            return go(m - 1, 1)
        return go(m - 1, go(m, n - 1))

    return [go(m, n) for m in range(limit) for n in range(limit + 1)], calls


print(ackermann(3))


def memo():
    cache, misses = {}, 0

    def fib(n):
        nonlocal misses
        if n in cache:
            return cache[n]
        misses += 1
        cache[n] = value = n if n < 2 else fib(n - 1) + fib(n - 2)
        return value

    return fib, lambda: misses


fib, misses = memo()
print(fib(100), misses(), fib(50), misses())


def three_levels(a):
    def middle(b):
        def inner(c):
            nonlocal a, b
            a, b = b, a + c
            return a, b
        return inner
    return middle


inner = three_levels(1)(2)
for value in (3, 0.5, True, 2**63, -(2**63)):
    print(inner(value), end=" ")
print()
