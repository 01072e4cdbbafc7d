"""Pipelines of generators: laziness, order of pulls, early termination, batching, merging, windows."""

log = []


def source(n):
    for i in range(n):
        log.append(f"make {i}")
        yield i
    log.append("source done")


def keep(predicate, items):
    for item in items:
        log.append(f"test {item}")
        if predicate(item):
            yield item


def transform(function, items):
    for item in items:
        result = function(item)
        log.append(f"to {result}")
        yield result


def take(n, items):
    if n <= 0:
        return
    for item in items:
        yield item
        n -= 1
        if n == 0:
            return


def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def pairs(items):
    iterator = iter(items)
    previous = next(iterator, None)
    for item in iterator:
        yield previous, item
        previous = item


def merge(a, b):
    a, b = iter(a), iter(b)
    end = object()
    x, y = next(a, end), next(b, end)
    while x is not end or y is not end:
        if y is end or (x is not end and x <= y):
            yield x
            x = next(a, end)
        else:
            yield y
            y = next(b, end)


def cycle(items):
    saved = []
    for item in items:
        yield item
        saved.append(item)
    while saved:
        yield from saved


def flatten(items, depth=-1):
    for item in items:
        if depth and isinstance(item, (list, tuple)):
            yield from flatten(item, depth - 1)
        else:
            yield item


def group_runs(items, key=lambda x: x):
    run, current = [], None
    for item in items:
        k = key(item)
        if run and k != current:
            yield current, run
            run = []
        current = k
        run.append(item)
    if run:
        yield current, run


def interleave(*iterables):
    iterators = [iter(i) for i in iterables]
    while iterators:
        alive = []
        for iterator in iterators:
            for item in iterator:
                yield item
                alive.append(iterator)
                break
        iterators = alive


def running(function, items, initial):
    value = initial
    yield value
    for item in items:
        value = function(value, item)
        yield value


pipeline = transform(lambda x: x * x, keep(lambda x: x % 2, source(10)))
print(log, next(pipeline), log, sep="\n")
log.clear()
print(list(take(2, pipeline)), log)
log.clear()
print(list(take(0, source(3))), log, sum(take(2, source(5))), log[-1])
print(
    list(batches(range(7), 3)),
    list(batches([], 3)),
    list(pairs("abcd")),
    list(pairs([])),
    list(merge([1, 4, 6], [2, 4, 5, 9])),
    list(merge([], "ab")),
    list(take(7, cycle("abc"))),
    list(cycle([])),
)
print(
    list(flatten([1, [2, [3, (4, [5])]], []])),
    list(flatten([1, [2, [3, [4]]]], 1)),
    list(group_runs("aaabbc")),
    list(group_runs([1, 3, 2, 4, 5], key=lambda n: n % 2)),
    list(interleave("abc", [1], (x for x in "xy"))),
    list(running(lambda a, b: a * b, [2, 3, 4], 1)),
)
evens = (n for n in range(100) if n % 2 == 0)
first = next(evens)
chunk = list(take(3, evens))
rest = sum(evens)
print(first, chunk, rest, sum(1 for _ in evens))


def tee(iterable, n=2):
    iterator = iter(iterable)
    queues = [[] for _ in range(n)]

    def reader(queue):
        while True:
            if not queue:
                try:
                    item = next(iterator)
                except StopIteration:
                    return
                for q in queues:
                    q.append(item)
            yield queue.pop(0)

    return [reader(queue) for queue in queues]


a, b = tee(range(4))
print(next(a), next(a), next(b), list(a), list(b))
lines = ["# title", "key = 1", "", "bad line", "other = two", "# end"]
parsed = (
    (k.strip(), v.strip())
    for k, eq, v in (line.partition("=") for line in lines if line and not line.startswith("#"))
    if eq
)
print(dict(parsed), list(parsed))
