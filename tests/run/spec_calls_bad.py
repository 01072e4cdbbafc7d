"""Functions called directly in hot loops and now and then with too few, too many, repeated or unknown arguments."""

import functools


def three(a, b=2, *, c=3):
    return a * 100 + b * 10 + c


def fixed(a, b, c):
    return a + b + c


def only(a, /, b, *, c):
    return a, b, c


def rest(a, *args, k=0, **kwargs):
    return a, args, k, kwargs


def call(f):
    return f()


def nothing():
    return 0


class Thing:
    def method(self, a, b=1):
        return a - b

    @classmethod
    def of(cls, a):
        return a

    @staticmethod
    def plain(a):
        return a

    def __call__(self, a):
        return a


def storm(n):
    """Correct calls, with a wrong one among them at intervals; the messages are counted."""
    total, messages = 0, {}
    for i in range(n):
        try:
            total += three(i) + fixed(i, 1, 2)
            if i % 50 == 10:
                total += fixed(i, 1)
            if i % 50 == 20:
                total += three()
            if i % 50 == 30:
                total += three(1, 2, 3)
            if i % 50 == 40:
                total += three(i, d=1)
        except TypeError as error:
            messages[str(error)] = messages.get(str(error), 0) + 1
    return total, messages


print(storm(1000))
t = Thing()
WRONG = [
    lambda: fixed(), lambda: fixed(1), lambda: fixed(1, 2, 3, 4), lambda: fixed(1, 2, a=3), lambda: fixed(1, 2, c=3, d=4),
    lambda: fixed(c=1), lambda: nothing(1), lambda: nothing(x=1), lambda: three(b=1), lambda: three(1, 2, 3, c=1), lambda: three(1, a=2),
    lambda: only(1, 2, 3), lambda: only(1, 2), lambda: only(a=1, b=2, c=3), lambda: only(1, c=2), lambda: only(), lambda: rest(),
    lambda: rest(1, a=2), lambda: rest(k=1), lambda: t.method(), lambda: t.method(1, 2, 3), lambda: Thing.method(), lambda: Thing.method(t),
    lambda: t.method(a=1, z=2), lambda: Thing.of(), lambda: t.plain(1, 2), lambda: t(), lambda: t(1, 2), lambda: Thing(1), lambda: Thing(x=1),
    lambda: fixed(*[1, 2]), lambda: fixed(*range(5)), lambda: fixed(**{"a": 1}), lambda: fixed(1, *[2], **{"b": 3}), lambda: fixed(*5),
    lambda: fixed(**[1]), lambda: fixed(1, 2, **{"c": 3, 5: 1}), lambda: rest(1, **{"k": 1}, **{"k": 2}), lambda: t(b=1), lambda: (lambda x: x)(),
    lambda: len(), lambda: len(1, 2), lambda: abs(), lambda: [].append(), lambda: "".join(), lambda: {}.get(), *(functools.partial(call, bad) for bad in (5, None, "f", [], 1.5)),
]
for wrong in WRONG:
    try:
        print(wrong())
    except TypeError as error:
        print(error)


def direct(n):
    """The same function by position, keyword, star and double star; the results must agree."""
    t, args, kwargs = 0, (1, 2), {"c": 5}
    for i in range(n):
        t += three(i) - three(a=i) + three(i, 2) - three(b=2, a=i) + three(*(i, 2), c=3) - three(i, **{"b": 2})
        t += three(*args) - three(1, **kwargs) + 2
        assert rest(i, *args, **kwargs) == (i, (1, 2), 0, {"c": 5})
        t += len(rest(i, i, i, k=i, z=i)[1]) + rest(*[i] * 4, q=1)[3]["q"]
    return t


print(direct(1000), rest(1, 2, k=3, z=4), rest(*"abc", **{"k": None}), only(1, b=2, c=3))
print(three(0.5), three(True, 0.5), three(1, c=2**70))
