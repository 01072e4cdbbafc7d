"""__enter__, __exit__, __iter__, __next__, __contains__, __reversed__ and __del__ looked up on the type, in one object."""


class Stream:
    """An iterator, a context manager and a container at once; every call is recorded."""

    def __init__(self, items, log):
        self.items, self.log = list(items), log
        self.position = 0

    def __iter__(self):
        self.log.append("iter")
        return self

    def __next__(self):
        if self.position >= len(self.items):
            self.log.append("stop")
            raise StopIteration
        self.position += 1
        return self.items[self.position - 1]

    def __enter__(self):
        self.log.append("enter")
        self.position = 0
        return self

    def __exit__(self, kind, error, traceback):
        self.log.append(f"exit {kind.__name__ if kind else None}")
        return kind is StopIteration

    def __contains__(self, item):
        self.log.append(f"contains {item}")
        return item in self.items

    def __len__(self):
        self.log.append("len")
        return len(self.items) - self.position

    def __reversed__(self):
        self.log.append("reversed")
        return iter(self.items[::-1])

    def __getitem__(self, index):
        self.log.append(f"item {index}")
        return self.items[index]

    def __call__(self, *items):
        self.log.append("call")
        self.items += items
        return self

    def __del__(self):
        self.log.append("del")


log = []


def show(label, value):
    print(f"{label}: {value!r} {log}")
    log.clear()


s = Stream("abc", log)
show("list", list(s))
show("exhausted", list(s))
with s as inside:
    show("same", inside is s)
    show("first", next(inside))
show("left", None)
show("rest", [x for x in s])
show("in", ("a" in s, "z" in s, "z" not in s))
show("reversed", list(reversed(s)))
show("index", (s[0], s[-1], s[1:]))
show("len", len(s))
show("bool", bool(s))
show("call", s("d", "e") is s)
show("bool again", not s)
with s:
    a, *b = s
show("unpack", (a, b))
with s("f") as t:
    for x in t:
        if x == "c":
            break
    for y in t:
        show("between", (x, y))
        break
show("after break", list(s))
with s, s as u:
    next(u)
show("twice", u is s)
with s:
    while True:
        next(s)
show("stop suppressed", len(s))
try:
    with s:
        raise KeyError("k")
except KeyError as error:
    show("not suppressed", repr(error))
with s:
    show("zip with itself", list(zip(s, s)))
with s:
    show("tuple, set", (tuple(s), len(set(s))))
with s:
    show("max", max(s))
with s:
    show("join", "-".join(s))
with s:
    show("star", (lambda *args: args)(*s))
with s:
    show("dict", dict(zip("xyz", s)))
with s:
    show("enumerate", list(enumerate(s))[-1])
with s:
    show("map", list(map(str.upper, s))[:2])
with s:
    show("comprehension", {k: v for v, k in enumerate(s) if v % 2})
s.__iter__ = lambda: iter("instance attribute is ignored")
s.__len__ = lambda: 99
with s:
    show("instance dunders", (list(s), len(s)))
s.__class__.__len__ = lambda self: 42
show("class changed", len(s))
del s, t, u, inside
show("deleted", None)
Stream([], log)
show("temporary", None)


def consume():
    with Stream("xy", log) as stream:
        return [item for item in stream]


show("function", consume())


def generate():
    with Stream("pq", log) as stream:
        yield from stream


show("generator", list(generate()))
g = generate()
next(g)
g.close()
del g
show("closed generator", None)


class NoIter:
    __iter__ = None
    __contains__ = None
    __enter__ = 5

    def __getitem__(self, i):
        return [1, 2][i]


class HalfManager:
    def __enter__(self):
        return "entered"


for thunk in (
    lambda: iter(NoIter()),
    lambda: 1 in NoIter(),
    lambda: [*NoIter()],
    lambda: list(NoIter()),
    lambda: reversed(NoIter()),
    lambda: next(NoIter()),
):
    try:
        print(thunk())
    except TypeError as error:
        print(error)
for manager in (HalfManager(), NoIter(), Stream, 5):
    try:
        with manager as m:
            print(m)
    except TypeError as error:
        print(error)
