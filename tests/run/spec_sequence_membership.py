"""Membership in lists and tuples: items of all kinds, comparisons that run code, and loops that leave the fast path half-way."""


def in_list(items: list[int], x: int) -> bool:
    return x in items


def in_tuple(items: tuple[str, str], x: str) -> bool:
    return x not in items


class Loud:
    def __init__(self, name, equal):
        self.name = name
        self.equal = equal

    def __eq__(self, other):
        print(self.name, "==", other)
        return self.equal

    def __repr__(self):
        return self.name


class Number(int):
    def __eq__(self, other):
        print("Number ==", other)
        return int(self) == other

    __hash__ = int.__hash__


nan = float("nan")
MIXED = [None, "one", 2.0, True, 1 << 60, (3,), nan, -0.0, ...]

for x in (1, 2, 3, 0, 1 << 60, "one", None, True, False, 2.0, nan, (3,), 1.5, ...):
    print(x, in_list(MIXED, x), in_list([], x), in_tuple(tuple(MIXED), x), in_tuple((), x))
print(in_list([1, 2, 3], 2), in_list([1, 2, 3], 4), in_list([1, 2, 3], 3.0), in_list(["a", "b"], 1))
print(in_tuple(("a", "b", "é"), "é"), in_tuple(("a", "b"), "ab"), in_tuple((1, 2, "x"), "x"), in_tuple((1.0,), "x"))
print(in_list([1, Loud("a", True), 5], 5), in_list([Loud("b", False), 5], 5), in_list([5, Loud("c", True)], 5))
print(in_list([Number(3), 4], 4), in_list([Number(3), 4], 3), in_list([7], Number(7)), in_list([7], Loud("d", True)))
print(in_tuple((Loud("e", True),), "x"), in_tuple(("x", Loud("f", True)), "x"))


class Shrinks:
    """Its comparison removes the items that come after it."""

    def __init__(self, items):
        self.items = items

    def __eq__(self, other):
        self.items[1:] = []
        return False


shrinking = [0, 1, 2, 3]
shrinking[0] = Shrinks(shrinking)
print(in_list(shrinking, 3), len(shrinking))


class Fails:
    def __eq__(self, other):
        raise ValueError("no comparison")


try:
    in_list([1, Fails()], 2)
except ValueError as e:
    print(e, e.__traceback__.tb_next.tb_lineno)


def count(items: list[int], limit: int, change_at: int) -> tuple[int, int]:
    """Adds an item that is compared by code in the middle of the loop."""
    found = total = 0
    for n in range(limit):
        if n == change_at:
            items.insert(0, Loud("late", n % 2 == 0))
        if n % 10 in items:
            found += 1
        total += n
    return found, total


print(count([1, 4, 9], 100, 1000))
print(count([1, 4, 9], 12, 6))
print(count([1, 4, 9], 12, 7))


class NotAList(list):
    def __contains__(self, x):
        print("contains", x)
        return True


print(in_list(NotAList([1]), 2))
