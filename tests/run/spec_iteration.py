"""Iteration by enumerate, zip and dict views; dicts that change meanwhile; items whose type changes late."""


def f(a, b, d, t, s):
    out = []
    for i, c in enumerate(a):
        out.append((i, c))
    for i, c in enumerate(b, 5):
        out.append((i, c))
    for x, y in zip(a, b):
        out.append((x, y))
    for x, y, z in zip(a, b, t):
        out.append((x, y, z))
    for k in d:
        out.append(k)
    for k, v in d.items():
        out.append((k, v))
    for k in d.keys():
        out.append(k)
    for v in d.values():
        out.append(v)
    for x in t:
        out.append(x)
    for c in s:
        out.append(c)
    for item in d.items():
        out.append(item)
    for i, (k, v) in enumerate(d.items()):
        out.append((i, k, v))
    for p in zip(a, b):
        out.append(p)
    return out


print(f([1, 2, 3], 'abcd', {'x': 1, 'y': 2}, (7, 8), 'héy'))
print(f([], '', {}, (), ''))


def g(d, mode):
    seen = []
    try:
        for k in d:
            seen.append(k)
            if mode == 1:
                d[k + 100] = 1
            if mode == 2:
                del d[k]
            if mode == 3 and k < 10:
                del d[k]
                d[k + 10] = 0
            if mode == 4 and k == 2:
                d[5] = 1
                del d[5]
    except RuntimeError as e:
        seen.append(str(e))
    return seen


for mode in range(5):
    print(g({1: 1, 2: 2, 3: 3}, mode))


def h(d):
    try:
        for k, v in d.items():
            d[k] = v + 1
        for k, v in d.items():
            if v > 2:
                d.pop(k)
    except RuntimeError as e:
        print(e)
    return d


print(h({'a': 1, 'b': 2, 'c': 3}))


def mix(x, n):
    out = []
    for i, v in enumerate(x):
        if i == n:
            out.append(v + 1)
        out.append(i)
    return out


print(mix([1, 2, 3], 1))
try:
    mix('abc', 1)
except TypeError as e:
    print(e)


print(mix([1.5, 2, 3], 0), mix((1, 2), 7))


def grow(xs):
    for i, x in enumerate(xs):
        if i < 5:
            xs.append(i)
    return xs


print(grow([1, 2]))


def nested(d):
    return [(a, b) for a in d for b in d if a < b]


print(nested({1: 0, 2: 0, 3: 0}))


def gen(d, s):
    for k, v in d.items():
        for i, c in enumerate(s):
            yield (k, v, i, c)


print(list(gen({'a': 1, 'b': 2}, 'xy')))


class D(dict):

    def items(self):
        return [(9, 9)]

    def __iter__(self):
        return iter([5])


def any_dict(d):
    return [k for k, v in d.items()] + [k for k in d]


print(any_dict({1: 2}), any_dict(D({1: 2})))


def brk(d):
    for k, v in d.items():
        if v == 2:
            break
    else:
        return 'none'
    return k


print(brk({'p': 1, 'q': 2}), brk({'p': 1}))


def slow_str(s):
    n = 0
    for c in s:
        n = n * 2 + (1 if c == '1' else int(c) if c.isdigit() else len(c))
    return n


print(slow_str('10110'), slow_str('10é1'))


def poly(xs):
    t = 0
    for i, x in enumerate(xs):
        t += x * i
    return t


print(poly([1, 2, 3]), poly([1, 2 ** 70, 3]), poly([1, 2.5, 3]))
