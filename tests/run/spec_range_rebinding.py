"""range loops whose variable, bounds or range object are rebound inside; odd bounds, bools, big ints, zero trips."""


def rebinding(n):
    seen = []
    for i in range(n):
        seen.append(i)
        i = i * 10
        seen.append(i)
        n = 2
        if i > 20:
            i = "text"
    return seen, i, n


print(rebinding(5))


def types_of_variable(stop):
    t = 0
    for i in range(stop):
        if i % 3 == 0:
            i = i + 0.5
        elif i % 3 == 1:
            i = None
        if i is not None:
            t += i
    return t, i


print(types_of_variable(1000), types_of_variable(1001), types_of_variable(True))


def same_range_twice(r):
    return [(i, j) for i in r for j in r if i < j], len(r), r


print(same_range_twice(range(4)), same_range_twice(range(9, 0, -3)))


def rebound_range(n):
    r, seen = range(n), []
    for i in r:
        seen.append(i)
        r = range(100)
        for i in r:
            if i == 1:
                break
        seen.append(i)
    return seen, r


print(rebound_range(3))


def count(*bounds):
    n = t = 0
    for i in range(*bounds):
        n += 1
        t += i
        if n == 1000:
            break
    return n, t


for bounds in ((0,), (-5,), (5, 5), (5, 1), (1, 5, 2), (5, 1, -1), (5, 1, -3), (2**63 - 3, 2**63 + 3), (-(2**63) - 2, -(2**63) + 2)):
    print(bounds, count(*bounds))
for bounds in ((2**63 + 5, 2**63, -2), (0, 2**80, 2**78), (2**47 - 2, 2**47 + 2), (2**31 - 2, 2**31 + 2), (0, 2**63, 2**62), (True, 5, True)):
    print(bounds, count(*bounds))
print(count(2**63), count(-(2**63), 2**63, 2**61 + 1), count(2**63 - 1, -(2**63), -(2**62)))


class Index:
    def __index__(self):
        return 4


print(count(Index()), count(False, Index(), True))
for bad in ((1.0,), ("3",), (None,), (0, 5, 0), (1, 2.5), (), (1, 2, 3, 4), (0, 10, 0.5)):
    try:
        print(count(*bad))
    except (TypeError, ValueError) as error:
        print(bad, type(error).__name__, error)


def after_loop(n):
    for k in range(n):
        pass
    try:
        return k
    except UnboundLocalError as error:
        return str(error)


print(after_loop(3), after_loop(0), after_loop(-1))


def triangular(n):
    t = 0
    for i in range(n):
        for j in range(i):
            for k in range(j, i, 2):
                t += i - j + k
            j = -1
        n -= 1
        t += n
    return t


print(triangular(30), triangular(1), triangular(0))


def down_and_up(n):
    t = []
    for i in range(n, -n, -2):
        for j in range(-i, i, 3):
            t.append(i * j)
    return sum(t), len(t), t[:5], t[-3:]


print(down_and_up(20))
i = "before"
for i in range(0):
    pass
print(i)
for i in range(3):
    for i in range(10, 12):
        pass
    print(i, end=" ")
print(i)
squares = [0] * 3
for squares[1] in range(4):
    pass
print(squares, [*range(3), *range(2, -1, -1)], range(10)[2:8:2], 5.0 in range(10), 2**70 in range(2**71), True in range(2))
