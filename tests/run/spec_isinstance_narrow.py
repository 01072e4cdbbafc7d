"""Types narrowed by isinstance, type(), None tests and callable; then the variable or the class changes under the test."""


class Loose(int):
    def __add__(self, other):
        return "loose"


class Pretender:
    """Says that it is an int when asked for its class."""

    __class__ = int

    def __add__(self, other):
        return "pretended"


class AnyMeta(type):
    def __instancecheck__(cls, obj):
        return obj == "matches" or type.__instancecheck__(cls, obj)


class Fuzzy(metaclass=AnyMeta):
    pass


def narrow(x):
    if isinstance(x, bool):
        return ("bool", x + 1)
    if isinstance(x, int):
        return ("int", x + 1)
    if isinstance(x, float):
        return ("float", x + 1)
    if isinstance(x, (str, bytes)):
        return ("text", x + x)
    if isinstance(x, list) and x:
        return ("list", x + [1], narrow(x[0]))
    if x is None:
        return ("none",)
    if isinstance(x, Fuzzy):
        return ("fuzzy",)
    return ("other", type(x).__name__)


VALUES = [1, True, 1.5, "a", b"b", [], [2.5], None, (1,), Loose(3), 2**64, Pretender(), Fuzzy(), {}, [[None]], float("nan"), -0.0]
for v in VALUES:
    print(narrow(v), end=" ")
print(isinstance("matches", Fuzzy), isinstance("no", Fuzzy))


def by_type(x):
    if type(x) is int:
        return x + 1
    elif type(x) == float:
        return x * 2
    elif type(x) in (str, list):
        return len(x)
    return None


print([by_type(v) for v in VALUES])


def optional(values):
    """A variable that is None until the first value comes, and again after a negative one."""
    best, resets = None, 0
    for v in values:
        if best is None or v > best:
            best = v
        elif v < 0:
            best = None
            resets += 1
    return best, resets


print(optional([1, 5, 3]), optional([]), optional([1, -1, 0.5, 0.25]), optional([3, -2, -3, 2**64, 7]), optional(["a", "b"]))
try:
    optional([1, None])
except TypeError as error:
    print(error)


def changed_inside(n):
    """The test holds at the top of the body and not at its end."""
    x, trail = 0, []
    for i in range(n):
        if isinstance(x, int):
            x = x + 1
            if i % 5 == 4:
                x = str(x)
            trail.append(x)
        else:
            trail.append(x + "!")
            x = float(x) if i % 2 else len(x)
            if not isinstance(x, int):
                x //= 1
                trail.append(x)
                x = int(x)
    return trail


print(changed_inside(24))


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


def length(node):
    n = t = 0
    while node is not None:
        n += 1
        t += node.value
        node = node.next
    return n, t


chain = None
for i in range(1000):
    chain = Node(i, chain)
print(length(chain), length(None), length(Node(0.5, Node(2**63))))
chain.next.next.next = False
try:
    length(chain)
except AttributeError as error:
    print(error)
chain.next.next = Node("x")
try:
    length(chain)
except TypeError as error:
    print(error)


class Animal:
    pass


class Cat(Animal):
    pass


def dispatch(animals, n):
    """isinstance is asked of a class whose name is rebound, and whose instances change class."""
    global Cat
    counts = [0, 0]
    for i in range(n):
        counts[isinstance(animals[i % len(animals)], Cat)] += 1
        if i == 50:
            animals[0].__class__ = Animal
        if i == 70:
            Cat = (Animal, int)
        if i == 90:
            Cat = str
    return counts


print(dispatch([Cat(), Animal(), 5], 100))
for bad in (5, None, "int", [int], (int, "x"), list[int]):
    try:
        print(isinstance(1, bad))
    except TypeError as error:
        print(error)
while chain is not None and isinstance(chain, Node) and chain.value != 998:
    chain = chain.next
print(chain.value, callable(chain), callable(Node), isinstance(chain, object), issubclass(Loose, int), issubclass(bool, (str, int)))
