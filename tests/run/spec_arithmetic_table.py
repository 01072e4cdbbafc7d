"""Every pair of kinds of operands through the same few expressions, in one function and in loops; results and errors."""


class MyInt(int):
    pass


class MyFloat(float):
    pass


VALUES = [0, 1, -1, 7, 2**31, -(2**47), 2**47, 2**53 + 1, 2**63 - 1, -(2**63), 2**63, 10**25, True, False, 0.0, -0.0, 1.5, -2.5, 1e300]
VALUES += [float("inf"), float("-inf"), float("nan"), MyInt(3), MyFloat(0.25), None, {}]
OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
    "/": lambda a, b: a / b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "&": lambda a, b: a & b,
    "|": lambda a, b: a | b,
    "^": lambda a, b: a ^ b,
    "min": min,
    "max": max,
}


def digest(text):
    h = 7
    for c in text:
        h = (h * 1000003 ^ ord(c)) & 0xFFFFFFFFFFFF
    return h


def row(op, a, values):
    """The results of one operator for one left operand; a digest, and the errors in full."""
    results, errors = [], {}
    for b in values:
        try:
            r = op(a, b)
            results.append(f"{type(r).__name__}:{r!r}")
        except (TypeError, ZeroDivisionError, OverflowError) as error:
            errors[str(error)] = errors.get(str(error), 0) + 1
    return digest(" ".join(results)), len(results), errors


for name, op in OPERATORS.items():
    for a in VALUES:
        print(name, repr(a), *row(op, a, VALUES))


def inline(a, b):
    """The same operators written out, so that each has a site of its own."""
    out = []
    for k in range(7):
        try:
            if k == 0:
                out.append(a + b)
            elif k == 1:
                out.append(a - b)
            elif k == 2:
                out.append(a * b)
            elif k == 3:
                out.append(a // b)
            elif k == 4:
                out.append(a % b)
            elif k == 5:
                out.append(a / b)
            else:
                out.append(a < b)
        except (TypeError, ZeroDivisionError, OverflowError) as error:
            out.append(type(error).__name__)
    return out


print(digest(repr([inline(a, b) for a in VALUES for b in VALUES])))
for b in (1, -1, 0, 0.5, True, 2**63):
    print(b, digest(repr([[a + b, a * b, b - a, a < b, a == b] for a in VALUES[:-2]])))
for a in VALUES[:-2]:
    print(-a, +a, abs(a), not a, end="; ")
    try:
        print(~(a + 0), int(a), end="; ")
    except (TypeError, OverflowError, ValueError) as error:
        print(error, end="; ")
print()
