"""Attributes of modules, and functions of those written in C, called by an attribute of the module or by an imported name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from molt.ir.core import Instr, Value
from molt.passes.specialise.known import Known
from molt.passes.specialise.rules import direct
from molt.passes.specialise.rules.c_calls import call_c, direct_symbol
from molt.passes.specialise.rules.registry import MODULES, of_module
from molt.tables.runtime import c_modules

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter

_OF_ONE_FLOAT = ("acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "erf", "erfc", "exp", "exp2", "expm1", "log", "log10",
                 "log1p", "log2", "sin", "sinh", "tan", "tanh")
_OF_TWO_FLOATS = ("atan2", "copysign", "fmod", "pow")


def module_of(e: Emitter, value: Value) -> str | None:
    """The name of the module that a value likely is."""
    if value in e.plan.constants or not e.known[value].is_boxed:
        return None
    atom = e.plan.only(value, "module")
    return atom[1] if atom is not None else None


def _has_place(e: Emitter, module: str, name: str) -> bool:
    """Has an attribute of a module a place of its own that other modules know?"""
    if module in c_modules():
        return name in c_modules()[module] and module != "builtins"
    return module != e.s.module.name and e.plan.hints.has_global(module, name)


def load_attribute(e: Emitter, i: Instr) -> bool:
    """`module.name`."""
    module, name = module_of(e, i.operands[0]), i.attrs["name"]
    if module is None or not _has_place(e, module, name):
        return False
    e.define(i.result, Known("ref", _load(e, i, module)))
    return True


def _load(e: Emitter, i: Instr, module: str) -> Value:
    return e.fast("module_ref", e.any(i.operands[0]), module=module, name=i.attrs["name"]).result


def call_attribute(e: Emitter, i: Instr, args: list[Value]) -> bool:
    """`module.name(...)`."""
    module, name = module_of(e, i.operands[0]), i.attrs["name"]
    if module is None or not _has_place(e, module, name):
        return False
    if module in c_modules():
        if not _is_direct(module, name, len(args)):
            return False
        e.fast("guard_builtin", _load(e, i, module), module=module, name=name)
        return _call(e, i, module, name, args)
    match e.plan.hints.global_types(module, name):
        case [("func", symbol)]:
            return direct.call_loaded(e, i, partial(_load, e, i, module), symbol, args)
        case [("class", symbol)]:
            return direct.construct(e, i, partial(_load, e, i, module), symbol, args)
    return False


def call_function(e: Emitter, i: Instr, module: str, name: str, args: list[Value]) -> bool:
    """`name(...)`, where the name likely stands for a function of the module."""
    if not _is_direct(module, name, len(args)):
        return False
    callee, fact = i.operands[0], ("builtin", module, name)
    if e.get(callee).fact != fact:
        e.fast("guard_builtin", e.any(callee), module=module, name=name)
        e.set_fact(callee, fact)
    return _call(e, i, module, name, args)


def _is_direct(module: str, name: str, n_args: int) -> bool:
    return module != "builtins" and direct_symbol(module, name, n_args) is not None


def _call(e: Emitter, i: Instr, module: str, name: str, args: list[Value]) -> bool:
    handler = MODULES.get((module, name))
    if handler is not None and handler(e, i, args):
        return True
    symbol = direct_symbol(module, name, len(args))
    return symbol is not None and call_c(e, i, symbol, None, args)


def _floats(e: Emitter, args: list[Value], n: int) -> list[Value] | None:
    """Unboxed arguments; None unless they are so many numbers."""
    if len(args) != n or any(e.number(a) not in ("int", "float") for a in args):
        return None
    return [e.f64(a) for a in args]


@of_module("math", *_OF_ONE_FLOAT)
def _of_one(e: Emitter, i: Instr, args: list[Value]) -> bool:
    return _mathematics(e, i, args, 1)


@of_module("math", *_OF_TWO_FLOATS)
def _of_two(e: Emitter, i: Instr, args: list[Value]) -> bool:
    return _mathematics(e, i, args, 2)


def _mathematics(e: Emitter, i: Instr, args: list[Value], n: int) -> bool:
    operands = _floats(e, args, n)
    if operands is None:
        return False
    name = i.attrs["name"] if i.name == "call_method" else e.plan.only(i.operands[0], "c function")[2]
    e.define(i.result, Known("f64", e.fast("f64_math", *operands, name=name).result))
    return True


@of_module("math", "sqrt")
def _sqrt(e: Emitter, i: Instr, args: list[Value]) -> bool:
    operands = _floats(e, args, 1)
    if operands is None:
        return False
    e.define(i.result, Known("f64", e.fast("f64_sqrt", *operands).result))
    return True


@of_module("math", "fabs")
def _fabs(e: Emitter, i: Instr, args: list[Value]) -> bool:
    operands = _floats(e, args, 1)
    if operands is None:
        return False
    e.define(i.result, Known("f64", e.new("f64_abs", *operands)))
    return True


@of_module("math", "floor")
def _floor(e: Emitter, i: Instr, args: list[Value]) -> bool:
    return _whole(e, i, args, "f64_floor")


@of_module("math", "ceil")
def _ceil(e: Emitter, i: Instr, args: list[Value]) -> bool:
    return _whole(e, i, args, "f64_ceil")


@of_module("math", "trunc")
def _trunc(e: Emitter, i: Instr, args: list[Value]) -> bool:
    return _whole(e, i, args, None)


def _whole(e: Emitter, i: Instr, args: list[Value], rounding: str | None) -> bool:
    match [e.number(a) for a in args]:
        case ["int"]:
            e.define(i.result, Known("i64", e.i64(args[0])))
        case ["float"]:
            number = e.f64(args[0])
            e.define(i.result, Known("i64", e.fast("f64_to_i64", number if rounding is None else e.new(rounding, number)).result))
        case _:
            return False
    return True
