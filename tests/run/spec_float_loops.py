"""Float accumulators in loops: counters, infinities, not-a-numbers, signed zeros, ints arriving, comparisons at 2**53."""

INF, NAN = float("inf"), float("nan")


def counter(stop, step):
    x, rounds = 0.0, 0
    while x < stop:
        x += step
        rounds += 1
    return x, rounds


print(counter(1.0, 0.1), counter(1, 0.25), counter(10.0, 3), counter(100, 0.7), counter(0.0, 1.0), counter(-0.0, 1))


def halve(x):
    steps = 0
    while x > 0:
        x /= 2
        steps += 1
    return x, steps


print(halve(1.0), halve(1), halve(2**70), halve(5e-324), halve(-1.0))


def overflow(x, factor):
    steps = 0
    while x < INF and x > -INF and steps < 5000:
        x *= factor
        steps += 1
    return x, steps


print(overflow(1.0, 10.0), overflow(-1.0, 10), overflow(1, 2.0), overflow(1e308, 1.5), overflow(0.0, 5.0))


def zeros(values):
    out = []
    for x in values:
        out.append((x * -1, x + 0.0, 0.0 - x, -x, x * 0, abs(x), x / 3, x // 3, x % 3, x % -3))
    return out


for row in zeros([0.0, -0.0, 0, False, 1e-320, -1e-320]):
    print(*row)


def nan_in_the_middle(values):
    low = high = values[0]
    total, below = 0.0, 0
    for v in values:
        if v < low:
            low = v
        if v > high:
            high = v
        if not v >= 2.0:
            below += 1
        total += v
    return low, high, total, below


print(nan_in_the_middle([1.0, 3.0, NAN, 2.0, 0.5, 9.0]), nan_in_the_middle([NAN, 1.0, 2.0]), nan_in_the_middle([1.0, INF, -INF, 2.0]))
print(nan_in_the_middle([5, 2.5, 7, True]), nan_in_the_middle([2**60, 2.0**60, 2**60 + 1]))


def compare(a, b):
    return (a < b, a <= b, a == b, a != b, a >= b, a > b)


for base in (2**53, 2**63, 2**64, 10**22, 10**23):
    for delta in (-1, 0, 1):
        n, x = base + delta, float(base)
        print(base, delta, *("01"[c] for c in compare(n, x) + compare(x, n) + compare(-n, -x)), float(n) == n)
for a, b in ((NAN, 1), (1, NAN), (NAN, NAN), (INF, 2**2000), (-INF, -(2**2000)), (2**2000, 1.5), (True, 1.0), (0.0, -0.0)):
    print(*compare(a, b))


def mean(values):
    s = 0
    for v in values:
        s += v
    return s / len(values)


print(mean([1, 2, 3, 4]), mean([1.0, 2, 3, 4]), mean([2**53, 1.0]), mean([2**53, 1, 1.0]), mean([True, False, True]), mean([1e308, 1e308]))


def harmonic(n):
    return [sum(1 / i for i in range(1, n)), sum(1.0 / i for i in range(n, 0, -1))]


print(harmonic(1000), 0.1 + 0.2, 1e16 + 1, 1e16 + 1.0 - 1e16, 2**53 + 1.0, (2**53 + 1) * 1.0)
