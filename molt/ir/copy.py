"""Copies of functions and of parts of them."""

from __future__ import annotations

from collections.abc import Iterable

from molt.ir.core import Block, Edge, Function, Instr, Value


class Copies:
    """Copies of blocks, at first without instructions: what the blocks define has copies, everything else stands for itself."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks = {block: Block(block.name) for block in blocks}
        defined = [v for block in self.blocks for v in (*block.params, *(r for i in block.instrs for r in i.results))]
        self._values = {value: Value(value.type, value.hint) for value in defined}
        for block, made in self.blocks.items():
            made.params = [self.value(p) for p in block.params]

    def value(self, value: Value) -> Value:
        return self._values.get(value, value)

    def edge(self, edge: Edge) -> Edge:
        return Edge(self.blocks.get(edge.block, edge.block), [self.value(v) for v in edge.args])

    def instr(self, i: Instr) -> Instr:
        edges = {name: self.edge(edge) for name, edge in i.edges.items()}
        return Instr(i.op, [self.value(v) for v in i.operands], [self.value(v) for v in i.results], dict(i.attrs), edges, i.span)


def copy_function(function: Function, symbol: str) -> Function:
    """The same function under another symbol, with values and blocks of its own."""
    copies = Copies(function.blocks)
    for block, made in copies.blocks.items():
        made.instrs = [copies.instr(i) for i in block.instrs]
    return Function(symbol, function.info, list(copies.blocks.values()), function.signature, dict(function.annotations))
