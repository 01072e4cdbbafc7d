"""Methods replaced while a loop calls them: on the class, on a base, on the instance, by other callables, and back."""


class Base:
    def step(self, n):
        return n + 1

    def twice(self, n):
        return self.step(self.step(n))


class Derived(Base):
    pass


def drive(obj, rounds, events):
    """Calls the method each round; `events` maps a round to what happens before it."""
    trail, value = [], 0
    for i in range(rounds):
        if i in events:
            events[i]()
        try:
            value = obj.twice(value)
        except (TypeError, AttributeError) as error:
            trail.append(f"{type(error).__name__}: {error}")
            value = 0
        if i % 10 == 9:
            trail.append(value)
    return trail


class Callable:
    def __init__(self, k):
        self.k = k

    def __call__(self, n):
        return n + self.k


original = Base.step
d = Derived()
events = {
    10: lambda: setattr(Base, "step", lambda self, n: n + 100),
    20: lambda: setattr(Derived, "step", lambda self, n: n * 0.5),
    30: lambda: setattr(d, "step", lambda n: n - 1),
    40: lambda: delattr(d, "step"),
    50: lambda: delattr(Derived, "step"),
    60: lambda: setattr(Base, "step", original),
    70: lambda: setattr(Base, "step", staticmethod(lambda n: n + 7)),
    80: lambda: setattr(Base, "step", classmethod(lambda cls, n: n + len(cls.__name__))),
    90: lambda: setattr(Base, "step", Callable(3)),
    100: lambda: setattr(Base, "step", abs),
    110: lambda: setattr(Base, "step", None),
    120: lambda: delattr(Base, "step"),
    130: lambda: setattr(Base, "step", original),
    140: lambda: setattr(Base, "step", lambda self: 0),
    150: lambda: setattr(Derived, "step", property(lambda self: lambda n: n + 50)),
    160: lambda: (delattr(Derived, "step"), setattr(Base, "step", original)),
    170: lambda: setattr(d, "twice", original.__get__(d)),
}
for entry in drive(d, 180, events):
    print(entry)
del d.twice
print(drive(d, 10, {}), drive(Base(), 10, {}))


class Self:
    """A method that replaces itself during its own call."""

    def work(self, n):
        Self.work = Self.other
        return n + 1

    def other(self, n):
        Self.work = Self.first
        return n + 10

    first = work


def flip(n):
    s, value, trail = Self(), 0, []
    for i in range(n):
        value = s.work(value)
        trail.append(value)
    return trail


print(flip(9), flip(1000)[-1])


class Lazy:
    def compute(self, x):
        """The first call puts a cheaper function on the instance."""
        k = x * 2
        self.compute = lambda y: y + k
        return k


lazies = [Lazy() for _ in range(50)]
print(sum(l.compute(i) for i in range(4) for l in lazies))
bound = d.step
Base.step = lambda self, n: "new"
print(bound(1), d.step(1), Base.twice(d, 1))
Base.step = original
for cls in (Base, Derived):
    print([m(d, 5) for m in (cls.step, cls.twice, getattr(cls, "step"))])
