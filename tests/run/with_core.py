"""Context managers written as classes: order, suppression, several items, return and loops."""


class Manager:
    def __init__(self, name, log, suppress=(), fail=None):
        self.name, self.log, self.suppress, self.fail = name, log, suppress, fail

    def __enter__(self):
        self.log.append(f"+{self.name}")
        if self.fail == "enter":
            raise RuntimeError(f"enter {self.name}")
        return self.name.upper()

    def __exit__(self, exc_type, exc, tb):
        self.log.append(f"-{self.name}:{exc_type.__name__ if exc_type else None}:{exc}:{tb is not None}")
        if self.fail == "exit":
            raise RuntimeError(f"exit {self.name}")
        return exc_type is not None and issubclass(exc_type, self.suppress)


def run(body):
    log = []
    try:
        result = body(log)
        print(body.__name__, "returned", result)
    except Exception as error:
        print(body.__name__, "raised", repr(error), "context", repr(error.__context__))
    print("   ", log)


def simple(log):
    with Manager("a", log) as value:
        log.append(value)
    return value


def without_target(log):
    with Manager("a", log):
        pass


def raising(log):
    with Manager("a", log) as a, Manager("b", log) as b:
        raise ValueError(a + b)


def suppressed(log):
    with Manager("a", log), Manager("b", log, suppress=ValueError), Manager("c", log):
        raise ValueError("x")
    return "after"


def suppress_other(log):
    with Manager("a", log, suppress=KeyError):
        raise ValueError("x")


def enter_fails(log):
    with Manager("a", log), Manager("b", log, fail="enter"):
        log.append("body")


def enter_fails_and_is_suppressed(log):
    with Manager("a", log, suppress=RuntimeError), Manager("b", log, fail="enter"):
        log.append("body")
    return "continued"


def exit_fails(log):
    with Manager("a", log), Manager("b", log, fail="exit"):
        log.append("body")


def exit_fails_on_error(log):
    with Manager("a", log, fail="exit"):
        raise ValueError("original")


def return_inside(log):
    with Manager("a", log):
        return "inside"


def loop_control(log):
    for i in range(4):
        with Manager(str(i), log):
            if i == 0:
                continue
            if i == 2:
                break
    return i


def parenthesized(log):
    with (
        Manager("a", log) as a,
        Manager("b", log) as (b),
    ):
        return a, b


def unpack_target(log):
    class Pair:
        def __enter__(self):
            return 1, [2, 3]

        def __exit__(self, *exc):
            log.append(exc)

    with Pair() as (x, [y, *z]):
        return x, y, z


def target_assignment_fails(log):
    with Manager("ab", log) as (a, b, c):
        log.append("body")


def not_a_manager(log):
    with 5:
        pass


def no_exit(log):
    class Half:
        def __enter__(self):
            return self

    with Half():
        pass


def truthy_exit(log):
    class Truthy:
        def __enter__(self):
            return None

        def __exit__(self, *exc):
            return "non-empty"

    with Truthy() as none:
        log.append(none)
        raise SystemExit(5)
    return "still here"


for body in (
    simple,
    without_target,
    raising,
    suppressed,
    suppress_other,
    enter_fails,
    enter_fails_and_is_suppressed,
    exit_fails,
    exit_fails_on_error,
    return_inside,
    loop_control,
    parenthesized,
    unpack_target,
    target_assignment_fails,
    not_a_manager,
    no_exit,
    truthy_exit,
):
    run(body)
