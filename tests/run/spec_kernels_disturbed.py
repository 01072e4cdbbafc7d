"""Numeric kernels run with the numbers they were made for, then with ints for floats, floats for ints, and worse."""


def mandelbrot(width, height, limit, cy=0):
    t = 0
    for y in range(height):
        for x in range(width):
            cr, ci = 3 * x / width - 2, 2 * (y + cy) / height - 1
            zr = zi = 0
            n = 0
            while zr * zr + zi * zi <= 4 and n < limit:
                zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
                n += 1
            t = t * 7 + n
    return t % 1000003


print(mandelbrot(20, 10, 50), mandelbrot(7, 3, 20), mandelbrot(6, 6, 10.5, True), mandelbrot(4, 4, 8, 0.5))


def newton(x, rounds):
    """The integer square root; a float passes through the same steps."""
    guess = x
    for _ in range(rounds):
        if guess * guess <= x:
            break
        guess = (guess + x // guess) // 2
    return guess


print([newton(x, 200) for x in (0, 1, 2, 99, 10**6, 2**62, 2**63, 2**64 - 1, 10**40, 2.0, 1e10, True)])


def horner(coefficients, x):
    r = 0
    for c in coefficients:
        r = r * x + c
    return r


POLYNOMIAL = [3, -2, 0, 7, 1]
print([horner(POLYNOMIAL, x) for x in (0, 1, -1, 0.5, 1000, 10**5, 2**20, -(2**40), True, -0.0, float("inf"), 1e80)])
print(horner([1, 0.5, 2], 3), horner([], 5), horner([True, False, True], 2), horner([2**63 - 1, 1], 1))


def lcg(seed, n, mask):
    x = seed
    out = 0
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) & mask
        out ^= x >> 33
    return x, out


print(lcg(1, 1000, 2**64 - 1), lcg(1, 100, 2**31 - 1), lcg(-1, 100, 2**63 - 1), lcg(True, 10, 2**80 - 1), lcg(0, 0, 0))
try:
    lcg(1.0, 1, 2**64 - 1)
except TypeError as error:
    print(error)


def lcg_modulo(seed, n):
    x, t = seed, 0
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        t += x % 6
    return x, t


print(lcg_modulo(42, 5000), lcg_modulo(-42, 10), lcg_modulo(42.0, 3), lcg_modulo(2**70, 5))


def spectral(n, kind):
    def a(i, j):
        return kind(1) / ((i + j) * (i + j + 1) // 2 + i + 1)

    u = [kind(1)] * n
    for _ in range(3):
        v = [sum(a(i, j) * u[j] for j in range(n)) for i in range(n)]
        u = [sum(a(j, i) * v[j] for j in range(n)) for i in range(n)]
    return sum(x * y for x, y in zip(u, v))


print(spectral(12, float), spectral(12, int), spectral(5, bool))


def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


print(levenshtein("kitten", "sitting"), levenshtein([1, 2.0, "x"], (1.0, 2, "x", None)), levenshtein("", "abc"), levenshtein("äöü" * 5, "aou" * 6))


def knapsack(weights, values, capacity):
    best = [0] * (capacity + 1)
    for w, v in zip(weights, values):
        for c in range(capacity, w - 1, -1):
            best[c] = max(best[c], best[c - w] + v)
    return best[capacity]


print(knapsack([3, 4, 5, 9], [3, 4, 4, 10], 15), knapsack([1, 2], [0.5, 2**64], 3), knapsack([2, 3], [True, 1.5], 5), knapsack([], [], 0))


def histogram(values, buckets):
    counts = [0] * buckets
    for v in values:
        counts[int(v * buckets)] += 1
    return counts


print(histogram([i / 1000 for i in range(1000)], 7), histogram([0, -0.1, -0.5], 4))
for bad in ([1.0], [float("nan")], [float("inf")], ["1"], [None]):
    try:
        print(histogram(bad, 3))
    except (IndexError, ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
