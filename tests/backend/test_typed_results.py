"""What the unboxed operators compute, at the edges of what they can: Python's results, or the slow edge and nothing else."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path

import pytest

import typed_program
from molt.ir.parser import parse_function

I64 = sorted({s * n + d for s in (1, -1) for n in (0, 1, 7, 1 << 31, 1 << 32, 1 << 47, 1 << 53, 3037000500, 1 << 62, 1 << 63) for d in (-1, 0, 1)
              if -(1 << 63) <= s * n + d < 1 << 63} | {62, 63, 64, 3, 5})
F64 = (0.0, -0.0, 1.0, -1.0, 0.5, 2.0, -2.5, 3.7, 1e300, -1e300, 5e-324, 1e18, 4.611686018427388e18, math.inf, -math.inf, math.nan)
CONSTANTS = (-(1 << 63), -(1 << 40), -7, -2, -1, 0, 1, 2, 3, 7, 8, 63, 1 << 31, 1 << 40, (1 << 63) - 1)

BINARY: dict[str, Callable[[int, int], object]] = {
    "add": operator.add, "sub": operator.sub, "mul": operator.mul, "floordiv": operator.floordiv, "mod": lambda a, b: a % b if (a, b) != (I64[0], -1) else None,
    "truediv": lambda a, b: a / b if max(abs(a), abs(b)) <= 1 << 53 else None,
    "pow": lambda a, b: None if b < 0 or (b > 64 and abs(a) > 1) else a**b, "lshift": lambda a, b: a << b if b < 63 else None,
    "rshift": operator.rshift, "and": operator.and_, "or": operator.or_, "xor": operator.xor, "min": min, "max": max,
}
COMPARE = {name: getattr(operator, name) for name in ("eq", "ne", "lt", "le", "gt", "ge")}
UNARY = {"invert": operator.invert, "neg": operator.neg, "abs": abs}
UNARY_F64 = {"neg": operator.neg, "abs": abs, "sqrt": lambda a: math.sqrt(a) if a >= 0 else None}
BINARY_F64 = {"add": operator.add, "sub": operator.sub, "mul": operator.mul, "truediv": operator.truediv, "floordiv": operator.floordiv,
              "mod": operator.mod, "pow": lambda a, b: None if isinstance(a**b, complex) else a**b}
COMPARE_OPS, PURE = ("eq", "ne", "lt", "le", "gt", "ge"), ("and", "or", "xor", "min", "max", "invert")


def number(name: str) -> str:
    """TIR that makes %name, an i64, of two small ints."""
    return f"""
  %{name}h = to_i64 %{name}_high -> slow ^slow
  %{name}l = to_i64 %{name}_low -> slow ^slow
  %{name}s = i64_lshift %{name}h, %bits -> slow ^slow
  %{name} = i64_or %{name}s, %{name}l"""


def function_text(symbol: str, params: str, body: str, op: str, operands: str, has_slow: bool, result: str) -> str:
    box = {"bool": "box_bool", "i64": "box_i64", "f64": "box_f64"}[result]
    return f"""func @{symbol}({params}) line 1 {{
^entry({', '.join('%' + p.strip() for p in params.split(','))}):
  %bits = const_i64 32{body}
  %r = {op} {operands}{' -> slow ^slow' * has_slow}
  %o = {box} %r
  ret %o
^slow:
  %none = const None
  ret %none
}}
"""


def cases_i64() -> Iterator[tuple[str, str, Callable, bool]]:
    """Symbol, text, meaning; is it a function of one number?"""
    both = "a_high, a_low, b_high, b_low"
    for name in (*BINARY, *COMPARE):
        kind = "bool" if name in COMPARE_OPS else "f64" if name == "truediv" else "i64"
        meaning = BINARY.get(name) or COMPARE[name]
        has_slow = name not in PURE + COMPARE_OPS
        yield f"f_{name}", function_text(f"f_{name}", both, number("a") + number("b"), f"i64_{name}", "%a, %b", has_slow, kind), meaning, False
        for constant in CONSTANTS:
            symbol = f"f_{name}_{constant}".replace("-", "m")
            body = number("a") + f"\n  %b = const_i64 {constant}"
            yield symbol, function_text(symbol, "a_high, a_low", body, f"i64_{name}", "%a, %b", has_slow, kind), _with(meaning, constant), True
    for name, meaning in UNARY.items():
        yield f"f_{name}", function_text(f"f_{name}", "a_high, a_low", number("a"), f"i64_{name}", "%a", name not in PURE, "i64"), meaning, True


def _with(meaning: Callable, constant: int) -> Callable:
    return lambda a: meaning(a, constant)


def expected(meaning: Callable, args: Iterable) -> str:
    try:
        result = meaning(*args)
    except (ArithmeticError, ValueError):
        return "None"
    if isinstance(result, int) and not isinstance(result, bool) and not -(1 << 63) <= result < 1 << 63:
        return "None"
    return repr(result)


def parts(n: int) -> str:
    return f"{n >> 32}, {n & 0xFFFFFFFF}"


DRIVER = """
def each(f, n_numbers, numbers):
    if n_numbers == 1:
        for a in numbers:
            print(f(*a))
    else:
        for a in numbers:
            for b in numbers:
                print(f(*a, *b))
"""


def check(cases: list[tuple[str, str, int, Callable]], numbers: tuple, words: list[str], folder: Path) -> None:
    """cases: symbol, text and meaning of a function of so many of the numbers. words: the numbers as the arguments that stand for them."""
    lines, replaced, wanted = [DRIVER, f"numbers = [{', '.join(f'({word},)' for word in words)}]"], {}, []
    for symbol, text, n_numbers, meaning in cases:
        replaced[symbol] = parse_function(text)
        lines.append(f"def {symbol}({', '.join(replaced[symbol].info.params)}): pass")
        lines.append(f"each({symbol}, {n_numbers}, numbers)")
        wanted += [(symbol, args, expected(meaning, args)) for args in product(numbers, repeat=n_numbers)]
    output = typed_program.run("\n".join(lines), replaced, folder).splitlines()
    wrong = [(*w, result) for w, result in zip(wanted, output, strict=True) if w[2] != result]
    assert wrong[:10] == []


@pytest.mark.parametrize("kind", ["variables", "constants"])
def test_ints(kind: str, tmp_path: Path) -> None:
    cases = [(symbol, text, 1 if is_unary else 2, meaning) for symbol, text, meaning, is_unary in cases_i64()
             if is_unary == (kind == "constants")]
    check(cases, tuple(I64), [parts(n) for n in I64], tmp_path)


def literal(x: float) -> str:
    return repr(x) if math.isfinite(x) else f"float('{x}')"


def test_floats(tmp_path: Path) -> None:
    cases: list[tuple[str, str, int, Callable]] = []
    for name, meaning in (BINARY_F64 | COMPARE).items():
        has_slow = name not in ("add", "sub", "mul", *COMPARE_OPS)
        body = "\n  %a = to_f64 %x -> slow ^slow\n  %b = to_f64 %y -> slow ^slow"
        text = function_text(f"f_{name}", "x, y", body, f"f64_{name}", "%a, %b", has_slow, "bool" if name in COMPARE else "f64")
        cases.append((f"f_{name}", text, 2, meaning))
    for name, meaning in UNARY_F64.items():
        text = function_text(f"u_{name}", "x", "\n  %a = to_f64 %x -> slow ^slow", f"f64_{name}", "%a", name == "sqrt", "f64")
        cases.append((f"u_{name}", text, 1, meaning))
    text = function_text("to_int", "x", "\n  %a = to_f64 %x -> slow ^slow", "f64_to_i64", "%a", True, "i64")
    cases.append(("to_int", text, 1, lambda a: int(a) if abs(a) < 2.0**62 else None))
    check(cases, F64, [literal(a) for a in F64], tmp_path)
