"""raise from, implicit context, suppression, re-raise, and the attributes that record them."""


def describe(error):
    lines = []
    seen = 0
    while error is not None and seen < 10:
        lines.append(
            f"{type(error).__name__}({', '.join(map(repr, error.args))}) suppress={error.__suppress_context__}"
        )
        link = "cause" if error.__cause__ is not None else "context"
        error = error.__cause__ if error.__cause__ is not None else error.__context__
        if error is not None:
            lines.append(link)
        seen += 1
    print(" <- ".join(lines))


def attempt(function):
    try:
        function()
    except BaseException as error:
        describe(error)


def implicit():
    try:
        1 // 0
    except ZeroDivisionError:
        {}["missing"]


def explicit():
    try:
        1 // 0
    except ZeroDivisionError as error:
        raise ValueError("wrapped") from error


def from_none():
    try:
        1 // 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None


def from_class():
    raise ValueError("outer") from KeyError


def from_bad():
    raise ValueError("outer") from 5


def bare_reraise():
    try:
        raise KeyError("k")
    except KeyError:
        try:
            raise TypeError("t")
        except TypeError:
            pass
        raise


def reraise_name():
    try:
        raise KeyError("k")
    except KeyError as error:
        raise error


def no_active():
    raise


def raise_non_exception():
    raise "text"


def raise_class_instance():
    raise int


def raise_class():
    raise LookupError


def in_finally():
    try:
        raise ValueError("first")
    finally:
        raise TypeError("second")


def three_levels():
    try:
        try:
            raise ValueError("one")
        except ValueError:
            raise TypeError("two")
    except TypeError as error:
        raise KeyError("three") from error


def handler_in_call():
    def helper():
        raise IndexError("from helper")

    try:
        raise ValueError("active")
    except ValueError:
        helper()


def context_ends_with_handler():
    try:
        raise ValueError("done")
    except ValueError:
        pass
    raise TypeError("alone")


def self_context():
    error = ValueError("self")
    try:
        raise error
    except ValueError:
        raise error


def failing_constructor():
    class Picky(Exception):
        def __init__(self, a, b):
            super().__init__(a, b)

    raise Picky


for function in (
    implicit,
    explicit,
    from_none,
    from_class,
    from_bad,
    bare_reraise,
    reraise_name,
    no_active,
    raise_non_exception,
    raise_class_instance,
    raise_class,
    in_finally,
    three_levels,
    handler_in_call,
    context_ends_with_handler,
    self_context,
    failing_constructor,
):
    print(function.__name__, end=": ")
    attempt(function)

try:
    raise ValueError
except ValueError as error:
    kept = error
    kept.__cause__ = KeyError("late")
describe(kept)
try:
    kept.__cause__ = 5
except TypeError as error:
    print(error)
try:
    kept.__context__ = "x"
except TypeError as error:
    print(error)
try:
    print(error)
except NameError as problem:
    print(problem)
