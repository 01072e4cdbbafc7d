"""Ints in hot loops that pass what range analysis assumes nowhere: bounds of small ints, of 64 bits, of lists."""


def triangle(i, j):
    return (i + j) * (i + j + 1) // 2 + i + 1


def over_lengths(v):
    total = 0
    for i in range(len(v)):
        for j in range(len(v)):
            total += triangle(i, j) * v[j]
    return total


print(over_lengths([1] * 20), over_lengths([2**40] * 10), over_lengths([2**62] * 4), over_lengths([0.5] * 4), over_lengths([]))


# Bounds that callers choose.

def sums(start, stop, step):
    total = 0
    last = None
    for i in range(start, stop, step):
        total += i * i + i
        last = i - start
    return total, last


for near in (2**31, 2**47, 2**62, 2**63, 2**64, -(2**47), -(2**63)):
    print(near, sums(near - 3, near + 4, 1), sums(near + 4, near - 3, -1), sums(near - 3, near + 9, 4))


def count_up(first, n):
    at = first
    for _ in range(n):
        at += 1
    return at


def count_down(first, n):
    at = first
    while n > 0:
        at -= 1
        n -= 1
    return at


def doubled(n):
    at = 1
    seen = []
    for k in range(n):
        at = at * 2
        if k % 16 == 15:
            seen.append(at - 1)
    return seen


print(count_up(2**47 - 3, 6), count_up(2**63 - 3, 6), count_down(-(2**47) + 3, 6), count_down(-(2**63) + 2, 6))
print(doubled(80))


# Division and remainders: signs, zero, and the one quotient that needs more bits.

def divide(a, b):
    return a // b, a % b


def divided(numbers, b):
    results = []
    for a in numbers:
        try:
            results.append(divide(a, b))
        except ZeroDivisionError as error:
            results.append(str(error))
    return results


NUMBERS = [-(2**63), -(2**62), -7, -1, 0, 1, 7, 2**31, 2**63 - 1]
for divisor in (1, -1, 2, -2, 7, -7, 2**31, 0, 2**70):
    print(divisor, divided(NUMBERS, divisor))


def wheel(n):
    counts = [0] * 7
    seed = 42
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        counts[seed % 7] += 1
        if i % 97 == 0:
            counts[i // 97 % 7] -= 1
    return counts, seed


def wheel_from(seed, n):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
    return seed


print(wheel(2000), wheel_from(-5, 3), wheel_from(2**60, 3), wheel_from(2**90, 3))


# Bits: reversed indices, masks, shifts.

def bit_reversal(n):
    order = []
    j = 0
    for i in range(n):
        order.append(j)
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
    return order


def mixed(numbers):
    h = 0
    for n in numbers:
        h = (h << 5) ^ (h >> 2) ^ n
        h &= 0xFFFFFFFF
    return h


def shifted(numbers, count):
    results = []
    for n in numbers:
        try:
            results.append((n << count, n >> count))
        except ValueError as error:
            results.append(str(error))
    return results


print(bit_reversal(16), mixed([1, 2, 3, 2**33, -5]), mixed([2**80, 1]))
print(shifted([1, -1, 2**40, 2**62], 3), shifted([1], 63), shifted([1, 0], 100), shifted([1], -1))


# Roots: a condition on a square bounds its root.

def primes(limit):
    found = 0
    for n in range(2, limit):
        d = 2
        while d * d <= n:
            if n % d == 0:
                break
            d += 1
        else:
            found += 1
    return found


def squares_below(start, limit):
    i = start
    n = 0
    while i * i < limit:
        i += 1
        n += 1
    return i, n


print(primes(300), squares_below(-5, 30), squares_below(2**31, 2**62 + 2**34), squares_below(2**32 - 2, 2**64))


# Lists that change their length below the loop that took it.

def shrinking(items):
    n = len(items)
    total = 0
    for i in range(n):
        try:
            total += items[i]
        except IndexError as error:
            return total, i, str(error)
        if i == 5:
            items.pop()
            items.pop()
    return total, n


def growing(items):
    i = 0
    while i < len(items):
        if len(items) < 40:
            items.append(items[i] * 2)
        i += 1
    return i, items[-1]


print(shrinking(list(range(10))), shrinking([2**62] * 3), growing([1, 2, 3]))


def from_the_end(items, at):
    total = 0
    while at >= -len(items):
        total = total * 3 + items[at]
        at -= 1
    return total


print(from_the_end([1, 2, 3, 4], -1), from_the_end([1, 2, 3, 4], 3))


# Truth of comparisons that ranges decide, and of those that they do not.

def decided(items, limit):
    results = [0, 0, 0, 0]
    for i in range(len(items)):
        if i >= 0:
            results[0] += 1
        if i < 2**40:
            results[1] += 1
        if i % 8 < 8:
            results[2] += 1
        if i < limit:
            results[3] += 1
    return results


print(decided("abc", 2), decided([None] * 5, 2**80), decided((), 0), decided([1, 2], -1.5), decided([1, 2], True))


# Powers, negations, distances.

def powers(numbers):
    return [(n ** 2, n ** 3, -n, abs(n), ~n) for n in numbers]


print(powers([0, -3, 2**21, 2**31, 2**32, -(2**63), 2**63 - 1, 2**63]))


def ratios(n):
    total = 0.0
    for i in range(n):
        total += 1.0 / (i + 1) + (i - 3) / (2 * i + 1)
    return total


def inverse(numbers):
    results = []
    for n in numbers:
        try:
            results.append(1.0 / (n - 3))
        except ZeroDivisionError as error:
            results.append(str(error))
    return results


print(ratios(50), inverse(range(6)), inverse([3.0, 2**60, 2**1000]))


class Index:
    def __index__(self):
        return 3


def indexed(items, positions):
    results = []
    for p in positions:
        results.append(items[p])
        results.append(p + 1 if type(p) is int else None)
    return results


print(indexed([5, 6, 7, 8], [0, -1, 3, True, Index(), -4]))


def searched(items, wanted):
    low = 0
    high = len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


print([searched(list(range(0, 100, 7)), k) for k in (-1, 0, 50, 98, 99, 2**70)])


# Sums that are bounded by how often their loops go round, and such that are not.

def counted(flags, first, step):
    count = first
    total = 0
    for i, flag in enumerate(flags):
        if flag:
            count += step
        total += i
    return count, total


def nested(rows, weight):
    total = 0
    count = 0
    for row in rows:
        for cell in row:
            count += 1
            if cell:
                total -= weight
                continue
            total += 2 * weight
    return total, count


def reset(items, every):
    run = 0
    longest = 0
    i = 0
    rounds = 0
    while rounds < 100:
        rounds += 1
        i += 1
        if i == len(items):
            i = 0
        run += items[i]
        if i % every == 0:
            run = 0
        longest = max(longest, run)
    return longest, run, i


for first, step in ((0, 1), (2**47 - 2, 1), (2**63 - 3, 1), (0, 2**61), (-(2**63), -1), (5, 2**70)):
    print(counted([True, False] * 6, first, step), nested([[0, 1, 0], [], [1, 1]] * 3, step))
print(reset([1, 2, 3], 3), reset([2**62, 1], 5), reset([1] * 7, 2**65))


def backwards(items):
    total = 0
    for i in range(len(items) - 1, -1, -1):
        total = total * 2 + items[i]
        if i:
            total -= items[i - 1]
    return total


def swapped(items, low, high):
    while low < high:
        items[low], items[high] = items[high], items[low]
        low += 1
        high -= 1
    return items


print(backwards([1, 0, 1, 1]), backwards([2**62, 2**62]), backwards([]))
print(swapped([1, 2, 3, 4], 0, 3), swapped([1, 2, 3, 4], -4, -1), swapped([1, 2, 3, 4], -2, 1))
try:
    swapped([1, 2], 0, 2**40)
except IndexError as error:
    print(error)
