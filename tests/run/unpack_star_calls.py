"""Starred and double-starred arguments: order, generators, mappings, duplicates, mutation."""


def f(*args, **kwargs):
    return args, kwargs


def g(a, b=0, *rest, c=0, **named):
    return a, b, rest, c, named


def numbers(n, log):
    for i in range(n):
        log.append(i)
        yield i


log = []
print(f(*numbers(2, log), "mid", *numbers(1, log), *(), *"", *[[]]), log)
print(
    f(**{"a": 1}, b=2, **{}, **{"c": 3}),
    f(*[1], k=1, *[2]),
    f(*{"x": 1, "y": 2}),
    f(*range(3), *{7}),
    f(*"ab", **dict(z=1)),
)
print(
    g(*[1]),
    g(*[1, 2, 3, 4], c=5, d=6),
    g(*[1], **{"b": 2, "c": 3, "q": 4}),
    g(a=1, **{"z": 2}),
    g(**{"a": 1}),
    g(1, *(), **{}),
)

options = {"c": 1}
positional = [1, 2]


def changes(*args, **kwargs):
    kwargs["c"] = "changed"
    kwargs.pop("missing", None)
    args += (3,)
    return args, kwargs


print(changes(*positional, **options), options, positional)


class Both:
    def keys(self):
        print("keys", end=" ")
        return ["p", "q"]

    def __getitem__(self, key):
        print(f"item {key}", end=" ")
        return key * 2

    def __iter__(self):
        print("iter", end=" ")
        return iter((1, 2))


print(f(*Both(), **Both()))


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class NoKeys:
    pass


class KeysOnly:
    def keys(self):
        return ["k"]


class BadIter:
    def __iter__(self):
        raise ValueError("iter failed")


attempt(lambda: f(*5))
attempt(lambda: f(**5))
attempt(lambda: f(**[1]))
attempt(lambda: f(*None))
attempt(lambda: f(1, *NoKeys()))
attempt(lambda: f(**NoKeys()))
attempt(lambda: f(**KeysOnly()))
attempt(lambda: f(*BadIter()))
attempt(lambda: f(**{"a": 1}, **{"a": 2}))
attempt(lambda: f(a=1, **{"a": 2}))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(**{"with space": 1, "": 2, "class": 3}))
attempt(lambda: g(**{"b": 1}))
attempt(lambda: g(1, 2, **{"a": 3}))
attempt(lambda: len(*[1, 2]))
attempt(lambda: len(**{"obj": []}))
attempt(lambda: print(*[1, 2], **{"sep": "-", "nope": 1}))
attempt(lambda: int(*["ff"], **{"base": 16}))
attempt(lambda: [*5])
attempt(lambda: {**[]})
attempt(lambda: {*5})
attempt(lambda: (*NoKeys(),))
attempt(lambda: "{} {x}".format(*[1], **{"x": 2}))
attempt(lambda: sorted(*[[3, 1, 2]], **{"reverse": True}))
attempt(lambda: type(NoKeys(*[], **{})).__name__)
attempt(lambda: NoKeys(*[1]))
attempt(lambda: (lambda a, /, b, *, c: (a, b, c))(*[1], **{"b": 2, "c": 3}))
attempt(lambda: (lambda a, /, b: (a, b))(**{"a": 1, "b": 2}))

a, *b = numbers(3, log)
*c, d = {"k": 1, "l": 2}
e, (f1, *f2), *g1 = [1, "xyz", 3, 4]
[h, *i], j = (1, 2, 3), 4
for k, *l in ((1, 2, 3), "ab"):
    print(k, l, end=" ")
print(a, b, c, d, e, f1, f2, g1, h, i, j)
x = [1, 2, 3]
x[0], *x[1:], y = 10, 20, 30, 40
print(x, y, [*x, *x[::-1]], {*x, *"a"} == {10, 20, 30, "a"}, (*x, *(1,)), {**{"a": 1}, **{"a": 2}})
print(*[*range(3), *[*"ab"]], *map(str, range(2)), sep="")
print(
    [(n, *rest) for n, *rest in [(1, 2), (3,)]],
    dict(**{"a": 1}, **{"b": 2}),
    max(*[3, 1], 2),
    list(zip(*[(1, 2), (3, 4)])),
    [*zip(*["ab", "cd"])],
)
