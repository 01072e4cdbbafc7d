"""contextlib: contextmanager, closing, suppress, ExitStack, nullcontext, redirect_stdout, ContextDecorator."""
import contextlib
import io
from contextlib import ContextDecorator, ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress


@contextmanager
def tag(name, log):
    log.append(f"<{name}>")
    try:
        yield name.upper()
    except LookupError as error:
        log.append(f"caught {error!r}")
    finally:
        log.append(f"</{name}>")


@contextmanager
def no_yield():
    if False:
        yield


@contextmanager
def two_yields():
    yield 1
    yield 2


@contextmanager
def swallow_and_continue():
    try:
        yield
    except ValueError:
        yield


log = []
with tag("a", log) as a, tag("b", log) as b:
    log.append(a + b)
print(log)
log.clear()
with tag("c", log):
    raise KeyError("inside")
print(log)
log.clear()
try:
    with tag("d", log):
        raise ValueError("escapes")
except ValueError as error:
    print(error, log)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))


def use(manager, error=None):
    with manager as value:
        if error:
            raise error
    return value


attempt(lambda: use(no_yield()))
attempt(lambda: use(two_yields()))
attempt(lambda: use(swallow_and_continue(), ValueError("v")))
attempt(lambda: use(two_yields(), StopIteration("s")))
attempt(lambda: use(nullcontext(5)))
attempt(lambda: use(suppress(ValueError), ValueError()))
attempt(lambda: use(suppress(KeyError, IndexError), ValueError("not suppressed")))
manager = tag("once", log)
use(manager)
attempt(lambda: use(manager))


@tag("decorated", log)
def decorated(x):
    log.append(f"body {x}")
    return x * 2


log.clear()
print(decorated(1), decorated(2), log)


class Timer(ContextDecorator):
    def __enter__(self):
        log.append("start")
        return self

    def __exit__(self, *exc):
        log.append("stop")
        return False


@Timer()
def timed():
    return "timed"


log.clear()
print(timed(), log)


class Closable:
    def __init__(self, name):
        self.name = name

    def close(self):
        log.append(f"close {self.name}")


log.clear()
with closing(Closable("x")) as x:
    log.append(x.name)
with ExitStack() as stack:
    names = [stack.enter_context(tag(n, log)) for n in "pq"]
    stack.callback(log.append, "callback")
    stack.push(lambda *exc: log.append(exc[0] and exc[0].__name__))
    log.append(names)
print(log)
log.clear()
with ExitStack() as stack:
    stack.enter_context(suppress(ZeroDivisionError))
    stack.enter_context(tag("inner", log))
    1 // 0
print(log)
log.clear()
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 // 0)
        stack.callback(lambda: [][0])
        raise KeyError("first")
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))
with ExitStack() as stack:
    stack.callback(log.append, "moved")
    kept = stack.pop_all()
print(log)
kept.close()
print(log)
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured", 1)
print(repr(buffer.getvalue()), contextlib.suppress is suppress)
