"""Functions with many parameters and arguments, of every kind, and calls through several layers."""


def twelve(a, b, c, d, e, f, g=7, h=8, i=9, *, j, k=11, l=12):
    return [a, b, c, d, e, f, g, h, i, j, k, l]


def spread(*args):
    return len(args), args[:2], args[-2:]


def named(**kwargs):
    return len(kwargs), sorted(kwargs)[:3], sum(kwargs.values())


def missing_several(alpha, beta, gamma, delta, *, one, two, three):
    return alpha


def relay(function, *args, **kwargs):
    return function(*args, **kwargs)


def relay_deep(n, function, *args, **kwargs):
    return relay_deep(n - 1, function, *args, **kwargs) if n else function(*args, **kwargs)


def mixed_types(i, f, s, b, n, l, t, d):
    return [type(x).__name__ for x in (i, f, s, b, n, l, t, d)]


def swap_types(x, y):
    x, y = y, x
    if isinstance(x, str):
        x = len(x)
    return x + y if not isinstance(y, str) else y * x


def modify_parameters(n, items, text, table):
    n += 1
    items += [n]
    text += "!"
    table["n"] = n
    items = items + ["new"]
    table = {"other": 1}
    return n, items, text, table


def varying(*numbers, initial=0, operation=lambda a, b: a + b):
    result = initial
    for number in numbers:
        result = operation(result, number)
    return result


print(
    twelve(1, 2, 3, 4, 5, 6, j=10),
    twelve(*range(9), j="j", l="l"),
    twelve(f=6, e=5, d=4, c=3, b=2, a=1, j=0),
    twelve(*"abcdef", **{"j": 1, "g": "G"}),
)
print(
    spread(*range(300)),
    spread(*range(100), *range(200), 5),
    named(**{f"k{i}": i for i in range(300)}),
    relay_deep(50, twelve, *range(6), j=1)[:7],
)
print(
    relay(relay, relay, max, 3, 1, 2),
    relay(sorted, "hello", reverse=True, key=ord),
    relay(dict, a=1, **{"b": 2}),
    relay(lambda *a, **k: (a, k), *"xy", z=0),
)
print(
    mixed_types(1, 2.0, "3", True, None, [6], (7,), {8: 8}),
    mixed_types(*[1] * 8),
    swap_types(1, 2),
    swap_types("abc", 5),
    swap_types(2, "ab"),
    swap_types(1.5, 2),
    swap_types(2**64, "x"),
)
n, items, text, table = 1, [0], "t", {}
print(modify_parameters(n, items, text, table), n, items, text, table)
print(
    varying(),
    varying(1, 2, 3),
    varying(1, 2, 3, initial=1, operation=lambda a, b: a * b),
    varying("a", "b", initial=""),
    varying(*[[1], [2]], initial=[]),
    varying(0.5, 2**70, True),
    varying(*range(1000)),
)


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except TypeError as error:
        print(error)


attempt(twelve)
attempt(twelve, 1, 2, 3)
attempt(twelve, *range(6))
attempt(twelve, *range(10), j=1)
attempt(twelve, *range(6), j=1, z=2)
attempt(twelve, *range(6), j=1, a=2)
attempt(missing_several)
attempt(missing_several, 1)
attempt(missing_several, 1, 2, 3)
attempt(missing_several, 1, 2, 3, 4)
attempt(missing_several, 1, 2, 3, 4, one=1)
attempt(missing_several, 1, 2, 3, 4, one=1, two=2)
attempt(missing_several, 1, 2, 3, 4, 5, 6)
attempt(missing_several, 1, 2, 3, 4, 5, one=1)
attempt(missing_several, 1, 2, 3, 4, one=1, two=2, three=3, four=4, five=5)
attempt(missing_several, delta=1, gamma=2)
attempt(missing_several, 1, 2, 3, 4, One=1, two=2, three=3)
attempt(mixed_types, 1, 2)
attempt(varying, 1, initail=5)
attempt(relay)
attempt(relay_deep, 0)
attempt(swap_types, 1)
attempt(swap_types, 1, "a")
attempt(swap_types, None, [])
total = 0
for i in range(1000):
    total += twelve(i, i, 0, 0, 0, 0, j=1)[i % 12]
print(total, sum(map(lambda a, b, c: a * b - c, range(100), range(1, 101), range(50, 150))))
