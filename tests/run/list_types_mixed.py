"""Lists whose element types change: ints, floats, objects; sums and comparisons over them."""


def fill(kind, n):
    return [kind(i) for i in range(n)]


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + (other.cents if isinstance(other, Money) else other))

    __radd__ = __add__

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __repr__(self):
        return f"${self.cents / 100:.2f}"


ints = fill(int, 5)
floats = fill(float, 5)
money = fill(Money, 5)
print(
    ints,
    floats,
    money,
    sum(ints),
    sum(floats),
    sum(money),
    sum(money, Money(1000)),
    max(money),
    sorted(money, reverse=True)[:2],
)
ints[2] = 2.5
print(ints, sum(ints), [type(x).__name__ for x in ints])
floats[0] = 2**70
floats[1] = True
print(floats, sum(floats), max(floats), floats.index(1), floats.count(3))
ints.append("text")
try:
    print(sum(ints))
except TypeError as error:
    print(error)
try:
    print(max(ints))
except TypeError as error:
    print(error)
ints[-1] = None
print(ints, [x for x in ints if x], [x or "zero" for x in ints])

history = []
values = [1]
for new in (2, 2**40, 2**64, 0.5, "s", None, [1], Money(5)):
    values.append(new)
    history.append(type(values[-1]).__name__)
    values[0], values[-1] = values[-1], values[0]
print(history, values)


def average(items):
    total = 0
    for item in items:
        total += item
    return total / len(items)


def scale(items, factor):
    for i, item in enumerate(items):
        items[i] = item * factor
    return items


print(average([1, 2, 4]), average([0.5, 1]), average([True, False]), average([2**62, 2**62, 2**62]))
print(
    scale([1, 2], 2), scale([1, 2], 0.5), scale(["a", [0]], 2), scale([1.5, 2**40], 2**40), scale([True, None or 3], 2)
)
try:
    average([])
except ZeroDivisionError as error:
    print(error)
try:
    average([Money(1), Money(2)])
except TypeError as error:
    print(error)
total = [0.0] * 3
for i in range(10):
    total[i % 3] += 0.1
    total[(i + 1) % 3] -= i
print(total)
counts = [0] * 4
for ch in "abracadabra":
    counts[ord(ch) % 4] += 1
print(
    counts,
    [c / sum(counts) for c in counts],
    counts == [float(c) for c in counts],
    [1, 2] == [1.0, 2.0],
    [1, 2] == [True, 2],
)
big = [2**62, 2**62, 2**62, -(2**63)]
print(
    sum(big),
    sum(big[:2]),
    sum(big[:2]) == 2**63,
    sum([2**63 - 1, 1]),
    sum([-(2**63), -1]),
    sum([10**30] * 3),
    sum([1, 2**70, 0.5]),
)
print(sum([[1], [2, 3]], []), sum(((1,), (2,)), ()), sum([], 5), sum([0.1] * 3), sum(x for x in (1, 2.5)))
try:
    sum(["a", "b"], "")
except TypeError as error:
    print(error)
try:
    sum([[1], 2], [])
except TypeError as error:
    print(error)
print(
    min([3, 1.5, True]),
    max([3, 3.0]),
    max([3.0, 3]),
    min(2, 2.0, True + 1),
    max([0, False]),
    min([0.0, -0.0]),
    max(["b", "ab"], key=len),
    min([[2], [1, 9]]),
)
