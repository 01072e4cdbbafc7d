"""The order in which keys and values are evaluated, and what remains after an error in the middle."""

log = []


def k(value):
    log.append(f"k{value}")
    return value


def v(value):
    log.append(f"v{value}")
    return value


def show(label, value):
    print(label, value, log)
    log.clear()


show("display", {k(1): v(1), k(2): v(2), k(1): v(3)})
show("comprehension", {k(i): v(i * 10) for i in range(3)})
show("unpacked", {k("a"): v(1), **{k("b"): v(2)}, k("c"): v(3)})
show("call", dict([(k(1), v(1)), (k(2), v(2))], z=v(9)))
d = {}
d[k("x")] = v(1)
show("item assignment", d)
d[k("x")] += v(5)
show("augmented", d)
d.setdefault(k("x"), v("unused default"))
d.get(k("q"), v("default"))
show("methods", d)
d[k("m")], d[k("n")] = v(1), v(2)
show("parallel", d)
del d[k("m")], d[k("n")]
show("delete", d)


def boom(tag):
    log.append(f"boom {tag}")
    raise RuntimeError(tag)


def attempt(label, function):
    try:
        function()
    except (RuntimeError, KeyError, TypeError) as error:
        log.append(repr(error))
    show(label, d)


attempt("value fails", lambda: {k(1): v(1), k(2): boom("value"), k(3): v(3)})
attempt("key fails", lambda: {k(1): v(1), boom("key"): v(2)})
attempt("update fails", lambda: d.update((key, boom("item") if key == "c" else key) for key in "abcd"))
attempt("comprehension fails", lambda: {k(i): 10 // (2 - i) if i != 2 else boom("two") for i in range(4)})
attempt("unhashable", lambda: d.__setitem__([k(1)], v(1)))


def augmented_missing():
    d[k("missing")] += v("not evaluated")


def nested_target():
    d[k("outer")][k("inner")] = v("value first")


def chained():
    d[k("p")] = d[k("q")] = v("shared")


attempt("augmented missing", augmented_missing)
attempt("nested target", nested_target)
attempt("chained", chained)


class Spy(dict):
    def __getitem__(self, key):
        log.append(f"get {key}")
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        log.append(f"set {key}={value}")
        super().__setitem__(key, value)

    def __delitem__(self, key):
        log.append(f"del {key}")
        super().__delitem__(key)


spy = Spy(a=1)
spy["a"] += 1
spy["b"] = spy["c"] = 3
spy["a"], spy["b"] = spy["b"], spy["a"]
del spy["c"]
for spy["loop"] in range(2):
    pass
with_walrus = [spy.__setitem__("w", y := n) or y for n in range(2)]
show("spy", dict.__repr__(spy))
spy["list"] = []
spy["list"] += [1]
spy["list"].append(2)
show("spy list", dict(spy))
x = {"i": 0}
x["i"], x[x["i"]] = 1, "after"
show("target order", x)
