"""Every kind of parameter together: defaults, *args, keyword-only, **kwargs, positional-only."""


def everything(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(everything(1, d=4))
print(everything(1, 20, 30, 40, 50, d=4, e=6, f=7, a=8, b=9))
print(everything(*range(6), **{"d": "D", "z": 26}))
print(everything(1, *(2,), *[3, 4], d=0, **{"x": 1}, **{"y": 2}))
print(everything(1, d=4, c="named"))


def order(log=[]):
    def note(tag):
        log.append(tag)
        return tag

    return log, note


log, note = order()
everything(note("a"), *[note("star")], note("b"), d=note("d"), **{note("k"): note("v")}, e=note("e"))
print(log)
log.clear()


def evaluate_defaults(x=note("default evaluated once"), *, y=note("kw default")):
    return x, y


print(log, evaluate_defaults(), evaluate_defaults(1, y=2), evaluate_defaults())


def accumulate(item, bucket=[]):
    bucket.append(item)
    return bucket


print(accumulate(1), accumulate(2), accumulate(3, []), accumulate(4), accumulate.__defaults__)


def args_is_a_tuple(*args, **kwargs):
    kwargs["added"] = 1
    return type(args).__name__, type(kwargs).__name__, args, kwargs


source = {"k": 0}
positional = [1, 2]
print(args_is_a_tuple(*positional, **source), source, args_is_a_tuple(), args_is_a_tuple(*"ab", *{}, **{}))


def forward(function, *args, **kwargs):
    return function(*args, **kwargs)


print(
    forward(everything, 1, d=2),
    forward(max, 3, 9, 4),
    forward(sorted, [2, 1], reverse=True),
    forward(forward, forward, str, 5),
    forward(dict, a=1),
)


def swap(a, b):
    a, b = b, a
    return a, b


def rebinding(a, *rest, flag=False, **options):
    a = rest
    rest = options
    options = flag
    flag = a
    return a, rest, options, flag


print(swap(1, 2), swap(b=1, a=2), rebinding(1, 2, 3, flag=True, z=0))


def annotated(x: int, y: "str" = "d", *args: float, z: list = None, **kw: dict) -> tuple:
    return x, y, args, z, kw


print(
    annotated("not an int", 5, "a", z={}, q=1), annotated.__name__, everything.__kwdefaults__, everything.__defaults__
)


def unused_default_object(marker=object()):
    return marker


print(unused_default_object() is unused_default_object())


def recursive_default(n, f=lambda n: n * 10):
    return f(n) if n > 3 else recursive_default(n + 1, f=lambda m: f(m) + 1)


print(recursive_default(0), recursive_default(4))
print(
    (lambda *a, **k: (a, k))(1, 2, x=3),
    (lambda a, b=5, *, c=6: (a, b, c))(1, c=2),
    (lambda: None)(),
    (lambda *, k: k)(k=3),
)
f = lambda x, *y: x if not y else f(*y)
print(f(1), f(1, 2, 3))
