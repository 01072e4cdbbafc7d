"""A float, None, a bool, subclasses of int and float arrive where ints were, in the middle of a loop."""


class Loud(int):
    def __add__(self, other):
        return Loud(int(self) + int(other) + 1000)

    __radd__ = __add__

    def __repr__(self):
        return f"Loud({int(self)})"


class Quiet(int):
    pass


class Metre(float):
    def __add__(self, other):
        return Metre(float(self) + other)

    __radd__ = __add__

    def __repr__(self):
        return f"{float(self)}m"


def total(values):
    t = 0
    for v in values:
        t = t + v
    return t


def total_inplace(values):
    t = 0
    for v in values:
        t += v
    return t


BASE = list(range(1000))
for odd in (True, False, 1.5, -0.0, Loud(5), Quiet(5), Metre(2.5), 2**70, float("inf")):
    mixed = BASE[:500] + [odd] + BASE[500:]
    result = total(mixed)
    print(repr(odd), repr(result), type(result).__name__, repr(total_inplace(mixed)))
print(total(BASE), type(total([True, True])).__name__, type(total([Quiet(1)])).__name__, total([]))

for bad in (None, "seven", [1], (), {}, b"x", print, Quiet):
    try:
        total(BASE[:700] + [bad] + BASE[700:])
    except TypeError as error:
        print(error)
    try:
        total_inplace([bad] + BASE)
    except TypeError as error:
        print(error)


def multiply_out(values, start):
    for v in values:
        start = start * v
    return start


print(multiply_out([2, 3, "ab"], 1), multiply_out([2, [0], 2], 1), multiply_out([1, 2.5, 2], 3), multiply_out([True, True], True))
print(multiply_out([2, (1, 2)], 1), multiply_out([0, "never"], 5) == "", multiply_out([-1, b"z"], 3))


def switch(n):
    """The accumulator changes its type several times on its way."""
    value, seen = 0, []
    for i in range(n):
        if i == 100:
            value = value + 0.5
        elif i == 200:
            value = int(value)
        elif i == 300:
            value = value == 0
        elif i == 400:
            value = str(value)
            break
        else:
            value = value + 1
        if i % 50 == 0 or i in (101, 201, 301):
            seen.append((i, value, type(value).__name__))
    return value, seen


print(switch(150))
print(switch(1000))


def count_types(values):
    counts = {}
    for v in values:
        if v is None:
            kind = "none"
        elif v is True or v is False:
            kind = "bool"
        elif v == 1:
            kind = "one"
        elif v < 1:
            kind = "less"
        else:
            kind = "more"
        counts[kind] = counts.get(kind, 0) + 1
    return counts


print(count_types([0, 1, 2, 1.0, 0.5, True, False, None, Quiet(1), Loud(7), Metre(0.25), 2**80, -(2**80)] * 50))
