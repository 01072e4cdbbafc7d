"""Functions as values: attributes, comparison, storage, partial application, composition, introspection."""


def greet(name, greeting="Hello"):
    """Return a greeting."""
    return f"{greeting}, {name}!"


def compose(*functions):
    def composed(value):
        for function in reversed(functions):
            value = function(value)
        return value

    return composed


def partial(function, *fixed, **fixed_named):
    def call(*args, **kwargs):
        return function(*fixed, *args, **{**fixed_named, **kwargs})

    call.function = function
    return call


def curry(function, arity):
    def curried(*args):
        return function(*args) if len(args) >= arity else lambda *more: curried(*args, *more)

    return curried


def once(function):
    def wrapper(*args):
        if not hasattr(wrapper, "result"):
            wrapper.result = function(*args)
        return wrapper.result

    return wrapper


print(
    greet.__name__,
    greet.__doc__,
    greet.__defaults__,
    greet.__qualname__,
    compose.__doc__,
    callable(greet),
    callable(5),
    (lambda: 0).__name__,
    greet.__module__,
)
greet.calls = 5
greet.calls += 1
print(greet.calls, greet.__dict__, hasattr(greet, "other"))
alias = greet
alias.shared = True
print(alias is greet, greet.shared, alias == greet, greet != compose, {greet: "key"}[alias], greet in [compose, greet])
del greet.shared
try:
    greet.shared
except AttributeError as error:
    print(error)
try:
    greet.__name__ = 5
except TypeError as error:
    print(error)
greet.__name__ = "renamed"
print(greet.__name__, greet.__qualname__)
greet.__defaults__ = ("Bye",)
print(greet("Ann"))
greet.__defaults__ = None
try:
    greet("Ann")
except TypeError as error:
    print(error)

print(compose(str, abs, lambda n: n - 10)(3), compose()(5), compose(len, str.split)("a b c"))
power = partial(pow, 2)
hello = partial(greet, greeting="Hi")
print(
    power(10),
    power(5, 7),
    hello("Bob"),
    hello("Bob", greeting="Yo"),
    hello.function is greet,
    partial(print, "a", sep="-")("b"),
)
add3 = curry(lambda a, b, c: a + b + c, 3)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3), add3()(1, 2, 3))
init = once(lambda value: [value])
print(init(1), init(2), init(1) is init(3))


def make_operations():
    def add(a, b):
        return a + b

    def sub(a, b):
        return a - b

    return {f.__name__: f for f in (add, sub)}


operations = make_operations()
print(
    {name: f(5, 3) for name, f in operations.items()},
    [f.__qualname__ for f in operations.values()],
    make_operations()["add"] == operations["add"],
)
print(
    [
        f(9)
        for f in (
            str,
            float,
            bin,
            lambda n: n**0.5,
            [0, 1, 2].__contains__,
            {9: "nine"}.get,
            "x".__mul__,
            int.bit_length,
            [].append,
        )
    ]
)
print(
    sorted([greet, compose, curry], key=lambda f: f.__name__)[0] is compose,
    list(map(lambda f, v: f(v), [str.upper, len], ["a", "bc"])),
    max([lambda: 1, lambda: 2], key=lambda f: f())(),
)


def apply_n(function, n, value):
    return value if n == 0 else apply_n(function, n - 1, function(value))


class Pipeline:
    def __init__(self):
        self.stages = []

    def __or__(self, function):
        self.stages.append(function)
        return self

    def __call__(self, value):
        for stage in self.stages:
            value = stage(value)
        return value


print(
    apply_n(lambda n: n * 2, 10, 1),
    apply_n(lambda s: s + s[-1], 3, "ab"),
    (Pipeline() | str.split | (lambda ws: [w[::-1] for w in ws]) | " ".join)("hello world"),
)
print(
    (lambda *fs: [f() for f in fs])(*(lambda i=i: i * i for i in range(4))),
    (lambda x: lambda y: lambda z: (x, y, z))(1)(2)(3),
    (lambda: (yield))().__next__(),
)
for bad in (
    lambda: greet < compose,
    lambda: greet + 1,
    lambda: greet[0],
    lambda: len(greet),
    lambda: iter(greet),
    lambda: int(greet),
    lambda: greet.missing,
    lambda: (lambda: 0).missing,
    lambda: print.missing,
    lambda: setattr(len, "x", 1),
    lambda: hash({}) or greet,
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
