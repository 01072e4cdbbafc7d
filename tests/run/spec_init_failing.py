"""Instances made in hot loops whose __init__ raises half-way or returns something, whose __new__ gives other things."""


class Half:
    alive = 0

    def __init__(self, n):
        Half.alive += 1
        self.first = n
        self.second = 100 // (n % 10)
        self.third = n

    def __del__(self):
        Half.alive -= 1

    def total(self):
        return self.first + self.second + self.third


def build(n):
    total, failed, kept = 0, 0, []
    for i in range(n):
        try:
            h = Half(i)
        except ZeroDivisionError:
            failed += 1
        else:
            total += h.total()
            if i % 100 == 1:
                kept.append(h)
    return total, failed, len(kept), Half.alive


print(build(1000), Half.alive)


class Returns:
    def __init__(self, value):
        self.value = value
        if value in (3, "s"):
            return value


def make(cls, values):
    for v in values:
        try:
            made = cls(v)
            print(type(made).__name__, getattr(made, "value", "no value"), end="; ")
        except (TypeError, ValueError, AttributeError) as error:
            print(type(error).__name__, error, end="; ")
    print()


make(Returns, [1, 3, "s", None])


class Cached:
    pool = {}

    def __new__(cls, value):
        if value in cls.pool:
            return cls.pool[value]
        self = super().__new__(cls)
        cls.pool[value] = self
        return self

    def __init__(self, value):
        self.value = value
        self.uses = getattr(self, "uses", 0) + 1


print(sum(Cached(i % 10).uses for i in range(1000)), len(Cached.pool), Cached(3) is Cached(3), Cached(3).uses)


class Other:
    """__new__ returns an int for some arguments; then __init__ is not called."""

    def __new__(cls, value):
        if value == 0:
            return 42
        if value == 1:
            return None
        if value == 2:
            return Sub.__new__(Sub, 5)
        return object.__new__(cls)

    def __init__(self, value):
        self.value = value


class Sub(Other):
    def __init__(self, value):
        super().__init__(value * 2)


make(Other, range(4))
make(Sub, range(4))


class NoArguments:
    pass


class OnlyNew:
    def __new__(cls, a, b=2):
        self = object.__new__(cls)
        self.value = a + b
        return self


for wrong in (lambda: NoArguments(1), lambda: NoArguments(x=1), lambda: OnlyNew(), lambda: OnlyNew(1, 2, 3), lambda: Half(), lambda: object(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(OnlyNew(1).value, OnlyNew(0.5, b=2**63).value)


def replaced(n):
    """__init__ and __new__ exchanged on the class while instances are made."""

    class P:
        def __init__(self, x):
            self.x = x

    first, out = P.__init__, []
    for i in range(n):
        if i == 3:
            P.__init__ = lambda self, x: setattr(self, "x", x * 0.5)
        if i == 5:
            P.__new__ = lambda cls, x: object.__new__(cls) if x % 2 else [x]
        if i == 9:
            P.__init__ = first
        try:
            p = P(i)
            out.append(p.x)
        except AttributeError:
            out.append(p)
    return out


print(replaced(13))


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.tag = len(args)
        return made


class Tagged(metaclass=Meta):
    def __init__(self, *args):
        self.args = args


print([(t.tag, t.args) for t in (Tagged(), Tagged(1, 2))], Half.alive)
h = Half(5)
h.__init__(7)
print(h.total(), Half.alive)
try:
    h.__init__(10)
except ZeroDivisionError:
    print(h.first, h.second, h.third)
