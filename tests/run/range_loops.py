"""range in loops: descending, empty, changed bounds, large steps, boundaries of machine integers."""


def collect(*arguments):
    out = []
    for i in range(*arguments):
        out.append(i)
    return out


def triangle(n):
    total = 0
    for i in range(n):
        for j in range(i, -1, -1):
            if (i + j) % 2:
                continue
            total += i - j
    return total


def changed_bound():
    n, seen = 3, []
    for i in range(n):
        n += 10
        seen.append((i, n))
    return seen


def after_loop():
    for i in range(3):
        pass
    last = i
    for i in range(0):
        pass
    return last, i


def stepping(start, stop, step):
    count = checksum = 0
    for i in range(start, stop, step):
        count += 1
        checksum = (checksum * 31 + i) % 1000003
    return count, checksum


def countdown():
    for i in range(5, 0, -1):
        yield i
    else:
        yield "liftoff"


def nested_break(limit):
    for a in range(1, limit):
        for b in range(a, limit):
            c2 = a * a + b * b
            c = int(c2**0.5)
            if c * c == c2 and a + b + c == 12 * 5:
                return a, b, c
    return None


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(
    collect(4),
    collect(2, 5),
    collect(5, 2),
    collect(5, 2, -1),
    collect(0, 10, 4),
    collect(10, 0, -4),
    collect(-3, 3),
    collect(3, -3, -2),
    collect(0, -1),
    collect(1, 1),
)
print(triangle(20), changed_bound(), after_loop(), list(countdown()), nested_break(40))
print(
    stepping(0, 10**5, 7),
    stepping(10**5, 0, -13),
    stepping(-(2**31), 2**31, 2**27),
    stepping(2**63 - 20, 2**63 + 20, 3),
    stepping(-(2**63) + 5, -(2**63) - 40, -7),
    stepping(2**70, 2**70 + 5, 2),
)
print(
    stepping(2**62, 2**63, 2**61),
    collect(2**63 - 1, 2**63),
    collect(-(2**63), -(2**63) + 2),
    collect(0, 2**63, 2**62),
    collect(2**31 - 2, 2**31 + 1),
    collect(2**47 - 1, 2**47 + 1),
)
print(collect(Index(3)), collect(Index(1), Index(4)), collect(True, 5, True + True))
total = 0
for i in range(3):
    for i in range(i, i + 3):
        total += i
    total += i * 100
print(total, i)
for i in range(5):
    i += 100
    if i == 103:
        break
print(i)
squares = [i * i for i in range(-3, 4)]
print(
    squares,
    [squares[i] for i in range(len(squares) - 1, -1, -2)],
    [i for i in range(100) if i % 7 == 3][-1],
    sum(range(1, 101)),
    sum(i for i in range(0, -10, -3)),
)
matrix = [[r * c for c in range(1, 4)] for r in range(1, 4)]
print(
    [matrix[i][i] for i in range(3)],
    [matrix[i][2 - i] for i in range(3)],
    [[matrix[j][i] for j in range(3)] for i in range(2, -1, -1)],
)
r = range(0, 20, 3)
for index, value in enumerate(r):
    assert r[index] == value and r.index(value) == index and value in r and value + 1 not in r
for a, b in zip(range(3), range(10, 0, -5)):
    print(a, b, end="; ")
iterator = iter(range(3))
for x in iterator:
    print(x, next(iterator, None), end=" | ")
print(list(iterator), list(reversed(range(0, 10, 4))), [*map(range, range(3))], list(range(3)) * 2)
for i in range(10**18, 10**18 + 10**9):
    if i % 997 == 0:
        break
print(i, i // 997 * 997 == i)
print(
    max(range(10), key=lambda n: n * (7 - n)),
    min(range(-5, 5), key=abs),
    sorted(range(6), key=lambda n: n * 5 % 7),
    list(filter(range(2, 5).__contains__, range(7))),
)
