"""The typed entry of a function with a signature, and the generic one that leads to it.

A function with a signature is one LLVM function: it takes its parameters in
registers, in their types, together with bits that say whether they are so or
whether each is the bits of a boxed Value, and which of them the function owns
from now on. The generic entry, which the runtime knows, loads the arguments and
gives them all, boxed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from molt.ir.core import Block, Function
from molt.tables.ops import WRITE

if TYPE_CHECKING:
    from molt.backend.lower import ModuleContext

LEAF_INSTRUCTIONS = 48
LEAF_WRITES = frozenset({"incref", "decref", "incref_lent", "decref_given", "slot_store"})
UNBOXED = {"i64": "i64", "f64": "double"}
TYPED = 1 << 31  # the bit that says that the parameters are in their types; bit n: parameter n is given
ALL_GIVEN = TYPED - 1


def is_unusual(block: Block) -> bool:
    """Is a block reached where specialised code does not apply, or by an exception?"""
    return block.name.startswith(("slow", "generic", "misfit", "edge", "leave", "count", "release", "unwind", "untyped"))


@dataclass(frozen=True)
class TypedEntry:
    """How the code of a function with a signature is called."""

    function: Function
    signature: tuple[str, ...]

    @staticmethod
    def of(function: Function) -> TypedEntry | None:
        return TypedEntry(function, function.signature) if function.signature is not None else None

    @property
    def has_self(self) -> bool:
        """Does the code need its Function object?"""
        return bool(self.function.info.free)

    def llvm_type(self, index: int) -> str:
        return UNBOXED.get(self.signature[index], "i64")

    def symbol(self, context: ModuleContext) -> str:
        return context.part("typed", self.function.symbol)

    def callee(self, context: ModuleContext, symbol: str) -> str:
        """The function for a call by code that knows it as `symbol`."""
        if ":" not in symbol:
            return self.symbol(context)
        params = ["ptr"] * self.has_self + ["i32"] + [self.llvm_type(n) for n in range(len(self.signature))]
        return context.declare(context.part("typed", symbol)[1:], "i64", params)

    def definition(self, context: ModuleContext) -> str:
        params = ["ptr %self"] * self.has_self + ["i32 %given"]
        params += [f"{self.llvm_type(n)} %arg{n}" for n in range(len(self.signature))]
        return f"define {context.linkage(self.function.symbol)} i64 {self.symbol(context)}({', '.join(params)}) #0{' alwaysinline' * self.is_small_leaf()}"

    def is_small_leaf(self) -> bool:
        """Is the usual way through the function short, and free of calls?"""
        usual = [i for block in self.function.blocks if not is_unusual(block) for i in block.instrs]
        return len(usual) <= LEAF_INSTRUCTIONS and not any(i.op.effects == WRITE and not i.op.terminator and i.name not in LEAF_WRITES for i in usual)

    def arguments(self, self_pointer: str, given: int, args: list[str]) -> str:
        """The argument list of a call; `args` are untyped operands."""
        texts = [f"ptr {self_pointer}"] * self.has_self + [f"i32 {given}"]
        return ", ".join(texts + [f"{self.llvm_type(n)} {arg}" for n, arg in enumerate(args)])

    def generic_entry(self, context: ModuleContext) -> str:
        """The Entry of the FuncInfo."""
        lines = [f"define internal i64 {context.function_names[self.function.symbol]}(ptr %self, ptr %args) #0 {{"]
        args = []
        for n in range(len(self.signature)):
            type_ = self.llvm_type(n)
            lines += [f"  %at{n} = getelementptr inbounds i64, ptr %args, i32 {n}",
                      f"  %bits{n} = load i64, ptr %at{n}",
                      f"  %arg{n} = bitcast i64 %bits{n} to {type_}"]
            args.append(f"%arg{n}")
        lines += [f"  %result = tail call i64 {self.symbol(context)}({self.arguments('%self', ALL_GIVEN, args)})",
                  "  ret i64 %result", "}"]
        return "\n".join(lines)
