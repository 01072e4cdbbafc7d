"""Generators and comprehensions that yield ints, then floats, None, big ints; consumed by loops, sum, unpacking, other generators."""


def ramp(n, odd=None, at=-1):
    for i in range(n):
        yield odd if i == at else i


def total(iterable):
    t = 0
    for x in iterable:
        t += x
    return t


def attempt(f, iterable):
    try:
        return f(iterable)
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


for odd in (0.5, True, 2**63, -(2**47), None, "s", [1], float("nan")):
    print(repr(odd), *(attempt(f, ramp(100, odd, 50)) for f in (total, sum, max, lambda g: [*g][49:52], lambda g: total(x * 2 for x in g))), sep=", ")


def running(values):
    """The state of the generator changes type between two yields."""
    t = n = 0
    for v in values:
        t += v
        n += 1
        yield t / n if n % 10 == 0 else t


print(list(running(range(12))), sum(running(range(1000))), list(running([2**62, 2**62, -(2**63)])), list(running([1, 0.5, True])))


def fibonacci(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b


print(sum(fibonacci(10**6)), len(list(fibonacci(2**70))), [x for x in fibonacci(2**64) if x > 2**62], list(fibonacci(5.5)), sum(1 for _ in fibonacci(2**200)))


def pipeline(n):
    numbers = (i for i in range(n))
    squares = (i * i for i in numbers)
    odd = (s + 0.5 if s % 10 == 9 else s for s in squares if s % 2)
    return total(odd)


print(pipeline(100), pipeline(1000), pipeline(0), pipeline(2))


def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        if value is None:
            return count
        total += value
        count += 1
        average = total / count if count % 2 else total // count


def feed(values):
    g = averager()
    out = [next(g)]
    try:
        for v in values:
            out.append(g.send(v))
    except StopIteration as stop:
        out.append(("returned", stop.value))
    except TypeError as error:
        out.append(str(error))
    return out


print(feed([1, 2, 3, 4]), feed([0.5, 1, 2**64]), feed([True, False, None, 5]), feed([1, "x"]), feed(range(5)))


def delegate(parts):
    results = []
    for part in parts:
        results.append((yield from part))
    return results


def counted(n):
    yield from range(n)
    return n if n % 2 else n * 0.5


def drain(g):
    t = 0
    while True:
        try:
            t += next(g)
        except StopIteration as stop:
            return t, stop.value


print(drain(delegate([counted(5), counted(4), [0.25, 1], counted(0)])), drain(delegate([])), drain(counted(1000)))
k = 2
lazy = (x * k for x in range(5))
print(next(lazy), next(lazy), end=" ")
k = 0.5
print(next(lazy), next(lazy), end=" ")
k = "ab"
print(next(lazy), next(lazy, "end"))
grid = [[(i, j * 0.5) if i != j else None for j in range(i)] for i in range(4)]
print(grid, {i % 3: i for i in ramp(10, 7.5, 9)}, {x for x in ramp(5, 2.0, 4)}, [y for x in ramp(3) for y in ramp(x, None, 0)])
table = {}
for key, value in ((i % 4 if i % 5 else i % 4 * 1.0, i) for i in range(100)):
    table.setdefault(key, []).append(value)
print({k: (len(v), sum(v)) for k, v in table.items()})


def infinite():
    n = 2**63 - 3
    while True:
        yield n
        n += 1


print([x for x, _ in zip(infinite(), range(6))], next(x for x in infinite() if x % 10 == 0), any(x > 2**63 for x in infinite()))
