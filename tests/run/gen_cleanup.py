"""When finally blocks, with blocks and __del__ in generators run: break, del, rebinding, exceptions."""


class Resource:
    def __init__(self, name):
        self.name = name
        print(f"[open {name}]", end=" ")

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        print(f"[close {self.name} {kind.__name__ if kind else None}]", end=" ")

    def __del__(self):
        print(f"[del {self.name}]", end=" ")


def reader(name, n=3):
    with Resource(name) as resource:
        for i in range(n):
            yield f"{resource.name}{i}"
    print("[end of generator]", end=" ")


def with_finally(name):
    local = Resource(name)
    try:
        yield 1
        yield 2
    finally:
        print(f"[finally {name}]", end=" ")


def step(title):
    print()
    print(title, end=": ")


step("exhausted")
print(list(reader("a")), end=" ")
step("break")
for line in reader("b"):
    print(line, end=" ")
    break
print("after loop", end=" ")
step("del")
g = reader("c")
print(next(g), end=" ")
del g
print("deleted", end=" ")
step("rebind")
g = with_finally("d")
next(g)
g = None
step("close")
g = with_finally("e")
next(g)
g.close()
print("closed", end=" ")
g = None
step("never started")
g = with_finally("f")
del g
print("nothing opened", end=" ")
step("exception inside loop body")
try:
    for line in reader("g"):
        raise ValueError("body")
except ValueError as error:
    print("caught", error, end=" ")
step("exception thrown in")
g = reader("h")
next(g)
try:
    g.throw(LookupError("thrown"))
except LookupError as error:
    print("caught", error, end=" ")
del g
step("function scope")


def scope():
    g = with_finally("i")
    next(g)
    print("returning", end=" ")


scope()
step("partly unpacked")
first, *_ = with_finally("j")
try:
    a, b, c = with_finally("k")
except ValueError as error:
    print(error, end=" ")
step("next with default")
print(next(with_finally("l")), end=" ")
print("temporary gone", end=" ")
step("any and in")
print(any(x == 1 for x in with_finally("m")), 1 in with_finally("n"), end=" ")
step("zip stops")
print(list(zip(with_finally("o"), [10])), end=" ")
step("nested delegation")


def outer(name):
    try:
        yield from reader(name)
    finally:
        print("[outer finally]", end=" ")


for line in outer("p"):
    print(line, end=" ")
    break
step("list of generators")
gens = [with_finally(f"q{i}") for i in range(3)]
for g in gens:
    next(g)
gens.pop(1)
print("popped", end=" ")
g = None
gens.clear()
step("return in loop")


def finds(wanted):
    for line in reader("r"):
        if line == wanted:
            return line


print(finds("r1"), end=" ")
step("generator expression over it")
g = (x.upper() for x in reader("s"))
print(next(g), end=" ")
del g
step("stored in object")


class Holder:
    pass


holder = Holder()
holder.g = with_finally("t")
next(holder.g)
del holder
step("global at the end")
last = with_finally("u")
next(last)
last.close()
del last
print()
