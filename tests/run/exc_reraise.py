"""Raising again: bare raise, raise of a stored exception, from other functions, in finally and else."""


class Step(Exception):
    pass


def bare_in_nested_function():
    def again():
        raise

    try:
        raise Step("one")
    except Step:
        again()


def stored_and_later():
    stored = None
    try:
        raise Step("stored")
    except Step as error:
        stored = error
    try:
        raise KeyError("between")
    except KeyError:
        pass
    raise stored


def twice_same_object():
    error = Step("same")
    seen = []
    for _ in range(3):
        try:
            raise error
        except Step as caught:
            seen.append(caught is error)
    return seen, error.__context__


def bare_after_inner_handler():
    try:
        raise Step("outer")
    except Step:
        for text in ("1", "x"):
            try:
                int(text)
            except ValueError:
                pass
        raise


def replace_then_bare():
    try:
        try:
            raise Step("first")
        except Step as error:
            raise LookupError("second") from error
    except LookupError:
        raise


def bare_in_finally():
    try:
        try:
            raise Step("pending")
        finally:
            raise
    except Step as error:
        return f"caught {error}"


def bare_in_finally_without_error():
    try:
        pass
    finally:
        raise


def bare_in_else():
    try:
        pass
    except Step:
        pass
    else:
        raise


def conditional_reraise(error):
    try:
        raise error
    except (ValueError, TypeError) as caught:
        if "keep" in str(caught):
            raise
        return f"dropped {caught}"


def wrap(function):
    try:
        return function()
    except Step as error:
        raise RuntimeError(f"wrapped {error}") from error


def change_message():
    try:
        raise Step("plain", 1)
    except Step as error:
        error.args = ("changed",) + error.args
        raise


def subclass_conversion():
    class Special(Step):
        pass

    try:
        try:
            raise Special("special")
        except Step as error:
            raise Step(*error.args) from None
    except Special:
        return "never"
    except Step as error:
        return type(error).__name__, error.__cause__, error.__suppress_context__, repr(error.__context__)


def generator_reraise():
    def inner():
        try:
            yield 1
        except Step:
            yield "handled"
            raise

    g = inner()
    next(g)
    out = [g.throw(Step("thrown"))]
    try:
        next(g)
    except BaseException as error:
        out.append(repr(error))
    return out


def with_reraise():
    class Suppress:
        def __enter__(self):
            return self

        def __exit__(self, kind, error, tb):
            self.seen = error
            return True

    with Suppress() as manager:
        raise Step("in with")
    try:
        raise manager.seen
    except Step as error:
        return error is manager.seen, str(error)


def deep(n):
    if n == 0:
        raise Step("bottom")
    try:
        deep(n - 1)
    except Step as error:
        error.args += (n,)
        raise


for function in (
    bare_in_nested_function,
    stored_and_later,
    twice_same_object,
    bare_after_inner_handler,
    replace_then_bare,
    bare_in_finally,
    bare_in_finally_without_error,
    bare_in_else,
    lambda: conditional_reraise(ValueError("drop")),
    lambda: conditional_reraise(TypeError("keep")),
    lambda: conditional_reraise(KeyError("other")),
    lambda: wrap(lambda: deep(1)),
    lambda: wrap(lambda: 5),
    lambda: wrap(lambda: int("z")),
    change_message,
    subclass_conversion,
    generator_reraise,
    with_reraise,
    lambda: deep(5),
):
    try:
        print(function.__name__, "->", function())
    except Exception as error:
        print(
            function.__name__, "!!", repr(error), "| cause", repr(error.__cause__), "| context", repr(error.__context__)
        )
