"""Subclasses of dict: __missing__, overriding, super(), which methods bypass overrides."""


class Counter(dict):
    def __missing__(self, key):
        return 0

    def count(self, items):
        for item in items:
            self[item] += 1
        return self


class AutoTree(dict):
    def __missing__(self, key):
        value = self[key] = type(self)()
        return value


class Folding(dict):
    """Keys are compared without regard to case."""

    def __init__(self, *args, **kwargs):
        super().__init__()
        self.update(*args, **kwargs)

    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __delitem__(self, key):
        super().__delitem__(key.lower())

    def __contains__(self, key):
        return super().__contains__(key.lower())

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value


class Logging(dict):
    def __getitem__(self, key):
        print(f"[get {key}]", end="")
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print(f"[set {key}]", end="")
        super().__setitem__(key, value)

    def __iter__(self):
        print("[iter]", end="")
        return super().__iter__()

    def keys(self):
        print("[keys]", end="")
        return super().keys()


c = Counter().count("abracadabra")
print(
    c,
    c["z"],
    "z" in c,
    c.get("z"),
    c.get("z", 5),
    len(c),
    c == {"a": 5, "b": 2, "r": 2, "c": 1, "d": 1},
    sorted(c, key=c.get),
)
t = AutoTree()
t["a"]["b"]["c"] = 1
t["a"]["x"]
print(t, isinstance(t["a"], AutoTree), t["q"] == {}, list(t))
f = Folding({"Abc": 1}, DEF=2)
f["abC"] += 10
print(f, f["ABC"], "def" in f, f.get("ABC"), f.get("abc"), f.setdefault("NEW", 3), f)
del f["Def"]
print(f, dict(f), {**f}, f | {"z": 1}, type(f | {}).__name__, type(f.copy()).__name__)

log = Logging(a=1)
log["b"] = 2
print(log["a"], log.get("b"), log.setdefault("c", 3), log.pop("c"), list(log), len(log))
log.update(d=4)
log |= {"e": 5}
print(dict(log), {**log}, [*log.items()], [k for k in log.keys()])
print("%(a)s" % log, "{a}".format_map(log), "a" in log, log == {"a": 1, "b": 2, "d": 4, "e": 5})


class Ordered(dict):
    def first(self):
        return next(iter(self.items()), None)

    def move_to_end(self, key):
        self[key] = self.pop(key)


o = Ordered(x=1, y=2, z=3)
o.move_to_end("x")
o.extra = "attribute"
print(
    o,
    o.first(),
    o.__dict__,
    Ordered.fromkeys("ab", 0),
    type(Ordered.fromkeys("a")).__name__,
    repr(Ordered()),
    isinstance(o, dict),
    bool(Ordered()),
)


class Frozen(dict):
    def __setitem__(self, key, value):
        raise TypeError(f"cannot set {key!r}")

    def __hash__(self):
        return hash(tuple(sorted(self.items())))


z = Frozen(a=1)
try:
    z["b"] = 2
except TypeError as error:
    print(error, {z: "hashable"}[Frozen(a=1)])


class BadMissing(dict):
    def __missing__(self, key):
        raise LookupError(f"nothing for {key}")


for operation in (
    lambda: BadMissing()["k"],
    lambda: BadMissing().pop("k"),
    lambda: Counter()[[]],
    lambda: {}.__missing__("k"),
):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)
