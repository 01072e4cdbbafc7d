"""slice objects: attributes, indices, use by user classes, extended slices over custom sequences."""

s = slice(1, 10, 2)
print(
    s,
    s.start,
    s.stop,
    s.step,
    slice(5),
    slice(None),
    slice("a", [1], None),
    s == slice(1, 10, 2),
    s != slice(1),
    slice(1) == slice(None, 1, None),
    slice(1, 2) < slice(1, 3),
)
for sl in (
    slice(None),
    slice(2, None),
    slice(None, -2),
    slice(-3, -1),
    slice(None, None, -1),
    slice(5, 0, -2),
    slice(100, -100, -1),
    slice(-100, 100, 3),
    slice(3, 3),
    slice(None, None, 100),
):
    start, stop, step = sl.indices(7)
    data = "abcdefg"
    assert data[sl] == "".join(data[i] for i in range(start, stop, step))
    print(
        sl.start,
        sl.stop,
        sl.step,
        "->",
        (start, stop, step),
        data[sl],
        [10, 20, 30, 40, 50, 60, 70][sl],
        tuple(range(7))[sl],
        range(7)[sl],
        b"abcdefg"[sl],
    )


class Show:
    def __getitem__(self, item):
        return item

    def __setitem__(self, item, value):
        print("set", item, value)

    def __delitem__(self, item):
        print("del", item)


show = Show()
print(
    show[1],
    show[1:2],
    show[:],
    show[::],
    show[1:2:3],
    show[1, 2],
    show[1:2, 3],
    show[..., None],
    show[()],
    show[-1:],
    show["a":"b"],
    show[1:2, ::3],
    show[(1, 2)],
    show[lambda: 0] is not None,
)
show[1:2] = 5
show[::2] = []
show[1, 2] = "x"
del show[1:]
del show[0], show["k"]


class Poly:
    """A sequence that slices to its own kind."""

    def __init__(self, items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Poly(self.items[index])
        if not hasattr(index, "__index__"):
            raise TypeError(f"indices must be integers, not {type(index).__name__}")
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __repr__(self):
        return f"Poly{self.items}"


p = Poly(range(8))
print(p[2:5], p[::-1], p[-1], p[::3][1:], list(p[5:]), list(reversed(p)), 3 in p, [x for x in p if x % 2])
p[1:3] = "xyz"
del p[::4]
p[-1] = None
p[len(p) :] = [1, 2]
print(p, len(p))
for bad in (
    lambda: p[99],
    lambda: p["k"],
    lambda: p[1.0],
    lambda: p.__setitem__(slice(0, 4, 2), [1]),
    lambda: slice(),
    lambda: slice(1, 2, 3, 4),
    lambda: slice(1, 2, 0).indices(5),
    lambda: slice(1).indices(-1),
    lambda: slice(1).indices("x"),
    lambda: slice("a").indices(3),
    lambda: slice(1) + slice(2),
    lambda: setattr(s, "start", 5),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class WithIndex:
    def __init__(self, n, log):
        self.n, self.log = n, log

    def __index__(self):
        self.log.append(self.n)
        return self.n


log = []
print(
    "abcdef"[WithIndex(1, log) : WithIndex(5, log) : WithIndex(2, log)],
    sorted(log),
    [1, 2, 3][WithIndex(-1, log)],
    "x" * WithIndex(3, log),
    list(range(WithIndex(2, log))),
)
window = slice(2, 5)
rows = ["abcdefg", list(range(7)), tuple("ABCDEFG")]
print([row[window] for row in rows], [row[::-1][window] for row in rows])
