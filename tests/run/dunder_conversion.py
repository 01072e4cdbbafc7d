"""__int__, __float__, __index__, __bool__, __str__, __bytes__, __hash__, __round__ and wrong results of them."""


class Value:
    def __init__(self, **results):
        self.results = results

    def _result(self, name):
        result = self.results[name]
        if isinstance(result, Exception):
            raise result
        return result


def with_methods(*names):
    body = {f"__{name}__": (lambda self, *args, name=name: self._result(name)) for name in names}
    return type("Custom", (Value,), body)


def attempt(label, function):
    try:
        print(f"{label}: {function()!r}")
    except Exception as error:
        print(f"{label}: {type(error).__name__} {error}")


class SubStr(str):
    pass


CASES = [
    ("int", int, (5, 2**80, 5.0, "5", None, ValueError("from int"))),
    ("float", float, (1.5, 1, "x", float("nan"), None)),
    ("index", hex, (255, -1, 1.0, "x")),
    ("index", [10, 20, 30].__getitem__, (1, -1, 9, "x")),
    ("index", lambda v: "ab" * v, (2, 0, -1)),
    ("index", lambda v: range(v), (3,)),
    ("index", lambda v: "abcdef"[v:], (2, -2)),
    ("index", int, (7,)),
    ("index", float, (7, 2**80)),
    ("bool", bool, (True, False, 1, 0, None, "x", ValueError("from bool"))),
    ("bool", lambda v: "yes" if v else "no", (True, False, 5)),
    ("len", bool, (0, 3, -1, "x", 2**63)),
    ("str", str, ("text", SubStr("sub"), 5, None, b"x")),
    ("repr", repr, ("text", 5)),
    ("repr", str, ("from repr", None)),
    ("repr", lambda v: f"{v}|{v!r}|{[v]}", ("r",)),
    ("str", lambda v: f"{v}", ("s", 1.5)),
    ("bytes", bytes, (b"raw", "text", None)),
    ("hash", hash, (5, -1, 2**61 - 1, 2**64, True, "x", 1.0)),
    ("format", lambda v: format(v, "x"), ("formatted", 5, None)),
    ("round", round, (5, "anything")),
    ("abs", abs, ("any", None)),
    ("neg", lambda v: -v, ([],)),
    ("pos", lambda v: +v, ({},)),
    ("invert", lambda v: ~v, ((),)),
    ("divmod", lambda v: divmod(v, 1), ("pair",)),
    ("iter", iter, (5, None, [1])),
    ("contains", lambda v: 1 in v, ("truthy", 0, None)),
    ("length_hint", list, (5,)),
    ("reversed", reversed, ("anything", 5)),
]
for name, function, results in CASES:
    cls = with_methods(name)
    for result in results:
        shown = repr(result) if not isinstance(result, float) or result == result else "nan"
        attempt(f"{name}={shown}", lambda: function(cls(**{name: result})))


class Fraction:
    def __init__(self, n, d):
        self.n, self.d = n, d

    def __float__(self):
        return self.n / self.d

    def __int__(self):
        return self.n // self.d

    def __bool__(self):
        return self.n != 0

    def __round__(self, digits=None):
        return round(float(self), digits)

    def __floor__(self):
        return self.n // self.d

    def __format__(self, spec):
        return f"{self.n}/{self.d}" if not spec else format(float(self), spec)


import math

f = Fraction(7, 2)
print(
    float(f),
    int(f),
    bool(f),
    bool(Fraction(0, 1)),
    round(f),
    round(f, 1),
    math.floor(f),
    f"{f} {f:.3f} {f:>6.1f}",
    math.sqrt(Fraction(9, 1)),
    math.ceil(2.5),
    "%.1f %d" % (f, f),
    max(1, 2, key=lambda n: float(Fraction(n, 3))),
    sum([float(f)] * 2),
    [0, 1, 2, 3][int(f)],
)
for bad in (
    lambda: f + 1,
    lambda: [1][f],
    lambda: range(f),
    lambda: hex(f),
    lambda: "%x" % f,
    lambda: math.ceil(f),
    lambda: math.factorial(f),
    lambda: "a" * f,
    lambda: int(Fraction(1, 0)),
    lambda: f < 1,
    lambda: hash(f) is None,
    lambda: chr(f),
    lambda: math.trunc(f),
):
    attempt("bad", bad)
