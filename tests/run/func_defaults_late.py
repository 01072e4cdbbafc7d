"""When defaults, annotations, decorators and bodies are evaluated; defaults that change."""

log = []


def at(tag, value=None):
    log.append(tag)
    return value


def decorator(tag):
    at(f"decorator {tag} evaluated")

    def apply(function):
        at(f"decorator {tag} applied")
        return function

    return apply


@decorator("one")
@decorator("two")
def function(
    a=at("default a", 1),
    *args: at("annotation args", int),
    b=at("default b", 2),
    c: at("annotation c") = at("default c", 3),
    **kwargs,
) -> at("annotation return", str):
    at("body")
    return a, args, b, c, kwargs


print(log)
log.clear()
print(function(), function(9, 8, b=7, d=6), log)
log.clear()


def counter(step=1, state={"n": 0}):
    state["n"] += step
    return state["n"]


print(counter(), counter(5), counter(), counter(1, {"n": 100}), counter(), counter.__defaults__)
x = 10


def frozen(value=x, lazy=lambda: x, listed=[x]):
    return value, lazy(), listed


x = 20
print(frozen(), frozen(value=x))
frozen.__defaults__[2].append("changed")
print(frozen())


def make(n):
    def inner(a=n, b=lambda: n):
        return a, b()

    n += 1
    return inner


print(make(1)(), make(1)(5))
functions = []
for i in range(3):

    def in_loop(n=i, *, k=i * 10):
        return n, k, i

    functions.append(in_loop)
print([f() for f in functions], functions[0](k=0), len({id(f) for f in functions}))


def defined(flag):
    if flag:

        def helper():
            return "first"

    else:

        def helper():
            return "second"

    return helper()


print(defined(True), defined(False))


def redefine():
    def f():
        return 1

    g = f

    def f():
        return g() + 1

    return f(), g()


print(redefine())


def f():
    return "old"


saved = f


def f():
    return "new " + saved()


print(f(), saved())


def self_replacing():
    global self_replacing
    self_replacing = lambda: "replaced"
    return "original"


print(self_replacing(), self_replacing())


class Default:
    created = 0

    def __init__(self):
        Default.created += 1

    def method(self, other=None, sentinel=object()):
        other = other or Default()
        return Default.created, sentinel is Default.method.__defaults__[1]


print(Default().method(), Default().method(Default()), Default.method.__name__)


def unhashable_default(key=[], table={}):
    try:
        table[key] = 1
    except TypeError as error:
        return str(error)
    return table


print(unhashable_default(), unhashable_default("k"), unhashable_default("m"))


def keyword_defaults(*, a=[], b=None):
    b = [] if b is None else b
    a.append(1)
    b.append(1)
    return a, b


print(keyword_defaults(), keyword_defaults(), keyword_defaults(a=[]), keyword_defaults.__kwdefaults__)
try:

    def failing(a=at("before"), b=1 // 0, c=at("never")):
        pass

except ZeroDivisionError as error:
    print(error, log)
try:
    failing()
except NameError as error:
    print(error)
