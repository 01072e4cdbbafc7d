"""Intervals of ints: what the typed ops on ints can give, and whether they can leave by `slow`.

An interval is a pair of bounds, both included; None is the empty one. Arithmetic
is that of Python, on bounds without limit. Bounds of bitwise ops: Warren,
"Hacker's Delight" (2012), chapter 4, with powers of two in place of exact ones.
"""

from __future__ import annotations

from collections.abc import Callable

Interval = tuple[int, int]

I64 = (-(1 << 63), (1 << 63) - 1)
SMALL_INT = (-(1 << 47), (1 << 47) - 1)  # an int that is no heap object
LENGTH = (0, (1 << 29) - 1)  # of lists, tuples, dicts and sets: each item takes 8 bytes of 4 GiB at least
STR_LENGTH = (0, (1 << 32) - 1)
INDEX = (-(1 << 29), (1 << 29) - 1)  # what a list or tuple can have an item at
STR_INDEX = (-(1 << 32), (1 << 32) - 1)
EXACT_FLOAT = (-(1 << 53), 1 << 53)
SHIFT = (0, 62)
NOT_NEGATIVE = (0, I64[1])
MAX_EXPONENT = 63


def join(a: Interval | None, b: Interval | None) -> Interval | None:
    """The least interval that contains both."""
    if a is None or b is None:
        return b if a is None else a
    return min(a[0], b[0]), max(a[1], b[1])


def meet(a: Interval | None, b: Interval | None) -> Interval | None:
    """What is in both."""
    if a is None or b is None:
        return None
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return (low, high) if low <= high else None


def contains(a: Interval, b: Interval) -> bool:
    """Is all of b in a?"""
    return a[0] <= b[0] and b[1] <= a[1]


def _corners(operate: Callable[[int, int], int], a: Interval, b: Interval) -> Interval:
    """The bounds of an operation that grows or falls all the way in each operand."""
    results = [operate(x, y) for x in a for y in b]
    return min(results), max(results)


def _add(a: Interval, b: Interval) -> Interval:
    return a[0] + b[0], a[1] + b[1]


def _sub(a: Interval, b: Interval) -> Interval:
    return a[0] - b[1], a[1] - b[0]


def _mul(a: Interval, b: Interval) -> Interval:
    return _corners(lambda x, y: x * y, a, b)


def _floordiv(a: Interval, b: Interval) -> Interval | None:
    """Divisors are below zero or above: at zero the op leaves."""
    result = None
    for divisors in (meet(b, (I64[0], -1)), meet(b, (1, I64[1]))):
        if divisors is not None:
            result = join(result, _corners(lambda x, y: x // y, a, divisors))
    return result


def _mod(a: Interval, b: Interval) -> Interval | None:
    """The remainder has the divisor's sign, and is the dividend where that is small enough already."""
    result = None
    if b[1] > 0:
        is_dividend = 0 <= a[0] and a[1] < max(b[0], 1)
        result = a if is_dividend else (0, min(b[1] - 1, a[1]) if a[0] >= 0 else b[1] - 1)
    if b[0] < 0:
        result = join(result, (b[0] + 1, 0))
    return result


def _lshift(a: Interval, b: Interval) -> Interval | None:
    counts = meet(b, SHIFT)
    return None if counts is None else _corners(lambda x, y: x << y, a, counts)


def _rshift(a: Interval, b: Interval) -> Interval | None:
    counts = meet(b, NOT_NEGATIVE)
    return None if counts is None else _corners(lambda x, y: x >> min(y, 63), a, counts)


def _pow(a: Interval, b: Interval) -> Interval | None:
    """The greatest power is at one end of the bases and the greatest exponent; an even one is never negative."""
    exponents = meet(b, (0, MAX_EXPONENT))
    if exponents is None:
        return I64
    size = max(abs(a[0]), abs(a[1]))
    high = max(size ** exponents[1], 1)
    is_positive = a[0] >= 0 or exponents[0] == exponents[1] and exponents[0] % 2 == 0
    return (0 if is_positive else -high), high


def _and(a: Interval, b: Interval) -> Interval:
    highs = [x[1] for x in (a, b) if x[0] >= 0]
    return (0, min(highs)) if highs else _bits(a, b)


def _or(a: Interval, b: Interval) -> Interval:
    low, high = _bits(a, b)
    return (max(a[0], b[0]) if low == 0 else low), high


def _bits(a: Interval, b: Interval) -> Interval:
    """What ints of as many bits can be."""
    size = max(bound.bit_length() for bound in (*a, *b))
    return (0 if a[0] >= 0 and b[0] >= 0 else -(1 << size)), (1 << size) - 1


def _abs(a: Interval) -> Interval:
    return (0 if a[0] <= 0 <= a[1] else min(abs(a[0]), abs(a[1]))), max(abs(a[0]), abs(a[1]))


# Results as if ints had no limit.
EXACT: dict[str, Callable[..., Interval | None]] = {
    "i64_add": _add, "i64_sub": _sub, "i64_mul": _mul, "i64_floordiv": _floordiv, "i64_mod": _mod, "i64_pow": _pow,
    "i64_lshift": _lshift, "i64_rshift": _rshift, "i64_and": _and, "i64_or": _or, "i64_xor": _bits, "i64_step": _add,
    "i64_invert": lambda a: (~a[1], ~a[0]), "i64_neg": lambda a: (-a[1], -a[0]), "i64_abs": _abs,
    "i64_min": lambda a, b: (min(a[0], b[0]), min(a[1], b[1])), "i64_max": lambda a, b: (max(a[0], b[0]), max(a[1], b[1])),
}
# What the results of other ops are in.
GIVEN = {
    "to_i64": SMALL_INT, "list_i64": SMALL_INT, "bool_to_i64": (0, 1), "f64_to_i64": (-(1 << 62), 1 << 62), "str_ord": (0, 127),
    "list_len": LENGTH, "tuple_len": LENGTH, "dict_len": LENGTH, "set_len": LENGTH, "str_len": STR_LENGTH,
    "dict_seek": (-1, STR_LENGTH[1]), "set_seek": (-1, STR_LENGTH[1]),
}
# What an operand is in where the op has not left: its number and bounds.
SHOWN = {
    "list_item": ((1, INDEX),), "list_set": ((1, INDEX),), "list_set_plain": ((1, INDEX),), "list_pop": ((1, INDEX),),
    "list_f64": ((1, LENGTH),), "list_i64": ((1, LENGTH),), "list_bool": ((1, LENGTH),), "list_put_f64": ((1, LENGTH),),
    "tuple_item": ((1, INDEX),), "str_item": ((1, STR_INDEX),), "i64_to_f64_exact": ((0, EXACT_FLOAT),),
    "i64_truediv": ((0, EXACT_FLOAT), (1, EXACT_FLOAT)), "i64_lshift": ((1, SHIFT),), "i64_rshift": ((1, NOT_NEGATIVE),),
}


def result(name: str, *operands: Interval) -> Interval | None:
    """What an op gives for operands in these intervals, where it does not leave."""
    if name in EXACT:
        return meet(EXACT[name](*operands), I64)
    return GIVEN.get(name, I64)


def always_succeeds(name: str, *operands: Interval) -> bool:
    """Does an op of ints never leave by `slow` for operands in these intervals?"""
    match name:
        case "i64_floordiv" | "i64_mod":
            a, b = operands
            return not b[0] <= 0 <= b[1] and (a[0] > I64[0] or not b[0] <= -1 <= b[1])
        case "i64_truediv":
            return not operands[1][0] <= 0 <= operands[1][1] and all(contains(EXACT_FLOAT, o) for o in operands)
        case "i64_to_f64_exact":
            return contains(EXACT_FLOAT, operands[0])
        case "i64_lshift" if not contains(SHIFT, operands[1]):
            return False
        case "i64_rshift":
            return operands[1][0] >= 0
        case "i64_pow" if not contains((0, MAX_EXPONENT), operands[1]):
            return False
    exact = EXACT[name](*operands) if name in EXACT else None
    return exact is not None and contains(I64, exact)


def compare(name: str, a: Interval, b: Interval) -> bool | None:
    """What a comparison (`lt` and so on) is for all numbers in two intervals, if it is the same for all."""
    match name:
        case "lt":
            return True if a[1] < b[0] else False if a[0] >= b[1] else None
        case "eq":
            return True if a[0] == a[1] == b[0] == b[1] else False if meet(a, b) is None else None
        case "gt":
            return compare("lt", b, a)
    opposite = compare({"le": "gt", "ge": "lt", "ne": "eq"}[name], a, b)
    return None if opposite is None else not opposite


def where(name: str, a: Interval, b: Interval) -> Interval | None:
    """The numbers in a for which a comparison with some number in b holds."""
    match name:
        case "lt":
            return meet(a, (a[0], b[1] - 1))
        case "le":
            return meet(a, (a[0], b[1]))
        case "gt":
            return meet(a, (b[0] + 1, a[1]))
        case "ge":
            return meet(a, (b[0], a[1]))
        case "eq":
            return meet(a, b)
    if b[0] != b[1]:
        return a
    low, high = a[0] + (a[0] == b[0]), a[1] - (a[1] == b[0])
    return (low, high) if low <= high else None
