"""The lowering of every op: a row of `rows`, or a function of one of the `ops_` modules."""

from __future__ import annotations

from molt.backend import ops_custom, ops_modules, ops_numbers, ops_typed
from molt.backend.lower import FunctionLowering
from molt.backend.rows import ARRAYS, CALLS, NAMED
from molt.ir.core import Instr

CUSTOM = ops_custom.CUSTOM
_COMPLETE_WITH = (ops_typed, ops_numbers, ops_modules)  # modules enter their functions as they are imported


def lower_instr(f: FunctionLowering, i: Instr) -> None:
    """Emits one instruction."""
    custom = CUSTOM.get(i.name)
    if custom is not None:
        custom(f, i)
        return
    if i.name in ARRAYS:
        area = f.store_args(i.operands)
        result = f.raising_call(i, ARRAYS[i.name], "V", [area, f"i32 {len(i.operands)}"])
    else:
        name, kind = CALLS.get(i.name) or NAMED[i.name]
        args = [f"i64 {f.operand(o)}" for o in i.operands]
        if i.name in NAMED:
            args.append(f.string(i.attrs["name"]))
        result = f.raising_call(i, name, kind, args) if i.op.raises or kind == "T" else f.call(name, kind, args)
    if i.results:
        f.define(i.result, result)
