"""Operations whose results nobody uses but whose errors and effects stay; nothing is hoisted out of loops of no rounds."""

log = []


def unused_results(a, b, steps):
    done = 0
    try:
        for step in steps:
            if step == "add":
                a + b
            elif step == "compare":
                a < b
            elif step == "index":
                a[b]
            elif step == "attribute":
                a.missing
            elif step == "call":
                a()
            elif step == "divide":
                a // b
            elif step == "negate":
                -a
            elif step == "iterate":
                for _ in a:
                    break
            elif step == "unpack":
                x, y = a
            elif step == "name":
                undefined
            elif step == "equal":
                a == b
            done += 1
    except Exception as error:
        return done, type(error).__name__, str(error)
    return done, "fine"


undefined = 1
del undefined
for step in ("add", "compare", "index", "attribute", "call", "divide", "negate", "iterate", "unpack", "name", "equal"):
    for a, b in ((1, 0), ("s", 1), ([1, 2], 5), (None, None), (2.5, 0.0)):
        print(step, unused_results(a, b, ["equal", step]), end="; ")
    print()


def invariant(n, a, b):
    """a // b does not depend on the loop, and must not be computed when the loop has no rounds, nor before the effects."""
    t = 0
    for i in range(n):
        log.append(i)
        t += a // b
    return t


def invariant_attribute(n, o):
    t = 0
    while n > 0:
        log.append(n)
        t += o.attribute
        n -= 1
    return t


def invariant_index(n, items, k):
    t = 0
    for _ in range(n):
        t += 1
        log.append(t)
        t += items[k]
    return t


for f, args in ((invariant, (1, 0)), (invariant_attribute, (5,)), (invariant_index, ([1], 3)), (invariant, ("a", 1)), (invariant_index, (None, 0))):
    print(f.__name__, f(0, *args), end=" ")
    try:
        f(3, *args)
    except (ZeroDivisionError, AttributeError, IndexError, TypeError) as error:
        print(error, log)
    log.clear()


class Counting:
    reads = 0

    @property
    def size(self):
        Counting.reads += 1
        return 3

    def __add__(self, other):
        Counting.reads += 100
        return self

    def __lt__(self, other):
        Counting.reads += 10000
        return False


def same_twice(c, n):
    """Equal expressions with effects are evaluated each time."""
    for i in range(n):
        c.size
        x = c.size + c.size
        y = c.size + c.size
        c + 1
        c < 2
        c < 2
    return x, y, Counting.reads


print(same_twice(Counting(), 10))


def order_of_errors(a, b, c):
    """The first failing operation in Python's order decides."""
    try:
        return (a[0] + b.x) * (c // 0)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for a in ([1], [], None):
    for b in (Counting, 5):
        print(order_of_errors(a, b, 1), end="; ")
print()


def effects(name, value):
    log.append(name)
    return value


def evaluation_order():
    d = {}
    d[effects("key", "k")] = effects("value", 1)
    effects("list", [0, 0])[effects("index", 1)] += effects("operand", 5)
    effects("f", print)(effects("a", "printed"), effects("b", 2), **effects("kw", {"sep": "-"}))
    x = effects("left", 1) < effects("middle", 0) < effects("never", 5)
    y = effects("cond", False) and effects("never", 1) or effects("or", 2)
    z = effects("then", 1) if effects("test", 0) else effects("else", 2)
    return x, y, z, d


print(evaluation_order(), log)
log.clear()


def assert_effects(n):
    for i in range(n):
        assert effects(i, i < 3), f"at {i}"


try:
    assert_effects(10)
except AssertionError as error:
    print(error, log)
for i in range(3):
    try:
        [1, 2][i]
        ({"a": 1})["a" * (i + 1)]
        continue
    except LookupError as error:
        print(i, repr(error))
