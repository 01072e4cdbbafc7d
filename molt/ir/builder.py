"""Builds functions block by block; what an instruction looks like comes from the op table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from molt.base.source import Span
from molt.ir.core import Block, Edge, FuncInfo, Function, Instr, Value, instr


class Builder:
    """Appends instructions to the current block of a function under construction."""

    def __init__(self, symbol: str, info: FuncInfo) -> None:
        self.function = Function(symbol, info)
        self.block = self.new_block("entry", info.params)
        self.span: Span | None = None

    def new_block(self, name: str, params: Iterable[str] = ()) -> Block:
        """A new block at the end of the function; `params` are the hints of its parameters."""
        block = Block(name, [Value(hint=hint) for hint in params])
        self.function.blocks.append(block)
        return block

    def at(self, block: Block) -> Builder:
        """Makes `block` the current one."""
        self.block = block
        return self

    def emit(self, name: str, /, *operands: Value, edges: dict[str, Edge] | None = None, **attrs: Any) -> Instr:
        """Appends an instruction."""
        made = instr(name, operands, span=self.span, edges=edges, **attrs)
        self.block.instrs.append(made)
        return made

    def value(self, name: str, /, *operands: Value, edges: dict[str, Edge] | None = None, **attrs: Any) -> Value:
        """Appends an instruction with one result and gives the result."""
        return self.emit(name, *operands, edges=edges, **attrs).result

    def const(self, value: Any) -> Value:
        return self.value("const", value=value)

    def jump(self, block: Block, *args: Value) -> None:
        self.emit("jump", edges={"to": Edge(block, list(args))})

    def branch(self, condition: Value, then: Block, otherwise: Block) -> None:
        self.emit("branch", condition, edges={"then": Edge(then), "else": Edge(otherwise)})

    def ret(self, value: Value) -> None:
        self.emit("ret", value)
