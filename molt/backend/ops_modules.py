"""Direct calls of what the runtime implements in C, and the guards that let them stand for what the source names."""

from __future__ import annotations

from molt.backend.data import pointer_value
from molt.backend.layout import TAG
from molt.backend.lower import NONE, UNSET, FunctionLowering, module_symbol, slot_symbol
from molt.backend.ops_custom import lowers
from molt.backend.ops_typed import intrinsic, operands
from molt.backend.program import builtin_symbol
from molt.ir.core import Instr
from molt.tables.runtime import c_callables

_INFINITY = "0x7FF0000000000000"
# Functions of the module math that are no function of the C library of the same name.
_MATH_SYMBOLS = {name: f"accurate_{name}" for name in ("exp", "cosh", "sinh", "tanh", "log10")}


@lowers("call_c")
def _call_c(f: FunctionLowering, i: Instr) -> None:
    receiver, symbol = f"i64 {f.operand(i.operands[0])}", i.attrs["symbol"]
    args = i.operands[1:]
    match i.attrs["kind"]:
        case "CALL_NONE" | "CALL_ONE":
            rest = [f"i64 {f.operand(a)}" for a in args]
        case "CALL_ANY":
            rest = [f.store_args(args), f"i32 {len(args)}"]
        case "CALL_KW":
            rest = [_slots(f, i, len(c_callables()[symbol].names))]
        case "CALL_RAW":
            rest = [f.store_args(args), f"i32 {len(args)}", f"i64 {NONE}"]
        case kind:
            raise AssertionError(kind)
    f.define(i.result, f.raising_call(i, symbol, "V", [receiver, *rest]))


def _slots(f: FunctionLowering, i: Instr, n: int) -> str:
    """The array of a parameter each, of which the first are given."""
    args = i.operands[1:]
    area = f.area(n)
    for index in range(n):
        text = f.operand(args[index]) if index < len(args) else UNSET
        at = f.assign(f"getelementptr inbounds i64, ptr {area}, i32 {index}")
        f.emit(f"store i64 {text}, ptr {at}")
    return f"ptr {area}"


@lowers("module_ref")
def _module_ref(f: FunctionLowering, i: Instr) -> None:
    module = pointer_value(f.data.external(module_symbol("module", i.attrs["module"])), TAG["module"])
    f.slow_unless(i, f.assign(f"icmp eq i64 {f.operand(i.operands[0])}, {module}"))
    loaded = f.assign(f"load i64, ptr {f.data.external(slot_symbol(i.attrs['module'], i.attrs['name']))}")
    f.slow_unless(i, f.assign(f"icmp ne i64 {loaded}, {UNSET}"))
    f.define(i.result, loaded)


@lowers("guard_builtin")
def _guard_builtin(f: FunctionLowering, i: Instr) -> None:
    function = pointer_value(f.data.external(builtin_symbol(i.attrs["module"], i.attrs["name"])), TAG["builtin"])
    f.slow_unless(i, f.assign(f"icmp eq i64 {f.operand(i.operands[0])}, {function}"))


@lowers("f64_math")
def _f64_math(f: FunctionLowering, i: Instr) -> None:
    """`nobuiltin`: LLVM would fold constant arguments by the compiling machine's C library."""
    args = [f"double {a}" for a in operands(f, i)]
    name = i.attrs["name"]
    callee = f.context.declare(_MATH_SYMBOLS.get(name, name), "double", ["double"] * len(args))
    result = f.assign(f"call double {callee}({', '.join(args)}) nobuiltin")
    size = intrinsic(f, "llvm.fabs.f64", "double", [f"double {result}"])
    f.slow_unless(i, f.assign(f"fcmp olt double {size}, {_INFINITY}"))
    f.define(i.result, result)


@lowers("f64_floor", "f64_ceil")
def _whole(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, intrinsic(f, f"llvm.{i.name.removeprefix('f64_')}.f64", "double", [f"double {f.operand(i.operands[0])}"]))
