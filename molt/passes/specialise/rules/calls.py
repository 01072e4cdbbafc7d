"""Calls of what is known: the functions, methods and classes of the program here, all else in modules of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from molt.ir.core import Instr
from molt.passes.specialise.known import Known
from molt.passes.specialise.rules import direct, functions, methods, modules
from molt.passes.specialise.rules.instances import predicted
from molt.passes.specialise.rules.registry import rule

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter


@rule("call")
def _call(e: Emitter, i: Instr) -> bool:
    callee, *args = i.operands
    if i.attrs["kwnames"]:
        return False
    name = e.plan.builtin(callee)
    if e.plan.layout(i.result)[0] == "super":
        e.define(i.result, Known("super", parts=tuple(Known("value", e.value(a), e.get(a).fact) for a in args)))
        return True
    if name is not None:
        return functions.call_builtin(e, i, name, args)
    if callee in e.plan.constants:
        return False
    if e.known[callee].rep == "bound":
        return direct.call_bound(e, i, args)
    if e.known[callee].rep == "method":
        return methods.call_bound(e, i, args)
    if (atom := e.plan.only(callee, "func")) is not None:
        return direct.call_function(e, i, callee, atom[1], args)
    if (atom := e.plan.only(callee, "class")) is not None:
        return direct.construct(e, i, partial(e.any, callee), atom[1], args)
    if (atom := e.plan.only(callee, "c function")) is not None:
        return modules.call_function(e, i, *atom[1:], args)
    return False


@rule("call_method")
def _call_method(e: Emitter, i: Instr) -> bool:
    receiver, *args = i.operands
    if i.attrs["kwnames"]:
        return False
    if e.get(receiver).rep == "super":
        return direct.call_next(e, i, args)
    predictions = predicted(e, receiver)
    if predictions:
        return direct.call_method(e, i, predictions, args)
    return methods.call_builtin_method(e, i, receiver, i.attrs["name"], args) or modules.call_attribute(e, i, args)
