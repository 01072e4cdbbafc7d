"""The control-flow graph: who leads to whom, and the edits that keep it right."""

from __future__ import annotations

from dataclasses import dataclass

from molt.ir.core import Block, Edge, Function, Instr, Value


@dataclass(eq=False, slots=True)
class Entry:
    """One way into a block: the edge, the instruction it leaves from, and that one's block."""

    block: Block
    instr: Instr
    name: str
    edge: Edge

    @property
    def is_plain_jump(self) -> bool:
        return self.instr.name == "jump"


def entries(function: Function) -> dict[Block, list[Entry]]:
    """For each block the edges that lead to it, in the order they stand in the function."""
    result: dict[Block, list[Entry]] = {block: [] for block in function.blocks}
    for block in function.blocks:
        for instr in block.instrs:
            for name, edge in instr.edges.items():
                result[edge.block].append(Entry(block, instr, name, edge))
    return result


def successors(block: Block) -> list[Block]:
    """The blocks that edges lead to, each once, in order."""
    return list(dict.fromkeys(edge.block for edge in block.edges()))


def predecessors(function: Function) -> dict[Block, list[Block]]:
    """For each block the blocks with an edge to it, each once."""
    result: dict[Block, list[Block]] = {block: [] for block in function.blocks}
    for block in function.blocks:
        for successor in successors(block):
            result[successor].append(block)
    return result


def replace_uses(function: Function, replacements: dict[Value, Value]) -> None:
    """Puts other values in the place of some, everywhere; chains of replacements are followed."""
    if not replacements:
        return

    def final(value: Value) -> Value:
        while value in replacements:
            value = replacements[value]
        return value

    for block in function.blocks:
        for instr in block.instrs:
            instr.operands = [final(value) for value in instr.operands]
            for edge in instr.edges.values():
                edge.args = [final(value) for value in edge.args]
