"""Floor division and modulo in loops: all signs, limits of 64 bits, zero inside try, true division, divmod."""

NUMBERS = [0, 1, -1, 2, -2, 3, -3, 7, -7, 10, -10, 2**31 - 1, -(2**31), 2**47, -(2**47), 2**53 + 1]
NUMBERS += [2**63 - 1, -(2**63), 2**63, 2**64 + 1, -(2**64) - 1]


def checksum(numbers):
    """Divides all by all; each result enters the sum, each refusal is counted."""
    total, refused, laws = 0, 0, 0
    for a in numbers:
        for b in numbers:
            try:
                q = a // b
                r = a % b
            except ZeroDivisionError:
                refused += 1
                continue
            total = (total * 7 + q * 3 + r) % 1000000007
            laws += (q * b + r == a) + (divmod(a, b) == (q, r)) + (0 <= r < b or b < r <= 0 or r == 0)
    return total, refused, laws


print(checksum(NUMBERS))
for a in (7, -7, 2**63 - 1, -(2**63), 0):
    print(a, [a // b for b in (1, -1, 2, -2, 3, -3)], [a % b for b in (1, -1, 2, -2, 3, -3)])


def wheel(n, size):
    """Indices that go below zero wrap as Python's modulo does, not as C's."""
    position, visits = 0, [0] * size
    for i in range(n):
        position = (position - i) % size
        visits[position] += 1
    return position, visits


print(wheel(1000, 7), wheel(999, 2), wheel(5, 1))


def digits(n, base):
    out = []
    while n:
        n, digit = divmod(n, base)
        out.append(digit)
        if len(out) > 70:
            out.append("...")
            break
    return out


print(digits(2**63, 10), digits(2**64 - 1, 16), digits(12345, -10), digits(-1, 2)[-3:], digits(0, 9))

print([2**63 // d for d in (-1, 1, 2, 3)], [-(2**63) // d for d in (-1, 1, -2, 3)], [(-(2**63)) % d for d in (-1, 1, -2, 3, 10)])


def by_kinds(a, divisors):
    for d in divisors:
        for name, op in (("//", lambda x, y: x // y), ("%", lambda x, y: x % y), ("/", lambda x, y: x / y), ("divmod", divmod)):
            try:
                print(a, name, d, "=", op(a, d))
            except (ZeroDivisionError, OverflowError, TypeError) as error:
                print(a, name, d, type(error).__name__, error)


by_kinds(5, [0, 0.0, False, True, -2.5, None])
by_kinds(-5.5, [0, 0.0, False, 2, -2])
by_kinds(2**1100, [3.0, 0, 2**1099])
by_kinds(True, [True, False, 2])


def inverse_sum(n):
    """Meets zero in the middle of a hot loop, again and again."""
    total, zeros = 0, 0
    for i in range(-n, n):
        try:
            total += n // (i % 10)
        except ZeroDivisionError as error:
            zeros += 1
            last = str(error)
    return total, zeros, last


print(inverse_sum(2000))


def true_division(values):
    return [a / b for a in values for b in values if b]


print(true_division([1, -3, 2**53 + 1, 2**63, -(2**70)]), 10**400 / 10**399, 1 / 3, -1 / 3, 0 / 5, -0 / 5, 0 / -5)
a = 17
a //= -5
print(a)
a %= -3
print(a)
a /= 2
print(a)
a //= 1
print(a, type(a).__name__)
