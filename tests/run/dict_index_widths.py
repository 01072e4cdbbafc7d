# Dicts whose index has slots of no, one, two and four bytes, full, with deleted entries, copied, with keys that collide.


class Key:
    def __init__(self, name, value_hash):
        self.name = name
        self.value_hash = value_hash

    def __hash__(self):
        return self.value_hash

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name


def check(d, expected):
    assert len(d) == len(expected) and list(d.items()) == expected
    for key, value in expected:
        assert key in d and d[key] == value and d.get(key) == value
    for absent in (-5, "absent", (1, "absent"), 2.5, None, Key("absent", 0), 2**70):
        assert absent not in d and d.get(absent, "none") == "none"


for n in (1, 5, 6, 10, 11, 21, 85, 170, 171, 172, 341, 43691):
    d = {}
    for i in range(n):
        d[i * 7] = i
    check(d, [(i * 7, i) for i in range(n)])
    for i in range(0, n, 3):
        assert d.pop(i * 7) == i and i * 7 not in d
    left = [(i * 7, i) for i in range(n) if i % 3]
    check(d, left)
    copy = dict(d)
    for i in range(0, n, 3):
        d[i * 7] = -i
    check(d, left + [(i * 7, -i) for i in range(0, n, 3)])
    check(copy, left)
    while copy:
        key, value = copy.popitem()
        assert key == value * 7 and key not in copy
        if len(copy) % 2000 == 0:
            copy.setdefault("last", 1)
            assert copy.popitem() == ("last", 1)

# Equal hashes, and hashes that fall on one slot; values that are equal across types.
for n in (3, 8, 20, 60):
    d = {}
    for i in range(n):
        d[i << 32] = i
        d[Key(str(i), 7)] = -i
        d[f"t{i}", i << 40] = i
    for i in range(n):
        assert d[i << 32] == i and d[float(i << 32)] == i and d[Key(str(i), 7)] == -i and d["t" + str(i), i << 40] == i
        assert Key(str(i), 8) not in d and Key("x", 7) not in d and ("t", i) not in d
    d[True] = "bool"
    assert d[1] == "bool" and d[1.0] == "bool"
    del d[1.0]
    assert 1 not in d


# Keys whose comparison changes the dict that is searched, or raises.
class Changing(Key):
    def __eq__(self, other):
        if victim and other is not self:
            victim.popitem()
            victim[len(victim) * 1000] = "moved"
        return super().__eq__(other)

    __hash__ = Key.__hash__


class Failing(Key):
    def __eq__(self, other):
        raise ValueError(self.name)

    __hash__ = Key.__hash__


for n in (4, 9, 300, 30000):
    victim = {}
    table = {i: i for i in range(n)}
    table[Changing("a", 3 << 40)] = "a"
    for i in range(n):
        table[-i - 2] = i
    victim = table
    print(n, Changing("b", 3 << 40) in table, len(table), table.get(Changing("a", 3 << 40)), len(table))
    victim = {}
    table[Failing("f", 5 << 40)] = 1
    for attempt in (lambda: Failing("g", 5 << 40) in table, lambda: table[Key("h", 5 << 40)], lambda: table.setdefault(Failing("i", 5 << 40), 2)):
        try:
            print(attempt())
        except (ValueError, KeyError) as error:
            print(type(error).__name__, error if type(error) is ValueError else "")
print("done")
