"""Arithmetic and comparison of unboxed numbers.

A comparison or sum is one LLVM instruction, with a test of what Python does
otherwise, unless range analysis has shown that it cannot be. Constant operands fold the tests away: LLVM does it, except where wasm
has no instruction for the general case (products, divisions).
"""

from __future__ import annotations

from molt.backend.lower import FunctionLowering
from molt.backend.ops_custom import lowers
from molt.backend.ops_typed import EXACT_IN_F64, INT64_MAX, INT64_MIN, in_range, intrinsic, operands
from molt.ir.core import Instr

_I64_PREDICATES = {"eq": "eq", "ne": "ne", "lt": "slt", "le": "sle", "gt": "sgt", "ge": "sge"}
_F64_PREDICATES = {"eq": "oeq", "ne": "une", "lt": "olt", "le": "ole", "gt": "ogt", "ge": "oge"}
_F64_INSTRUCTIONS = {"f64_add": "fadd", "f64_sub": "fsub", "f64_mul": "fmul"}
_PLAIN = {"i64_and": "and", "i64_or": "or", "i64_xor": "xor", "i64_step": "add nsw", "i64_udiv": "udiv", "i64_urem": "urem"}
_F64_ZERO = "0.0"
SHIFT_MAX = 62


def _operation(i: Instr) -> str:
    return i.name.partition("_")[2]


@lowers(*_PLAIN)
def _plain(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    f.define(i.result, f.assign(f"{_PLAIN[i.name]} i64 {a}, {b}"))


@lowers("i64_add", "i64_sub")
def _add(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    if "slow" not in i.edges:
        f.define(i.result, f.assign(f"{_operation(i)} nsw i64 {a}, {b}"))
        return
    pair = intrinsic(f, f"llvm.s{_operation(i)}.with.overflow.i64", "{ i64, i1 }", [f"i64 {a}", f"i64 {b}"])
    overflows = f.assign(f"extractvalue {{ i64, i1 }} {pair}, 1")
    f.slow_unless(i, f.assign(f"xor i1 {overflows}, true"))
    f.define(i.result, f.assign(f"extractvalue {{ i64, i1 }} {pair}, 0"))


@lowers("i64_mul")
def _mul(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    known_a, known_b = (f.constant_i64(o) for o in i.operands)
    if known_a is not None and known_b is None:
        a, b, known_b = b, a, known_a
    _multiply(f, i, a, b, known_b)


def _multiply(f: FunctionLowering, i: Instr, a: str, b: str, known: int | None) -> None:
    """a * b, where b may be a known number: then a's range says all."""
    if known == 0:
        f.define(i.result, "0")
        return
    if known is None and "slow" in i.edges:
        f.slow_unless(i, f.call("i64_mul_fits", "B", [f"i64 {a}", f"i64 {b}"]))
    elif known not in (None, 1):
        low, high = sorted((_truncated(INT64_MIN, known), _truncated(INT64_MAX, known)))
        f.slow_unless(i, in_range(f, a, max(low, INT64_MIN), min(high, INT64_MAX)))
    f.define(i.result, f.assign(f"mul nsw i64 {a}, {b}"))


def _truncated(n: int, divisor: int) -> int:
    """n / divisor, rounded towards zero."""
    return abs(n) // abs(divisor) * (1 if (n < 0) == (divisor < 0) else -1)


@lowers("i64_floordiv", "i64_mod")
def _floor(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    known = f.constant_i64(i.operands[1])
    if known is not None and known > 0:
        f.define(i.result, _floor_by_constant(f, i, a, known))
        return
    f.slow_unless(i, f.assign(f"icmp ne i64 {b}, 0"))
    least, minus_one = f.assign(f"icmp ne i64 {a}, {INT64_MIN}"), f.assign(f"icmp ne i64 {b}, -1")
    f.slow_unless(i, f.assign(f"or i1 {least}, {minus_one}"))
    function = "i64_floor_div" if i.name == "i64_floordiv" else "i64_floor_mod"
    f.define(i.result, f.call(function, "V", [f"i64 {a}", f"i64 {b}"]))


def _floor_by_constant(f: FunctionLowering, i: Instr, a: str, b: int) -> str:
    if b & (b - 1) == 0:
        return f.assign(f"ashr i64 {a}, {b.bit_length() - 1}" if i.name == "i64_floordiv" else f"and i64 {a}, {b - 1}")
    rest = f.assign(f"srem i64 {a}, {b}")
    sign = f.assign(f"ashr i64 {rest}, 63")  # -1 where the remainder is negative
    if i.name == "i64_mod":
        return f.assign(f"add i64 {rest}, {f.assign(f'and i64 {sign}, {b}')}")
    return f.assign(f"add i64 {f.assign(f'sdiv i64 {a}, {b}')}, {sign}")


@lowers("i64_truediv")
def _truediv(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    f.slow_unless(i, f.assign(f"icmp ne i64 {b}, 0"))
    doubles = []
    for number in (a, b):
        f.slow_unless(i, in_range(f, number, -EXACT_IN_F64, EXACT_IN_F64))
        doubles.append(f.assign(f"sitofp i64 {number} to double"))
    f.define(i.result, f.assign(f"fdiv double {doubles[0]}, {doubles[1]}"))


@lowers("i64_pow")
def _pow(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    if f.constant_i64(i.operands[1]) == 2:
        _multiply(f, i, a, a, f.constant_i64(i.operands[0]))
        return
    area = f.area(1)
    f.slow_unless(i, f.call("pow_i64", "B", [f"i64 {a}", f"i64 {b}", f"ptr {area}"]))
    f.define(i.result, f.assign(f"load i64, ptr {area}"))


@lowers("i64_lshift")
def _lshift(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    f.slow_unless(i, in_range(f, b, 0, SHIFT_MAX))
    shifted = f.assign(f"shl i64 {a}, {b}")
    f.slow_unless(i, f.assign(f"icmp eq i64 {f.assign(f'ashr i64 {shifted}, {b}')}, {a}"))
    f.define(i.result, shifted)


@lowers("i64_rshift")
def _rshift(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    f.slow_unless(i, f.assign(f"icmp sge i64 {b}, 0"))
    count = intrinsic(f, "llvm.smin.i64", "i64", [f"i64 {b}", "i64 63"])
    f.define(i.result, f.assign(f"ashr i64 {a}, {count}"))


@lowers("i64_invert")
def _invert(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.assign(f"xor i64 {f.operand(i.operands[0])}, -1"))


@lowers("i64_neg", "i64_abs")
def _neg(f: FunctionLowering, i: Instr) -> None:
    a = f.operand(i.operands[0])
    f.slow_unless(i, f.assign(f"icmp ne i64 {a}, {INT64_MIN}"))
    negated = f.assign(f"sub nsw i64 0, {a}")
    if i.name == "i64_abs":
        negated = f.assign(f"select i1 {f.assign(f'icmp slt i64 {a}, 0')}, i64 {negated}, i64 {a}")
    f.define(i.result, negated)


@lowers("i64_min", "i64_max")
def _minmax(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, intrinsic(f, f"llvm.s{_operation(i)}.i64", "i64", [f"i64 {o}" for o in operands(f, i)]))


@lowers(*(f"i64_{name}" for name in _I64_PREDICATES))
def _compare(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    f.define(i.result, f.assign(f"icmp {_I64_PREDICATES[_operation(i)]} i64 {a}, {b}"))


# Floats.

@lowers(*(f"f64_{name}" for name in _F64_PREDICATES))
def _compare_f64(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    f.define(i.result, f.assign(f"fcmp {_F64_PREDICATES[_operation(i)]} double {a}, {b}"))


@lowers(*_F64_INSTRUCTIONS)
def _f64(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    f.define(i.result, f.assign(f"{_F64_INSTRUCTIONS[i.name]} double {a}, {b}"))


@lowers("f64_truediv", "f64_floordiv", "f64_mod")
def _f64_divide(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    f.slow_unless(i, f.assign(f"fcmp une double {b}, {_F64_ZERO}"))
    if i.name == "f64_truediv":
        f.define(i.result, f.assign(f"fdiv double {a}, {b}"))
    else:
        f.define(i.result, f.call(f"{_operation(i)}_f64", "D", [f"double {a}", f"double {b}"]))


@lowers("f64_pow")
def _f64_pow(f: FunctionLowering, i: Instr) -> None:
    a, b = operands(f, i)
    area = f.area(1)
    f.slow_unless(i, f.call("pow_f64", "B", [f"double {a}", f"double {b}", f"ptr {area}"]))
    f.define(i.result, f.assign(f"load double, ptr {area}"))


@lowers("f64_neg")
def _f64_neg(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.assign(f"fneg double {f.operand(i.operands[0])}"))


@lowers("f64_abs")
def _f64_abs(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, intrinsic(f, "llvm.fabs.f64", "double", [f"double {f.operand(i.operands[0])}"]))


@lowers("f64_sqrt")
def _f64_sqrt(f: FunctionLowering, i: Instr) -> None:
    a = f.operand(i.operands[0])
    f.slow_unless(i, f.assign(f"fcmp oge double {a}, {_F64_ZERO}"))
    f.define(i.result, intrinsic(f, "llvm.sqrt.f64", "double", [f"double {a}"]))
