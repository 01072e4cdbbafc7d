"""Iterators written by hand: peeking, chaining, product, zip_longest, windows, reset and exhaustion."""


class Peekable:
    def __init__(self, iterable):
        self._iterator = iter(iterable)
        self._buffer = []

    def __iter__(self):
        return self

    def __next__(self):
        return self._buffer.pop(0) if self._buffer else next(self._iterator)

    def peek(self, default=...):
        if not self._buffer:
            try:
                self._buffer.append(next(self._iterator))
            except StopIteration:
                if default is ...:
                    raise
                return default
        return self._buffer[0]

    def push(self, item):
        self._buffer.insert(0, item)

    def __bool__(self):
        return self.peek(None) is not None


class Product:
    def __init__(self, *pools):
        self.pools = [tuple(pool) for pool in pools]

    def __iter__(self):
        indexes = [0] * len(self.pools)
        if not all(self.pools):
            return
        while True:
            yield tuple(pool[i] for pool, i in zip(self.pools, indexes))
            for position in range(len(indexes) - 1, -1, -1):
                indexes[position] += 1
                if indexes[position] < len(self.pools[position]):
                    break
                indexes[position] = 0
            else:
                return

    def __len__(self):
        result = 1
        for pool in self.pools:
            result *= len(pool)
        return result


class ZipLongest:
    def __init__(self, *iterables, fill=None):
        self.iterators = [iter(i) for i in iterables]
        self.fill = fill
        self.active = len(self.iterators)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.active:
            raise StopIteration
        row = []
        for i, iterator in enumerate(self.iterators):
            try:
                row.append(next(iterator))
            except StopIteration:
                self.active -= 1
                if not self.active:
                    raise
                self.iterators[i] = iter(lambda: self.fill, object())
                row.append(self.fill)
        return tuple(row)


class Flaky:
    """Stops, and later produces again: the protocol forbids it, loops must still end."""

    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n % 3 == 0:
            raise StopIteration(self.n)
        return self.n


class Deque:
    def __init__(self, items=()):
        self.front, self.back = [], list(items)

    def __iter__(self):
        yield from reversed(self.front)
        yield from self.back

    def __reversed__(self):
        yield from reversed(self.back)
        yield from self.front

    def push_left(self, x):
        self.front.append(x)
        return self

    def __len__(self):
        return len(self.front) + len(self.back)

    def __getitem__(self, i):
        return list(self)[i]


p = Peekable([1, 2, 3])
print(p.peek(), next(p), p.peek(), p.push("pushed"), next(p), bool(p), list(p), bool(p), p.peek("empty"))
try:
    p.peek()
except StopIteration as stop:
    print("stop", stop.value)


def numbers(text):
    stream, out = Peekable(text), []
    while stream:
        if stream.peek().isdigit():
            digits = ""
            while stream and stream.peek().isdigit():
                digits += next(stream)
            out.append(int(digits))
        else:
            out.append(next(stream))
    return out


print(numbers("a12b345"), numbers(""), numbers("7"))
print(
    list(Product("ab", [1, 2], "x")),
    list(Product()),
    list(Product("ab", "")),
    len(Product("abc", range(4))),
    sum(1 for _ in Product(range(5), range(6))),
)
print(list(ZipLongest("abc", [1], (x for x in "xy"), fill="-")), list(ZipLongest()), list(ZipLongest([], "a")))
f = Flaky()
print(list(f), list(f), next(f), [x for x in f], f.n)
try:
    next(f), next(f), next(f)
except StopIteration as stop:
    print("value", stop.value)
d = Deque([1, 2]).push_left(0).push_left(-1)
print(
    list(d),
    list(reversed(d)),
    len(d),
    d[0],
    d[-1],
    2 in d,
    [*d][1:3],
    max(d),
    sorted(d, reverse=True),
    sum(x * i for i, x in enumerate(d)),
)
it = iter(d)
print(next(it), [x for x in it], next(it, "done"))


def unique(iterable, key=lambda x: x):
    seen = set()
    return (x for x in iterable if not (key(x) in seen or seen.add(key(x))))


print(
    list(unique("mississippi")),
    list(unique([1, -1, 2], key=abs)),
    list(map(max, zip([1, 5], [3, 2]))),
    list(zip(*Product("ab", [1, 2]))),
)
