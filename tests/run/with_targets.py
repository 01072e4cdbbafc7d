"""Targets of with: attributes, subscripts, tuples, nested lists, names read later, global and nonlocal."""


class Value:
    def __init__(self, value, log=None):
        self.value, self.log = value, log if log is not None else []

    def __enter__(self):
        self.log.append("enter")
        return self.value

    def __exit__(self, kind, error, tb):
        self.log.append(("exit", kind and kind.__name__))


class Holder:
    pass


holder, table, items = Holder(), {}, [0, 0]
with Value(1) as holder.attribute, Value(2) as table["key"], Value(3) as items[-1]:
    print(holder.attribute, table, items)
with Value((1, (2, 3))) as (a, (b, c)), Value("xyz") as [d, *e]:
    print(a, b, c, d, e)
with Value([]) as (*empty,), Value({"k": 1}) as (key,):
    print(empty, key)
with Value("kept") as name:
    pass
print(name)


def global_target():
    global created
    with Value("global") as created:
        pass


def nonlocal_target():
    outer = None

    def inner():
        nonlocal outer
        with Value("nonlocal") as outer:
            return outer

    return inner(), outer


def order():
    log = []

    def make(tag):
        log.append(f"make {tag}")
        return Value(tag, log)

    def target(tag):
        log.append(f"target {tag}")
        return table

    with make("a") as target("a")["k"], make("b") as target("b")["k"]:
        log.append(f"body {table['k']}")
    return log


def failing_target():
    log = []
    try:
        with Value([1], log) as (a, b):
            log.append("never")
    except ValueError as error:
        log.append(str(error))
    return log


def failing_second():
    log = []
    try:
        with Value(1, log), None:
            log.append("never")
    except TypeError as error:
        log.append(str(error))
    return log


def failing_expression():
    log = []
    try:
        with Value(1, log) as a, Value(a // 0, log) as b:
            log.append("never")
    except ZeroDivisionError as error:
        log.append(str(error))
    return log, a


def uses_first_in_second():
    with Value([3, 4]) as first, Value(first[1]) as second:
        return first, second


def unbound_after_failure():
    try:
        with Value(1 // 0) as target:
            pass
    except ZeroDivisionError:
        pass
    try:
        return target
    except UnboundLocalError as error:
        return str(error)


def inside_generator(log):
    with Value("resource", log) as value:
        yield value
        yield value * 2


def inside_comprehension():
    results = []
    for v in [Value(n) for n in range(3)]:
        with v as n:
            results.append([n * k for k in range(2)])
    return results


def returns_manager():
    class Self:
        entered = 0

        def __enter__(self):
            self.entered += 1
            return self

        def __exit__(self, *exc):
            self.entered -= 1

    manager = Self()
    with manager as m1:
        with m1 as m2, m2 as m3:
            return m3.entered, m3 is manager, manager


def walrus_manager():
    with (m := Value("walrus")) as v:
        return m.value == v, m.log


def conditional_manager(flag):
    log = []
    with Value("yes", log) if flag else Value("no", log) as v:
        log.append(v)
    return log


def class_level():
    class Body:
        with Value(5) as number:
            double = number * 2

    return Body.number, Body.double


global_target()
print(
    created,
    nonlocal_target(),
    order(),
    failing_target(),
    failing_second(),
    failing_expression(),
    uses_first_in_second(),
    unbound_after_failure(),
    sep="\n",
)
log = []
g = inside_generator(log)
print(next(g), log, next(g), next(g, "end"), log)
log = []
g = inside_generator(log)
next(g)
g.close()
print(
    log,
    inside_comprehension(),
    returns_manager()[:2],
    returns_manager()[2].entered,
    walrus_manager(),
    conditional_manager(True),
    conditional_manager(0),
    class_level(),
)
for bad in (5, "text", Holder(), Holder, None):
    try:
        with bad as x:
            pass
    except TypeError as error:
        print(error)
