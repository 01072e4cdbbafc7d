"""Short functions that only read, called in hot loops: results of all kinds, guards that fail half-way, changes of the callee."""

import sys


def places(e):
    """The lines where an exception has been."""
    out, tb = [], e.__traceback__
    while tb is not None:
        out.append(tb.tb_lineno)
        tb = tb.tb_next
    return out


class Item:
    def __init__(self, size, next, name):
        self.size = size
        self.next = next
        self.name = name

    def is_big(self):
        return self.size > 10

    def is_last(self):
        return self.next is None

    def ready(self):
        return not self.is_last() and (self.is_big() or self.name is not None)

    def get_next(self):
        return self.next

    def double(self):
        return self.size * 2

    def third(self):
        return self.size / 3

    def deep(self):
        return self.get_next().double() + self.double()

    def __sub__(self, other):
        return self.size - other.size

    def at(self, items, n):
        return items[n]

    def label(self):
        if self.name is None:
            return "nameless"
        return self.name

    def __del__(self):
        if self.name == "loud":
            print("del loud")


class Big(Item):
    def is_big(self):
        return True


def total(items: list[Item], rounds: int, on_round) -> list:
    out = []
    for n in range(rounds):
        on_round(n)
        for item in items:
            if item.ready():
                out.append(item.double())
            out.append(item.third())
            out.append(item.label())
    return out


def nothing(n):
    pass


def chain(n: int) -> list[Item]:
    items = []
    last = None
    for i in range(n):
        last = Item(i * 6, last, None if i % 2 else f"item {i}")
        items.append(last)
    return items


def show(items, rounds, on_round):
    try:
        print(total(items, rounds, on_round))
    except Exception as e:
        print(type(e).__name__, e, places(e))


def main():
    show(chain(4), 1, nothing)
    items = chain(3)

    def becomes_odd(n):
        if n == 1:
            items[1].size = 2**70
        if n == 2:
            items[1].size = 2.5
        if n == 3:
            items[2].name = ["a list"]
    show(items, 4, becomes_odd)
    items = chain(3)

    def becomes_wrong(n):
        if n == 1:
            items[1].size = "text"
    show(items, 3, becomes_wrong)
    items = chain(3)

    def loses(n):
        if n == 1:
            del items[2].next
    show(items, 3, loses)
    items = chain(2) + [Big(1, None, "b"), Big(2, items[0], None)]
    show(items, 2, nothing)


main()


def accessors(a: Item, b: Item, rounds: int):
    out = []
    for n in range(rounds):
        if n == 3:
            a.next = Item(7, None, "other")
        if n == 4:
            Item.double = lambda self: "replaced"
        if n == 5:
            Item.double = lambda self: self.size * 3
        try:
            out.append((a.get_next().name, a.deep(), a - b, a.is_last(), a.at([n, n + 1, "x"], n % 4)))
        except (IndexError, TypeError) as e:
            out.append(str(e))
    return out


print(accessors(Item(1, Item(2, None, "n"), "a"), Item(3, None, "b"), 7))


def temporaries(n: int):
    for i in range(n):
        print("size", Item(i, None, "loud").double())
        print("name", Item(i, None, "loud").label())
        x = Item(i, Item(i + 1, None, "loud"), None).get_next()
        print("got", x.name)
        print(Item(1, None, "loud") - Item(2, None, "loud"))
    print("end")


temporaries(2)


def plus(a: int, b: int) -> int:
    return a + b


def twice(a: int) -> int:
    return plus(a, a)


def clamped(x: float, low: float, high: float) -> float:
    return low if x < low else high if x > high else x


def numbers(xs: list[int], ys: list[float]):
    t = 0
    for x in xs:
        t = plus(t, twice(x))
    u = 0.0
    for y in ys:
        u += clamped(y, -1.0, 1.5)
    return t, u


print(numbers([1, 2, 3], [0.5, 2.0, -3.0]))
print(numbers([1, 2**62, 2**62, 5], [0.5, 7, float("nan")]))
print(numbers([1, True, 2.5], [True, 1.25]))
try:
    numbers([1, "a"], [])
except TypeError as e:
    print(e, places(e))

old_plus = plus


def plus(a, b):
    return old_plus(a, b) + 1000


print(numbers([1, 2, 3], [0.5]))


class Node:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value


def down(node: Node, n: int) -> int:
    """The call in line is refused at the same depth as any other."""
    return node.get() + down(node, n + 1) if n < 10**6 else 0


def depth(node: Node):
    sys.setrecursionlimit(150)
    try:
        down(node, 0)
    except RecursionError as e:
        print(e, places(e)[-1])
    finally:
        sys.setrecursionlimit(1000)


depth(Node(1))


def first(items: list[int], default: int) -> int:
    if len(items) > 0:
        return items[0]
    return default


print([first(x, 9) for x in ([1, 2], [], [3], ("t",), [None], [2**50])])



class Log:
    """Methods that return at once or do more."""

    def __init__(self, limit):
        self.limit = limit
        self.lines = []
        self.dropped = 0

    def add(self, line, level: int):
        if level < self.limit:
            return False
        self.lines.append((line, level))
        if len(self.lines) > 3:
            self.lines.pop(0)
            self.dropped += 1
        return True

    def find(self, line):
        if line is None:
            return -1
        for n, (text, _) in enumerate(self.lines):
            if text is line:
                return n
        return None

    def last(self, default):
        if not self.lines:
            return default
        line, _ = self.lines[-1]
        return line

    def check(self, level: int):
        if level >= self.limit:
            raise ValueError(f"level {level}")


def log_all(log: Log, levels: list[int]) -> list:
    out = []
    for level in levels:
        line = Item(level, None, "loud" if level == 3 else None)
        out.append(log.add(line, level))
        out.append(log.find(None))
        out.append(log.find(line))
        out.append(log.last("nothing") is line)
        log.add(Item(level, None, "loud"), level)
        try:
            log.check(level)
        except ValueError as e:
            out.append((str(e), len(places(e))))
    return out


print(log_all(Log(2), [1, 2, 3, 4, 1]))
strange = Log(2)
strange.limit = 2.5
print(log_all(strange, [1, 3, 2**50]))
strange.lines = ()
print(strange.last("empty"), log_all(Log(True), [0, 1]))


def countdown(n: int, log: Log) -> int:
    if n <= 0:
        return 0
    log.dropped += 1
    return 1 + countdown(n - 1, log)


def height(node, seen: list):
    if node is None:
        return 0
    seen.append(node.size)
    return 1 + height(node.next, seen)


log = Log(0)
seen = []
print(countdown(10, log), log.dropped, height(chain(5)[4], seen), seen, countdown(2**60 - 2**60 + 3, log), countdown(-1.5, log))
sys.setrecursionlimit(120)
for n in range(100, 130):
    log.dropped = 0
    try:
        countdown(n, log)
    except RecursionError as e:
        print(e, log.dropped - len(places(e)))
        break
sys.setrecursionlimit(1000)


def fails_late(items: list[Item]):
    return sum([item.is_big() for item in items])


fails_late(chain(3))
fails_late([*chain(2), Item("text", None, None)])
