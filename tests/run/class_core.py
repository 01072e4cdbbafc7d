"""Classes: attributes of class and instance, methods, shared state, bound methods, repr, identity."""


class Counter:
    """Counts; the class counts its instances."""

    instances = 0
    history = []

    def __init__(self, start=0):
        self.value = start
        Counter.instances += 1
        self.index = self.instances

    def step(self, by=1):
        self.value += by
        self.history.append(self.value)
        return self

    def __repr__(self):
        return f"Counter({self.value})"


a, b = Counter(), Counter(10)
print(a.step().step(5), b.step(-1), Counter.instances, a.index, b.index)
print(a.history is b.history, Counter.history, a.__dict__, vars(b))
a.instances = 99
print(a.instances, b.instances, Counter.instances)
a.instances += 1
b.instances += 1
print(a.instances, b.instances, Counter.instances, "instances" in b.__dict__)
del a.instances
print(
    a.instances, Counter.__name__, Counter.__doc__, type(a) is Counter, a.__class__ is Counter, isinstance(a, Counter)
)

method = a.step
print(
    method(100),
    method.__self__ is a,
    method.__name__,
    Counter.step(a, 1),
    a.step == a.step,
    a.step == b.step,
    method.__func__ is Counter.step,
)


def free(self, x):
    return self.value, x


Counter.added = free
Counter.constant = property(lambda self: self.value * 1000)
print(a.added(1), b.added(2), a.constant)
a.added = lambda x: ("instance", x)
print(a.added(3), b.added(4))
b.step = lambda: "shadowed"
print(b.step(), Counter.step(b))

setattr(a, "dynamic name", 1)
a.__dict__["injected"] = 2
print(getattr(a, "dynamic name"), a.injected, hasattr(a, "nope"), getattr(a, "nope", "default"), sorted(a.__dict__))
delattr(a, "injected")


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: a.injected)
attempt(lambda: Counter.nope)
attempt(lambda: a.nope())
attempt(lambda: delattr(a, "nope"))
attempt(lambda: delattr(a, "step"))
attempt(lambda: a())
attempt(lambda: a + 1)
attempt(lambda: 1 + a)
attempt(lambda: a[0])
attempt(lambda: len(a))
attempt(lambda: iter(a))
attempt(lambda: a < b)
attempt(lambda: -a)
attempt(lambda: int(a))
attempt(lambda: "x" in a)
attempt(lambda: getattr(a, 5))
attempt(lambda: isinstance(a, "Counter"))
attempt(lambda: issubclass(a, Counter))
print(a == a, a == b, a != b, a is not b, bool(a), hash(a) == hash(a), {a: 1}[a])


class Empty:
    pass


class Outer:
    level = 1

    class Inner:
        level = 2

        def who(self):
            return type(self).__qualname__

    def make(self):
        return self.Inner()


e = Empty()
e.x, e.y = 1, [2]
print(e.__dict__, Outer().make().who(), Outer.Inner.level, Outer.Inner.__name__, Outer.make.__qualname__)
e.__dict__ = {"replaced": True}
print(e.replaced, hasattr(e, "x"))
e.__class__ = Counter
e.value = 3
print(e, e.step(2), isinstance(e, Empty))
