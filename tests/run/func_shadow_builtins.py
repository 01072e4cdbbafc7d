"""Builtins shadowed by globals, parameters, locals, loop variables, classes, and restored again."""


def parameter_named(list, str=5, *, int=lambda x: f"int<{x}>", print=None):
    return list, str, int("7"), print


def local_named():
    len = lambda x: "my len"
    max = 10
    return len([1, 2]), max, min(3, 4)


def loop_named():
    out = []
    for id in range(2):
        for type in "ab":
            out.append((id, type))
    return out, id, type


def comprehension_named():
    return [str for str in (1, 2)], str(3), {dict: set for dict, set in [(1, 2)]}, dict(a=1)


def unbound_builtin():
    try:
        print(sum([1, 2]))
    except UnboundLocalError as error:
        return str(error)
    sum = 5
    return sum


def except_named():
    try:
        raise KeyError("k")
    except KeyError as ValueError:
        caught = repr(ValueError)
    try:
        ValueError
    except NameError as error:
        return caught, str(error)


def nested_named():
    range = [7, 8]

    def inner():
        return [x for x in range]

    return inner(), len(range)


def global_named():
    global sorted
    sorted = lambda items: "global override"


class list_like:
    list = [1, 2]
    str = "class attribute"

    def int(self):
        return int("5")

    def use(self):
        return list("ab"), str(1), self.list, self.str, self.int()


def generator_named():
    next = yield "first"
    iter = yield next
    yield next, iter


print(
    parameter_named([1]),
    parameter_named("x", str="y", print="p"),
    local_named(),
    loop_named(),
    comprehension_named(),
    unbound_builtin(),
    except_named(),
    nested_named(),
)
print(list_like().use(), len([1]), type(5).__name__)
before = sorted([2, 1])
global_named()
print(before, sorted([2, 1]))
del sorted
print(sorted([2, 1]))

true_print = print


def print(*args, **kwargs):
    true_print("[shadow]", *args, **kwargs)


print("a", "b", sep="-")


def uses_print():
    print("inside")


uses_print()
print = lambda *args: true_print("[lambda]", len(args))
uses_print()
print = true_print
uses_print()


class int(int):
    def __add__(self, other):
        return f"{super().__add__(other)}?"


print(int(5) + 1, type(int(5)).__name__, isinstance(True, int), isinstance(5, int), 5 + 1)
del int
print(int("5") + 1, isinstance(5, int))


def str(x):
    return f"<{x}>"


print(str(5), f"{5}", "%s" % 5, "".join(map(str, [1, 2])))
del str
print(str(5))
__name__ = "renamed"
print(__name__)
_ = "underscore"
for _ in range(2):
    pass
print(_)
object_ = object
object = 5
print(object, isinstance(object, object_))


class Plain:
    pass


print(isinstance(Plain(), object_), Plain.__mro__[-1] is object_)
del object
g = generator_named()
print(next(g), g.send("n"), g.send("i"))
None_like = [None, NotImplemented, Ellipsis, ..., True]
print(None_like, Ellipsis is ..., len(None_like))
input = lambda prompt="": f"fake input {prompt}"
print(input("q?"))
open = None
print(open)
del input, open
