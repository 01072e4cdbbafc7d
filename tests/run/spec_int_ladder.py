"""Sums, products and differences that pass 2**31, 2**47, 2**53 and 2**63 inside a loop and come back down."""

EDGES = (31, 32, 47, 48, 52, 53, 62, 63, 64)


def climb(start, step, rounds):
    total = start
    for _ in range(rounds):
        total += step
    return total


def descend(start, step, rounds):
    total = start
    while rounds:
        total -= step
        rounds -= 1
    return total


for bits in EDGES:
    edge = 2**bits
    up = climb(edge - 50, 1, 100)
    print(bits, up - edge, descend(up, 1, 100) - edge, climb(-edge + 50, -1, 100) + edge)


def there_and_back(limit):
    """Doubles until past the limit, then halves; the trail is a checksum of each value seen."""
    value, trail, peak = 1, 0, 0
    while value < limit:
        value = value * 2 + 1
        trail = (trail * 31 + value) % 1000003
    peak = value
    while value > 1:
        value = (value - 1) // 2
        trail = (trail * 31 + value) % 1000003
    return peak, value, trail


for bits in EDGES:
    print(bits, there_and_back(1 << bits))


def factorials(n):
    product = 1
    for i in range(1, n + 1):
        product *= i
        if i in (12, 13, 15, 16, 17, 20, 21, 22):
            print(i, product, -product, product - 1)
    for i in range(n, 0, -1):
        product //= i
    return product


print(factorials(30))


def signed_product(values):
    product = 1
    for v in values:
        product *= v
    return product


print(signed_product([-(2**31)] * 2), signed_product([-(2**31), 2**32]), signed_product([-(2**63), -1]))
print(signed_product([3037000499, 3037000499]), signed_product([3037000500, 3037000500]), signed_product([-3037000500] * 2))
print(signed_product([2**62, 2]), signed_product([2**62, -2]), signed_product([-1, 2**63]), signed_product([2**32, 0, 2**64]))


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def fibonacci_down(a, b, n):
    for _ in range(n):
        a, b = b - a, a
    return a, b


for n in (45, 46, 47, 68, 69, 90, 91, 92, 93, 94, 120):
    print(n, fibonacci(n), fibonacci_down(fibonacci(n), fibonacci(n + 1), n))


def alternate(rounds):
    """Crosses 2**63 in both directions at each step."""
    value, step, crossings = 2**63 - 1, 1, 0
    for i in range(rounds):
        value += step
        crossings += value >= 2**63
        step = -step
    return value, crossings


print(alternate(10001), alternate(10000))
print(-(-(2**63)), abs(-(2**63)), -(2**63) - 1, ~(2**63 - 1), ~-(2**63), -(2**63) // -1, 2**63 - 1 + 1)
