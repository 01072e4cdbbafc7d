"""Locals that may be unbound: after loops of no rounds, in branches, after del and except, in closures and class bodies."""


def after_for(items):
    for x in items:
        y = x * 2
    return x, y


def after_while(n):
    while n > 0:
        last = n
        n -= 1
    return last


def branch(flag, n):
    t = 0
    for i in range(n):
        if i == flag:
            value = i
        t += value if i >= flag else 0
    return t, value


def deleted(n):
    t = 0
    for i in range(n):
        if i == 5:
            del t
        t += i
    return t


def after_except(x):
    error = "outer"
    try:
        1 / x
    except ZeroDivisionError as error:
        message = str(error)
    return error, message


def with_else(items):
    for x in items:
        if x > 2:
            found = x
            break
    else:
        missing = True
    return found if "missing" not in "x" and x > 2 else missing


def use_before(n):
    for i in range(n):
        if i:
            t = t + step
            step = 1
        else:
            t = 0.5
    return t


def inner_unbound(n):
    def read():
        return later

    if n > 1:
        later = n
    return read()


def deleted_cell():
    shared = 1

    def read():
        return shared

    yield read()
    del shared
    yield read()


def comprehension(n):
    return [q for _ in range(n)]
    q = 1


def match_binding(subject):
    match subject:
        case [a, b]:
            pass
        case {"k": c}:
            a = c
        case int(d):
            pass
    return a


def attempt(f, *args):
    try:
        print(f.__name__, args, f(*args))
    except (NameError, UnboundLocalError) as error:
        print(f.__name__, args, type(error).__name__, error)


for args in (([1, 2],), ([],), ("",), (range(0),)):
    attempt(after_for, *args)
attempt(after_while, 3)
attempt(after_while, 0)
attempt(branch, 3, 10)
attempt(branch, 30, 10)
attempt(branch, -1, 3)
attempt(deleted, 4)
attempt(deleted, 8)
attempt(after_except, 1)
attempt(after_except, 0)
attempt(with_else, [1, 2, 3])
attempt(with_else, [1])
attempt(with_else, [])
attempt(use_before, 1)
attempt(use_before, 2)
attempt(inner_unbound, 5)
attempt(inner_unbound, 0)
attempt(lambda: list(deleted_cell()))
attempt(comprehension, 0)
attempt(comprehension, 2)
attempt(match_binding, [1, 2])
attempt(match_binding, {"k": "v"})
attempt(match_binding, 5)
attempt(match_binding, None)


def hot(n):
    """Bound in most rounds, unbound in some."""
    t, unbound = 0, 0
    for i in range(n):
        if i % 10:
            x = i
        t += x if i else 0
        if i % 10 == 9:
            del x
            try:
                t += x
            except UnboundLocalError:
                unbound += 1
            x = 0.25
    return t, unbound


print(hot(5000))


class Body:
    for k in range(0):
        pass
    try:
        k
    except NameError as error:
        text = str(error)


print(Body.text)
try:
    never
except NameError as error:
    print(error)
if not Body:
    never = 1
