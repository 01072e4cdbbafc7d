"""Unpacking: nested targets, starred targets, order of assignment, errors with exact text."""

a, b = 1, 2
(c, d), e = (3, 4), 5
[f, [g, h]] = "x", "yz"
i, *j = range(4)
*k, l = "abc"
m, *n, o = [1, 2]
p, (q, *r), *s = 1, (2, 3, 4), 5, 6
*t, = "uv"
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t)

x = y = z = [0]
x.append(1)
print(y, x is z)
x, y = y, x[:]
print(x is z, y)

xs = [0, 1, 2]
i = 0
i, xs[i] = 2, "set after i"
print(i, xs)
xs[0], xs[1], xs[2] = xs[2], xs[0], xs[1]
print(xs)


class Recorder:
    def __init__(self):
        self.log = []

    def __setattr__(self, name, value):
        if name != "log":
            self.log.append((name, value))
        super().__setattr__(name, value)

    def __setitem__(self, key, value):
        self.log.append((key, value))


rec = Recorder()
rec.a, rec[1], *rec.rest, rec["k"] = "p", "q", "r", "s", "t"
print(rec.log)


def target(tag):
    print("target", tag)
    return rec


def value(tag):
    print("value", tag)
    return tag


target(1).x, target(2)[value("index")] = value("a"), value("b")
target(3).y = target(4).z = value("chain")
print(rec.log[4:])

for key, (first, *others) in {"k": (1, 2, 3), "m": "z"}.items():
    print(key, first, others)
print([(u, v) for u, *v in [(1,), (2, 3), "456"]], {w: x for w, x in ["ab", (1, 2)]})


def attempt(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


def too_many():
    a, b = 1, 2, 3


def too_few():
    a, b, c = [1, 2]


def too_few_star():
    a, b, *c = [1]


def none():
    a, b = None


def number():
    [a] = 5


def empty():
    (a,) = ()


def nested():
    a, (b, c) = 1, (2,)


def generator_error():
    a, b = (1 // (1 - n) for n in range(3))


def text():
    a, b = "abc"


def dictionary():
    a, b = {"k": 1}


for function in (too_many, too_few, too_few_star, none, number, empty, nested, generator_error, text, dictionary):
    attempt(function)

print([*range(2), *"ab", *{}, *[[]]], (*(), 1), {*[1, 1], 2}, {**{"a": 1}, "b": 2, **{"a": 3}})
first, *_ = (n * n for n in range(5))
print(first, _)
