"""Handlers inside handlers, the name of the exception after its block, loops with handlers, conversion."""


class Retry(Exception):
    pass


def parse(text):
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            try:
                return {"true": True, "none": None}[text]
            except KeyError as error:
                return f"unparsed {error}"


def name_is_deleted():
    e = "before"
    try:
        raise ValueError("x")
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as problem:
        return str(problem)


def same_name_nested():
    out = []
    try:
        raise ValueError("outer")
    except ValueError as e:
        try:
            raise KeyError("inner")
        except KeyError as e:
            out.append(repr(e))
        try:
            out.append(repr(e))
        except NameError as problem:
            out.append(str(problem))
    return out


def del_in_handler():
    try:
        raise ValueError("x")
    except ValueError as e:
        del e
    return "fine"


def rebind_in_handler():
    try:
        raise ValueError("x")
    except ValueError as e:
        e = "rebound"
    try:
        return e
    except NameError:
        return "unbound"


def retry(attempts):
    log = []
    while True:
        try:
            if attempts > 0:
                attempts -= 1
                raise Retry(attempts)
            log.append("ok")
        except Retry as r:
            log.append(r.args[0])
            continue
        else:
            break
        finally:
            log.append(".")
    return log


def evaluation_of_handler_expressions():
    log = []

    def kind(tag, cls):
        log.append(tag)
        return cls

    try:
        raise IndexError
    except kind("a", KeyError):
        log.append("no")
    except (kind("b", TypeError), kind("c", LookupError)):
        log.append("caught")
    except kind("d", Exception):
        log.append("no")
    return log


def recursion(depth):
    try:
        if depth == 0:
            raise ValueError("bottom")
        return recursion(depth - 1)
    except ValueError as error:
        if depth < 3:
            raise
        return f"caught at {depth}: {error}"
    finally:
        print("unwind", depth, end="; ")


def exceptions_as_values():
    errors = []
    for thunk in (
        lambda: 1 / 0,
        lambda: [][0],
        lambda: {}["k"],
        lambda: int("x"),
        lambda: None.x,
        lambda: "a" + 1,
        lambda: next(iter([])),
    ):
        try:
            thunk()
        except Exception as error:
            errors.append(error)
    return sorted((type(e).__name__, str(e)) for e in errors)


def loop_of_handlers():
    out = []
    for item in (1, "2", None, [], 0, "z", 2.5):
        try:
            out.append(10 // int(item))
        except (TypeError, ValueError) as e:
            out.append(type(e).__name__[:2])
        except ZeroDivisionError:
            break
    else:
        out.append("else")
    return out


def condition_and_exception():
    try:
        assert 1 > 2, f"message {1 + 1}"
    except AssertionError as error:
        first = repr(error)
    try:
        assert not [1]
    except AssertionError as error:
        return first, repr(error)


print([parse(t) for t in ("5", "2.5", "true", "none", "zz")])
print(name_is_deleted(), same_name_nested(), del_in_handler(), rebind_in_handler())
print(retry(2), evaluation_of_handler_expressions())
print(recursion(5))
print(exceptions_as_values())
print(loop_of_handlers(), condition_and_exception())
