"""Which values the two versions of a function's code need, at the head of each block and after each instruction.

The generic version needs what the program's variables need. Specialised code
does not keep values alive that are sure to be immediate: how long an int lives
cannot be seen.
"""

from __future__ import annotations

from collections.abc import Callable

from molt.ir.core import Block, Function, Instr, Value

LIFETIME = frozenset({"keep", "hold"})


class Live:
    """Sets of live values, as bits of ints. Values for which `is_constant` holds are in none: they are made where they are used."""

    def __init__(self, function: Function, is_constant: Callable[[Value], bool], is_immediate: Callable[[Value], bool]) -> None:
        self._ignores = is_immediate
        self.values: list[Value] = []
        self._bit: dict[Value, int] = {}
        for block in function.blocks:
            for value in (*block.params, *(r for i in block.instrs for r in i.results)):
                if not is_constant(value):
                    self._bit[value] = 1 << len(self.values)
                    self.values.append(value)
        self.needed = self._needed(function)
        self.at: dict[Block, int] = dict.fromkeys(function.blocks, 0)
        self._solve(function)

    def is_use(self, i: Instr) -> bool:
        """Does the instruction need its operands?"""
        return not (i.name in LIFETIME and self._ignores(i.operands[0]))

    def members(self, bits: int) -> list[Value]:
        result = []
        while bits:
            low = bits & -bits
            result.append(self.values[low.bit_length() - 1])
            bits ^= low
        return result

    def has(self, bits: int, value: Value) -> bool:
        return bool(bits & self._bit.get(value, 0))

    def before(self, i: Instr, after: int) -> int:
        """Live before an instruction, from what is live after it."""
        live = after
        for result in i.results:
            live &= ~self._bit.get(result, 0)
        for edge in i.edges.values():
            live |= self.at[edge.block]
            for parameter, argument in zip(edge.block.params, edge.args, strict=True):
                if parameter in self.needed:
                    live |= self._bit.get(argument, 0)
        if self.is_use(i):
            for operand in i.operands:
                live |= self._bit.get(operand, 0)
        return live

    def points(self, block: Block) -> list[int]:
        """Live before each instruction of a block."""
        live = 0
        result = []
        for i in reversed(block.instrs):
            live = self.before(i, live)
            result.append(live)
        return result[::-1]

    def _needed(self, function: Function) -> set[Value]:
        """Values that some op needs, if only through parameters that are passed on."""
        needed = {o for block in function.blocks for i in block.instrs if self.is_use(i) for o in i.operands}
        sources: dict[Value, list[Value]] = {}
        for block in function.blocks:
            for edge in block.edges():
                for parameter, argument in zip(edge.block.params, edge.args, strict=True):
                    sources.setdefault(parameter, []).append(argument)
        work = list(needed)
        while work:
            for source in sources.get(work.pop(), ()):
                if source not in needed:
                    needed.add(source)
                    work.append(source)
        return needed

    def _solve(self, function: Function) -> None:
        predecessors: dict[Block, list[Block]] = {block: [] for block in function.blocks}
        for block in function.blocks:
            for edge in block.edges():
                predecessors[edge.block].append(block)
        work = list(function.blocks)
        while work:
            block = work.pop()
            live = self.points(block)[0]
            for parameter in block.params:
                live &= ~self._bit.get(parameter, 0)
            if live != self.at[block]:
                self.at[block] = live
                work += predecessors[block]

    def head(self, block: Block) -> list[Value]:
        """What the block needs from outside: live values and the parameters that are needed."""
        return [p for p in block.params if p in self.needed and p in self._bit] + self.members(self.at[block])
