"""Keys with their own __hash__ and __eq__: collisions, identity, errors raised in them, mutation."""


class Key:
    def __init__(self, value, bucket=None):
        self.value = value
        self.bucket = bucket

    def __hash__(self):
        return hash(self.value) if self.bucket is None else self.bucket

    def __eq__(self, other):
        return isinstance(other, Key) and self.value == other.value

    def __repr__(self):
        return f"K{self.value}"


colliding = {Key(i, 7): i for i in range(20)}
print(len(colliding), colliding[Key(13, 7)], Key(20, 7) in colliding, Key(13, 8) in colliding, list(colliding)[:3])
for i in range(0, 20, 2):
    del colliding[Key(i, 7)]
colliding[Key(100, 7)] = 100
colliding[Key(1, 7)] = "changed"
print(colliding, len(colliding), colliding.get(Key(2, 7)))


class Mutable(Key):
    pass


m = Mutable(1)
d = {m: "lost?"}
m.value = 2
print(m in d, Mutable(1) in d, list(d), d == {m: "lost?"}, len(d))
m.value = 1
print(d[m])


class NoHash:
    def __eq__(self, other):
        return True


class NoneHash:
    __hash__ = None


class BadHash:
    def __hash__(self):
        return "text"


class RaisingHash:
    def __hash__(self):
        raise RuntimeError("hash failed")


class RaisingEq:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise RuntimeError("eq failed")


class HugeHash:
    def __hash__(self):
        return 2**64 + 5


class MinusOne:
    def __hash__(self):
        return -1


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: {NoHash(): 1})
attempt(lambda: {NoneHash()})
attempt(lambda: hash(BadHash()))
attempt(lambda: {}.get(RaisingHash()))
attempt(lambda: {1: "one"}[RaisingEq()])
attempt(lambda: {2: "two"}.get(RaisingEq(), "not compared"))
attempt(lambda: hash(HugeHash()))
attempt(lambda: hash(MinusOne()))
attempt(lambda: [RaisingEq()] == [RaisingEq()])
attempt(lambda: RaisingEq() in [RaisingEq()])
same = RaisingEq()
attempt(lambda: ({same: 1}[same], same in [same], [same] == [same], [same].count(same), (same,) == (same,)))
attempt(lambda: {(1, [2]): 3})
attempt(lambda: {slice(1): 3})
attempt(lambda: {range(2): 3, frozenset([1]): 4, (1, (2,)): 5, int: 6, len: 7}[frozenset({1})])


class Inherits(Key):
    def __eq__(self, other):
        return super().__eq__(other)


attempt(lambda: hash(Inherits(1)))


class Restored(Inherits):
    __hash__ = Key.__hash__


attempt(lambda: {Restored("r"): 1}[Restored("r")])


class Clearing(Key):
    """Once armed, empties the table in which it is looked up."""

    armed = False

    def __eq__(self, other):
        if Clearing.armed:
            table.clear()
        return False

    __hash__ = Key.__hash__


table = {}
table[Clearing(1, 3)] = "a"
table[Key(2, 3)] = "b"
Clearing.armed = True
attempt(lambda: table.get(Key(9, 3), "missing"))
print(len(table))
x, y, z = 1, 1.0, True
print(
    {x: "int", y: "float", z: "bool"},
    {z: 1, x: 2},
    {0: "a", -0.0: "b"},
    {2**61 - 1: "m", 0: "z"},
    len({float(i): i for i in range(5)} | {i: i for i in range(5)}),
)
