"""Decorators on functions: order of evaluation and application, arguments, state, stacking."""


def trace(function):
    def wrapper(*args, **kwargs):
        parts = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
        print(f"-> {function.__name__}({', '.join(parts)})")
        result = function(*args, **kwargs)
        print(f"<- {result!r}")
        return result
    wrapper.__name__ = function.__name__
    wrapper.__wrapped__ = function
    return wrapper


def memoize(function):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]

    wrapper.cache = cache
    return wrapper


def repeat(times, *, collect=list):
    print("repeat evaluated", times)

    def decorate(function):
        print("repeat applied", times)
        return lambda *args: collect(function(*args) for _ in range(times))
    return decorate


@trace
def add(a, b=1):
    return a + b


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@repeat(2)
@repeat(3, collect=tuple)
def roll(value):
    return value * 2


print(add(1), add(2, b=3), add.__name__, add.__wrapped__(10))
print(fib(80), len(fib.cache), fib.cache[(10,)])
print(roll(1), roll("a"))

registry = {}


def register(name):
    def decorate(function):
        registry[name] = function
        return function
    return decorate


@register("double")
@register("twice")
def twice(x):
    return 2 * x


@register("square")
def square(x):
    return x * x


print({name: f(7) for name, f in registry.items()}, registry["double"] is twice)


class CountCalls:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)


@CountCalls
def greet(name, punctuation="!"):
    return f"hi {name}{punctuation}"


print(greet("a"), greet("b", punctuation="?"), greet.calls, type(greet).__name__)

handlers = [lambda f: f, trace, lambda f: lambda *a: f(*a) + 1]


@handlers[2]
@handlers[1]
def picked(x):
    return x * 10


print(picked(4))


@(lambda f: f(20))
def constant(n):
    return n + 1


@str
@type
def text():
    return "unused"


print(constant, text)
