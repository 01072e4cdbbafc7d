"""What __context__ is in nested handlers, generators, context managers, del methods and callbacks."""


def chain(error):
    names = []
    while error is not None and len(names) < 8:
        names.append(repr(error))
        error = error.__context__
    return " <= ".join(names)


def attempt(function):
    try:
        result = function()
    except Exception as error:
        print(function.__name__, chain(error))
    else:
        print(function.__name__, "returned", result)


def in_handler():
    try:
        raise ValueError(1)
    except ValueError:
        raise TypeError(2)


def after_handler():
    try:
        raise ValueError(1)
    except ValueError:
        pass
    raise TypeError(2)


def handler_of_handler():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise TypeError(2)
        except TypeError:
            raise KeyError(3)


def inner_finished():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise TypeError(2)
        except TypeError:
            pass
        raise KeyError(3)


def finally_raises():
    try:
        raise ValueError(1)
    finally:
        raise TypeError(2)


def finally_after_handler():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise TypeError(2)
    finally:
        raise KeyError(3)


def else_raises():
    try:
        pass
    except ValueError:
        pass
    else:
        raise TypeError(2)


def called_from_handler():
    def helper():
        try:
            raise KeyError("helper")
        except KeyError:
            raise IndexError("from helper")

    try:
        raise ValueError("caller")
    except ValueError:
        helper()


def exit_raises():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, *exc):
            raise TypeError("in exit")

    with Manager():
        raise ValueError("in body")


def enter_raises_in_handler():
    class Manager:
        def __enter__(self):
            raise TypeError("in enter")

        def __exit__(self, *exc):
            return True

    try:
        raise ValueError("active")
    except ValueError:
        with Manager():
            pass


def generator_created_in_handler():
    def g():
        yield 1
        raise KeyError("in generator")

    try:
        raise ValueError("active")
    except ValueError:
        source = g()
        next(source)
    next(source)


def generator_advanced_in_handler():
    def g():
        yield 1
        raise KeyError("in generator")

    source = g()
    next(source)
    try:
        raise ValueError("active")
    except ValueError:
        next(source)


def generator_own_handler():
    def g():
        try:
            raise ValueError("inside")
        except ValueError:
            yield 1
            raise KeyError("after yield")

    source = g()
    next(source)
    try:
        raise TypeError("outside")
    except TypeError:
        next(source)


def throw_in_handler():
    def g():
        try:
            yield 1
        except KeyError:
            raise IndexError("converted")

    source = g()
    next(source)
    try:
        raise ValueError("active")
    except ValueError:
        source.throw(KeyError("thrown"))


def explicit_context():
    error = TypeError("explicit")
    error.__context__ = OSError("set by hand")
    raise error


def context_overwritten():
    error = TypeError("explicit")
    error.__context__ = OSError("set by hand")
    try:
        raise ValueError("active")
    except ValueError:
        raise error


def cycle_is_broken():
    first, second = ValueError("first"), TypeError("second")
    try:
        try:
            raise first
        except ValueError:
            raise second
    except TypeError:
        raise first


def lambda_in_handler():
    try:
        raise ValueError("active")
    except ValueError:
        return sorted([2, 1], key=lambda n: {}[n])


def property_in_handler():
    class Thing:
        @property
        def value(self):
            raise LookupError("property")

    try:
        raise ValueError("active")
    except ValueError:
        return Thing().value


def cause_and_context():
    try:
        raise ValueError("context")
    except ValueError:
        try:
            raise TypeError("outer") from OSError("cause")
        except TypeError as error:
            return repr(error.__cause__), repr(error.__context__), error.__suppress_context__


def loop_contexts():
    out = []
    for text in ("a", "b"):
        try:
            int(text)
        except ValueError:
            try:
                {}[text]
            except KeyError as error:
                out.append(chain(error))
    return out


for function in (
    in_handler,
    after_handler,
    handler_of_handler,
    inner_finished,
    finally_raises,
    finally_after_handler,
    else_raises,
    called_from_handler,
    exit_raises,
    enter_raises_in_handler,
    generator_created_in_handler,
    generator_advanced_in_handler,
    generator_own_handler,
    throw_in_handler,
    explicit_context,
    context_overwritten,
    cycle_is_broken,
    lambda_in_handler,
    property_in_handler,
    cause_and_context,
    loop_contexts,
):
    attempt(function)
