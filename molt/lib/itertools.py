"""Iterator building blocks: the itertools module.

Each class holds iterators and steps them in __next__, as CPython's do; only
tee's branches share a linked list of what the slower ones still have to see.
"""

__all__ = ["accumulate", "batched", "chain", "combinations", "combinations_with_replacement", "compress", "count", "cycle",
           "dropwhile", "filterfalse", "groupby", "islice", "pairwise", "permutations", "product", "repeat", "starmap", "takewhile",
           "tee", "zip_longest"]

_MAXSIZE = 9223372036854775807


def _index(value):
    """operator.index, with its TypeError."""
    return range(value).stop


_missing = object()


def _require(function, **parameters):
    """Raises TypeError for the first parameter that was not given, worded as for a function in C."""
    for position, (name, value) in enumerate(parameters.items(), 1):
        if value is _missing:
            raise TypeError(f"{function}() missing required argument {name!r} (pos {position})")


class count:
    """count(start=0, step=1): start, start + step, ..."""

    def __init__(self, start=0, step=1):
        if not _is_number(start) or not _is_number(step):
            raise TypeError("a number is required")
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if type(self._step) is int and self._step == 1:
            return f"{type(self).__name__}({self._next!r})"
        return f"{type(self).__name__}({self._next!r}, {self._step!r})"


def _is_number(value):
    return isinstance(value, (int, float)) or hasattr(value, "__index__") or hasattr(value, "__float__")


class cycle:
    """cycle(iterable): its items over and over."""

    def __init__(self, iterable, /):
        self._iterator = iter(iterable)
        self._saved = []
        self._at = -1

    def __iter__(self):
        return self

    def __next__(self):
        if self._at < 0:
            for item in self._iterator:
                self._saved.append(item)
                return item
            self._at = 0
        saved = self._saved
        if not saved:
            raise StopIteration
        item = saved[self._at]
        self._at += 1
        if self._at == len(saved):
            self._at = 0
        return item


class repeat:
    """repeat(object[, times])."""

    def __init__(self, object=_missing, times=None):
        _require("repeat", object=object)
        self._object = object
        if times is not None:
            times = _index(times)
            if times < 0:
                times = 0
        self._left = times

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        if self._left is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._left})"


class chain:
    """chain(*iterables): the items of one after those of the other."""

    def __init__(self, *iterables):
        self._sources = iter(iterables)
        self._active = None

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._sources = iter(iterable)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        while self._sources is not None:
            if self._active is None:
                try:
                    source = next(self._sources)
                except StopIteration:
                    self._sources = None
                    raise
                self._active = iter(source)
            for item in self._active:
                return item
            self._active = None
        raise StopIteration


class compress:
    """compress(data, selectors): the data whose selector is true."""

    def __init__(self, data=_missing, selectors=_missing):
        _require("compress", data=data, selectors=selectors)
        self._data = iter(data)
        self._selectors = iter(selectors)

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            item = next(self._data)
            if next(self._selectors):
                return item


class takewhile:
    """takewhile(predicate, iterable): the items before the first for which predicate is false."""

    def __init__(self, predicate, iterable, /):
        self._predicate = predicate
        self._iterator = iter(iterable)
        self._stopped = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._stopped:
            raise StopIteration
        item = next(self._iterator)
        if self._predicate(item):
            return item
        self._stopped = True
        raise StopIteration


class dropwhile:
    """dropwhile(predicate, iterable): the items from the first for which predicate is false."""

    def __init__(self, predicate, iterable, /):
        self._predicate = predicate
        self._iterator = iter(iterable)
        self._started = False

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            item = next(self._iterator)
            if self._started:
                return item
            if not self._predicate(item):
                self._started = True
                return item


class filterfalse:
    """filterfalse(predicate, iterable): the items for which predicate is false; None: those that are false."""

    def __init__(self, predicate, iterable, /):
        self._predicate = predicate
        self._iterator = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        predicate = self._predicate
        while True:
            item = next(self._iterator)
            if not (item if predicate is None or predicate is bool else predicate(item)):
                return item


class starmap:
    """starmap(function, iterable): function(*item) of each item."""

    def __init__(self, function, iterable, /):
        self._function = function
        self._iterator = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        args = next(self._iterator)
        return self._function(*(args if isinstance(args, tuple) else tuple(args)))


class accumulate:
    """accumulate(iterable, func=None, *, initial=None): running totals."""

    def __init__(self, iterable=_missing, func=None, *, initial=None):
        _require("accumulate", iterable=iterable)
        self._iterator = iter(iterable)
        self._function = func
        self._initial = initial
        self._total = None
        self._started = False

    def __iter__(self):
        return self

    def __next__(self):
        if not self._started:
            if self._initial is not None:
                self._total = self._initial
            else:
                self._total = next(self._iterator)
            self._started = True
            return self._total
        item = next(self._iterator)
        function = self._function
        self._total = self._total + item if function is None else function(self._total, item)
        return self._total


class islice:
    """islice(iterable, stop) or islice(iterable, start, stop[, step])."""

    def __init__(self, iterable, /, *bounds):
        if not bounds or len(bounds) > 3:
            given = len(bounds) + 1
            raise TypeError(f"islice expected at {'least 2' if given < 2 else 'most 4'} arguments, got {given}")
        if len(bounds) == 1:
            start, stop, step = 0, bounds[0], 1
            stop = _slice_bound(stop, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        else:
            start, stop = bounds[:2]
            step = bounds[2] if len(bounds) == 3 else 1
            message = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            stop = _slice_bound(stop, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.", message)
            start = _slice_bound(start, message) or 0
            step = _slice_step(step)
        self._iterator = iter(iterable)
        self._next = start
        self._stop = stop
        self._step = step
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        iterator = self._iterator
        if iterator is None:
            raise StopIteration
        stop = self._stop
        try:
            if stop is not None and self._next >= stop:
                while self._at < stop:
                    next(iterator)
                    self._at += 1
                raise StopIteration
            while self._at < self._next:
                next(iterator)
                self._at += 1
            item = next(iterator)
        except StopIteration:
            self._iterator = None
            raise
        self._at += 1
        self._next += self._step
        if stop is not None and self._next > stop:
            self._next = stop
        return item


def _slice_bound(value, message, negative_message=None):
    if value is None:
        return None
    try:
        number = _index(value)
    except TypeError:
        raise ValueError(message) from None
    if 0 <= number <= _MAXSIZE:
        return number
    raise ValueError(negative_message or message)


def _slice_step(value):
    if value is None:
        return 1
    try:
        number = _index(value)
    except TypeError:
        number = 0
    if 1 <= number <= _MAXSIZE:
        return number
    raise ValueError("Step for islice() must be a positive integer or None.")


class pairwise:
    """pairwise(iterable): each item with the one after it."""

    def __init__(self, iterable, /):
        self._iterator = iter(iterable)
        self._has_old = False
        self._old = None

    def __iter__(self):
        return self

    def __next__(self):
        if not self._has_old:
            self._old = next(self._iterator)
            self._has_old = True
        old = self._old
        self._old = new = next(self._iterator)
        return old, new


class batched:
    """batched(iterable, n): tuples of n items, the last may be shorter."""

    def __init__(self, iterable=_missing, n=_missing):
        _require("batched", iterable=iterable, n=n)
        n = _index(n)
        if n < 1:
            raise ValueError("n must be at least one")
        self._iterator = iter(iterable)
        self._size = n

    def __iter__(self):
        return self

    def __next__(self):
        batch = tuple(islice(self._iterator, self._size))
        if not batch:
            raise StopIteration
        return batch


class zip_longest:
    """zip_longest(*iterables, fillvalue=None)."""

    def __init__(self, *iterables, **options):
        fillvalue = options.pop("fillvalue", None)
        if options:
            raise TypeError("zip_longest() got an unexpected keyword argument")
        self._iterators = [iter(iterable) for iterable in iterables]
        self._active = len(iterables)
        self._fill = fillvalue

    def __iter__(self):
        return self

    def __next__(self):
        if not self._active:
            raise StopIteration
        items = []
        for at, iterator in enumerate(self._iterators):
            if iterator is None:
                items.append(self._fill)
                continue
            try:
                items.append(next(iterator))
            except StopIteration:
                self._active -= 1
                if not self._active:
                    raise
                self._iterators[at] = None
                items.append(self._fill)
        return tuple(items)


class product:
    """product(*iterables, repeat=1): the Cartesian product, the last iterable running fastest."""

    def __init__(self, *iterables, repeat=1):
        repeat = _index(repeat)
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        self._pools = [tuple(pool) for pool in iterables] * repeat
        self._indices = [0] * len(self._pools)
        self._result = None
        self._stopped = not all(self._pools)

    def __iter__(self):
        return self

    def __next__(self):
        if self._stopped:
            raise StopIteration
        pools = self._pools
        if self._result is None:
            self._result = [pool[0] for pool in pools]
            return tuple(self._result)
        indices = self._indices
        result = self._result
        for at in range(len(pools) - 1, -1, -1):
            pool = pools[at]
            indices[at] += 1
            if indices[at] < len(pool):
                result[at] = pool[indices[at]]
                return tuple(result)
            indices[at] = 0
            result[at] = pool[0]
        self._stopped = True
        raise StopIteration


class permutations:
    """permutations(iterable, r=None): the ordered choices of r items."""

    def __init__(self, iterable=_missing, r=None):
        _require("permutations", iterable=iterable)
        self._pool = pool = tuple(iterable)
        n = len(pool)
        if r is None:
            r = n
        elif not isinstance(r, int):
            raise TypeError("Expected int as r")
        if r < 0:
            raise ValueError("r must be non-negative")
        self._size = r
        self._indices = list(range(n))
        self._cycles = list(range(n, n - r, -1))
        self._started = False
        self._stopped = r > n

    def __iter__(self):
        return self

    def __next__(self):
        if self._stopped:
            raise StopIteration
        if not self._started:
            self._started = True
            return self._chosen()
        indices = self._indices
        cycles = self._cycles
        n = len(indices)
        for at in range(self._size - 1, -1, -1):
            cycles[at] -= 1
            if cycles[at] == 0:
                indices[at:] = indices[at + 1:] + indices[at:at + 1]
                cycles[at] = n - at
            else:
                other = n - cycles[at]
                indices[at], indices[other] = indices[other], indices[at]
                return self._chosen()
        self._stopped = True
        raise StopIteration

    def _chosen(self):
        pool = self._pool
        return tuple([pool[at] for at in self._indices[:self._size]])


class combinations:
    """combinations(iterable, r): the choices of r items, in the order of the iterable."""

    def __init__(self, iterable=_missing, r=_missing):
        _require("combinations", iterable=iterable, r=r)
        self._pool = tuple(iterable)
        r = _index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._indices = list(range(r))
        self._started = False
        self._stopped = r > len(self._pool)

    def __iter__(self):
        return self

    def __next__(self):
        if self._stopped:
            raise StopIteration
        indices = self._indices
        if self._started and not self._advance(indices):
            self._stopped = True
            raise StopIteration
        self._started = True
        pool = self._pool
        return tuple([pool[at] for at in indices])

    def _advance(self, indices):
        r = len(indices)
        last = len(self._pool) - r
        at = r - 1
        while at >= 0 and indices[at] == at + last:
            at -= 1
        if at < 0:
            return False
        indices[at] += 1
        for later in range(at + 1, r):
            indices[later] = indices[later - 1] + 1
        return True


class combinations_with_replacement(combinations):
    """combinations_with_replacement(iterable, r): an item may be chosen again."""

    def __init__(self, iterable=_missing, r=_missing):
        _require("combinations_with_replacement", iterable=iterable, r=r)
        super().__init__(iterable, 0)
        r = _index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._indices = [0] * r
        self._stopped = r > 0 and not self._pool

    def _advance(self, indices):
        last = len(self._pool) - 1
        at = len(indices) - 1
        while at >= 0 and indices[at] == last:
            at -= 1
        if at < 0:
            return False
        indices[at:] = [indices[at] + 1] * (len(indices) - at)
        return True


class groupby:
    """groupby(iterable, key=None): (key, iterator of the run of items with that key)."""

    def __init__(self, iterable=_missing, key=None):
        _require("groupby", iterable=iterable)
        self._iterator = iter(iterable)
        self._key_function = key
        self._target = self._key = self._value = _missing
        self._group = None

    def __iter__(self):
        return self

    def __next__(self):
        self._group = None
        while self._key is _missing or (self._target is not _missing and self._target == self._key):
            self._step()
        self._target = self._key
        self._group = group = _grouper(self, self._target)
        return self._key, group

    def _step(self):
        value = next(self._iterator)
        self._key = value if self._key_function is None else self._key_function(value)
        self._value = value


class _grouper:
    def __init__(self, parent, key):
        self._parent = parent
        self._target = key

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if parent._value is _missing:
            parent._step()
        if not self._target == parent._key:
            raise StopIteration
        value = parent._value
        parent._value = _missing
        return value


def tee(iterable, n=2, /):
    """tee(iterable, n=2): n independent iterators over the same items."""
    n = _index(n)
    if n < 0:
        raise ValueError("n must be >= 0")
    if n == 0:
        return ()
    first = iterable if isinstance(iterable, _tee) else _tee(iter(iterable), [])
    return tuple([first] + [first.__copy__() for _ in range(n - 1)])


class _tee:
    """A branch of tee. A link is [] while nobody has stepped past it, then [item, next link]."""

    def __init__(self, iterator, link):
        self._iterator = iterator
        self._link = link

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            link.append(next(self._iterator))
            link.append([])
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _tee(self._iterator, self._link)
