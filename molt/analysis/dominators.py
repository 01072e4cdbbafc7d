"""Dominators of blocks.

Cooper, Harvey, Kennedy: "A Simple, Fast Dominance Algorithm" (2001). Blocks are
the nodes; a side edge leaves in the middle of its block, so that a block
dominates another does not say that all its values are defined there.
"""

from __future__ import annotations

from molt.analysis.cfg import predecessors
from molt.ir.core import Block, Function
from molt.ir.graph import reverse_postorder


class Dominators:
    """The dominator tree of a function's reachable blocks."""

    def __init__(self, function: Function) -> None:
        self.order = reverse_postorder(function)
        self._number = {block: index for index, block in enumerate(self.order)}
        self._parent: dict[Block, Block] = {function.entry: function.entry}
        into = predecessors(function)
        changed = True
        while changed:
            changed = False
            for block in self.order[1:]:
                known = [p for p in into[block] if p in self._parent]
                parent = known[0]
                for other in known[1:]:
                    parent = self._common(parent, other)
                if self._parent.get(block) is not parent:
                    self._parent[block] = parent
                    changed = True

    def immediate(self, block: Block) -> Block | None:
        """The closest strict dominator; None for the entry."""
        parent = self._parent[block]
        return None if parent is block else parent

    def dominates(self, a: Block, b: Block) -> bool:
        """Does every path from the entry to b pass through a? (A block dominates itself.)"""
        number = self._number[a]
        while self._number[b] > number:
            b = self._parent[b]
        return a is b

    def _common(self, a: Block, b: Block) -> Block:
        while a is not b:
            while self._number[a] > self._number[b]:
                a = self._parent[a]
            while self._number[b] > self._number[a]:
                b = self._parent[b]
        return a
