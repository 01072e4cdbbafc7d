"""Methods of built-in types and functions of C modules, called directly, bound before, replaced; ranges near the edge of 64 bits; slices."""


import math, time
from math import sqrt, floor


def f(n):
    s = 0.0
    for i in range(1, n):
        s += sqrt(i) + math.sin(s) + math.atan2(s, 2.0) + math.pow(s, 0.5) + math.log(i) + math.exp(-s) + math.pi
        k = floor(s) + math.ceil(s)
    return (s, k)


print(f(50))


def g(x):
    try:
        return math.log(x)
    except ValueError as e:
        return str(e)


print(g(2.0), g(0.0), g(-1.0))


def h(xs, d, t):
    out = []
    for x in xs:
        out.append(t[x:x + 2] + str(len(out)))
        d[x] = d.get(x, 0) + 1
        if x in d and t[x] in 'abc' and (t[:x] not in t[x:]):
            out.append('yes')
        w = t.upper().split('C')
        out.append(w[0].strip())
        if t.startswith('a', x):
            out.append(t.find('b', x))
    while xs:
        xs.pop()
    try:
        xs.pop()
    except IndexError as e:
        out.append(str(e))
    return (out, d.get(99), sorted(out[1:3]), min(3, 1, 2), max(out[1], out[2]))


print(h([1, 2, 3, 1], {}, 'abcabc xyz'))
real = math.sqrt


def k():
    return math.sqrt(4.0)


print(k())
math.sqrt = lambda x: 'mine'
print(k())
math.sqrt = real
print(k(), time.time() > 0)


def m(items):
    f = items.append
    f(3)
    (items.append if items else None)(len(items))
    items.append(items.pop() if items else 4)
    return items


print(m([1]))


class L(list):

    def append(self, x):
        super().append(x * 2)


print(m(L([1])))


def sl(s, i, j):
    return (s[i:j], s[:j], s[i:], s[:], s[-2:], s[i:-1], s[2:1])


print(sl('héllo wörld', 1, 5), sl([1, 2, 3, 4, 5], -3, 10))


def f(a, b, s):
    out = []
    for i in range(a, b, s):
        out.append(i)
    return out


print(f(1, 10, 3), f(10, 1, -3), f(1, 1, 1))
try:
    f(1, 2, 0)
except ValueError as e:
    print(e)


print(f(2 ** 60, 2 ** 60 + 7, 3), f(2 ** 63 - 5, 2 ** 63 - 1, 3), f(0, 2 ** 62, 2 ** 61))


def g(n):
    return [i for i in range(n, n + 4, 3)]


print(g(2 ** 63 - 5), g(5))
