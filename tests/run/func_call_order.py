"""Evaluation order in calls, operators, subscripts, comparisons, assignments and conditionals."""

log = []


def e(tag, value=None):
    log.append(tag)
    return tag if value is None else value


def show(label, value=""):
    print(f"{label:<22}{value!s:<24}{' '.join(map(str, log))}")
    log.clear()


def f(*args, **kwargs):
    log.append("call")
    return len(args) + len(kwargs)


class Box:
    def __init__(self):
        self.items = {}

    def __getattr__(self, name):
        log.append(f"getattr-{name}")
        return lambda *args, **kwargs: f"{name}{args}"

    def __setattr__(self, name, value):
        log.append(f"setattr-{name}") if name != "items" else None
        object.__setattr__(self, name, value)

    def __getitem__(self, key):
        log.append(f"getitem-{key}")
        return self.items.get(key, 0)

    def __setitem__(self, key, value):
        log.append(f"setitem-{key}")
        self.items[key] = value

    def __add__(self, other):
        log.append("add")
        return 1

    def __bool__(self):
        log.append("bool")
        return False

    def __lt__(self, other):
        log.append("lt")
        return self

    def __contains__(self, item):
        log.append("contains")
        return item


box = Box()
show("call", e("fn", f)(e(1), *e("star", [2]), e(3), k=e("k"), **e("dstar", {"z": 1}), m=e("m")))
show("method", e("obj", box).method(e("arg")))
show("binary", e(1) + e(2) * e(3) - e(4))
show("power", e(2) ** e(3) ** e(1))
show("compare", e(1) < e(2) > e(1) == e(1))
show("compare stops", e(2) < e(1) < e(9))
show("boolean", e("", "") or e("x") and e("y"))
show("conditional", e("then") if e("cond") else e("else"))
show("subscript", e("box", box)[e("key")])
show("slice", e("seq", [1, 2, 3])[e("lo", 0):e("hi", 2):e("step", 1)])
show("list", [e(1), *e("s", [2]), e(3)])
show("dict", {e("k1"): e("v1"), **e("d", {}), e("k2"): e("v2")})
e("target", box)[e("key")] = e("value")
show("item assignment")
e("target", box).name = e("value")
show("attr assignment")
e("t1", box)[e("k1")] = e("t2", box).attr = e("value")
show("chained")
e("t1", box)[e("k1")], e("t2", box)[e("k2")] = e("v1"), e("v2")
show("tuple")
e("t", box)[e("k", "n")] += e("v", 5)
show("augmented item", box.items)
log.clear()
e("t", box).count = 1
e("t", box).count += e("v", 5)
show("augmented attr", box.count)
x = [0, 0]
i = 0
x[i], i = e("rhs", 5), 1
show("index then name", (x, i))
i, x[i] = 0, 9
show("name then index", (x, i))
show("in", e("item", 1) in e("container", box))
show("not in", e("item", 0) not in e("container", box))
show("chain with object", bool(box < 1 < 2))
show("lambda default", (lambda a=e("default"): a)())
show("f-string", f"{e('a')}{e('b'):>{e('w', 3)}}")
show("comprehension", [e(f"e{a}{b}", a) for a in e("A", [1, 2]) if e(f"c{a}") for b in e(f"B{a}", [3])])
show("decorator-like", e("outer", lambda g: g)(e("inner", lambda: 5))())
show("nested calls", f(e(1), f(e(2)), e(3)))
show("walrus", (y := e(1)) + (y := e(2)) + y)
show("starred", [*e("a", "x"), *e("b", "y")])
show("not/neg", -e(1) + ~e(2) + (not e(0)))
show("add object", e("l", box) + e("r"))
assert e("assert-cond", True), e("never evaluated")
show("assert ok")
try:
    assert e("assert-cond", []), e("message")
except AssertionError as error:
    show("assert fails", error)
try:
    raise e("exception", ValueError("x")) from e("cause", KeyError("y"))
except ValueError as error:
    show("raise from", repr(error.__cause__))
del e("target", [1, 2])[e("index", 0)], e("other", {"k": 1})[e("key", "k")]
show("del")
for e("loop target", box).v in e("iterable", [1, 2]):
    e("body")
show("for target")
try:
    f(e(1), e("raises", 1) // e("zero", 0), e("never"))
except ZeroDivisionError:
    show("error in argument")
try:
    e("callee", 5)(e("argument"))
except TypeError as error:
    show("not callable", error)
