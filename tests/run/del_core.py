"""The moment __del__ runs: rebinding, del, scope exit, containers, temporaries, exceptions."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(f"~{self.name}", end=" ")


def step(title):
    print()
    print(title, end=": ")


step("temporary")
Noisy("temp")
print("after", end=" ")
step("rebinding")
x = Noisy("first")
x = Noisy("second")
print("bound", end=" ")
x = None
step("two names")
a = b = Noisy("shared")
del a
print("one left", end=" ")
del b
step("function exit")


def scope():
    local = Noisy("local")
    other = Noisy("other")
    print("in body", end=" ")


scope()
step("returned")


def make(name):
    return Noisy(name)


kept = make("kept")
make("dropped")
print("holding", end=" ")
del kept
step("argument")


def consume(argument):
    argument = None
    print("consumed", end=" ")


consume(Noisy("arg"))
step("list")
items = [Noisy("l0"), Noisy("l1"), Noisy("l2")]
items[1] = None
print("set", end=" ")
items.pop()
print("popped", end=" ")
del items[0]
print("deleted", end=" ")
items.append(Noisy("l3"))
items.clear()
step("dict")
d = {"a": Noisy("da"), "b": Noisy("db")}
d["a"] = 1
del d["b"]
d["c"] = Noisy("dc")
d.pop("c")
print("empty", end=" ")
step("attribute")
holder = Noisy("holder")
holder.child = Noisy("child")
holder.child = 5
holder.child = Noisy("child2")
del holder
step("tuple unpack")
p, q = Noisy("p"), Noisy("q")
p, q = q, p
p = None
q = None
step("exception")
try:
    guard = Noisy("guard")
    raise ValueError(Noisy("in exception"))
except ValueError as error:
    del guard
    print("handling", end=" ")
print("handled", end=" ")
step("loop")
for n in range(3):
    current = Noisy(f"i{n}")
del current
step("comprehension")
[Noisy(f"c{n}") for n in range(3)]
print("end", end=" ")
step("generator")


def generate():
    inside = Noisy("inside")
    yield 1
    yield 2


g = generate()
next(g)
print("suspended", end=" ")
del g
step("closure")


def closing():
    captured = Noisy("captured")
    return lambda: captured


f = closing()
print("alive", f().name, end=" ")
f = None
step("condition")
print(bool(Noisy("cond")), end=" ")
print(Noisy("fmt").name, end=" ")
step("resurrection")
saved = []


class Phoenix:
    def __del__(self):
        print("dying", end=" ")
        saved.append(self)


Phoenix()
print(len(saved), end=" ")
saved.clear()
print("gone for good", len(saved))
