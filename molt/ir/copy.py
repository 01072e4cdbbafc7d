"""Copies of functions."""

from __future__ import annotations

from molt.ir.core import Block, Edge, Function, Instr, Value


def copy_function(function: Function, symbol: str) -> Function:
    """The same function under another symbol, with values and blocks of its own."""
    values: dict[Value, Value] = {}
    blocks = {block: Block(block.name) for block in function.blocks}

    def copied(value: Value) -> Value:
        if value not in values:
            values[value] = Value(value.type, value.hint)
        return values[value]

    for block, made in blocks.items():
        made.params = [copied(v) for v in block.params]
        for i in block.instrs:
            edges = {name: Edge(blocks[edge.block], [copied(v) for v in edge.args]) for name, edge in i.edges.items()}
            made.instrs.append(Instr(i.op, [copied(v) for v in i.operands], [copied(v) for v in i.results], dict(i.attrs), edges, i.span))
    return Function(symbol, function.info, list(blocks.values()), function.signature, dict(function.annotations))
