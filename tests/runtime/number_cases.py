"""Random and chosen calls on numbers, with what CPython answers.

A case is a line for `runtime_wasm/tests/num_calc.c` and the line it must print.
"""

from __future__ import annotations

import math
import operator
import random
import struct
from collections.abc import Callable, Iterator

BINARY = [
    operator.add, operator.sub, operator.mul, operator.matmul, operator.truediv, operator.floordiv, operator.mod, divmod,
    operator.pow, operator.lshift, operator.rshift, operator.and_, operator.xor, operator.or_,
]  # fmt: skip
COMPARE = [operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge]
UNARY = [operator.neg, operator.pos, lambda v: operator.index(v) ^ -1, abs]
BOUNDARIES = [0, 1, 2, 3, 10, 2**31, 2**32, 2**47, 2**48, 2**53, 2**61 - 1, 2**63, 2**64, 10**18, 10**19, 2**1023, 2**1024]
SPECIAL_FLOATS = [0.0, -0.0, 0.5, 1.0, -1.5, 2.5, 1e16, 1e22, 1e23, 5e-324, 1.7976931348623157e308, math.inf, -math.inf, math.nan,
                  float(2**53), float(2**63), 0.1, 1e-5, 123456.789, 2.0**-1074, 2.2250738585072014e-308]  # fmt: skip

type Case = tuple[str, str]


def encode(value: object) -> str:
    match value:
        case bool():
            return "T" if value else "F"
        case int():
            return f"i{value}"
        case float():
            return f"f{value.hex()}"
        case str():
            return "s" + value.encode().hex()
        case bytes():
            return "y" + value.hex()
        case list():
            return "l" + ",".join(map(encode, value))
        case _:
            return "N"


def answer(call: Callable[[], object]) -> str:
    try:
        return repr(call())
    except Exception as error:  # the case is about what is raised
        return f"!{type(error).__name__} {error}"


def case(op: str, name: str, args: list[object], call: Callable[[], object], **keywords: object) -> Case:
    """`call` must make the same call with these arguments."""
    named = [f"k{key} {encode(value)}" for key, value in keywords.items()]
    return " ".join([op, name, *map(encode, args), *named]), answer(call)


def random_int(rng: random.Random, bits: int = 400) -> int:
    kind = rng.random()
    if kind < 0.35:
        value = rng.choice(BOUNDARIES) + rng.randrange(-2, 3)
    elif kind < 0.6:
        value = rng.randrange(-20, 20)
    else:
        value = rng.getrandbits(rng.randrange(1, bits))
    return value if rng.random() < 0.6 else -value


def random_float(rng: random.Random) -> float:
    kind = rng.random()
    if kind < 0.4:
        return rng.choice(SPECIAL_FLOATS)
    if kind < 0.6:
        return struct.unpack("<d", rng.randbytes(8))[0]
    return rng.uniform(-1000, 1000) * 10.0 ** rng.randrange(-12, 12)


def random_number(rng: random.Random) -> int | float:
    kind = rng.random()
    return rng.random() < 0.5 if kind < 0.05 else random_int(rng) if kind < 0.6 else random_float(rng)


def binary_cases(rng: random.Random) -> Iterator[Case]:
    op = rng.randrange(len(BINARY))
    a, b = random_number(rng), random_number(rng)
    name = BINARY[op].__name__
    if name == "matmul" or (name in ("lshift", "rshift", "and_", "xor", "or_") and (isinstance(a, float) or isinstance(b, float))):
        return
    if name == "lshift":
        b = rng.randrange(-2, 300)
    if name == "pow":
        if isinstance(a, int) and isinstance(b, int):
            b = rng.randrange(-3, 60)
        elif a < 0 and b != math.inf and b == b and int(b if abs(b) < 1e300 else 0) != b:
            return  # complex in CPython
    yield case("binary", str(op), [a, b], lambda: BINARY[op](a, b))


def compare_cases(rng: random.Random) -> Iterator[Case]:
    op, a, b = rng.randrange(6), random_number(rng), random_number(rng)
    if rng.random() < 0.4 and isinstance(a, int) and abs(a) < 2**1000:
        b = float(a)
    yield case("compare", str(op), [a, b], lambda: COMPARE[op](a, b))


def unary_cases(rng: random.Random) -> Iterator[Case]:
    op, a = rng.randrange(4), random_number(rng)
    if op == 2 and isinstance(a, float):
        return
    yield case("unary", str(op), [a], lambda: UNARY[op](a))
    yield case("repr", "-", [a], lambda: a)
    if a == a:
        yield case("hash", "-", [a], lambda: hash(a))


def pow3_cases(rng: random.Random) -> Iterator[Case]:
    a, b, m = random_int(rng), random_int(rng, 100), random_int(rng, 200)
    yield case("pow3", "-", [a, b, m], lambda: pow(a, b, m))


def spec(rng: random.Random, types: str) -> str:
    text = rng.choice(["", "", "x<", "*^", "é>", "0=", "<", ">", "=", "^"]) + rng.choice(["", "", "+", "-", " "])
    text += rng.choice(["", "", "", "z"]) + rng.choice(["", "", "#"]) + rng.choice(["", "0"]) + rng.choice(["", "", "5", "12", "30"])
    text += rng.choice(["", "", ",", "_"]) + rng.choice(["", "", ".0", ".1", ".3", ".10", ".25"])
    return text + rng.choice(types)


def format_cases(rng: random.Random) -> Iterator[Case]:
    a, text = random_number(rng), spec(rng, ["", "d", "b", "o", "x", "X", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "q"])
    if "c" in text and isinstance(a, int):
        a = rng.choice([-1, 65, 233, 0x20AC, 0x1F600, 0x110000, 2**70])
    yield case("format", "-", [a, text], lambda: format(a, text))


def parse_cases(rng: random.Random) -> Iterator[Case]:
    alphabet = rng.choice(["0123456789", "0123456789_", "0123456789abcdefxXoO_+- ", "01b_", "0123456789.eE+-_", "٣٤ 12\u2003", "zZ09"])
    text = "".join(rng.choice(alphabet) for _ in range(rng.choice([0, 1, 2, 3, 5, 10, 25, 60])))
    base = rng.choice([0, 2, 8, 10, 16, 36, 7, 1, 37, -1])
    yield case("int", "-", [text, base], lambda: int(text, base))
    yield case("int", "-", [text], lambda: int(text))
    yield case("float", "-", [text], lambda: float(text))
    number = random_float(rng)
    shown = rng.choice([repr(number), f" {number:.30e}\n", f"{number:g}", str(number).upper(), number.hex()])
    yield case("float", "-", [shown], lambda: float(shown))
    yield case("int", "-", [number], lambda: int(number))
    yield case("int", "-", [text.encode()], lambda: int(text.encode()))


def method_cases(rng: random.Random) -> Iterator[Case]:
    i, d = random_int(rng), random_float(rng)
    for name in ("bit_length", "bit_count", "conjugate", "is_integer", "as_integer_ratio", "__trunc__", "__floor__", "__float__", "__index__"):
        yield case("int.", name, [i], lambda name=name: getattr(i, name)())
    for name in ("is_integer", "as_integer_ratio", "hex", "conjugate", "__trunc__", "__floor__", "__ceil__", "__int__", "__round__"):
        yield case("float.", name, [d], lambda name=name: getattr(d, name)())
    places = rng.randrange(-30, 30)
    yield case("int.", "__round__", [i, places], lambda: i.__round__(places))
    yield case("float.", "__round__", [d, places], lambda: d.__round__(places))
    size, order, signed = rng.randrange(-1, 60), rng.choice(["little", "big", "x"]), rng.random() < 0.5
    yield case("int.", "to_bytes", [i, size, order], lambda: i.to_bytes(size, order, signed=signed), signed=signed)
    data = rng.choice([rng.randbytes(rng.randrange(0, 20)), b"\x80\0\0\0\0", b"\xff" * rng.randrange(0, 13), b"\0" * 4 + b"\x80"])
    yield case("int.", "from_bytes", [data, order], lambda: int.from_bytes(data, order, signed=signed), signed=signed)
    text = rng.choice([d.hex(), "0x" + "".join(rng.choice("0123456789abcdefABC.") for _ in range(rng.randrange(1, 25))) + rng.choice(["", "p-1070", "p1010", "p3", "p"]), " inf ", "-NaN", "1.8P1 x"])  # fmt: skip
    yield case("float.", "fromhex", [text], lambda: float.fromhex(text))


EXACT_1 = ["ceil", "floor", "trunc", "fabs", "sqrt", "frexp", "modf", "isfinite", "isinf", "isnan", "degrees", "radians", "ulp"]
ROUNDED_1 = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "erf", "erfc", "exp", "exp2", "expm1", "gamma",
             "lgamma", "log", "log10", "log1p", "log2", "sin", "sinh", "tan", "tanh"]  # fmt: skip
EXACT_2 = ["copysign", "fmod", "remainder", "nextafter", "isclose", "hypot"]


def math_cases(rng: random.Random) -> Iterator[Case]:
    a, b = random_number(rng), random_number(rng)
    name = rng.choice(EXACT_1 + ROUNDED_1)
    yield case("math", name, [a], lambda: getattr(math, name)(a))
    two = rng.choice([*EXACT_2, "atan2", "pow", "log"])
    yield case("math", two, [a, b], lambda: getattr(math, two)(a, b))
    i, j, exponent = random_int(rng), random_int(rng), rng.choice([0, 1, -1, 5, -1080, 1030, 10**30, -(10**30)])
    yield case("math", "gcd", [i * 12, j * 18, i], lambda: math.gcd(i * 12, j * 18, i))
    yield case("math", "lcm", [i, j], lambda: math.lcm(i, j))
    yield case("math", "isqrt", [i * i - 1], lambda: math.isqrt(i * i - 1))
    yield case("math", "isqrt", [abs(i)], lambda: math.isqrt(abs(i)))
    yield case("math", "ldexp", [a, exponent], lambda: math.ldexp(a, exponent))
    steps = rng.choice([0, 1, 2, 1000, 2**62, 2**63, 2**64, 2**70, -1])
    yield case("math", "nextafter", [a, b], lambda: math.nextafter(a, b, steps=steps), steps=steps)
    n, k = rng.choice([rng.randrange(-1, 40), rng.randrange(0, 500), 2**70]), rng.randrange(-1, 45)
    yield case("math", "comb", [n, k], lambda: math.comb(n, k))
    yield case("math", "perm", [n, k], lambda: math.perm(n, k))
    yield case("math", "factorial", [k], lambda: math.factorial(k))
    floats = [random_float(rng) if rng.random() < 0.05 else rng.uniform(-1, 1) * 10.0 ** rng.randrange(-20, 20) for _ in range(rng.randrange(0, 40))]
    yield case("math", "fsum", [floats], lambda: math.fsum(floats))
    yield case("math", "prod", [[*floats[:8], i]], lambda: math.prod([*floats[:8], i]))
    p, q = ([rng.choice([random_int(rng), x]) for x in floats] for _ in range(2))
    yield case("math", "sumprod", [p, q], lambda: math.sumprod(p, q))
    yield case("math", "sumprod", [floats, floats[::-1]], lambda: math.sumprod(floats, floats[::-1]))
    yield case("math", "dist", [floats[:6], p[:6]], lambda: math.dist(floats[:6], p[:6]))
    yield case("math", "hypot", floats[:6], lambda: math.hypot(*floats[:6]))


GROUPS = [binary_cases, compare_cases, unary_cases, pow3_cases, format_cases, parse_cases, method_cases, math_cases]


def cases(seed: int, rounds: int) -> Iterator[Case]:
    rng = random.Random(seed)
    for _ in range(rounds):
        for group in GROUPS:
            yield from group(rng)


def chosen_cases() -> Iterator[Case]:
    """Errors and edges that random arguments hardly reach."""
    for text, *base in [("1" * 5000,), ("1" * 4300, 10), ("1" * 4301,), ("f" * 5000, 16), ("", 0), ("_", 0), ("0x_f", 0), ("0x__f", 0),
                        ("00", 0), ("0_0", 0), ("01", 0), ("-0b11", 2), ("- 1",), ("a" * 300,), ("1\0",), ("\u2003-٣\n",), ("0o17", 8)]:  # fmt: skip
        yield case("int", "-", [text, *base], lambda text=text, base=base: int(text, *base))
    for value in [math.inf, -math.inf, math.nan, None, b"12", b" 0x1", b"\x1c1", True, 1e30]:
        yield case("int", "-", [value], lambda value=value: int(value))
        yield case("float", "-", [value], lambda value=value: float(value))
    yield case("int", "-", [5, 10], lambda: int(5, 10))
    yield case("int", "-", [], lambda: int())
    for text in ["1_000.5e1_0", "1__0", "_1", "1_", "1._5", "1e_5", "infinity", "-INF", "+nan", "in", "1e400", "1e-400", "0x1p3", ".", "e5", "1.e5"]:
        yield case("float", "-", [text], lambda text=text: float(text))
    yield case("binary", "8", [10, 4299], lambda: 10**4299)
    yield case("binary", "8", [10, 4300], lambda: 10**4300)
    big = 10**4200
    for a, b in [(big, 3), (big, 7**4000), (1, big), (-big, 10**4190), (0, -5), (0, -(2**70)), (2**1100, 2**1099 - 1)]:
        yield case("binary", "4", [a, b], lambda a=a, b=b: a / b)
        yield case("binary", "7", [a, b], lambda a=a, b=b: divmod(a, b))
    for n, k in [(2**70, 0), (2**70, 2), (10, 2**70), (2**70, 2**70 - 3), (2**70, 2**69), (-1, 2), (3, -1)]:
        yield case("math", "comb", [n, k], lambda n=n, k=k: math.comb(n, k))
        if k < 2**64:
            yield case("math", "perm", [n, k], lambda n=n, k=k: math.perm(n, k))
    for name, args in [("factorial", [-1]), ("factorial", [2**70]), ("factorial", [1.5]), ("isqrt", [-1]), ("isqrt", [2.0]), ("gcd", []),
                       ("gcd", [0, 0]), ("lcm", []), ("lcm", [0, 5]), ("gcd", [1.0]), ("log", [0]), ("log", [-1]), ("log", [10**400]),
                       ("log", [10**400, 10]), ("log", [2, 1]), ("log", [2, 0]), ("log2", [2**2000]), ("log10", [10**400]), ("log", ["x"]),
                       ("sqrt", [-1]), ("sqrt", ["x"]), ("exp", [1000]), ("pow", [0, -1]), ("pow", [-8, 1 / 3]), ("pow", [10, 400]),
                       ("fmod", [math.inf, 1]), ("fmod", [1, 0]), ("remainder", [1, 0]), ("gamma", [0]), ("gamma", [-1]), ("gamma", [200]),
                       ("gamma", [-math.inf]), ("lgamma", [-2]), ("lgamma", [-math.inf]), ("lgamma", [1e308]), ("acos", [2]), ("atanh", [1]),
                       ("ldexp", [1.0, 2.0]), ("ldexp", [1.0, 10**30]), ("ceil", [math.inf]), ("floor", [math.nan]), ("floor", ["x"]),
                       ("trunc", ["x"]), ("ulp", [math.inf]),
                       ("cosh", [1000]), ("log1p", [-1]), ("hypot", []), ("hypot", [math.nan, math.inf]),
                       ("hypot", [1e308, 1e308]), ("hypot", [5e-324, 5e-324]), ("prod", [5])]:  # fmt: skip
        yield case("math", name, args, lambda name=name, args=args: getattr(math, name)(*args))
    for name, args, keywords in [("nextafter", [1.0, 2.0], {"steps": -1}), ("nextafter", [0.0, -1.0], {"steps": 3}),
                                 ("isclose", [1.0, 1.0], {"rel_tol": -1.0}), ("isclose", [1.0, 1.1], {"abs_tol": 0.2}),
                                 ("nextafter", [1.0, 2.0], {"step": 1}), ("isclose", [1.0], {"b": 1.0})]:  # fmt: skip
        yield case("math", name, args, lambda name=name, args=args, keywords=keywords: getattr(math, name)(*args, **keywords), **keywords)
    for p, q in [([1, 2], [1]), ([], []), ([1, 2, 3], [4, 5, 6]), ([True, 2.5], [3, 4]), ([10, 20], ["a", "b"]), ([math.inf, 1.0], [0.0, 2.0]),
                 ([1e308, 1e308], [10.0, -10.0]), ([0.1] * 20, [0.1] * 20), ([2**70, 0.5], [1, 1]), ([1e200], [1e200])]:  # fmt: skip
        yield case("math", "sumprod", [p, q], lambda p=p, q=q: math.sumprod(p, q))
        yield case("math", "dist", [p, q], lambda p=p, q=q: math.dist(p, q))
    yield case("math", "prod", [[2, 3.5]], lambda: math.prod([2, 3.5], start=2), start=2)
    yield case("int", "-", ["12"], lambda: int("12", base=3), base=3)
    yield case("int", "-", [], lambda: int(base=3), base=3)
    yield case("int", "-", ["1"], lambda: int("1", bas=3), bas=3)
    yield case("int", "-", ["1", 2], lambda: int("1", 2, base=3), base=3)
    yield case("float", "-", [], lambda: float(x="1"), x="1")
    yield case("float", "-", ["1", "2"], lambda: float("1", "2"))
    for items in [[math.inf, -math.inf], [math.inf, math.nan], [1e308, 1e308, -1e308], [1e16, 1.0, 1e-16], [0.1] * 10, [1e100, 1.0, -1e100]]:
        yield case("math", "fsum", [items], lambda items=items: math.fsum(items))
