"""Direct calls of C functions of the runtime, past attribute lookup and argument parsing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from molt.ir.core import Instr, Value
from molt.passes.specialise.known import Known
from molt.tables.runtime import c_callables

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter


def direct_symbol(owner: str, name: str, n_args: int) -> str | None:
    """The symbol of a method or function that takes so many positional arguments; None if there is none."""
    symbol = f"c__{owner}__{name}"
    declared = c_callables().get(symbol)
    return symbol if declared is not None and _accepts(declared, n_args) else None


def _accepts(declared: Any, n_args: int) -> bool:
    match declared.call:
        case "CALL_NONE":
            return n_args == 0
        case "CALL_ONE":
            return n_args == 1
        case "CALL_ANY" | "CALL_KW":
            return declared.min <= n_args <= declared.max
    return declared.call == "CALL_RAW"


def call_c(e: Emitter, i: Instr, symbol: str, receiver: Value | None, args: list[Value]) -> bool:
    """Emits the call for the whole instruction. The operands are alive until it returns; `receiver` is one as the emitter gave it."""
    given = [e.value(arg) for arg in args]
    e.secure()
    before = dict(e.known)
    made = e.op("call_c", e.new("unset") if receiver is None else receiver, *given, symbol=symbol, kind=c_callables()[symbol].call, span=i.span)
    raise_edge(e, i, made, before)
    e.define(i.result, Known("value", made.result))
    return True


def raise_edge(e: Emitter, i: Instr, made: Instr, before: dict[Value, Known]) -> None:
    """Where an op goes that raises in place of the instruction."""
    if "raise" in i.edges:
        made.edges["raise"] = e.side_edge(i.edges["raise"], before)
