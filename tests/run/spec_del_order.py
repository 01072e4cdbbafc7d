"""The moment of `__del__`: locals, rebinding in loops, lists, arguments, exceptions, temporaries, del in the middle."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("-" + str(self.name), end=" ")

    def itself(self):
        return self

    def __add__(self, other):
        return Noisy(f"{self.name}{other.name}")


def section(name):
    print()
    print(name, end=": ")


def rebinding(n):
    x = None
    for i in range(n):
        x = Noisy(i)
        print(f"made{i}", end=" ")
    print("loop over", end=" ")


section("rebinding")
rebinding(3)


def loop_variable(items):
    for item in items:
        print("at", item.name, end=" ")
    items = None
    print("items dropped", end=" ")
    del item
    print("item dropped", end=" ")


section("loop variable")
loop_variable([Noisy("p"), Noisy("q"), Noisy("r")])


def middle():
    a, b, c = Noisy("a"), Noisy("b"), Noisy("c")
    del b
    print("b gone", end=" ")
    a = c
    print("a rebound", end=" ")
    c = 5
    print("c rebound", end=" ")
    return a


section("middle")
middle()
print("result dropped", end=" ")


def temporaries():
    print(Noisy("t").name, end=" ")
    Noisy("u").itself().itself()
    print("then", (Noisy("v") + Noisy("w")).name, end=" ")
    [Noisy(1), Noisy(2), Noisy(3)]
    print("list", end=" ")
    (Noisy(4), Noisy(5))[0].name
    {"k": Noisy(6)}["k"].name
    print("dict", end=" ")


section("temporaries")
temporaries()


def unused(argument, other=None):
    argument = other
    print("in call", end=" ")
    return 1


section("arguments")
unused(Noisy("arg"))
unused(Noisy("arg2"), Noisy("other"))


def failing(n):
    held = Noisy(f"held{n}")
    if n == 2:
        raise ValueError(n)
    return n


section("exceptions")
for i in range(4):
    try:
        failing(i)
    except ValueError as error:
        print("caught", end=" ")
    print("next", end=" ")


def list_ends():
    items = [Noisy(i) for i in range(6)]
    items[0] = None
    items.pop()
    items[1:3] = []
    print("sliced", end=" ")
    items.append(Noisy("new"))
    items *= 1
    items.clear()
    print("cleared", end=" ")


section("list")
list_ends()


class Holder:
    def __init__(self, *names):
        self.first, self.second = map(Noisy, names)


section("attributes")
h = Holder("x", "y")
h.first = 0
print("replaced", end=" ")
h.__init__("x2", "y2")
print("again", end=" ")
del h
section("branches")
for i in range(4):
    kept = Noisy(f"k{i}") if i % 2 else None
    if i == 2:
        continue
    print("round", i, end=" ")
del kept


def swap():
    a, b = Noisy("s1"), Noisy("s2")
    for _ in range(3):
        a, b = b, a
    a = None
    print("swapped", end=" ")


section("swap")
swap()
section("comprehension")
print([x.name for x in (Noisy(i) for i in range(3))], end=" ")
print(sum(len(n.name) for n in map(Noisy, ["aa", "b"])), end=" ")
section("closure")


def closure():
    inner = Noisy("captured")

    def use():
        return inner.name

    return use


f = closure()
print(f(), end=" ")
f = None
section("exit")
last = Noisy("last")
