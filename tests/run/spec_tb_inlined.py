# exit: 1
"""Small functions, methods, properties and constructors that are good to inline: their frames and lines stay in tracebacks."""


def get(items, i):
    return items[i]


def square(x):
    return x * x


def apply(f, x):
    return f(x)


def outermost(items, i):
    return square(
        get(items, i)
    ) + 1


class Wrapper:
    def __init__(self, inner):
        self.inner = self.check(inner)

    @staticmethod
    def check(inner):
        if inner is None:
            raise ValueError("nothing inside")
        return inner

    @property
    def value(self):
        return self.inner.value

    def __add__(self, other):
        return Wrapper(self.inner + other.inner)

    def __len__(self):
        return len(self.inner)

    def __iter__(self):
        for x in self.inner:
            yield square(x)

    def __bool__(self):
        return self.inner > 0

    @classmethod
    def of(cls, inner):
        return cls(inner)


def lines(thunk):
    """The line numbers of the frames below this one."""
    try:
        thunk()
    except Exception as error:
        numbers, tb = [], error.__traceback__.tb_next
        while tb:
            numbers.append(tb.tb_lineno)
            tb = tb.tb_next
        return f"{type(error).__name__}: {error} {numbers}"
    return "no error"


CASES = [
    lambda: outermost([1, 2], 5),
    lambda: outermost(["a"], 0),
    lambda: outermost([1], 0),
    lambda: apply(square, None),
    lambda: apply(get, 1),
    lambda: apply(5, 1),
    lambda: Wrapper(None),
    lambda: Wrapper.of(None),
    lambda: Wrapper(1).value,
    lambda: Wrapper(Wrapper(1)).value,
    lambda: Wrapper(1) + Wrapper("a"),
    lambda: Wrapper(1) + 5,
    lambda: len(Wrapper(5)),
    lambda: list(Wrapper([1, "x"])),
    lambda: [x for x in Wrapper([1, None])],
    lambda: sum(Wrapper([1, 2, []])),
    lambda: not Wrapper("s"),
    lambda: 1 if Wrapper([]) else 2,
    lambda: sorted([3, 0], key=lambda x: 1 / x),
    lambda: max(map(square, [1, {}])),
    lambda: {square("k"): 1},
    lambda: f"{square(None)}",
    lambda: (lambda: get((), 0))(),
]
for case in CASES:
    print(lines(case))


def total(items, n):
    t = 0
    for i in range(n):
        t += outermost(items, i)
    return t


def program(n):
    items = list(range(n))
    print(total(items, n))
    items[n - 3] = None
    wrapped = Wrapper(items)
    return sum(x for x in wrapped)


program(3000)
