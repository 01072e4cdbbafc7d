"""Globals and variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from molt.ir.core import Instr
from molt.passes.specialise.known import GUARDS, UNBOXED, Known
from molt.passes.specialise.rules.registry import rule

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter


@rule("load_global")
def _load_global(e: Emitter, i: Instr) -> bool:
    if not e.plan.hints.types(i.result):
        return False
    e.define(i.result, Known("ref", e.fast("global_ref", name=i.attrs["name"]).result, ("set",)))
    return True


@rule("check_bound")
def _check_bound(e: Emitter, i: Instr) -> bool:
    """Once a variable is sure to be bound, it may have the representation of what it is bound to."""
    operand = i.operands[0]
    if operand in e.plan.constants:
        return False
    known = e.known[operand]
    if known.rep not in ("value", "ref"):
        return True
    if known.fact is None:
        e.generic(i)
        e.set_fact(operand, ("set",))
    kinds = e.plan.kinds(operand)
    rep = UNBOXED.get(next(iter(kinds)), "value") if len(kinds) == 1 else "value"
    if rep in GUARDS and e.s.hot_live.has(e.live_after, operand):
        e.unbox(operand, rep, e.slow("go on"))
    return True
