"""Tests of built-in types, conversions from and to str, comparison and concatenation of strs."""


def f(xs):
    out = []
    for x in xs:
        if isinstance(x, str):
            out.append('s' + x)
        elif isinstance(x, bool):
            out.append('b')
        elif isinstance(x, int):
            out.append(x + 1)
        elif isinstance(x, float):
            out.append(x / 2)
        elif isinstance(x, (list, tuple)):
            out.append(len(x))
        elif isinstance(x, dict):
            out.append(list(x))
        else:
            out.append(str(x))
    return out


class S(str):
    pass


class I(int):
    pass


print(f(['a', True, 3, 2 ** 80, 1.5, [1], (1, 2), {1: 2}, None, S('q'), I(4)]))


def g(a, b):
    return (a + b, a < b, a <= b, a > b, a >= b, a == b, a != b, str(a), int(a), float(b), str(12), str(1.5), isinstance(len(a), int), isinstance(len(a), str), isinstance(a, str))


print(g('12', '3'), g('1_0', ' 7 '))
try:
    g('x', '1')
except ValueError as e:
    print(e)


try:
    g('1', 'x')
except ValueError as e:
    print(e)


print(f(['é']), 'é' < 'z', 'a' + 'é' in 'xaé')


def cat(a, b):
    return a + b


print(cat('x', 'y'), cat(1, 2), cat([1], [2]))
try:
    cat('x', 1)
except TypeError as e:
    print(e)


class T:

    def __str__(self):
        return 'T!'

    def __repr__(self):
        return 'R'


print(str(T()), str([T()]), str(), str(b'a', 'ascii'))


def h(s):
    total = 0
    for part in s.split(','):
        total += int(part)
    return total


print(h('1,2,33'))
try:
    print(h('1,,2'))
except ValueError as e:
    print(e)


print(h('99999999999999999999,1'))
