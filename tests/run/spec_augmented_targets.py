"""Augmented assignment to items, attributes, slices and globals in loops: evaluated once, in place where there is a method."""

log = []


def index(i):
    log.append(i)
    return i


class Box:
    def __init__(self):
        self.v = 0
        self.items = []

    @property
    def reads(self):
        log.append("get")
        return self.v

    @reads.setter
    def reads(self, value):
        log.append("set")
        self.v = value


def box_of(b):
    log.append("box")
    return b


b = Box()
items = [1, 2.5, 2**63, True, "s", [1], (1,), {1}]
for i in range(len(items)):
    for operand in (1, 0.5, "x", [2], (2,), {2}):
        before = items[i]
        try:
            items[index(i)] += operand
            print(i, items[i], items[i] is before, end="; ")
        except TypeError as error:
            print(i, error, end="; ")
print(log == [i for i in range(8) for _ in range(6)])
log.clear()
for step in (1, 2, 0.5, 2**64):
    box_of(b).reads += step
    b.reads *= 2
print(b.v, log)
log.clear()


def histogram(values):
    counts = [0] * 4
    sums = {}
    for v in values:
        counts[int(v) % 4] += 1
        try:
            sums[int(v) % 3] += v
        except KeyError:
            sums[int(v) % 3] = v
    return counts, sums


print(histogram(range(1000)), histogram([0.5, 1, 2**70, True, -1, -2.5]))


def all_operators(values):
    out = []
    for x in values:
        y = x
        trail = []
        for op in range(13):
            try:
                if op == 0:
                    y += 3
                elif op == 1:
                    y -= 1
                elif op == 2:
                    y *= 5
                elif op == 3:
                    y //= 2
                elif op == 4:
                    y %= 1000
                elif op == 5:
                    y **= 2
                elif op == 6:
                    y <<= 4
                elif op == 7:
                    y >>= 1
                elif op == 8:
                    y |= 5
                elif op == 9:
                    y &= 0xFFFFF
                elif op == 10:
                    y ^= 3
                elif op == 11:
                    y /= 7
                else:
                    y @= 1
            except TypeError as error:
                trail.append(str(error).split(":")[0])
            else:
                trail.append(y)
        out.append(trail)
    return out


for trail in all_operators([0, 7, -7, 2**62, -(2**63), 2**64, True, 1.5, -0.0, "ab", [1], (), None]):
    print(*trail, sep=", ")


def aliasing(n):
    a = b = []
    s = t = (0,)
    for i in range(n):
        a += [i]
        s += (i,)
        if i == 2:
            a = a + [i * 0.5]
    return a, b, s, t


print(aliasing(5))
nested = ([1], [2])
try:
    nested[0] += [9]
except TypeError as error:
    print(error, nested)
try:
    items[index(99)] += index(5)
except IndexError as error:
    print(error, log)
matrix = [[0] * 3 for _ in range(3)]
for i in range(300):
    matrix[i % 3][i // 3 % 3] += i
    matrix[-1 - i % 3][i % 2] -= 0.5 if i == 200 else 1
print(matrix)
b.items += range(3)
b.items += "ab"
b.items *= 2
b.items[1:3] += [None]
print(b.items)
for Box.shared in range(3):
    b.shared = b.shared * 10 if "shared" in b.__dict__ else 1
    Box.shared += 5
print(b.shared, Box.shared)
