"""__getitem__, __setitem__, __delitem__, __contains__, __len__, __reversed__, __missing__ and friends."""


class Grid:
    def __init__(self, width, height, fill=0):
        self.width, self.height = width, height
        self.cells = [fill] * (width * height)

    def _index(self, position):
        match_error = f"position must be two ints, not {position!r}"
        if not isinstance(position, tuple) or len(position) != 2:
            raise TypeError(match_error)
        x, y = position
        if not (0 <= x < self.width and 0 <= y < self.height):
            raise IndexError(f"{position} outside {self.width}x{self.height}")
        return y * self.width + x

    def __getitem__(self, position):
        if isinstance(position, slice):
            return self.cells[position]
        if isinstance(position, tuple) and isinstance(position[0], slice):
            return [self[x, position[1]] for x in range(*position[0].indices(self.width))]
        return self.cells[self._index(position)]

    def __setitem__(self, position, value):
        self.cells[self._index(position)] = value

    def __delitem__(self, position):
        self[position] = 0

    def __contains__(self, value):
        return value in self.cells

    def __len__(self):
        return self.width * self.height

    def __iter__(self):
        for y in range(self.height):
            yield tuple(self.cells[y * self.width : (y + 1) * self.width])

    def __reversed__(self):
        return reversed(list(self))

    def __bool__(self):
        return any(self.cells)


class Lookup:
    """Only __getitem__: iteration and membership fall back to it."""

    def __getitem__(self, i):
        if i >= 4:
            raise IndexError
        return i * 10


class Lengthless:
    def __iter__(self):
        return iter("abc")


class BadLength:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class ContainsAnswer:
    def __init__(self, answer):
        self.answer = answer

    def __contains__(self, item):
        return self.answer


class NoContains:
    __contains__ = None

    def __iter__(self):
        return iter([1])


class Hint:
    def __length_hint__(self):
        return 3

    def __iter__(self):
        return iter([1, 2])


g = Grid(3, 2)
g[1, 0] = 5
g[2, 1] += 7
g[0, 0] = g[1, 0] * 2
print(
    list(g),
    g[1, 0],
    g[0:2, 0],
    g[::2, 1],
    g[1:4],
    7 in g,
    99 in g,
    len(g),
    list(reversed(g)),
    bool(g),
    bool(Grid(2, 2)),
    [row[0] for row in g],
)
del g[1, 0]
print(*g, max(g), sum(map(sum, g)), dict(enumerate(g)))
for bad in (
    lambda: g[5, 5],
    lambda: g[1],
    lambda: g["a"],
    lambda: g[1, 2, 3],
    lambda: g.__setitem__((9, 9), 1),
    lambda: len(Lookup()),
    lambda: reversed(Lookup()),
    lambda: reversed(Lengthless()),
    lambda: len(Lengthless()),
    lambda: len(BadLength(-1)),
    lambda: len(BadLength("x")),
    lambda: len(BadLength(2**70)),
    lambda: len(BadLength(1.5)),
    lambda: bool(BadLength(-5)),
    lambda: 1 in NoContains(),
    lambda: 1 in BadLength(1),
    lambda: Lookup()["a"],
    lambda: Lengthless()[0],
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(
    list(Lookup()),
    20 in Lookup(),
    5 in Lookup(),
    [*zip(Lookup(), "ab")],
    list(Lengthless()),
    "b" in Lengthless(),
    bool(Lengthless()),
    bool(BadLength(0)),
    bool(BadLength(True)),
    len(BadLength(True)),
    list(Hint()),
)
print(1 in ContainsAnswer("truthy"), 1 in ContainsAnswer([]), 1 not in ContainsAnswer(0), 1 not in ContainsAnswer(5))


class Sparse(dict):
    def __missing__(self, key):
        return f"missing {key}"


class Typed(list):
    def __setitem__(self, index, value):
        if not isinstance(value, int):
            raise TypeError(f"only ints, not {type(value).__name__}")
        super().__setitem__(index, value)

    def __contains__(self, item):
        return super().__contains__(item) or super().__contains__(-item)


t = Typed([1, -2, 3])
t[0] = 10
print(Sparse(a=1)["a"], Sparse()["b"], Sparse().get("b"), 2 in t, 3 in t, 4 in t, t, t.count(2), t.index(3))
try:
    t[0] = "x"
except TypeError as error:
    print(error)
t.append("not checked")
print(t)


class Bits:
    """An integer seen as a mutable sequence of bits."""

    def __init__(self, n=0):
        self.n = n

    def __getitem__(self, i):
        if i >= len(self):
            raise IndexError(i)
        return self.n >> i & 1

    def __setitem__(self, i, bit):
        self.n = self.n | 1 << i if bit else self.n & ~(1 << i)

    def __len__(self):
        return self.n.bit_length()

    def __index__(self):
        return self.n


b = Bits(0b1011)
b[2], b[0] = 1, 0
b[70] = 1
print(
    list(b)[:5],
    len(b),
    hex(b),
    sum(b),
    list(reversed(b))[:2],
    [0, 1, 2][Bits(2)],
    "x" * Bits(3),
    1 in Bits(0),
    bin(Bits(5)),
)
