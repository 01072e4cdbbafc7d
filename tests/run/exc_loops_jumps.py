"""break, continue and return that leave several try, with and for blocks at once."""


class Trace:
    def __init__(self, name, log):
        self.name, self.log = name, log

    def __enter__(self):
        self.log.append(f"+{self.name}")
        return self

    def __exit__(self, kind, error, tb):
        self.log.append(f"-{self.name}{'!' if kind else ''}")


def break_through(log):
    for i in range(3):
        with Trace(f"w{i}", log):
            try:
                for j in range(3):
                    try:
                        if (i, j) == (1, 1):
                            break
                        if (i, j) == (0, 1):
                            continue
                        log.append((i, j))
                    finally:
                        log.append("inner")
                else:
                    continue
                break
            finally:
                log.append("outer")
    return "end"


def return_through(log):
    while True:
        with Trace("a", log):
            for _ in range(2):
                with Trace("b", log):
                    try:
                        try:
                            return log.append("value") or len(log)
                        finally:
                            log.append("f1")
                    finally:
                        log.append("f2")


def finally_changes_mind(log):
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                return "return"
            log.append(i)
        finally:
            if i == 3:
                break
            log.append(f"f{i}")
    return "after break"


def exception_dropped_by_continue(log):
    for i in range(3):
        try:
            log.append(10 // (i - 1))
        finally:
            if i == 1:
                log.append("dropped")
                continue
    return "loop finished"


def return_in_except_and_finally(log):
    try:
        raise ValueError("v")
    except ValueError as error:
        return f"except {error}"
    finally:
        log.append("finally")
        try:
            error
        except UnboundLocalError as problem:
            log.append(str(problem)[:40])


def nested_finally_returns(log):
    try:
        try:
            return "first"
        finally:
            log.append(1)
            return "second"
    finally:
        log.append(2)


def return_value_evaluated_first(log):
    def value(tag):
        log.append(tag)
        return tag

    try:
        return value("try")
    finally:
        value("finally")


def raise_in_return_expression(log):
    try:
        return 1 // 0
    except ZeroDivisionError:
        log.append("caught")
        return "handled"
    else:
        log.append("never")
    finally:
        log.append("finally")


def loop_else_with_try(log):
    for n in (3, 5):
        try:
            if n == 5:
                raise KeyError(n)
        except KeyError:
            log.append("handler")
    else:
        log.append("else")
    return n


def while_with_try_else(log):
    n = 0
    while n < 4:
        n += 1
        try:
            if n == 2:
                raise ValueError
        except ValueError:
            log.append("v")
            continue
        else:
            if n == 3:
                break
            log.append(f"else {n}")
        finally:
            log.append(f"f{n}")
    return n


def generator_jumps(log):
    def source():
        for i in range(3):
            try:
                try:
                    yield i
                finally:
                    log.append(f"f{i}")
                if i == 1:
                    return "stopped"
            finally:
                log.append(f"g{i}")

    def delegate():
        result = yield from source()
        log.append(result)
        yield "last"

    return list(delegate())


def exit_loops_by_exception(log):
    class Found(Exception):
        pass

    try:
        for i in range(5):
            for j in range(5):
                with Trace(f"{i}{j}", log) if (i, j) == (1, 2) else Trace("", []):
                    if i * j == 2:
                        raise Found(i, j)
    except Found as found:
        return found.args


def swallow_and_loop(log):
    attempts = iter([ValueError, KeyError, None, TypeError])
    while True:
        try:
            kind = next(attempts)
            if kind is None:
                break
            raise kind("x")
        except LookupError:
            log.append("lookup")
        except ValueError:
            log.append("value")
    return next(attempts).__name__


for function in (
    break_through,
    return_through,
    finally_changes_mind,
    exception_dropped_by_continue,
    return_in_except_and_finally,
    nested_finally_returns,
    return_value_evaluated_first,
    raise_in_return_expression,
    loop_else_with_try,
    while_with_try_else,
    generator_jumps,
    exit_loops_by_exception,
    swallow_and_loop,
):
    log = []
    print(function.__name__, "=", function(log), *log)
