"""Membership in constants, divmod, f-strings, empty containers, methods of numbers."""


def f(c, n):
    return (c in ('a', 'bc'), n in (1, 2, -3), n not in (5,), n in (), c in ('a', 1))


print(f('a', 1), f('bc', 5), f('x', -3), f('é', 2 ** 70), f(None, 1.0), f(1, True))


def g(a, b, s):
    q, r = divmod(a, b)
    return f'{a} {b}{s} {q}:{r} {s!r} {a:>4} {a!s} {s}'


print(g(7, -2, 'x'), g(2 ** 70, 3, 'é'), g(7.5, 2, 'y'), g(True, 1, None))
try:
    g(1, 0, '')
except ZeroDivisionError as e:
    print(e)


def h():
    a, b, c = (list(), dict(), set())
    a.append(1)
    b[1] = 2
    c.add(3)
    return (a, b, c)


print(h())


def bits(n, x):
    return (n.bit_length(), n.bit_count(), 5 .bit_length(), x.is_integer(), x.hex(), n.to_bytes(4, 'big'), str(n), str(x))


print(bits(255, 2.0), bits(1, 2.5))
try:
    bits(-1, 1.0)
except OverflowError as e:
    print(e)


class F:

    def __format__(self, spec):
        return 'F' + spec

    def __str__(self):
        return 'S'


print(f'{F()} {F()!s} {F():x} {[F()] != 0}')


def fmt(xs):
    return [f'<{x}>' for x in xs]


print(fmt(['a', 1, None, 2 ** 80, 1.5, True]), fmt(['a', 'b']), fmt([1, 2]))


class S(str):

    def __format__(self, spec):
        return '!'


print(fmt([S('q')]), fmt(['p', S('q')]))
