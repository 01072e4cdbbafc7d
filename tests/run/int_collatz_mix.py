"""Loops in which a variable is an int of changing size, sometimes a float, sometimes a bool."""


def collatz(n):
    steps = peak = 0
    while n != 1:
        n = n * 3 + 1 if n % 2 else n // 2
        steps += 1
        if n > peak:
            peak = n
    return steps, peak


def digit_sum(n):
    total = 0
    while n > 0:
        total += n % 10
        n //= 10
    return total


def reverse_and_add(n, limit):
    """Lychrel process: returns the count of steps and the palindrome, or None."""
    for step in range(limit):
        text = str(n)
        if text == text[::-1]:
            return step, n
        n += int(text[::-1])
    return None


def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


def extended_gcd(a, b):
    old_r, r, old_s, s, old_t, t = a, b, 1, 0, 0, 1
    while r:
        q = old_r // r
        old_r, r, old_s, s, old_t, t = r, old_r - q * r, s, old_s - q * s, t, old_t - q * t
    return old_r, old_s, old_t


def linear_congruential(seed, count):
    """Knuth's MMIX generator, whose products pass through 128 bits before the mask."""
    out = []
    for _ in range(count):
        seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        out.append(seed >> 33)
    return out


def type_drift(n):
    kinds = []
    value = n > 0
    for _ in range(6):
        kinds.append(f"{type(value).__name__}:{value}")
        if isinstance(value, bool):
            value = value + n
        elif isinstance(value, int) and value < 2**40:
            value = value * 1000003
        elif isinstance(value, int):
            value = value / 3
        else:
            value = int(value) % 2 == 0
    return kinds


for start in (1, 27, 97, 871, 837799, 8400511, 2**45 - 1, 63728127):
    print(start, collatz(start))
print(digit_sum(2**1000), digit_sum(10**50 - 1), digit_sum(0))
print(reverse_and_add(89, 50), reverse_and_add(196, 50), reverse_and_add(10911, 60), reverse_and_add(7, 5))
print(gcd(2**80 * 9, 6**50), gcd(-12, 18), gcd(0, 0), gcd(0, -5), extended_gcd(240, 46), extended_gcd(10**30, 7**20))
print(linear_congruential(42, 6))
print(type_drift(5))
print(type_drift(-5))
