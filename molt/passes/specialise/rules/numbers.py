"""Arithmetic, comparisons and truth values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from molt.ir.core import Instr, Value
from molt.passes.specialise.known import Known
from molt.passes.specialise.rules.c_calls import raise_edge
from molt.passes.specialise.rules.direct import call_operator
from molt.passes.specialise.rules.registry import rule
from molt.tables.ops import BINARY, COMPARE

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter

_INT = {"add", "sub", "mul", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor"}
_FLOAT = {"add", "sub", "mul", "truediv", "floordiv", "mod", "pow"}
_TOTAL = {"i64_and", "i64_or", "i64_xor", "f64_add", "f64_sub", "f64_mul"}  # always succeed


@rule(*BINARY, *("i" + name for name in BINARY))
def _binary(e: Emitter, i: Instr) -> bool:
    name = i.name[1:] if i.name not in BINARY else i.name
    a, b = i.operands
    kinds = e.number(a), e.number(b)
    if kinds == ("int", "int") and name == "truediv":
        return _typed(e, i, "i64_truediv", "f64", e.i64(a), e.i64(b))
    if kinds == ("int", "int") and name in _INT:
        if name == "pow" and not _is_small_exponent(e.plan.constant(b)):
            return False
        return _typed(e, i, f"i64_{name}", "i64", e.i64(a), e.i64(b))
    if "float" in kinds and set(kinds) <= {"int", "float"} and name in _FLOAT:
        return _typed(e, i, f"f64_{name}", "f64", e.f64(a), e.f64(b))
    if i.name == "add" and e.likely(a, "str") and e.likely(b, "str"):
        return _concatenate(e, i)
    return call_operator(e, i, name)


def _concatenate(e: Emitter, i: Instr) -> bool:
    """(`+=` has an op of its own, which grows the target in place.)"""
    operands, before = [e.tagged(o, "str") for o in i.operands], dict(e.known)
    made = e.op("str_add", *operands, span=i.span)
    raise_edge(e, i, made, before)
    e.define(i.result, Known("value", made.result, ("tag", "str")))
    return True


def _is_small_exponent(constant: object) -> bool:
    """Is the power of an int by this exponent an int?"""
    return isinstance(constant, int) and 0 <= constant < 64


def _typed(e: Emitter, i: Instr, op: str, rep: str, *operands: Value | None) -> bool:
    """Emits a typed op for the whole instruction; false when an operand cannot be had in its representation."""
    given = [o for o in operands if o is not None]
    if len(given) < len(operands):
        return False
    made = e.new(op, *given) if op in _TOTAL else e.fast(op, *given).result
    e.define(i.result, Known(rep, made))
    return True


@rule("neg", "pos", "invert")
def _unary(e: Emitter, i: Instr) -> bool:
    operand = i.operands[0]
    match e.number(operand), i.name:
        case "int", "pos":
            e.define(i.result, Known("i64", e.i64(operand)))
        case "float", "pos":
            e.define(i.result, Known("f64", e.f64(operand)))
        case "int", "neg":
            return _typed(e, i, "i64_neg", "i64", e.i64(operand))
        case "int", "invert":
            e.define(i.result, Known("i64", e.new("i64_invert", e.i64(operand))))
        case "float", "neg":
            e.define(i.result, Known("f64", e.new("f64_neg", e.f64(operand))))
        case _:
            return False
    return True


@rule(*COMPARE)
def _compare(e: Emitter, i: Instr) -> bool:
    a, b = i.operands
    match e.number(a), e.number(b):
        case "int", "int":
            operands, rep = (e.i64(a), e.i64(b)), "i64"
        case "float", "float":
            operands, rep = (e.f64(a), e.f64(b)), "f64"
        case ("int", "float") | ("float", "int") if all(_is_exact(e, o) for o in i.operands):
            operands, rep = (_exact(e, a), _exact(e, b)), "f64"
        case _:
            return _compare_strings(e, i)
    if None in operands:
        return False
    e.define(i.result, Known("bool", e.new(f"{rep}_{i.name}", *operands)))
    return True


def _is_exact(e: Emitter, value: Value) -> bool:
    constant = e.plan.constant(value)
    return type(constant) is not int or abs(constant) <= 1 << 53


def _exact(e: Emitter, value: Value) -> Value | None:
    """A number as the float that equals it: Python compares an int with a float exactly."""
    if e.number(value) == "float" or value in e.plan.constants:
        return e.f64(value)
    number = e.i64(value)
    return None if number is None else e.fast("i64_to_f64_exact", number).result


def _compare_strings(e: Emitter, i: Instr) -> bool:
    a, b = i.operands
    if not (e.likely(a, "str") and e.likely(b, "str")):
        return False
    left, right = e.tagged(a, "str"), e.tagged(b, "str")
    if i.name in ("eq", "ne"):
        made = e.new("str_eq", left, right)
    else:
        made = e.new("str_lt", *((left, right) if i.name in ("lt", "ge") else (right, left)))
    e.define(i.result, Known("bool", made if i.name in ("eq", "lt", "gt") else e.new("not", made)))
    return True


@rule("truth")
def _truth(e: Emitter, i: Instr) -> bool:
    operand = i.operands[0]
    if operand in e.plan.constants:
        return False
    known = e.known[operand]
    match known.rep:
        case "bool":
            made = known.new
        case "i64":
            made = e.new("i64_ne", known.new, e.new("const_i64", value=0))
        case "f64":
            made = e.new("f64_ne", known.new, e.new("const_f64", value=0.0))
        case _:
            tag = next((t for t in ("list", "str", "tuple", "dict", "set") if e.likely(operand, t)), None)
            if tag is None:
                return False
            made = e.new("i64_ne", e.new(f"{tag}_len", e.tagged(operand, tag)), e.new("const_i64", value=0))
    e.define(i.result, Known("bool", made))
    return True


@rule("not")
def _not(e: Emitter, i: Instr) -> bool:
    condition = e.condition(i.operands[0])
    made = e.new("not", condition)
    e.define(i.result, Known("bool", made))
    if condition in e.narrowed:
        holds_on, *what = e.narrowed[condition]
        e.narrowed[made] = ("else" if holds_on == "then" else "then", *what)
    return True


@rule("box_bool")
def _box_bool(e: Emitter, i: Instr) -> bool:
    e.define(i.result, Known("bool", e.condition(i.operands[0])))
    return True


@rule("is")
def _is(e: Emitter, i: Instr) -> bool:
    e.define(i.result, Known("bool", e.new("is", *(e.any(o) for o in i.operands))))
    return True
