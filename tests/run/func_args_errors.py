"""The exact messages of argument binding errors."""


def none():
    return "none"


def one(a):
    return a


def two(a, b):
    return a, b


def three(a, b, c):
    return a, b, c


def default(a, b=2, c=3):
    return a, b, c


def keyword_only(*, k):
    return k


def keyword_two(a, *, k, m, n=1):
    return a, k, m, n


def positional_only(a, b=2, /):
    return a, b


def mixed(p, /, q, *, r=0):
    return p, q, r


def star(a, *rest):
    return a, rest


def kwargs(a, **extra):
    return a, extra


class Thing:
    def __init__(self, a, b=1):
        self.a = a

    def method(self, x):
        return x

    @classmethod
    def build(cls, x):
        return x

    @staticmethod
    def free(x):
        return x

    def __call__(self, z):
        return z


class Bare:
    pass


def attempt(thunk):
    try:
        print("ok", thunk())
    except TypeError as error:
        print(error)


attempt(lambda: none(1))
attempt(lambda: none(1, 2))
attempt(lambda: none(a=1))
attempt(lambda: one())
attempt(lambda: one(1, 2))
attempt(lambda: one(b=1))
attempt(lambda: one(1, a=1))
attempt(lambda: two())
attempt(lambda: two(1))
attempt(lambda: two(b=1))
attempt(lambda: two(1, 2, 3))
attempt(lambda: three())
attempt(lambda: three(b=2))
attempt(lambda: default())
attempt(lambda: default(1, 2, 3, 4))
attempt(lambda: default(1, d=4))
attempt(lambda: default(1, 2, b=3))
attempt(lambda: default(1, bb=3))
attempt(lambda: keyword_only())
attempt(lambda: keyword_only(1))
attempt(lambda: keyword_only(1, k=2))
attempt(lambda: keyword_two(1))
attempt(lambda: keyword_two(1, k=1))
attempt(lambda: keyword_two(1, 2, k=1, m=1))
attempt(lambda: keyword_two(1, 2, 3))
attempt(lambda: positional_only())
attempt(lambda: positional_only(a=1))
attempt(lambda: positional_only(1, b=3))
attempt(lambda: positional_only(a=1, b=2))
attempt(lambda: mixed(1))
attempt(lambda: mixed(p=1, q=2))
attempt(lambda: mixed(1, 2, 3))
attempt(lambda: star())
attempt(lambda: star(1, a=2))
attempt(lambda: star(rest=1))
attempt(lambda: kwargs())
attempt(lambda: kwargs(1, a=2))
attempt(lambda: kwargs(1, 2))
attempt(lambda: Thing())
attempt(lambda: Thing(1, 2, 3))
attempt(lambda: Thing(1).method())
attempt(lambda: Thing(1).method(1, 2))
attempt(lambda: Thing.method(1))
attempt(lambda: Thing.build())
attempt(lambda: Thing.build(1, 2))
attempt(lambda: Thing.free())
attempt(lambda: Thing(1)())
attempt(lambda: Thing(1)(1, 2))
attempt(lambda: Bare(1))
attempt(lambda: Bare(x=1))
attempt(lambda: (lambda x: x)())
attempt(lambda: (lambda x, y: x)(1, 2, 3))
attempt(lambda: one(*[1, 2]))
attempt(lambda: one(**{"a": 1, "b": 2}))
attempt(lambda: one(*5))
attempt(lambda: one(**5))
attempt(lambda: one(**{1: 2}))
attempt(lambda: two(1, **{"a": 3}))
attempt(lambda: two(a=1, **{"a": 3}))
attempt(lambda: kwargs(1, **{"z": 1}, **{"z": 2}))
nothing = None
attempt(lambda: nothing())
