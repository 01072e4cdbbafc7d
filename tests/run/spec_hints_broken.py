"""Annotations that the values do not keep, numbers annotated as int at the limits, attributes and globals with hints."""

total: int = 0
ratio: float = 1
names: list[str] = []
maybe: int | None = None


def add(a: int, b: int) -> int:
    return a + b


def mean(xs: list[float]) -> float:
    s: float = 0.0
    for x in xs:
        s += x
    return s / len(xs)


def count(n: int, step: int = 1) -> int:
    t: int = 0
    i: int = 0
    while i < n:
        t += i * i
        i += step
    return t


LIMITS = (2**31 - 1, 2**47 - 1, 2**53, 2**63 - 1, -(2**63), 2**64)
for x in LIMITS:
    print(add(x, 1), add(x, -1), add(-x, -1), add(x, x), end=" ")
print()
for a, b in ((1.5, 1), (True, True), ("a", "b"), ([1], [2]), ((), (1,)), (None, 1), (1, "a"), (2, 0.5)):
    try:
        print(add(a, b), type(add(a, b)).__name__, end="; ")
    except TypeError as error:
        print(error, end="; ")
print()
print(mean([1.0, 2.0]), mean([1, 2]), mean((True, 2**60)), mean({1: 0, 2: 0}), mean([2**1000, -(2**1000), 1]), mean(range(5)))
for bad in ([], [None], ["a"], 5, None, [2**1100, 1]):
    try:
        mean(bad)
    except (TypeError, ZeroDivisionError, OverflowError) as error:
        print(type(error).__name__, error, end="; ")
print()
print(count(1000), count(5.5), count(10, 0.25), count(True), count(-5), count(10**7, 10**6), count(2**65, 2**63), count(0))
try:
    count("10")
except TypeError as error:
    print(error)


class Particle:
    mass: float = 1
    charge: int
    tags: dict[str, int]

    def __init__(self, x: float, v: float, charge: int = 0) -> None:
        self.x: float = x
        self.v: float = v
        self.charge = charge

    def step(self, dt: float) -> float:
        self.x += self.v * dt
        return self.x

    def push(self, by: int) -> None:
        self.charge += by


def run(ps: list[Particle], n: int, dt: float) -> float:
    t: float = 0
    for _ in range(n):
        for p in ps:
            t += p.step(dt) * p.mass
    return t


print(run([Particle(0.0, 1.0), Particle(1.0, -0.5)], 100, 0.1))
print(run([Particle(0, 1), Particle(1, -2)], 100, 1), run([Particle(0, 2**62)], 3, 2), run([Particle(True, 0.5)], 2, True), run((), 5, 1))
p = Particle(0.0, 1.0)
p.v = 3
p.mass = 2**64
print(run([p], 3, 1), p.x)
p.x = "text"
try:
    run([p], 1, 1)
except TypeError as error:
    print(error)
p.push(2**63)
p.push(-0.5)
print(p.charge, Particle.__annotations__ == {"mass": float, "charge": int, "tags": dict[str, int]}, add.__annotations__["a"].__name__)
try:
    print(Particle.charge)
except AttributeError as error:
    print(error)


def first(items: list[int], default: int | None = None) -> int | None:
    for x in items:
        if x:
            return x
    return default


print(first([0, 5]), first([]), first([0], 2.5), first("ab"), first([None, [], {1}]), first((0.0, -0.0, 0.5)))


def update(x) -> None:
    global total, ratio, maybe
    total += x
    ratio *= x
    maybe = x if maybe is None else maybe + x


for x in (1, 2.5, True, 2**63):
    update(x)
    print(total, ratio, maybe, end="; ")
try:
    update("x")
except TypeError as error:
    print(error, total)
names += [1, 2.5]
names.append(None)
print(names)


def shadow(n: int) -> str:
    n: str = str(n)
    n += "!"
    n: float = len(n) / 2
    return n


print(shadow(12345), shadow(None), shadow.__annotations__["return"].__name__)
unbound: int
try:
    print(unbound)
except NameError as error:
    print(error)


def local_unbound() -> int:
    value: int
    return value


try:
    local_unbound()
except UnboundLocalError as error:
    print(error)
