"""itertools: every tool on small and infinite inputs, with the exceptions of wrong arguments."""

import itertools as it
import operator

print(
    list(it.islice(it.count(3, 2), 4)),
    list(it.islice(it.count(1.5, 0.5), 3)),
    list(it.islice(it.cycle("ab"), 5)),
    list(it.repeat("x", 3)),
    list(map(pow, range(4), it.repeat(2))),
)
print(
    list(it.accumulate([1, 2, 3, 4])),
    list(it.accumulate([3, 1, 4], max)),
    list(it.accumulate([1, 2], operator.mul, initial=10)),
    list(it.accumulate([])),
    list(it.accumulate("abc")),
)
print(
    list(it.chain("ab", [1], {})),
    list(it.chain.from_iterable([[1, 2], "x", ()])),
    list(it.compress("abcdef", [1, 0, 1, 0, 1, 1])),
    list(it.dropwhile(lambda x: x < 5, [1, 4, 6, 4, 1])),
    list(it.takewhile(lambda x: x < 5, [1, 4, 6, 4, 1])),
    list(it.filterfalse(lambda x: x % 2, range(6))),
    list(it.filterfalse(None, [0, 1, "", "a"])),
)
print(
    [(k, list(g)) for k, g in it.groupby("AAABBC")],
    [(k, len(list(g))) for k, g in it.groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)],
    [k for k, _ in it.groupby([])],
)
groups = it.groupby([1, 1, 2])
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, list(g2), list(groups))
print(
    list(it.islice("abcdefg", 2)),
    list(it.islice("abcdefg", 2, 5)),
    list(it.islice("abcdefg", 1, None, 3)),
    list(it.islice("ab", 5)),
    list(it.pairwise("abcd")),
    list(it.pairwise("a")),
    list(it.starmap(pow, [(2, 5), (3, 2)])),
    list(it.zip_longest("abc", [1], fillvalue="-")),
    list(it.zip_longest()),
    list(it.batched("abcdefg", 3)),
)
print(
    list(it.product("ab", [0, 1])),
    list(it.product("ab", repeat=2)),
    list(it.product()),
    list(it.product("ab", [])),
    list(it.permutations("abc", 2)),
    len(list(it.permutations(range(5)))),
    list(it.permutations("ab", 3)),
    list(it.combinations("abcd", 2)),
    list(it.combinations("ab", 0)),
    list(it.combinations_with_replacement("abc", 2)),
)
a, b, c = it.tee(iter("wxyz"), 3)
print(next(a), next(a), next(b), list(c), list(a), list(b), it.tee([], 0))
source = iter(range(10))
print(list(it.islice(source, 3)), next(source), list(it.takewhile(lambda x: x < 6, source)), list(source))
counter = it.count()
print(
    next(counter),
    next(counter),
    list(zip(counter, "ab")),
    next(counter),
    list(it.islice(it.count(2**63 - 1), 3)),
    list(it.islice(it.count(5, -2), 3)),
)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: it.count("a"))
attempt(lambda: it.islice([1], -1))
attempt(lambda: it.islice([1], 0, 5, 0))
attempt(lambda: it.islice([1]))
attempt(lambda: it.islice([1], "x"))
attempt(lambda: it.product([1], repeat=-1))
attempt(lambda: it.permutations([1], -1))
attempt(lambda: it.combinations([1]))
attempt(lambda: it.combinations([1], "x"))
attempt(lambda: it.chain(5).__next__())
attempt(lambda: list(it.chain.from_iterable([1])))
attempt(lambda: list(it.starmap(pow, [1])))
attempt(lambda: it.zip_longest("a", bad=1))
attempt(lambda: it.tee([1], -1))
attempt(lambda: it.batched("ab", 0))
attempt(lambda: it.repeat())
attempt(lambda: it.cycle(5))
attempt(lambda: it.groupby())
attempt(lambda: it.accumulate(5))
attempt(lambda: list(it.accumulate([1, "a"])))
attempt(lambda: list(it.dropwhile(5, [1])))
attempt(lambda: next(it.cycle([])))
attempt(lambda: list(it.islice(it.chain([1], (1 // x for x in (1, 0))), 5)))


def primes():
    sieve = {}
    for q in it.count(2):
        p = sieve.pop(q, None)
        if p is None:
            sieve[q * q] = q
            yield q
        else:
            x = p + q
            while x in sieve:
                x += p
            sieve[x] = p


def roundrobin(*iterables):
    iterators = it.cycle(iter(i) for i in iterables)
    for n in range(len(iterables), 0, -1):
        iterators = it.cycle(it.islice(iterators, n))
        for current in iterators:
            try:
                yield next(current)
            except StopIteration:
                break


print(
    list(it.islice(primes(), 15)),
    "".join(roundrobin("ABC", "D", "EF")),
    sum(map(operator.mul, [1, 2, 3], [4, 5, 6])),
    list(it.chain.from_iterable(it.combinations("abc", r) for r in range(4))),
    [len(list(g)) for _, g in it.groupby("aabbbc")],
    dict(zip("abc", it.count(1))),
    list(it.accumulate(it.repeat(2, 5), operator.mul)),
)
print(
    type(it.count()).__name__,
    it.repeat("x", 3),
    it.count(5, 2),
    it.repeat(1),
    iter(it.chain()) is not None,
    list(it.chain()),
)
