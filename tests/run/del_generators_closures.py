"""Finalisers of objects held by closures, generators, bound methods, exceptions and frames."""


class Obj:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(f"~{self.name}", end=" ")

    def method(self):
        return self.name


def step(title):
    print()
    print(title, end=": ")


step("closure cell")


def make():
    captured = Obj("captured")

    def get():
        return captured.name

    def drop():
        nonlocal captured
        captured = None
    return get, drop


get, drop = make()
print(get(), end=" ")
drop()
print("dropped", end=" ")
step("closure freed")
get, drop = make()
get = None
print("one closure left", end=" ")
drop = None
step("bound method")
m = Obj("bound").method
print(m(), end=" ")
m = None
step("generator local")


def generate():
    local = Obj("local")
    yield local.name
    local = None
    yield "dropped"
    other = Obj("other")
    yield other.name


g = generate()
print(next(g), next(g), next(g), end=" ")
g.close()
print("closed", end=" ")
step("generator argument")


def hold(x):
    yield x.name


g = hold(Obj("argument"))
print("created", next(g), end=" ")
print(next(g, "exhausted"), end=" ")
step("generator yields temporaries")


def producer():
    for i in range(3):
        yield Obj(f"item{i}")


for item in producer():
    print("got", item.name, end=" ")
print("loop done", end=" ")
del item
step("list of producer")
items = list(producer())
print(len(items), end=" ")
del items
step("exception object")
try:
    raise ValueError(Obj("payload"))
except ValueError as error:
    print("handling", error.args[0].name, end=" ")
print("after handler", end=" ")
step("stored exception")
saved = None
try:
    raise ValueError(Obj("kept"))
except ValueError as error:
    saved = error
print("kept", end=" ")
saved = None
step("local in failing function")


def fail():
    inner = Obj("inner")
    raise KeyError


try:
    fail()
except KeyError as error:
    saved = error
print("traceback holds the frame", end=" ")
saved = None
step("comprehension")
print([o.name for o in [Obj("c1"), Obj("c2")]], end=" ")
step("lambda default")
f = lambda x=Obj("default"): x.name
print(f(), end=" ")
f = None
step("partial application")


def bind(function, *args):
    return lambda: function(*args)


bound = bind(Obj.method, Obj("bound argument"))
print(bound(), end=" ")
del bound
step("map and filter")
m = map(lambda o: o.name, [Obj("m1"), Obj("m2")])
print(next(m), end=" ")
m = None
step("zip keeps sources")
z = zip([Obj("z1")], [1])
print("made", end=" ")
del z
step("iterator exhausted")
it = iter([Obj("i1"), Obj("i2")])
next(it)
print("first gone", end=" ")
next(it), next(it, None)
print("exhausted", end=" ")
del it
step("property")


class Owner:
    @property
    def fresh(self):
        return Obj("fresh")

    def __getattr__(self, name):
        return Obj(name)

    def __getitem__(self, key):
        return Obj(f"item {key}")

    def __enter__(self):
        return Obj("entered")

    def __exit__(self, *exc):
        print("exit", end=" ")


owner = Owner()
print(owner.fresh.name, owner.missing.name, owner[5].name, end=" ")
step("with")
with owner as entered:
    print("body", end=" ")
print("left", end=" ")
del entered
with owner:
    print("no target", end=" ")
step("conditional expression")
print(Obj("yes").name if Obj("test") else Obj("no").name, end=" ")
step("boolean operators")
x = Obj("left") and Obj("right")
print("chosen", x.name, end=" ")
x = None
step("chained assignment")
a = b = c = Obj("chained")
a = b = None
print("one left", end=" ")
c = None
step("global statement")


def set_global():
    global module_level
    module_level = Obj("global1")
    module_level = Obj("global2")


set_global()
print("set", end=" ")
del module_level
print()
