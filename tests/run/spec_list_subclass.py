"""Subclasses of list, dict, str and tuple with their own special methods reach code that saw the plain types."""


class Offset(list):
    """Indices begin at one."""

    def __getitem__(self, i):
        return list.__getitem__(self, i - 1) if isinstance(i, int) else ["slice"]

    def __len__(self):
        return list.__len__(self) - 1


class Backwards(list):
    def __iter__(self):
        return reversed(list(list.__iter__(self)))


class Logged(list):
    def append(self, x):
        list.append(self, x)
        list.append(self, -x)

    def __setitem__(self, i, v):
        list.__setitem__(self, i, v * 2)

    def __contains__(self, x):
        return x == "anything"


def by_index(items):
    t = 0
    for i in range(len(items)):
        t += items[i]
    return t


def by_iteration(items):
    t = 0
    for x in items:
        t += x
    return t


def fill(items, n):
    for i in range(n):
        items.append(i)
        items[0] = items[0] + 1
    return items[0], len(items), 3 in items, "anything" in items


PLAIN = list(range(10))
for kind in (list, Offset, Backwards, Logged, tuple, range):
    items = kind(PLAIN) if kind is not range else range(10)
    try:
        print(kind.__name__, by_index(items), by_iteration(items), items[1:2], [x for x in items][:3], sum(items), len(items))
    except (IndexError, TypeError) as error:
        print(kind.__name__, type(error).__name__, error)
for kind in (list, Logged):
    print(kind.__name__, fill(kind([0]), 10))
for items in ([1, "a"], {0: 5, 1: 6}, "ab", (1, None), b"ab", bytearray(b"ab")):
    try:
        print(by_index(items), by_iteration(items))
    except TypeError as error:
        print(error)


class Default(dict):
    def __missing__(self, key):
        return key * 100

    def get(self, key, default=None):
        return "own get"


class Shouting(dict):
    def __getitem__(self, key):
        return str(dict.__getitem__(self, key)) + "!"

    def __setitem__(self, key, value):
        dict.__setitem__(self, key, value + 1)


def look_up(d, n):
    out = []
    for i in range(n):
        if i % 2:
            d[i] = i
        try:
            out.append(d[i])
        except KeyError as error:
            out.append(error)
    return out, d.get(1), list(d.values()), dict(d)


for kind in (dict, Default, Shouting):
    print(kind.__name__, look_up(kind(), 6))


class Text(str):
    def __add__(self, other):
        return Text(str.__add__(self, other) + ".")

    def __eq__(self, other):
        return str.__len__(self) == len(other)

    def __hash__(self):
        return str.__hash__(self)

    def upper(self):
        return "own upper"


def join(parts):
    s = parts[0]
    for p in parts[1:]:
        s = s + p
    return s, s == "abc", s.upper(), type(s).__name__, f"{s}", s[0]


print(join(["a", "b", "c"]), join([Text("a"), "b", "c"]), join(["a", Text("b"), "c"]), join(["a", "b", Text("")]))
print("x" in {Text("x"): 1}, {"k": 5}.get(Text("k")), Text("ab") == "cd", "cd" == Text("ab"), "cd" != Text("ab"))


class Pair(tuple):
    def __getitem__(self, i):
        return "pair"

    def __len__(self):
        return 7


def unpack(t):
    a, b = t
    return a, b, t[0], len(t), t == (1, 2)


print(unpack((1, 2)), unpack(Pair((1, 2))), unpack([1, 2]), unpack(range(1, 3)), unpack("ab"))
