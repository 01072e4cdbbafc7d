"""Calls of built-in functions and classes."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from molt.ir.core import Instr, Value, instr
from molt.passes.specialise.known import UNBOXED, Known
from molt.passes.specialise.rules.c_calls import call_c, direct_symbol, raise_edge
from molt.passes.specialise.rules.registry import BUILTINS, builtin
from molt.passes.specialise.virtual import COUNT_LIMIT

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter

TESTED = ("int", "float", "bool", "str", "list", "tuple", "dict", "set", "bytes")  # by their tags
NARROWED = ("str", "list", "tuple", "dict", "set", "bytes")  # of these a tag says all
SIZED = ("list", "str", "tuple", "dict", "set")


def call_builtin(e: Emitter, i: Instr, name: str, args: list[Value]) -> bool:
    """A call of a built-in name that the module does not bind, with positional arguments only."""
    if name in BUILTINS and BUILTINS[name](e, i, args):
        return True
    symbol = direct_symbol("builtins", name, len(args))
    return symbol is not None and call_c(e, i, symbol, None, args)


@builtin("range")
def _range(e: Emitter, i: Instr, args: list[Value]) -> bool:
    layout = e.plan.layout(i.result)
    if layout[0] != "range":
        return False
    start, stop = (args[0], args[1]) if len(args) > 1 else (None, args[0])
    first = e.new("const_i64", value=0) if start is None else e.i64(start)
    last = e.i64(stop)
    is_constant = layout[1][2][0] == "const"
    step = Known("const", origin=layout[1][2][1]) if is_constant else Known("i64", e.i64(args[2]))
    if not is_constant:
        _go_on_if(e, "i64_gt", step.new, 0)
        _go_on_if(e, "i64_le", step.new, COUNT_LIMIT)
        _go_on_if(e, "i64_le", last, COUNT_LIMIT)
    elif (delta := step.origin.attrs["value"]) not in (1, -1):  # the last step may go beyond the stop
        _go_on_if(e, "i64_le" if delta > 0 else "i64_ge", last, COUNT_LIMIT if delta > 0 else -COUNT_LIMIT)
    e.define(i.result, Known("range", parts=(Known("i64", first), Known("i64", last), step)))
    return True


def _go_on_if(e: Emitter, test: str, number: Value, bound: int) -> None:
    e.branch(e.new(test, number, e.new("const_i64", value=bound)), "counted", e.slow())


@builtin("len")
def _len(e: Emitter, i: Instr, args: list[Value]) -> bool:
    tag = next((t for t in SIZED if len(args) == 1 and e.likely(args[0], t)), None)
    if tag is None:
        return False
    e.define(i.result, Known("i64", e.new(f"{tag}_len", e.tagged(args[0], tag))))
    return True


@builtin("abs")
def _abs(e: Emitter, i: Instr, args: list[Value]) -> bool:
    match [e.number(a) for a in args]:
        case ["int"]:
            e.define(i.result, Known("i64", e.fast("i64_abs", e.i64(args[0])).result))
        case ["float"]:
            e.define(i.result, Known("f64", e.new("f64_abs", e.f64(args[0]))))
        case _:
            return False
    return True


@builtin("min", "max")
def _extreme(e: Emitter, i: Instr, args: list[Value]) -> bool:
    """The first of equal ones, as Python has it: only floats can tell, by their sign of zero and NaN."""
    name = e.plan.builtin(i.operands[0])
    kinds = {e.number(a) for a in args}
    if len(args) < 2 or len(kinds) != 1:
        return False
    if kinds == {"int"}:
        e.define(i.result, Known("i64", reduce(lambda a, b: e.new(f"i64_{name}", a, b), [e.i64(a) for a in args])))
        return True
    if kinds == {"float"}:
        test = "f64_lt" if name == "min" else "f64_gt"
        e.define(i.result, Known("f64", reduce(lambda a, b: e.select(e.new(test, b, a), b, a), [e.f64(a) for a in args])))
        return True
    return False


@builtin("int")
def _int(e: Emitter, i: Instr, args: list[Value]) -> bool:
    match [e.number(a) for a in args]:
        case ["int"]:
            e.define(i.result, Known("i64", e.i64(args[0])))
        case ["float"]:
            e.define(i.result, Known("i64", e.fast("f64_to_i64", e.f64(args[0])).result))
        case _:
            return len(args) == 1 and _parse(e, i, "str_to_int", args[0])
    return True


def _parse(e: Emitter, i: Instr, op: str, text: Value) -> bool:
    """A number from a str."""
    if not e.likely(text, "str"):
        return False
    made, before = e.tagged(text, "str"), dict(e.known)
    parsed = e.op(op, made, span=i.span)
    raise_edge(e, i, parsed, before)
    e.define(i.result, Known("value", parsed.result))
    return True


@builtin("str")
def _str(e: Emitter, i: Instr, args: list[Value]) -> bool:
    if len(args) != 1:
        return False
    is_int = e.number(args[0]) == "int"
    if is_int:
        e.i64(args[0])
    given = e.value(args[0])
    if not is_int:
        e.secure()
    before = dict(e.known)
    made = e.op("int_to_str" if is_int else "to_str", given, span=i.span)
    raise_edge(e, i, made, before)
    e.define(i.result, Known("value", made.result))
    return True


@builtin("list", "dict", "set")
def _empty(e: Emitter, i: Instr, args: list[Value]) -> bool:
    if args:
        return False
    e.secure()
    before = dict(e.known)
    made = e.op(f"build_{e.plan.builtin(i.operands[0])}", span=i.span)
    raise_edge(e, i, made, before)
    e.define(i.result, Known("value", made.result))
    return True


@builtin("divmod")
def _divmod(e: Emitter, i: Instr, args: list[Value]) -> bool:
    if e.plan.layout(i.result)[0] != "tuple":
        return False
    a, b = (e.i64(arg) for arg in args)
    e.define(i.result, Known("tuple", parts=tuple(Known("i64", e.fast(op, a, b).result) for op in ("i64_floordiv", "i64_mod"))))
    return True


@builtin("isinstance")
def _isinstance(e: Emitter, i: Instr, args: list[Value]) -> bool:
    tag = e.plan.builtin(args[1]) if len(args) == 2 else None
    if tag not in TESTED or args[0] in e.plan.constants or e.get(args[0]).is_virtual:
        return False
    rep, fact = e.get(args[0]).rep, e.get(args[0]).fact
    if rep in UNBOXED.values():
        found = {"i64": tag == "int", "f64": tag == "float", "bool": tag in ("int", "bool")}[rep]
        e.define(i.result, Known("const", origin=instr("const", value=found)))
    elif fact == ("tag", tag):
        e.define(i.result, Known("const", origin=instr("const", value=True)))
    else:
        found = e.fast("type_test", e.any(args[0]), tag=tag).result
        e.define(i.result, Known("bool", found))
        if tag in NARROWED:
            e.narrowed[found] = ("then", args[0], ("tag", tag))
    return True


@builtin("float")
def _float(e: Emitter, i: Instr, args: list[Value]) -> bool:
    if len(args) != 1:
        return False
    if e.number(args[0]) not in ("int", "float"):
        return _parse(e, i, "str_to_float", args[0])
    e.define(i.result, Known("f64", e.f64(args[0])))
    return True


@builtin("ord")
def _ord(e: Emitter, i: Instr, args: list[Value]) -> bool:
    if len(args) != 1 or not e.likely(args[0], "str"):
        return False
    e.define(i.result, Known("i64", e.fast("str_ord", e.tagged(args[0], "str")).result))
    return True
