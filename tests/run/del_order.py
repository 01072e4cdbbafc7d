"""Finalisers that use their object, raise nothing, touch globals, chain to parents, and resurrect once."""


class Base:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(f"Base.del({self.name})", end=" ")


class Child(Base):
    def __init__(self, name):
        super().__init__(name)
        self.part = Base(name + ".part")

    def __del__(self):
        print(f"Child.del({self.name})", end=" ")
        super().__del__()


class Registry:
    live = {}

    def __init__(self, key):
        self.key = key
        Registry.live[key] = len(Registry.live)

    def __del__(self):
        Registry.live.pop(self.key)


class Immortal:
    saved = []
    deaths = 0

    def __del__(self):
        Immortal.deaths += 1
        if not Immortal.saved:
            Immortal.saved.append(self)


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

    def __del__(self):
        print(self.value, end=" ")


class Temp:
    count = 0

    def __init__(self):
        Temp.count += 1

    def __del__(self):
        Temp.count -= 1

    def __add__(self, other):
        return Temp()

    def method(self):
        return self

    def value(self):
        return Temp.count


c = Child("c")
del c
print()
c = Child("again")
c.part = None
print("part replaced", end=" ")
c = None
print()
a, b = Registry("a"), Registry("b")
print(sorted(Registry.live), end=" ")
del a
print(sorted(Registry.live), end=" ")


def temporary():
    r = Registry("temp")
    return sorted(Registry.live)


print(temporary(), sorted(Registry.live))
x = Immortal()
x.data = "payload"
del x
print(len(Immortal.saved), Immortal.deaths, Immortal.saved[0].data)
Immortal.saved.clear()
print(len(Immortal.saved), Immortal.deaths)
head = None
for i in range(5):
    head = Node(i, head)
print("dropping chain:", end=" ")
head = None
print()
head = None
for i in range(3000):
    head = Node("", head)
print("long chain", end="")
while head:
    head = head.next
print(" gone")
print(
    Temp().value(),
    Temp.count,
    (Temp() + Temp()).value(),
    Temp.count,
    Temp().method().method().value(),
    Temp.count,
    [Temp().value() for _ in range(3)],
    Temp.count,
)
t = Temp()
u = t + t + t
print(Temp.count)
t = u = None
print(Temp.count, [Temp(), Temp()][0].value(), Temp.count, len([Temp() for _ in range(4)]), Temp.count)


def argument_lifetimes(x, *args, **kwargs):
    return Temp.count


print(argument_lifetimes(Temp(), Temp(), k=Temp()), Temp.count)


def local_order():
    first = Base("first")
    second = Base("second")
    del first
    print("body", end=" ")
    return "returned"


print(local_order())


def returns_while_holding():
    held = Base("held")
    try:
        return held.name.upper()
    finally:
        print("finally", end=" ")


print(returns_while_holding())


def early(flag):
    guard = Base(f"guard{flag}")
    if flag:
        return "early"
    print("late", end=" ")
    return "end"


print(early(1), early(0))


def raising():
    guard = Base("unwound")
    raise KeyError("k")


try:
    raising()
except KeyError as error:
    print("caught", error, end=" ")
print("out")
while True:
    loop = Base("loop body")
    break
print("after break", end=" ")
loop = None
print()
values = {"a": Base("in dict")}
values["a"], values["b"] = Base("new a"), values["a"]
print("moved", end=" ")
values.clear()
print()
z = Base("walrus")
(z := None)
print("walrus done", end=" ")
f = lambda: captured.name
captured = Base("captured")
print(f(), end=" ")
del captured
print("end")
