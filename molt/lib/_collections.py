"""What the collections module has in C elsewhere: deque and defaultdict."""

_showing = set()  # containers whose repr is under way


def _guarded_repr(obj, make, inside):
    """make(), or `inside` when obj is met within its own repr."""
    if id(obj) in _showing:
        return inside
    _showing.add(id(obj))
    try:
        return make()
    finally:
        _showing.discard(id(obj))


# ------------------------------------------------------------ defaultdict

class defaultdict(dict):
    """A dict that makes the values that are missing."""

    __module__ = "collections"

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new

    def __repr__(self):
        factory = _guarded_repr(self, lambda: repr(self.default_factory), "...")
        return f"{type(self).__name__}({factory}, {dict.__repr__(self)})"


# ------------------------------------------------------------------ deque

class deque:
    """A list that grows and shrinks at both ends: a ring whose items are _ring[_head], _ring[_head + 1], ... modulo its size."""

    __module__ = "collections"
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        self._ring = [None] * 8
        self._head = 0
        self._count = 0
        self._changes = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def _grow(self):
        ring = self._ring
        self._ring = ring[self._head:] + ring[:self._head] + [None] * len(ring)
        self._head = 0

    def append(self, x, /):
        count = self._count
        if count == self._maxlen:
            if count == 0:
                return
            self.popleft()
            count -= 1
        if count == len(self._ring):
            self._grow()
        at = self._head + count
        if at >= len(self._ring):
            at -= len(self._ring)
        self._ring[at] = x
        self._count = count + 1
        self._changes += 1

    def appendleft(self, x, /):
        count = self._count
        if count == self._maxlen:
            if count == 0:
                return
            self.pop()
            count -= 1
        if count == len(self._ring):
            self._grow()
        head = self._head - 1
        if head < 0:
            head = len(self._ring) - 1
        self._ring[head] = x
        self._head = head
        self._count = count + 1
        self._changes += 1

    def pop(self):
        if not self._count:
            raise IndexError("pop from an empty deque")
        self._count -= 1
        at = self._slot(self._count)
        item = self._ring[at]
        self._ring[at] = None
        self._changes += 1
        return item

    def popleft(self):
        if not self._count:
            raise IndexError("pop from an empty deque")
        head = self._head
        item = self._ring[head]
        self._ring[head] = None
        head += 1
        self._head = head if head < len(self._ring) else 0
        self._count -= 1
        self._changes += 1
        return item

    def _slot(self, index):
        at = self._head + index
        return at if at < len(self._ring) else at - len(self._ring)

    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        for item in iterable:
            self.appendleft(item)

    def clear(self):
        self._ring = [None] * 8
        self._head = self._count = 0
        self._changes += 1

    def copy(self):
        return type(self)(self) if self._maxlen is None else type(self)(self, self._maxlen)

    __copy__ = copy

    def _items(self):
        """The items as a list."""
        end = self._head + self._count
        ring = self._ring
        if end <= len(ring):
            return ring[self._head:end]
        return ring[self._head:] + ring[:end - len(ring)]

    def rotate(self, n=1, /):
        if not isinstance(n, int):
            raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer")
        count = self._count
        if count > 1:
            n %= count
            items = self._items()
            self._replace(items[count - n:] + items[:count - n])

    def reverse(self):
        self._replace(self._items()[::-1])

    def _replace(self, items):
        self._ring = items + [None] * (8 if len(items) < 8 else 0)
        self._head = 0
        self._count = len(items)
        self._changes += 1

    def __len__(self):
        return self._count

    def __iter__(self):
        return _deque_iterator(self)

    def __reversed__(self):
        return _deque_reverse_iterator(self)

    def _index(self, index, message="deque index out of range"):
        if not isinstance(index, int):
            if not hasattr(type(index), "__index__"):
                raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
            index = range(index).stop
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError(message)
        return self._slot(index)

    def __getitem__(self, index):
        return self._ring[self._index(index)]

    def __setitem__(self, index, value):
        self._ring[self._index(index)] = value

    def __delitem__(self, index):
        self._index(index)
        items = self._items()
        del items[index]
        self._replace(items)

    def __contains__(self, item):
        changes = self._changes
        for at in range(self._count):
            value = self._ring[self._slot(at)]
            found = value is item or value == item
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")
            if found:
                return True
        return False

    def count(self, x, /):
        changes = self._changes
        found = 0
        for at in range(self._count):
            value = self._ring[self._slot(at)]
            if value is x or value == x:
                found += 1
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")
        return found

    def index(self, x, start=0, stop=None, /):
        count = self._count
        stop = count if stop is None else stop
        start = max(start + count, 0) if start < 0 else start
        stop = max(stop + count, 0) if stop < 0 else min(stop, count)
        changes = self._changes
        for at in range(start, stop):
            value = self._ring[self._slot(at)]
            if value is x or value == x:
                return at
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")
        raise ValueError(f"{x!r} is not in deque")

    def insert(self, index, x, /):
        if self._count == self._maxlen:
            raise IndexError("deque already at its maximum size")
        items = self._items()
        items.insert(index, x)
        self._replace(items)

    def remove(self, value, /):
        changes = self._changes
        for at in range(self._count):
            item = self._ring[self._slot(at)]
            found = item is value or item == value
            if self._changes != changes:
                raise IndexError("deque mutated during remove().")
            if found:
                del self[at]
                return
        raise ValueError(f"{value!r} is not in deque")

    def __repr__(self):
        def text():
            end = "" if self._maxlen is None else f", maxlen={self._maxlen}"
            return f"{type(self).__name__}({self._items()!r}{end})"

        return _guarded_repr(self, text, "[...]")

    def __eq__(self, other):
        return self._items() == other._items() if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._items() < other._items() if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._items() <= other._items() if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._items() > other._items() if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._items() >= other._items() if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        new = self.copy()
        new.extend(other)
        return new

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        if not isinstance(n, int):
            return NotImplemented
        return type(self)(self._items() * n) if self._maxlen is None else type(self)(self._items() * n, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, n):
        if not isinstance(n, int):
            return NotImplemented
        items = self._items() * n
        self.clear()
        self.extend(items)
        return self


class _deque_iterator:
    def __init__(self, source):
        self._source = source
        self._changes = source._changes
        self._left = source._count
        self._at = source._head

    def __iter__(self):
        return self

    def __length_hint__(self):
        return self._left

    def __next__(self):
        source = self._source
        if self._changes != source._changes:
            self._left = 0
            raise RuntimeError("deque mutated during iteration")
        if not self._left:
            raise StopIteration
        ring = source._ring
        at = self._at
        self._left -= 1
        self._at = at + 1 if at + 1 < len(ring) else 0
        return ring[at]


class _deque_reverse_iterator(_deque_iterator):
    def __next__(self):
        source = self._source
        if self._changes != source._changes:
            self._left = 0
            raise RuntimeError("deque mutated during iteration")
        if not self._left:
            raise StopIteration
        self._left -= 1
        return source._ring[source._slot(self._left)]
