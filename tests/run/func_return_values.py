"""Return in every position: implicit None, tuples, conditional, from loops, try, with, nested functions."""


def nothing():
    pass


def bare(flag):
    if flag:
        return
    "unused expression"


def early(items):
    for item in items:
        if item is None:
            return "none found"
        if item < 0:
            return item
    else:
        if not items:
            return
    return sum(items)


def several(n):
    if n == 0:
        return 1, 2
    if n == 1:
        return [1, 2]
    if n == 2:
        return (*range(3),)
    if n == 3:
        return (yield_like := "walrus"), yield_like
    return {"n": n}


def types(n):
    if n < 1:
        return 1
    elif n < 2:
        return 1.5
    elif n < 3:
        return "text"
    elif n < 4:
        return True
    elif n < 5:
        return 2**100


def from_while():
    n = 0
    while True:
        n += 1
        if n > 5:
            return n


def from_nested_loops():
    for i in range(5):
        for j in range(5):
            for k in range(5):
                if i * j * k == 24:
                    return i, j, k


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append("in")

    def __exit__(self, *exc):
        self.log.append("out")


def from_with(log):
    with Guard(log):
        with Guard(log):
            for _ in range(3):
                try:
                    return len(log)
                finally:
                    log.append("finally")


def conditional(a, b):
    return a if a and b else b if b else "neither"


def boolean_operators(a, b):
    return a and b, a or b, not a, a and not b or b and not a


def lambda_returns():
    return lambda: (lambda: "deep")


def side_effect_order(log):
    def part(n):
        log.append(n)
        return n

    return part(1) + part(2) * part(3), log[:], part(4)


def returns_itself():
    return returns_itself


def recursive_tuple(n):
    return (n, recursive_tuple(n - 1)) if n else ()


def many():
    return tuple(range(20))


def generator_return():
    yield 1
    return 2


print(nothing(), bare(True), bare(False), early([1, 2]), early([1, -2, None]), early([None]), early([]), early(()))
print([several(n) for n in range(5)], [types(n) for n in range(6)], [type(types(n)).__name__ for n in range(6)])
log = []
print(from_while(), from_nested_loops(), from_with(log), log)
print(
    [conditional(a, b) for a in (0, 1) for b in (0, 2)],
    [boolean_operators(a, b) for a in ("", "a") for b in ([], [0])],
    lambda_returns()()(),
    side_effect_order([]),
)
print(returns_itself()()() is returns_itself, recursive_tuple(3), sum(many()), many()[::5], [*generator_return()])
(a, b), c = several(0), nothing()
print(
    a,
    b,
    c,
    print("printed") is None,
    [].append(1),
    {}.update(a=1),
    [3, 1].sort(),
    nothing() or "fallback",
    (nothing(), nothing()),
)
for bad in (
    lambda: nothing() + 1,
    lambda: nothing()[0],
    lambda: nothing().x,
    lambda: nothing()(),
    lambda: len(nothing()),
    lambda: [*nothing()],
    lambda: -nothing(),
    lambda: nothing() < 1,
    lambda: "a" + nothing(),
    lambda: int(nothing()),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)
    except AttributeError as error:
        print("attribute:", error)


def unpack_none():
    a, b = nothing()


try:
    unpack_none()
except TypeError as error:
    print(error)
