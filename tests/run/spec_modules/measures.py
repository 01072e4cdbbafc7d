"""At the bottom of the imports."""

UNIT = 1
LIMIT = 2
HALF = 0.5
NAMES = ["a", "b", "c"]


def clamp(value, low, high):
    if value < low:
        return low
    if value > high:
        return high
    return value


def mean(values):
    return sum(values) * HALF ** 0 / len(values)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def power(base, exponent):
    result = 1
    for _ in range(exponent):
        result *= base
    return result


def fail(text):
    raise ValueError(text)


def pairs(n):
    for i in range(n):
        yield i, i * i
