"""Values worth computing with: the edges of every representation an integer or a float has in Molt."""

from __future__ import annotations

from random import Random

# Where representations change: 32-bit arithmetic, small integers (48 bits), integers a float holds exactly, i64.
_EDGES = (2**31, 2**32, 2**47, 2**53, 2**62, 2**63, 2**64)
INTS = tuple(sorted({sign * edge + delta for edge in _EDGES for sign in (1, -1) for delta in (-1, 0, 1)} | {10**20, -(10**25)}))
SMALL_INTS = (0, 0, 1, 1, 2, 3, 4, 5, 7, 8, 10, 13, 64, 100, 255, 1000, -1, -1, -2, -3, -5, -7, -8, -64, -100)
FLOATS = ("0.0", "-0.0", "0.1", "0.5", "1.0", "-1.0", "1.5", "-2.5", "3.0", "1e10", "1e16", "-1e16", "1e300", "1e-300", "5e-324",
          "9007199254740991.0", "9007199254740992.0", "9007199254740994.0", "9223372036854775808.0", "-9223372036854775808.0",
          "140737488355328.0", "4294967296.0", "float('inf')", "float('-inf')", "float('nan')")
STRS = ("", "a", "b", "ab", "abc", "xyz", "Hello", "0", "12", "-7", " pad ", "a,b,c", "h\u00e9", "\u4e2d\u6587", "\U0001f600x", "%", "{}")
# What arrives where something else was expected. Sequences are empty: times a large number they stay so.
ODD = ("None", "None", "True", "False", "2.5", "-0.0", "1.0", "float('inf')", "float('nan')", "''", "()", "[]", "{}", "(2**47)", "(2**63)", "(-2**63 - 1)",
       "(10**20)", "Whole(5)", "Whole(-3)", "Whole(2**62)", "Real(1.5)")
# Subclasses that odd values are made of; every program has them.
PRELUDE = """\
class Whole(int):
    pass

class Real(float):
    pass
"""


def integer(random: Random) -> str:
    """An integer literal, small more often than not."""
    if random.random() < 0.65:
        value = random.choice(SMALL_INTS)
        return str(value) if value >= 0 else f"({value})"
    return spelled(random.choice(INTS))


def spelled(value: int) -> str:
    """A large integer as an expression that shows how it lies to a power of two."""
    for power in (31, 32, 47, 53, 62, 63, 64):
        for sign, text in ((1, ""), (-1, "-")):
            delta = value - sign * 2**power
            if abs(delta) <= 1:
                return f"({text}2**{power}{f' {"+" if delta > 0 else "-"} 1' if delta else ''})"
    return f"({value})"


def real(random: Random) -> str:
    return random.choice(FLOATS) if random.random() < 0.5 else repr(round(random.uniform(-50, 50), random.choice((0, 1, 3))))


def text(random: Random) -> str:
    return repr(random.choice(STRS))


def odd(random: Random) -> str:
    return random.choice(ODD)


def sequence(random: Random, element, least: int = 0, most: int = 7) -> str:
    """A list display of constants that `element` makes."""
    return "[" + ", ".join(element(random) for _ in range(random.randint(least, most))) + "]"


CONSTANTS = {
    "int": integer,
    "float": real,
    "bool": lambda random: random.choice(("True", "False")),
    "str": text,
    "ints": lambda random: sequence(random, integer),
    "floats": lambda random: sequence(random, real),
    "strs": lambda random: sequence(random, text),
    "pair": lambda random: f"({integer(random)}, {integer(random)})",
    "table": lambda random: "{" + ", ".join(f"{text(random)}: {integer(random)}" for _ in range(random.randint(0, 5))) + "}",
}
TYPES = tuple(CONSTANTS)
ANNOTATIONS = {"int": "int", "float": "float", "bool": "bool", "str": "str", "ints": "list[int]", "floats": "list[float]",
               "strs": "list[str]", "pair": "tuple[int, int]", "table": "dict[str, int]"}


def constant(random: Random, type_: str) -> str:
    return CONSTANTS[type_](random)
