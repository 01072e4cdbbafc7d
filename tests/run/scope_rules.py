"""Where a name is looked up: class bodies, comprehensions, nested functions, defaults, walrus."""

x = "global"


def function_scope():
    x = "function"

    class Body:
        seen = x
        x = "class"
        after = x
        in_list = [x for _ in range(1)]
        first = [y for y in x]

        def method(self):
            return x

        def default(self, value=x):
            return value

    def nested():
        return x

    x = "changed"
    b = Body()
    return b.seen, b.x, b.after, b.in_list, b.first, b.method(), b.default(), nested()


try:
    print(function_scope())
except NameError as error:
    print("class body:", error)


def without_local_class_name():
    class Body:
        seen = x
        in_list = [x for _ in range(1)]

        def method(self):
            return x

    return Body.seen, Body.in_list, Body().method()


print(without_local_class_name())


class Conditional:
    if x == "global":
        chosen = "yes"
    else:
        chosen = "no"
    for i in range(3):
        last = i
    del i
    try:
        missing = chosen[100]
    except IndexError as error:
        missing = str(error)


print(
    Conditional.chosen, Conditional.last, Conditional.missing, hasattr(Conditional, "i"), hasattr(Conditional, "error")
)


def parameters_and_nested(a, b=lambda: x):
    def inner(a):
        return a * 2

    return inner(a) + a, b()


print(parameters_and_nested(4))


def walrus_scope():
    if (n := 10) > 5:
        pass
    values = [m := k * n for k in range(3)]
    return n, m, values, [last := v for v in values][-1] == last


print(walrus_scope())


def nonlocal_chain():
    x = 1

    def level1():
        nonlocal x
        x += 1

        def level2():
            nonlocal x
            x *= 10
            return x

        return level2() + x

    return level1(), x


print(nonlocal_chain(), x)


def conditional_local(flag):
    if flag:
        value = "bound"
    return value


print(conditional_local(True))
try:
    conditional_local(False)
except UnboundLocalError as error:
    print(error)


def del_then_use():
    value = 1
    del value
    return value


try:
    del_then_use()
except UnboundLocalError as error:
    print(error)


def import_in_function():
    import math
    from math import floor as down

    return down(math.pi), math.__name__


print(import_in_function())
try:
    print(math)
except NameError as error:
    print(error)


def loop_targets_are_locals():
    for x in "ab":
        for x in range(2):
            pass
    return x


def lambda_scopes():
    return [(lambda x: (lambda x: x + 1)(x) * 2)(v) for v in (1, 2)], (lambda: x)()


print(loop_targets_are_locals(), lambda_scopes(), x)
list = [1, 2]
print(list, type(list))
del list
print(list("ab"))
