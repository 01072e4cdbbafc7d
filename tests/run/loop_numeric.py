"""Numeric loops that a compiler would keep in registers, at and over the limits of machine words."""


def sum_of_squares(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def overflow_in_the_middle():
    x, path = 1, []
    for i in range(70):
        x *= 3
        if i % 10 == 9:
            path.append(x)
    return path


def factorial_mod(n, m):
    result = 1
    for i in range(2, n + 1):
        result = result * i % m
    return result


def float_then_int():
    x = 0
    trace = []
    for step in (1, 2, 0.5, 2**60, 2**62, -0.5, True):
        x += step
        trace.append(x)
    return trace


def alternating(n):
    total = 0
    sign = 1
    for i in range(1, n):
        total += sign / i
        sign = -sign
    return f"{total:.12f}"


def fnv1a(data):
    h = 0xCBF29CE484222325
    for byte in data:
        h = ((h ^ byte) * 0x100000001B3) % 2**64
    return h


def xorshift(seed, n):
    out = []
    for _ in range(n):
        seed ^= seed << 13 & 0xFFFFFFFFFFFFFFFF
        seed ^= seed >> 7
        seed ^= seed << 17 & 0xFFFFFFFFFFFFFFFF
        out.append(seed)
    return out


def crc32(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def integer_sqrt(n):
    low, high = 0, n + 1
    while high - low > 1:
        middle = (low + high) // 2
        if middle * middle <= n:
            low = middle
        else:
            high = middle
    return low


def digits_reversed(n):
    result = 0
    while n:
        n, digit = divmod(n, 10)
        result = result * 10 + digit
    return result


def negative_modulo_walk(start, steps):
    position, out = start, []
    for i in range(steps):
        position = (position - 7 * i) % 12 - 6
        out.append(position)
    return out


def counting_down_past_zero(n):
    seen = 0
    while n > -n - 3:
        n -= 1
        seen += n
    return n, seen


def mandelbrot(cr, ci, limit):
    zr = zi = 0.0
    for n in range(limit):
        zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
        if zr * zr + zi * zi > 4:
            return n
    return limit


def newton(n):
    x, steps = n / 2 or 1, 0
    while abs(x * x - n) > 1e-12 * n:
        x = (x + n / x) / 2
        steps += 1
    return f"{x:.9f}", steps


def matrix_fibonacci(n):
    a, b, c, d = 1, 0, 0, 1
    p, q, r, s = 1, 1, 1, 0
    while n:
        if n & 1:
            a, b, c, d = a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s
        p, q, r, s = p * p + q * r, p * q + q * s, r * p + s * r, r * q + s * s
        n >>= 1
    return b


print(
    sum_of_squares(1000),
    sum_of_squares(10**5),
    overflow_in_the_middle(),
    factorial_mod(1000, 10**9 + 7),
    float_then_int(),
    sep="\n",
)
print(
    alternating(1000),
    fnv1a(b"hello"),
    fnv1a(b""),
    xorshift(88172645463325252, 3),
    hex(crc32(b"The quick brown fox")),
    sep="\n",
)
print(
    [integer_sqrt(n) for n in (0, 1, 2, 15, 16, 2**62, 2**64, 10**40)],
    digits_reversed(1234567890123456789012),
    negative_modulo_walk(3, 8),
    counting_down_past_zero(5),
)
print("\n".join("".join(" .:-=+*#%@"[mandelbrot(x / 16, y / 8, 9)] for x in range(-32, 10)) for y in range(-8, 9, 2)))
print(newton(2), newton(10**6), newton(0.25), matrix_fibonacci(90), matrix_fibonacci(93), matrix_fibonacci(200))
total = 2**63 - 10
for i in range(20):
    total += 1
print(total, total - 2**63)
total = -(2**63) + 10
for i in range(20):
    total -= 1
print(total, total + 2**63)
count = 0
for i in range(-5, 6):
    for j in range(-5, 6):
        if j and i % j == i - i // j * j:
            count += (i // j) * (i % j)
print(count)
