"""Functions that return int in most calls and float, None, big int, bool or str in some; results used in arithmetic."""


def kind(i):
    if i % 100 == 50:
        return i * 0.5
    if i % 100 == 75:
        return i > 0
    if i % 100 == 99:
        return 2**64 + i
    return i


def falls_off(i):
    if i < 900:
        return i


def early(items, wanted):
    for n, x in enumerate(items):
        if x == wanted:
            return n


def total(f, n):
    t = 0
    for i in range(n):
        t += f(i)
    return t


print(total(kind, 50), total(kind, 51), total(kind, 100), total(kind, 1000))
try:
    print(total(falls_off, 900), total(falls_off, 901))
except TypeError as error:
    print(error)
print(early([1, 2, 3], 3), early([1, 2], 9), early([], 0), early("abc", "b"), early([1.0], True))


def finally_wins(i):
    try:
        if i % 2:
            return i
        return 10 // i
    except ZeroDivisionError:
        return "zero"
    finally:
        if i % 7 == 6:
            return -1.5


print([finally_wins(i) for i in range(10)])


def edge(n):
    """Results just at and beyond the limits of 64 bits."""
    return n * n


print([edge(n) for n in (3037000499, 3037000500, -3037000500, 2**31, 2**32, 2**64, 1.5, True)])


def saturate(x, low, high):
    return low if x < low else high if x > high else x


print([saturate(x, 0, 10.0) for x in (-5, 5, 15, 2.5, True, -0.0, 0, 10)], saturate("m", "a", "k"), saturate(2**70, -(2**70), 2**69))


def maybe_pair(i):
    return (i, i + 1) if i % 5 else [i] if i % 2 else i


def sum_pairs(n):
    t, odd = 0, []
    for i in range(n):
        try:
            a, b = maybe_pair(i)
            t += a * b
        except (TypeError, ValueError) as error:
            odd.append(str(error))
    return t, sorted(set(odd)), len(odd)


print(sum_pairs(100))


class Account:
    def __init__(self):
        self.balance = 0

    def change(self, by):
        self.balance += by
        return self if by else None

    def value(self):
        return self.balance


a = Account()
print(a.change(5).change(2.5).change(True).value(), a.change(0))
try:
    a.change(1).change(0).value()
except AttributeError as error:
    print(error)


def parity(n):
    return n if n < 2 else -parity(n - 1) if n % 3 else parity(n - 2) + 0.5 if n % 2 else parity(n - 1)


print([parity(n) for n in range(12)], parity(True), parity(5.0))


def hot_boolean(n):
    """Results of and / or, which are operands and not bools."""
    t, words = 0, []
    for i in range(n):
        x = i % 5 and i
        y = x or 0.25
        z = (i > 5 and i < 90) or None
        t += y + (z is None)
        if i % 30 == 0:
            words.append((x, y, z, not x, i and "" or [] or 0))
    return t, words


print(hot_boolean(100))


def conditional(i):
    return "text" if i == 500 else i


def survive(n):
    t = 0
    i = 0
    while i < n:
        try:
            t += conditional(i)
        except TypeError as error:
            print(i, t, error)
            t = t + 0.5
        i += 1
    return t


print(survive(400), survive(1000))
lookup = {i: kind(i) for i in range(200)}
print(sum(lookup.values()), max(lookup.values()), min(lookup.values()), sorted(lookup.values(), key=str)[:3], type(lookup[75]).__name__)
print(sum(map(kind, range(300))), sum(kind(i) for i in range(300)), sum([kind(i) for i in range(300) if kind(i) < 100]))
