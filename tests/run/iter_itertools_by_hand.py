"""Classic iterator tools written in plain Python and checked against each other."""


def count(start=0, step=1):
    n = start
    while True:
        yield n
        n += step


def islice(iterable, *args):
    s = slice(*args)
    start, stop, step = s.start or 0, s.stop, s.step or 1
    wanted = start
    for i, item in enumerate(iterable):
        if stop is not None and i >= stop:
            return
        if i == wanted:
            yield item
            wanted += step
            if stop is not None and wanted >= stop:
                return


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


def accumulate(iterable, function=lambda a, b: a + b, *, initial=None):
    iterator = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    yield total
    for item in iterator:
        total = function(total, item)
        yield total


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, iterable):
    iterator = iter(iterable)
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


def groupby(iterable, key=None):
    key = key or (lambda x: x)
    groups = []
    for item in iterable:
        k = key(item)
        if groups and groups[-1][0] == k:
            groups[-1][1].append(item)
        else:
            groups.append((k, [item]))
    return iter(groups)


def product(*pools, repeat=1):
    result = [[]]
    for pool in [tuple(p) for p in pools] * repeat:
        result = [row + [item] for row in result for item in pool]
    return (tuple(row) for row in result)


def permutations(items, r=None):
    items = tuple(items)
    r = len(items) if r is None else r
    for indexes in product(range(len(items)), repeat=r):
        if len(set(indexes)) == r:
            yield tuple(items[i] for i in indexes)


def combinations(items, r):
    items = tuple(items)
    for indexes in permutations(range(len(items)), r):
        if sorted(indexes) == list(indexes):
            yield tuple(items[i] for i in indexes)


def pairwise(iterable):
    iterator = iter(iterable)
    for a in iterator:
        for b in iterator:
            yield a, b
            a = b


def starmap(function, rows):
    return (function(*row) for row in rows)


def compress(data, selectors):
    return (d for d, s in zip(data, selectors) if s)


def reduce(function, iterable, *initial):
    iterator = iter(iterable)
    if initial:
        (value,) = initial
    else:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in iterator:
        value = function(value, item)
    return value


def roundrobin(*iterables):
    pending = [iter(i) for i in iterables]
    while pending:
        for iterator in pending[:]:
            try:
                yield next(iterator)
            except StopIteration:
                pending.remove(iterator)


print(
    list(islice(count(10, 5), 4)),
    list(islice(count(2.5, 0.5), 3)),
    list(islice("abcdefg", 1, None, 2)),
    list(islice("abc", 0)),
    list(islice(range(10), 2, 8, 3)),
)
print(
    list(chain("ab", [], (1,), {2: 3})),
    list(accumulate([1, 2, 3])),
    list(accumulate("abc")),
    list(accumulate([3, 1, 4], max)),
    list(accumulate([], initial=5)),
    list(accumulate([])),
    list(accumulate([2, 3], lambda a, b: a * b, initial=10)),
)
print(
    list(takewhile(lambda x: x < 3, [1, 2, 5, 1])),
    list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])),
    list(groupby("aabbca")),
    [(k, len(g)) for k, g in groupby(sorted(["x", "yy", "z", "ww"], key=len), key=len)],
)
print(
    list(product("ab", [0, 1])),
    list(product()),
    list(product("ab", repeat=2)),
    list(permutations("abc", 2)),
    list(combinations("abcd", 3)),
    len(list(permutations(range(5)))),
    list(combinations([], 0)),
    list(combinations("a", 2)),
)
print(
    list(pairwise([1, 2, 3, 4])),
    list(pairwise([1])),
    list(starmap(pow, [(2, 3), (3, 2)])),
    list(compress("abcdef", [1, 0, 1, 0, 1])),
    reduce(lambda a, b: a * b, range(1, 6)),
    reduce(lambda a, b: a + b, [[1], [2]], []),
    "".join(roundrobin("abc", "d", "ef")),
)
try:
    reduce(max, [])
except TypeError as error:
    print(error)
shared = count()
print(list(takewhile(lambda x: x < 3, shared)), next(shared), list(islice(shared, 2)), sum(islice(shared, 10)))
evens = islice((n for n in count() if n % 2 == 0), 3, 6)
print(
    next(evens),
    list(evens),
    list(map(lambda *a: a, *zip((1, 2), (3, 4)))),
    reduce(lambda f, g: lambda x: g(f(x)), [lambda x: x + 1, lambda x: x * 2, str])(4),
)
