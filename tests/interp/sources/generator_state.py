"""The exceptions that generators handle, what is thrown into them, and how they end."""

import sys


def contexts(e):
    out = []
    while e:
        out.append(repr(e))
        e = e.__context__
    return out


def handles_while_suspended():
    try:
        raise KeyError("k")
    except KeyError:
        print(repr(sys.exception()))
        yield 1
        print(repr(sys.exception()))
        try:
            yield 2
        except BaseException as thrown:
            print("thrown", contexts(thrown))
            yield 3
        print(repr(sys.exception()))
    print(sys.exception())
    yield 4


it = handles_while_suspended()
try:
    raise IndexError("outer")
except IndexError:
    print(next(it), repr(sys.exception()))
print(next(it), sys.exception())
print(it.throw(TypeError("t")))
print(next(it))
print(list(it))


def refuses_to_close():
    try:
        yield 1
    except GeneratorExit as e:
        print("GeneratorExit", contexts(e))
        yield 2


refusing = refuses_to_close()
next(refusing)
try:
    refusing.close()
except RuntimeError as e:
    print(e)
refusing = refuses_to_close()
next(refusing)
print(refusing.throw(GeneratorExit))


def inner():
    try:
        x = yield 1
        print("inner got", x)
        yield 2
    except ValueError as e:
        print("inner caught", e)
        yield 99
    finally:
        print("inner finally")
    return "result"


def outer():
    v = yield from inner()
    print("v", v)
    v = yield from [7, 8]
    print(v)


delegating = outer()
print(next(delegating), delegating.send("s"), delegating.throw(ValueError("z")))
print(list(delegating))
delegating = outer()
next(delegating)
delegating.close()
print("closed")


def stops():
    yield 1
    raise StopIteration("x")


try:
    list(stops())
except RuntimeError as e:
    print(e, contexts(e), repr(e.__cause__))


def fails():
    yield 1
    1 / 0


def delegates():
    yield from fails()


try:
    list(delegates())
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next


def running():
    yield next(me)


me = running()
try:
    next(me)
except ValueError as e:
    print(e)
print(me.gi_running, me.gi_frame, stops.__name__, me.__qualname__)
list(delegates())
