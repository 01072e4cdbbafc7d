"""Finalisers that run in the middle of a loop, by rebinding, and change what the loop reads next."""

level = 0
events = []


class Fuse:
    """When its last reference goes, it changes a global, an attribute, or a list."""

    def __init__(self, act, *args):
        self.act, self.args = act, args

    def __del__(self):
        self.act(*self.args)


def set_level(value):
    global level
    level = value


class State:
    def __init__(self):
        self.n = 1
        self.items = [1, 2, 3]


def by_rebinding(rounds):
    set_level(1)
    t, fuse = [], None
    for i in range(rounds):
        a = level
        fuse = Fuse(set_level, i * 0.5 if i % 2 else i)
        t.append((a, level))
    fuse = None
    t.append(level)
    return t


print(by_rebinding(6))


def by_attribute(rounds):
    s, t = State(), 0
    for i in range(rounds):
        holder = Fuse(setattr, s, "n", s.n + i)
        t += s.n
        holder = None
        t += s.n * 1000
    return t, s.n


print(by_attribute(100), by_attribute(0), by_attribute(1))


def by_list(rounds):
    s, fuses = State(), []
    for i in range(rounds):
        fuses.append(Fuse(s.items.append, i))
    t = 0
    for x in s.items:
        t += x
        if fuses:
            fuses.pop()
    return t, len(s.items), s.items[-3:]


print(by_list(20))


def by_overwrite():
    items = [Fuse(events.append, i) for i in range(5)]
    items[2] = None
    items[0], items[1] = items[1], items[0]
    events.append("swapped")
    items[3:] = []
    events.append("cut")
    items.sort(key=lambda f: 0 if f is None else f.args[0])
    items = items[1:]
    events.append("copied")
    d = {"a": Fuse(events.append, "a"), "b": Fuse(events.append, "b")}
    d["a"] = 5
    d.update(b=6)
    events.append("updated")
    s = State()
    s.fuse = Fuse(events.append, "attribute")
    s.fuse = Fuse(events.append, "second")
    del s.fuse
    s.__dict__["n"] = Fuse(events.append, "dict")
    s.n = 1
    events.append("end")


by_overwrite()
events.append("after")
print(events)
events.clear()


def argument_dies(f):
    f = None
    events.append("in body")
    return len(events)


def returns_early(flag):
    first = Fuse(events.append, "first")
    second = Fuse(events.append, "second")
    if flag:
        return events.append("returning")
    first = second
    events.append("end")


def raising():
    kept = Fuse(events.append, "kept")
    try:
        inner = Fuse(events.append, "inner")
        raise KeyError(1)
    except KeyError:
        del inner
        events.append("handled")
    finally:
        events.append("finally")


print(argument_dies(Fuse(events.append, "argument")))
returns_early(True)
returns_early(False)
raising()
print(events)
events.clear()


class Resurrecting:
    saved = []
    count = 0

    def __del__(self):
        Resurrecting.count += 1
        Resurrecting.saved.append(self)


for i in range(5):
    r = Resurrecting()
    r.i = i
r = None
print(Resurrecting.count, [x.i for x in Resurrecting.saved])
Resurrecting.saved.clear()
print(Resurrecting.count, len(Resurrecting.saved))


def method_replaced(rounds):
    """The finaliser replaces the method that the loop calls."""

    class Machine:
        def step(self):
            return 1

    def replace(value):
        Machine.step = lambda self: value

    m, out = Machine(), []
    for i in range(rounds):
        f = Fuse(replace, i + 0.5)
        out.append(m.step())
    return out


print(method_replaced(4))


def generator_holds():
    f = Fuse(events.append, "generator's")
    yield 1
    f = None
    yield 2


g = generator_holds()
next(g)
g = None
list(generator_holds())
print(events)
for n in range(3):
    [Fuse(events.append, n), Fuse(events.append, n * 10)][0].args
print(events[2:])
