"""Recursive generators: permutations, trees, partitions, Gray codes, Hanoi, walks of nested data."""


def permutations(items):
    if len(items) <= 1:
        yield tuple(items)
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield (item, *rest)


def combinations(items, k):
    if k == 0:
        yield ()
    elif items:
        head, *tail = items
        for rest in combinations(tail, k - 1):
            yield (head,) + rest
        yield from combinations(tail, k)


def partitions(n, largest=None):
    largest = n if largest is None else largest
    if n == 0:
        yield []
        return
    for first in range(min(n, largest), 0, -1):
        for rest in partitions(n - first, first):
            yield [first] + rest


def gray(bits):
    if bits == 0:
        yield ""
        return
    for code in gray(bits - 1):
        yield "0" + code
    for code in reversed(list(gray(bits - 1))):
        yield "1" + code


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def walk(value, path=()):
    if isinstance(value, dict):
        for key, child in value.items():
            yield from walk(child, path + (key,))
    elif isinstance(value, (list, tuple)):
        for i, child in enumerate(value):
            yield from walk(child, path + (i,))
    else:
        yield "/".join(map(str, path)), value


def subsets(items):
    if not items:
        yield frozenset()
        return
    last = items[-1]
    for subset in subsets(items[:-1]):
        yield subset
        yield subset | {last}


def parentheses(n, opened=0, text=""):
    if len(text) == 2 * n:
        yield text
        return
    if opened < n:
        yield from parentheses(n, opened + 1, text + "(")
    if len(text) - opened < opened:
        yield from parentheses(n, opened, text + ")")


def in_order(tree):
    if tree:
        left, value, right = tree
        yield from in_order(left)
        yield value
        yield from in_order(right)


def same_fringe(a, b):
    end = object()
    a, b = in_order(a), in_order(b)
    while True:
        x, y = next(a, end), next(b, end)
        if x is not y and x != y:
            return False
        if x is end:
            return True


def count_nodes(tree):
    """Yields nothing; the result is the return value."""
    if not tree:
        return 0
    left = yield from count_nodes(tree[0])
    right = yield from count_nodes(tree[2])
    return left + right + 1


def returned(generator):
    while True:
        try:
            next(generator)
        except StopIteration as stop:
            return stop.value


def deep_chain(n):
    if n == 0:
        yield "bottom"
    else:
        yield from deep_chain(n - 1)


def change(amount, coins):
    if amount == 0:
        yield {}
        return
    if not coins:
        return
    coin, *rest = coins
    for n in range(amount // coin, -1, -1):
        for way in change(amount - n * coin, rest):
            yield {coin: n, **way} if n else way


def sieve(numbers):
    p = next(numbers)
    yield p
    yield from sieve(n for n in numbers if n % p)


def endless(n=2):
    while True:
        yield n
        n += 1


print(
    list(permutations("abc")),
    sum(1 for _ in permutations("abcde")),
    list(combinations("abcd", 2)),
    list(combinations([1], 2)),
)
print(list(partitions(5)), sum(1 for _ in partitions(15)), list(gray(3)), "".join(hanoi(3)), sum(1 for _ in hanoi(8)))
print(
    list(walk({"a": [1, {"b": None}], "c": ((), "text", (2,))})),
    sorted(map(sorted, subsets("abc"))),
    list(parentheses(3)),
    sum(1 for _ in parentheses(6)),
)
left = ((None, 1, None), 2, (None, 3, None))
right = (((None, 1, None), 2, None), 3, None)
print(
    list(in_order(left)),
    same_fringe(left, right),
    same_fringe(left, (None, 1, None)),
    returned(count_nodes(right)),
    list(count_nodes(left)),
)
print(list(deep_chain(200)), list(change(11, [5, 2, 1])), sum(1 for _ in change(50, [25, 10, 5, 1])))
primes = sieve(endless())
print([next(primes) for _ in range(20)])
try:
    list(deep_chain(10**5))
except RecursionError as error:
    print(type(error).__name__)
print(next(permutations(list(range(30)))), next(hanoi(60)))
