"""abc and collections.abc: abstract methods and properties, registration, mixin methods of the containers."""

from abc import ABC, ABCMeta, abstractmethod
from collections.abc import (
    Callable,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    MutableMapping,
    MutableSequence,
    Sequence,
    Set,
    Sized,
)


class Shape(ABC):
    @abstractmethod
    def area(self):
        """Return the area."""
        return 1

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...

    def describe(self):
        return f"{self.name} of {self.area()}"


class Partial(Shape):
    def area(self):
        return super().area() + 1


class Square(Partial):
    name = "square"

    @classmethod
    def make(cls):
        return cls()


class Plugin(metaclass=ABCMeta):
    @abstractmethod
    def run(self): ...

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Plugin:
            return hasattr(other, "run") or NotImplemented
        return NotImplemented


class Runner:
    def run(self):
        return "runs"


class Registered:
    pass


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: Shape())
attempt(lambda: Partial())
attempt(lambda: Square().describe())
attempt(lambda: Square.make().area())
attempt(lambda: Plugin())
print(
    sorted(Shape.__abstractmethods__),
    Square.__abstractmethods__,
    issubclass(Runner, Plugin),
    isinstance(Runner(), Plugin),
    isinstance(5, Plugin),
)
Shape.register(Registered)
print(isinstance(Registered(), Shape), issubclass(Registered, Shape), Shape in Registered.__mro__)
attempt(lambda: Registered().describe())


class Range(Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)


class Items(MutableSequence):
    def __init__(self):
        self.data = []

    def __getitem__(self, i):
        return self.data[i]

    def __setitem__(self, i, value):
        self.data[i] = value

    def __delitem__(self, i):
        del self.data[i]

    def __len__(self):
        return len(self.data)

    def insert(self, i, value):
        self.data.insert(i, f"<{value}>")


class Lower(MutableMapping):
    def __init__(self, **values):
        self.data = {}
        self.update(values)

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


class Bits(Set):
    def __init__(self, items):
        self.mask = 0
        for i in items:
            self.mask |= 1 << i

    def __contains__(self, i):
        return bool(self.mask >> i & 1)

    def __iter__(self):
        return (i for i in range(self.mask.bit_length()) if i in self)

    def __len__(self):
        return self.mask.bit_count()

    def __repr__(self):
        return f"Bits({list(self)})"


r = Range("a", "b", "c", "b")
print(list(r), list(reversed(r)), "b" in r, r.index("b"), r.index("b", 2), r.count("b"), r[1:])
attempt(lambda: r.index("z"))
i = Items()
i.append(1)
i.extend([2, 3])
i += [4]
i.reverse()
print(i.data, i.pop(), i.remove("<2>"), i.data, len(i), i.clear(), i.data)
m = Lower(A=1, B=2)
print(
    dict(m),
    m["a"],
    "B" in m,
    m.get("c"),
    m.setdefault("C", 3),
    m.pop("A"),
    list(m.items()),
    m == {"b": 2, "c": 3},
    m.keys() & {"b"},
    len(m),
    m.popitem(),
    list(m.values()),
)
attempt(lambda: m["zz"])
attempt(lambda: m.pop("zz"))
s, t = Bits([1, 3, 5]), Bits([3, 4])
print(s & t, s | t, s - t, s ^ t, s <= t, Bits([3]) < s, s == {1, 3, 5}, s.isdisjoint(t), {3} & s, 3 in s, len(s))
print(
    [
        [isinstance(x, kind) for kind in (Iterable, Iterator, Sized, Hashable, Callable, Sequence, Mapping, Set)]
        for x in ([], "s", {}, {1}, iter([]), len, 5, (1,), range(2), r, m, s)
    ]
)
attempt(lambda: type("Half", (Sequence,), {"__len__": lambda self: 0})())
