"""Very long if chains of constants, match with many cases, dispatch by dict; operands of unexpected but equal types."""


def opcode(op, acc):
    if op == 0:
        return acc
    elif op == 1:
        return acc + 1
    elif op == 2:
        return acc - 1
    elif op == 3:
        return acc * 2
    elif op == 4:
        return acc // 3
    elif op == 5:
        return acc % 1000
    elif op == 6:
        return -acc
    elif op == 7:
        return acc << 3
    elif op == 8:
        return acc >> 2
    elif op == 9:
        return acc ^ 0x5555
    elif op == 10:
        return acc & 0xFFFF
    elif op == 11:
        return acc | 1
    elif op == 12:
        return acc * acc
    elif op == 13:
        return acc / 4
    elif op == 14:
        return int(acc)
    elif op == 15:
        return abs(acc)
    elif op == 2**63:
        return "huge"
    elif op == -1:
        return "negative"
    elif op == "text":
        return "text"
    elif op is None:
        return "none"
    elif op == (1, 2):
        return "tuple"
    return "unknown"


def interpret(program, rounds, acc):
    trail = []
    for _ in range(rounds):
        for op in program:
            acc = opcode(op, acc)
        trail.append(acc)
    return trail


print(interpret([1, 3, 7, 5, 11], 300, 7)[-3:], interpret([12, 1], 6, 2)[-1], interpret([3, 1, 13, 14], 100, 5)[-1])
print(interpret([1, 3, 13, 1, 14, 6, 15], 20, 99)[-2:], interpret([8, 9, 10, 2], 300, -5)[-2:], interpret([12], 4, 1.5), interpret([True, 3.0, 0.0], 3, 1))
for op in (0, False, 1.0, True, 2.5, 2**63, 2.0**63, -1, -1.0, "text", None, (1, 2), (1.0, 2), [1, 2], float("nan"), 16, b"text"):
    print(repr(op), opcode(op, 5), end="; ")
print()
for bad in ("s", None, [1]):
    for op in (1, 4, 7, 9, 12, 13, 15):
        try:
            print(opcode(op, bad), end="; ")
        except TypeError as error:
            print(error, end="; ")
print()


def by_match(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case 2.5:
            return "float"
        case True:
            return "never, for True equals 1"
        case "a" | "b":
            return "letter"
        case None:
            return "none"
        case -5:
            return "minus five"
        case 9223372036854775807 | 9223372036854775808:
            return "limit"
        case int(n) if n > 100:
            return f"large {n}"
        case bool() | int():
            return "int"
        case float(f):
            return f"other float {f}"
        case [1, *others]:
            return f"one and {others}"
        case (a, b):
            return f"pair {a} {b}"
        case {"op": op, **more}:
            return f"op {op} {more}"
        case str() as s:
            return f"text {s}"
        case list() | tuple():
            return "sequence"
        case _:
            return type(x).__name__


SUBJECTS = [0, 0.0, False, 1, True, 3.0, 2.5, "a", "c", None, -5, 2**63 - 1, 2**63, 2**64, 50, 500, 7.25, [1, 2], [2, 3], (1,), [3], {"op": 1, "x": 2}, {}, b"a"]
for s in SUBJECTS:
    print(by_match(s), end="; ")
print()
counts = {}
for i in range(3000):
    kind = by_match(SUBJECTS[i * 7 % len(SUBJECTS)])
    counts[kind] = counts.get(kind, 0) + 1
print(counts)


class Colour:
    RED = 1
    GREEN = 2


def coloured(c):
    match c:
        case Colour.RED:
            return "red"
        case Colour.GREEN:
            return "green"
    return "?"


print([coloured(c) for c in (1, 2, 3, True, 2.0)])
Colour.RED, Colour.GREEN = 2, "g"
print([coloured(c) for c in (1, 2, 3, True, "g")])
