"""__context__, sys.exception() and what leaves handlers by return, break and continue."""

import sys


def contexts(e):
    out = []
    while e:
        out.append(repr(e))
        e = e.__context__
    return out


def three_deep():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise KeyError(2)
        except KeyError:
            raise IndexError(3)


try:
    three_deep()
except IndexError as e:
    print(contexts(e))


def from_finally():
    try:
        try:
            raise ValueError(1)
        finally:
            raise KeyError(2)
    except KeyError as e:
        return contexts(e)


print(from_finally())


def loop():
    for i in range(3):
        try:
            try:
                raise ValueError(i)
            except ValueError as e:
                if i == 1:
                    continue
                raise
            finally:
                print("finally", i, sys.exception())
        except ValueError as e:
            print("again", e, sys.exception() is e)
    return sys.exception()


print(loop())


class Manager:
    def __init__(self, suppresses):
        self.suppresses = suppresses

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("exit", kind, value, tb.tb_lineno if tb else None, repr(sys.exception()))
        return self.suppresses


with Manager(True):
    raise ValueError("suppressed")
try:
    with Manager(False) as c, Manager(False):
        raise KeyError("passed on")
except KeyError as e:
    print(contexts(e))


def returns():
    with Manager(False):
        return 5


print(returns())
try:
    raise
except RuntimeError as e:
    print(e)


def cycle():
    try:
        raise ValueError("a")
    except ValueError as a:
        try:
            raise KeyError("b")
        except KeyError as b:
            try:
                raise a
            except ValueError as again:
                return contexts(again), contexts(b), again.__traceback__.tb_next is not None


print(cycle())


def raises_again():
    try:
        three_deep()
    except IndexError as e:
        e.add_note("a note")
        raise LookupError("last") from e


raises_again()
