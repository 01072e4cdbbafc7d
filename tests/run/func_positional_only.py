"""Positional-only and keyword-only parameters in functions, methods, lambdas and constructors."""


def pos(a, b, /):
    return a, b


def both(a, /, b, *, c):
    return a, b, c


def name_clash(self, /, **kwargs):
    return self, kwargs


def defaults(a=1, /, b=2, *, c=3):
    return a, b, c


def required_after_default(a=1, *, b, c=3):
    return a, b, c


def only_kw(*, x, y=0, **rest):
    return x, y, rest


def star_then_kw(*args, sep, end="!"):
    return sep.join(args) + end


class Options:
    def __init__(self, /, *args, debug=False, **settings):
        self.args, self.debug, self.settings = args, debug, settings

    def update(self, /, **changes):
        self.settings |= changes
        return self.settings

    @classmethod
    def from_pairs(cls, pairs, /, *, debug=None):
        return cls(debug=bool(debug), **dict(pairs))

    def __call__(self, key, /, default=None):
        return self.settings.get(key, default)

    def __repr__(self):
        return f"Options{self.args}{self.settings}{'*' * self.debug}"


def attempt(function):
    try:
        print(function())
    except TypeError as error:
        print(error)


attempt(lambda: pos(1, 2))
attempt(lambda: pos(1, b=2))
attempt(lambda: pos(a=1, b=2))
attempt(lambda: pos(1))
attempt(lambda: pos(1, 2, 3))
attempt(lambda: pos(1, 2, c=3))
attempt(lambda: pos(1, 2, a=3))
attempt(lambda: both(1, 2, c=3))
attempt(lambda: both(1, b=2, c=3))
attempt(lambda: both(a=1, b=2, c=3))
attempt(lambda: both(1, 2, 3))
attempt(lambda: both(1, c=3))
attempt(lambda: both(1, 2))
attempt(lambda: both())
attempt(lambda: name_clash(1, self=2, a=3))
attempt(lambda: name_clash(self=2))
attempt(lambda: defaults())
attempt(lambda: defaults(10, 20, c=30))
attempt(lambda: defaults(10, 20, 30))
attempt(lambda: defaults(b=5))
attempt(lambda: defaults(a=5))
attempt(lambda: required_after_default(b=5))
attempt(lambda: required_after_default(5))
attempt(lambda: required_after_default(5, 6))
attempt(lambda: only_kw(x=1, z=2))
attempt(lambda: only_kw(1))
attempt(lambda: only_kw(y=1))
attempt(lambda: only_kw(1, x=2))
attempt(lambda: only_kw(1, 2, x=2, y=3))
attempt(lambda: star_then_kw("a", "b", sep="-"))
attempt(lambda: star_then_kw("a", "b"))
attempt(lambda: star_then_kw(sep="-", end=""))
attempt(lambda: star_then_kw(1, sep="-"))
attempt(lambda: (lambda a, /, *, b: a + b)(1, b=2))
attempt(lambda: (lambda a, /, *, b: a + b)(a=1, b=2))
attempt(lambda: (lambda *, b: b)())
attempt(lambda: (lambda a, b, /, c, d=4, *e, f, g=7, **h: (a, b, c, d, e, f, g, h))(1, 2, c=3, f=6, a=0))
attempt(lambda: Options(1, 2, debug=True, self="s", x=1))
attempt(lambda: Options(self=1).update(self=2, debug="in settings"))
attempt(lambda: Options.from_pairs([("a", 1)], debug=1))
attempt(lambda: Options.from_pairs(pairs=[]))
attempt(lambda: Options.from_pairs([], True))
attempt(lambda: Options(a=5)("a"))
attempt(lambda: Options(a=5)("b", default="d"))
attempt(lambda: Options(a=5)(key="a"))
attempt(lambda: Options.update())
attempt(lambda: len(obj=[1]))
attempt(lambda: int(x="5"))
attempt(lambda: sorted(iterable=[1]))
attempt(lambda: sorted([2, 1], key=None, reverse=True))
attempt(lambda: sum(iterable=[1]))
attempt(lambda: "a".join(iterable=[]))
attempt(lambda: "a b".split(sep=" ", maxsplit=0))
attempt(lambda: [1].index(value=1))
attempt(lambda: {}.get("k", default=1))
attempt(lambda: str(object=1, encoding="utf-8"))
attempt(lambda: "x".encode(encoding="ascii", errors="strict"))
