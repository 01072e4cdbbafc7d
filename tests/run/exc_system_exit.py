# exit: 7
"""BaseException, KeyboardInterrupt and GeneratorExit against Exception; exit from deep inside."""

import sys


class Fatal(BaseException):
    pass


def classify(error):
    try:
        try:
            raise error
        except Exception as caught:
            return f"Exception {type(caught).__name__}"
        finally:
            print("finally", end=" ")
    except BaseException as caught:
        return f"BaseException {type(caught).__name__} {caught}"


for error in (
    ValueError("v"),
    KeyboardInterrupt("k"),
    SystemExit(1),
    GeneratorExit(),
    Fatal("f"),
    StopIteration(2),
    BaseException("b"),
    RecursionError(),
    MemoryError("m"),
    NotImplementedError,
    StopAsyncIteration(),
):
    print(classify(error))


def bare_except():
    try:
        raise Fatal("caught by bare except")
    except:
        return "bare"


def exit_in_generator():
    try:
        yield 1
        sys.exit("inside generator")
    except SystemExit as stop:
        yield stop.code
    finally:
        yield "finally may yield"


def exit_in_with():
    class Swallow:
        def __enter__(self):
            return self

        def __exit__(self, kind, error, tb):
            self.code = error.code
            return True

    with Swallow() as swallow:
        sys.exit(99)
    return swallow.code


def exit_in_comprehension():
    try:
        return [sys.exit(n) for n in (4, 5)]
    except SystemExit as stop:
        return stop.code


def exit_in_sort_key():
    try:
        sorted([3, 1], key=lambda n: sys.exit(n))
    except SystemExit as stop:
        return stop.code


def exit_in_special_method():
    class Leaving:
        def __eq__(self, other):
            raise SystemExit("eq")

        def __del__(self):
            print("deleted", end=" ")

    try:
        return [Leaving()].index(5)
    except SystemExit as stop:
        return stop.code


print(bare_except(), list(exit_in_generator()), exit_in_with(), exit_in_comprehension(), exit_in_sort_key())
print(exit_in_special_method())
print(
    issubclass(SystemExit, Exception),
    issubclass(KeyboardInterrupt, BaseException),
    [c.__name__ for c in GeneratorExit.__mro__],
    Exception.__bases__[0].__name__,
)


def cleanup(name):
    print("cleanup", name)


def level(n):
    try:
        if n == 0:
            sys.exit(7)
        level(n - 1)
    except Exception:
        print("not reached")
    except KeyboardInterrupt:
        print("not reached either")
    finally:
        cleanup(n)
    print("not reached after")


print("leaving", end="")
level(3)
