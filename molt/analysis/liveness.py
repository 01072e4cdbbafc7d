"""Which values are live where: the usual backward data flow, over side edges too.

Sets of values are Python ints used as bit sets: bit i stands for value i.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from molt.ir.core import Block, Edge, Function, Instr, Value


class Liveness:
    """Live values at block entries and around instructions.

    Only values for which `tracked` holds take part. Block parameters are
    defined at the head of their block: they are not in its live-in set.
    A tracked value is live, too, while a borrowed reference into it is: the
    result of an op of type `ref` keeps the op's operands alive.
    """

    def __init__(self, function: Function, tracked: Callable[[Value], bool]) -> None:
        self.values: list[Value] = []
        self.index: dict[Value, int] = {}
        for block in function.blocks:
            for value in (*block.params, *(r for i in block.instrs for r in i.results)):
                if tracked(value):
                    self.index[value] = len(self.values)
                    self.values.append(value)
        self.owners = self._owners(function)
        self.live_in: dict[Block, int] = dict.fromkeys(function.blocks, 0)
        self._solve(function)

    def _owners(self, function: Function) -> dict[Value, int]:
        """What the borrowed references of the function keep alive. (Definitions precede uses but for block parameters, which are no results.)"""
        owners: dict[Value, int] = {}
        refs = [i for block in function.blocks for i in block.instrs if i.results and i.results[0].type == "ref" and i.operands]
        changed = bool(refs)
        while changed:
            changed = False
            for i in refs:
                bits = self.bits(i.operands)
                for operand in i.operands:
                    bits |= owners.get(operand, 0)
                changed |= owners.get(i.result, 0) != bits
                owners[i.result] = bits
        return owners

    def uses(self, values: Iterable[Value]) -> int:
        """What a use of `values` needs: those that are tracked, and what owns those that are borrowed."""
        result = 0
        for value in values:
            i = self.index.get(value)
            result |= self.owners.get(value, 0) if i is None else 1 << i
        return result

    def bits(self, values: Iterable[Value]) -> int:
        """The set of those of `values` that are tracked."""
        result = 0
        for value in values:
            i = self.index.get(value)
            if i is not None:
                result |= 1 << i
        return result

    def members(self, bits: int) -> list[Value]:
        """The values of a set, in order of definition."""
        result = []
        while bits:
            low = bits & -bits
            result.append(self.values[low.bit_length() - 1])
            bits ^= low
        return result

    def edge_live(self, edge: Edge) -> int:
        """Live at the start of an edge: its arguments and what the target needs."""
        return self.live_in[edge.block] | self.uses(edge.args)

    def before(self, instr: Instr, after: int) -> int:
        """Live before an instruction, given what is live after it on the normal path."""
        live = after & ~self.bits(instr.results)
        for edge in instr.edges.values():
            live |= self.edge_live(edge)
        return live | self.uses(instr.operands)

    def after_each(self, block: Block) -> list[int]:
        """For each instruction of a block, what is live after it on the normal path."""
        live = 0
        result = []
        for instr in reversed(block.instrs):
            result.append(live)
            live = self.before(instr, live)
        result.reverse()
        return result

    def _solve(self, function: Function) -> None:
        predecessors: dict[Block, list[Block]] = {b: [] for b in function.blocks}
        for block in function.blocks:
            for edge in block.edges():
                predecessors[edge.block].append(block)
        work = list(function.blocks)
        pending = set(work)
        while work:
            block = work.pop()
            pending.discard(block)
            live = 0
            for instr in reversed(block.instrs):
                live = self.before(instr, live)
            live &= ~self.bits(block.params)
            if live != self.live_in[block]:
                self.live_in[block] = live
                for p in predecessors[block]:
                    if p not in pending:
                        pending.add(p)
                        work.append(p)
