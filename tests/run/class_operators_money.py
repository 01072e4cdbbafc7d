"""A value class with every comparison, arithmetic with other types, hashing, formatting and parsing."""


class Money:
    RATES = {"EUR": 100, "USD": 90, "JPY": 1}

    def __init__(self, amount, currency="EUR"):
        if currency not in self.RATES:
            raise ValueError(f"unknown currency {currency!r}")
        self._cents = round(amount * 100)
        self.currency = currency

    @classmethod
    def parse(cls, text):
        amount, _, currency = text.partition(" ")
        return cls(float(amount), currency or "EUR")

    @property
    def amount(self):
        return self._cents / 100

    def to(self, currency):
        return Money(self._cents * self.RATES[self.currency] / self.RATES[currency] / 100, currency)

    def _same(self, other):
        return other.to(self.currency) if isinstance(other, Money) else None

    def __add__(self, other):
        if other == 0:
            return self
        other = self._same(other)
        return NotImplemented if other is None else Money(self.amount + other.amount, self.currency)

    __radd__ = __add__

    def __neg__(self):
        return Money(-self.amount, self.currency)

    def __sub__(self, other):
        return self + -other if isinstance(other, Money) else NotImplemented

    def __mul__(self, factor):
        return Money(self.amount * factor, self.currency) if isinstance(factor, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, Money):
            return self._cents / self._same(other)._cents
        return Money(self.amount / other, self.currency)

    def __divmod__(self, parts):
        each, rest = divmod(self._cents, parts)
        return Money(each / 100, self.currency), Money(rest / 100, self.currency)

    def __eq__(self, other):
        other = self._same(other)
        return NotImplemented if other is None else self._cents == other._cents

    def __lt__(self, other):
        other = self._same(other)
        return NotImplemented if other is None else self._cents < other._cents

    def __le__(self, other):
        return self < other or self == other

    def __hash__(self):
        return hash(self.to("EUR")._cents)

    def __bool__(self):
        return self._cents != 0

    def __abs__(self):
        return self if self._cents >= 0 else -self

    def __int__(self):
        return self._cents // 100

    def __float__(self):
        return self.amount

    def __round__(self, digits=0):
        return Money(round(self.amount, digits), self.currency)

    def __format__(self, spec):
        if spec.endswith("c"):
            return f"{self._cents:{spec[:-1]}d}c"
        return f"{self.amount:{spec or '.2f'}} {self.currency}"

    def __str__(self):
        return format(self)

    def __repr__(self):
        return f"Money({self.amount!r}, {self.currency!r})"


a, b, c = Money(10), Money.parse("12.5 USD"), Money(-3.333)
print(a, b, c, repr(b), f"{a:,.1f} {b:>10c} {c:+.3f}")
print(a + b, b + a, a - c, -a, abs(c), a * 3, 0.5 * b, a / 4, a / b, sum([a, b, c]), divmod(Money(10), 3), sep=" | ")
print(
    a == Money(10),
    a == b,
    a != b,
    a < b,
    a <= a,
    a > c,
    a >= Money(10.001),
    Money(9, "EUR") == Money(10, "USD"),
    a == 10,
    a != "x",
    bool(Money(0)),
    not a,
)
print(
    sorted([a, b, c]),
    max(a, b, c),
    min(a, b),
    hash(Money(9)) == hash(Money(10, "USD")),
    len({Money(9), Money(10, "USD"), Money(9)}),
    int(c),
    float(b),
    round(c),
    round(c, 1),
)
a += Money(1)
a *= 2
total = a
a -= Money(2)
print(a, total, a is total)
for bad in (
    lambda: a + 1,
    lambda: 1 + a,
    lambda: a * a,
    lambda: a < 1,
    lambda: a - 5,
    lambda: "x" * a,
    lambda: Money(1, "GBP"),
    lambda: Money.parse("x"),
    lambda: a / 0,
    lambda: a / Money(0),
    lambda: divmod(a, 0),
    lambda: f"{a:z}",
    lambda: sorted([a, 5]),
    lambda: a**2,
    lambda: sum([a, "x"]),
    lambda: Money("5"),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
