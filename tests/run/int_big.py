"""Integers of thousands of digits: products, powers, quotients, and the text conversion limit."""


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fibonacci(n):
    a, b = 0, 1
    for bit in bin(n)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a


def digest(n):
    """A short fingerprint of a large number that does not need its decimal text."""
    return n % (10 ** 18 + 9), n.bit_length(), n % 97


def integer_sqrt(n):
    guess = 1 << (n.bit_length() + 1) // 2
    while True:
        better = (guess + n // guess) // 2
        if better >= guess:
            return guess
        guess = better


f200 = factorial(200)
print(f200)
print(digest(factorial(1500)))
print(factorial(60) // factorial(57), factorial(60) % factorial(13))
print(len(str(factorial(1000))), str(factorial(1000))[:30], str(factorial(1000)).rstrip("0")[-20:])
print(fibonacci(300))
print(digest(fibonacci(20000)))

root = integer_sqrt(2 * 10 ** 400)
print(root)
assert root * root <= 2 * 10 ** 400 < (root + 1) ** 2

a = 3 ** 4000
b = 7 ** 1500 + 1
q, r = divmod(a, b)
print(digest(q), digest(r), q * b + r == a)
q, r = divmod(-a, b)
print(digest(q), digest(r), q * b + r == -a, 0 <= r < b)
print((a - a) == 0, a - (a - 1), (a + b) ** 2 - (a - b) ** 2 == 4 * a * b)
print(a > b, a < -b, a == 3 ** 3999 * 3, -a < -b, hash(a) == hash(3 ** 4000))

mersenne = 2 ** 2203 - 1
print(str(mersenne)[:20], len(str(mersenne)))
print(int(str(mersenne)) == mersenne, int(hex(mersenne), 16) == mersenne)

try:
    str(10 ** 4300)
except ValueError as error:
    print(error)
print(len(str(10 ** 4299)))
try:
    int("9" * 4301)
except ValueError as error:
    print(error)
print(int("9" * 4300) % 1000007)
print(len(hex(10 ** 6000)), len(f"{10 ** 6000:b}"))

try:
    float(10 ** 400)
except OverflowError as error:
    print(error)
try:
    (10 ** 400) * 1.0
except OverflowError as error:
    print(error)
try:
    10 ** 400 / 3
except OverflowError as error:
    print(error)
print(10 ** 400 / 10 ** 399, 10 ** 400 // 10 ** 395, (10 ** 400 + 1) / 10 ** 390)
