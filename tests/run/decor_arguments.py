"""Parametrised decorators: optional arguments, retries, caches with limits, type checks, state on the wrapper."""


def optional(function=None, *, prefix="<", suffix=">"):
    def decorate(f):
        def wrapper(*args):
            return f"{prefix}{f(*args)}{suffix}"

        return wrapper

    return decorate if function is None else decorate(function)


def retry(times, on=(Exception,), log=None):
    def decorate(function):
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except on as error:
                    if log is not None:
                        log.append(f"{attempt}:{error}")
                    last = error
            raise RuntimeError(f"{function.__name__} failed {times} times") from last

        return wrapper

    return decorate


def cache(size):
    def decorate(function):
        stored = {}
        stats = {"hits": 0, "misses": 0}

        def wrapper(*args, **kwargs):
            key = args + tuple(sorted(kwargs.items()))
            if key in stored:
                stats["hits"] += 1
                stored[key] = stored.pop(key)
            else:
                stats["misses"] += 1
                if len(stored) == size:
                    del stored[next(iter(stored))]
                stored[key] = function(*args, **kwargs)
            return stored[key]

        wrapper.stats, wrapper.keys = stats, stored.keys()
        return wrapper

    return decorate


def typed(*kinds, returns=object):
    def decorate(function):
        def wrapper(*args):
            for position, (arg, kind) in enumerate(zip(args, kinds)):
                if not isinstance(arg, kind):
                    raise TypeError(
                        f"argument {position} of {function.__name__} is {type(arg).__name__}, not {kind.__name__}"
                    )
            result = function(*args)
            if not isinstance(result, returns):
                raise TypeError(f"{function.__name__} returned {type(result).__name__}")
            return result

        return wrapper

    return decorate


def conditional(enabled):
    return (lambda f: f) if not enabled else (lambda f: lambda *a: ("enabled", f(*a)))


def with_globals(**names):
    def decorate(function):
        return lambda *args: function(*args, **names)

    return decorate


@optional
def plain(x):
    return x


@optional()
def empty_call(x):
    return x


@optional(prefix="[", suffix="]")
def brackets(x):
    return x


failures = []
countdown = [3]


@retry(5, on=(ValueError, KeyError), log=failures)
def flaky():
    countdown[0] -= 1
    if countdown[0] > 0:
        raise (ValueError, KeyError)[countdown[0] % 2](f"left {countdown[0]}")
    return "made it"


@retry(2)
def hopeless(kind):
    raise kind("always")


@cache(2)
def slow(x, y=0):
    return x * 100 + y


@typed(int, (str), returns=str)
def repeat(n, text):
    return text * n if n >= 0 else None


@conditional(True)
def on(x):
    return x


@conditional(False)
def off(x):
    return x


@with_globals(rate=3)
@optional(prefix="$")
def priced(x, rate=1):
    return x * rate


print(plain(1), empty_call(2), brackets(3), on(4), off(5))
print(flaky(), failures)
for kind in (ValueError, LookupError, KeyboardInterrupt):
    try:
        hopeless(kind)
    except BaseException as error:
        print(type(error).__name__, error, "| cause:", repr(error.__cause__))
print(slow(1), slow(1), slow(2), slow(1), slow(3), slow(2, y=5), slow(1), slow.stats, list(slow.keys))
for arguments in ((2, "ab"), ("2", "ab"), (2, 5), (-1, "x"), (0, "x")):
    try:
        print(repr(repeat(*arguments)))
    except TypeError as error:
        print(error)
try:
    print(priced(5))
except TypeError as error:
    print(error)


def stack_of(*decorators):
    def decorate(function):
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


@stack_of(optional(prefix="1"), optional(prefix="2"), conditional(True))
def stacked(x):
    return x


print(stacked("x"))
try:

    @retry("many")
    def unused():
        return 1

    unused()
except TypeError as error:
    print(error)
try:

    @plain.missing
    def never():
        pass

except AttributeError as error:
    print(error)
