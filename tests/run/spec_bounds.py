"""Indices near the ends of sequences: i - 1 wraps to the end, i + 1 fails, bounds from len() that no longer hold."""


def neighbours(items):
    """items[i - 1] is the last element at i == 0, as Python has it."""
    t = 0
    for i in range(len(items)):
        t += items[i] * items[i - 1]
    return t


def forward(items):
    t = 0
    for i in range(len(items)):
        t += items[i + 1] - items[i]
    return t


def back(items, k):
    t = 0
    for i in range(len(items)):
        t = t * 3 + items[-i]
        t %= 10007
        t += items[i - k]
    return t


def attempt(f, *args):
    try:
        print(f.__name__, f(*args))
    except (IndexError, TypeError, ZeroDivisionError) as error:
        print(f.__name__, type(error).__name__, error, error.__traceback__.tb_next.tb_lineno)


for items in (list(range(1, 100)), tuple(range(5)), [0.5, 2], [7], [], range(10)):
    attempt(neighbours, items)
    attempt(forward, items)
    for k in (1, 2, len(items), len(items) + 1, -1):
        attempt(back, items, k)


def shrink(items):
    items.pop()
    return 0


def called_shrinks(items):
    t = 0
    for i in range(len(items)):
        t += items[i]
        t += shrink(items)
    return t


def alias(a, b):
    """Two names of one list: what is stored by one is read by the other, what is cut from one is short in the other."""
    t = 0
    for i in range(len(a)):
        b[i] = a[i] + 1
        t += a[i]
        if i == 5:
            del b[8:]
    return t


attempt(called_shrinks, list(range(10)))
attempt(called_shrinks, [])
attempt(alias, list(range(8)), list(range(10)))
one = list(range(20))
attempt(alias, one, one)
print(one)


def grow(items):
    items.append(len(items))
    return len(items)


def while_grows(items, limit):
    i = t = 0
    while i < len(items):
        t += items[i]
        if len(items) < limit:
            t += grow(items)
        i += 1
    return t, i


print(while_grows([1], 500), while_grows([], 5), while_grows([1, 2], 2))


def sieve(n):
    flags = [True] * (n + 1)
    flags[0:2] = [False, False]
    for i in range(2, n + 1):
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
    return sum(flags)


print(sieve(10000), sieve(1), sieve(2))
attempt(sieve, 0)
attempt(sieve, -1)
attempt(sieve, -2)


def store(items, indices):
    done = 0
    for i in indices:
        try:
            items[i] = done
            done += 1
        except IndexError as error:
            message = str(error)
        except TypeError as error:
            message = str(error)
    return items, done, message


print(store([0] * 5, [0, 4, -1, -5, 5, -6, 2**32, -(2**32), 2**63, True]), store([0] * 2, [0.0, "0", None, 1]), store([], [0, -1]))


def delete(items, indices):
    for i in indices:
        try:
            del items[i]
        except IndexError as error:
            print(error, end=" ")
    return items


print(delete(list(range(6)), [0, -1, 3, 3, -4, 2**40]))


def binary_search(items, x):
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low


def overstep(items, x):
    """Reads one past the end when x is greater than all."""
    i = binary_search(items, x)
    return i, items[i]


for x in (0, 5, 5.5, 99, True, -(2**70)):
    attempt(overstep, list(range(0, 100, 3)), x)
attempt(overstep, list(range(10)), 10)
attempt(overstep, [], 1)
attempt(overstep, list("bd"), "c")
attempt(overstep, [1, "x", 3], 2)
buffer, head = [None] * 8, 0
for i in range(100):
    head = (head + 3) % len(buffer)
    buffer[head] = i
    buffer[head - 1] = -i
    if i == 60:
        buffer.append("new")
print(buffer, head)
