"""Sets: iteration, membership by keys of all kinds, changes meanwhile; dicts made of pairs."""


def f(s, extra):
    out = []
    for x in s:
        out.append(x)
    for x in s:
        for y in s:
            if x < y:
                out.append((x, y))
    for i, x in enumerate(s):
        out.append((i, x))
    return (sorted(map(str, out)), 3 in s, 99 in s)


print(f({1, 2, 3}, None), f({'a', 'b'}, 1), f(set(), 0))


def g(s, m):
    seen = 0
    try:
        for x in s:
            seen += 1
            if m == 1:
                s.add(seen + 100)
            if m == 2:
                s.discard(x)
            if m == 3:
                s.discard(x)
                s.add(x)
    except RuntimeError as e:
        print(e)
    return seen


for m in range(4):
    print(g({1, 2, 3}, m))


def h(s, k):
    return k in s


print(h({1, 'a'}, 'a'), h({1, 2}, 1), h({1, 2}, True), h({1.0}, 1))


class K:

    def __hash__(self):
        return 5

    def __eq__(self, o):
        print('eq')
        return True


print(h({K()}, 5), h({K()}, 6))
try:
    h({1}, [])
except TypeError as e:
    print(e)


print(h(frozenset([1]), 1))


def order(words):
    u = set(words)
    return [w for w in u]


print(order(['banana', 'apple', 'cherry', 'date', 'elder', 'fig']))
d = dict(zip(['a', 'b'], [1, 2]))


def dd(d):
    t = 0
    for k, v in d.items():
        t += v
    return t


print(dd(d), dd(dict([('x', 5)])), dd(dict({'q': 1})))
