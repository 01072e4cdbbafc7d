"""__del__ timing with nested containers, comprehensions, sorting, slices, and replaced elements."""


class Obj:
    alive = 0

    def __init__(self, name):
        self.name = name
        Obj.alive += 1

    def __del__(self):
        Obj.alive -= 1
        print(f"~{self.name}", end=" ")

    def __repr__(self):
        return self.name

    def __lt__(self, other):
        return self.name < other.name


def step(title):
    print()
    print(f"{title} ({Obj.alive}):", end=" ")


def objs(prefix, n):
    return [Obj(f"{prefix}{i}") for i in range(n)]


step("list rebound")
a = objs("a", 3)
a = a[1:]
print("sliced", end=" ")
a = None
step("slice assignment")
b = objs("b", 5)
b[1:3] = [Obj("new")]
print("replaced", end=" ")
b[::2] = [1, 2]
print("strided", end=" ")
del b
step("nested")
c = [[Obj("inner")], {"k": Obj("value")}, (Obj("tuple"),)]
c[0] = None
print("list gone", end=" ")
del c[1]
print("dict gone", end=" ")
c.clear()
step("dict overwrite")
d = {i: Obj(f"d{i}") for i in range(3)}
d[0] = "x"
d.update({1: "y"})
d |= {2: "z"}
print("all replaced", end=" ")
step("dict pop")
e = {"p": Obj("p"), "q": Obj("q")}
x = e.pop("p")
print("popped", end=" ")
x = None
key, value = e.popitem()
del value
step("setdefault keeps the first")
f = {}
f.setdefault("k", Obj("first"))
f.setdefault("k", Obj("second"))
print("after", end=" ")
f.clear()
step("sort and reverse")
g = objs("g", 3)
g.sort(reverse=True)
g.reverse()
print(sorted(g), max(g), end=" ")
g.remove(g[0])
print("removed", end=" ")
del g
step("filter")
h = objs("h", 4)
h = [o for o in h if o.name in ("h1", "h3")]
print("filtered", h, end=" ")
for o in h:
    pass
h = None
print("loop variable holds one", end=" ")
del o
step("enumerate and zip")
for i, o in enumerate(objs("i", 2)):
    print("at", i, end=" ")
del o
step("unpack")
first, *rest = objs("j", 3)
first = None
print("first dropped", end=" ")
rest.pop()
rest = None
step("swap")
k, l = Obj("k"), Obj("l")
k, l = l, k
k = None
l = None
step("concatenation")
m = [Obj("m0")] + [Obj("m1")]
m += [Obj("m2")]
m *= 2
print(len(m), end=" ")
m = m[:1]
print("cut", end=" ")
m = None
step("set")
s = {Obj("s")}
s.pop()
print("popped", end=" ")
step("tuple of same")
o = Obj("shared")
t = (o, o, [o])
del o
print("still", t[0], end=" ")
t = None
step("default argument")


def function(x=Obj("default")):
    return x.name


print(function(), end=" ")
del function
step("attribute chain")
n = Obj("n1")
n.next = Obj("n2")
n.next.next = Obj("n3")
n.next = n.next.next
print("shortened", end=" ")
del n
step("class attribute")


class Holder:
    shared = Obj("class attribute")


Holder.shared = None
step("list as queue")
q = objs("q", 3)
while q:
    q.pop(0)
    print("next", end=" ")
step("in expression")
print([Obj("u"), Obj("v")][1].name, {"k": Obj("w")}["k"].name, (Obj("x"), 1)[1], end=" ")
step("exception drops locals")


def fails():
    local = Obj("local")
    raise ValueError("x")


try:
    fails()
except ValueError:
    print("handling", end=" ")
print("handled", end=" ")
step("end")
print()
