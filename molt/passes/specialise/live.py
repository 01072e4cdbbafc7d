"""Which values the two versions of a function's code need, at the head of each block and before each instruction.

The generic version needs what the program's variables need. Specialised code
does not keep values alive that are sure to be immediate: how long an int lives
cannot be seen.
"""

from __future__ import annotations

from collections.abc import Callable

from molt.analysis.liveness import Liveness
from molt.ir.core import Block, Edge, Function, Instr, Value

LIFETIME = frozenset({"keep", "hold"})  # they have no results and no edges


class Live(Liveness):
    """Liveness in which `keep` and `hold` of values for which `is_immediate` holds are no uses, nor is passing on what nobody needs.

    Values for which `is_constant` holds are in no set: they are made where they are used.
    """

    def __init__(self, function: Function, is_constant: Callable[[Value], bool], is_immediate: Callable[[Value], bool]) -> None:
        self._ignores = is_immediate
        self._points: dict[Block, list[int]] = {}
        self.needed = self._needed(function)
        super().__init__(function, lambda value: not is_constant(value))

    def is_use(self, i: Instr) -> bool:
        """Does the instruction need its operands?"""
        return not (i.name in LIFETIME and self._ignores(i.operands[0]))

    def has(self, bits: int, value: Value) -> bool:
        return bool(bits & self.bits((value,)))

    def edge_live(self, edge: Edge) -> int:
        passed = zip(edge.block.params, edge.args, strict=True)
        return self.live_in[edge.block] | self.uses(argument for parameter, argument in passed if parameter in self.needed)

    def before(self, instr: Instr, after: int) -> int:
        return super().before(instr, after) if self.is_use(instr) else after

    def points(self, block: Block) -> list[int]:
        """Live before each instruction of a block, once all is solved."""
        points = self._points.get(block)
        if points is None:
            after_each = self.after_each(block)
            points = self._points[block] = [self.before(block.instrs[0], after_each[0]), *after_each[:-1]]
        return points

    def head(self, block: Block) -> list[Value]:
        """What the block needs from outside: live values and the parameters that are needed."""
        return [p for p in block.params if p in self.needed and p in self.index] + self.members(self.live_in[block])

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
