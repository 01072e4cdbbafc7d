"""Loops of the control-flow graph."""

from __future__ import annotations

from collections.abc import Sequence

from molt.analysis.cfg import predecessors, successors
from molt.analysis.components import components
from molt.analysis.dominators import Dominators
from molt.ir.core import Block, Function


def blocks_in_loops(function: Function) -> set[Block]:
    """The blocks from which control may come back to themselves: those on a cycle."""
    return {block for cycle in cycles(function.blocks) for block in cycle}


def cycles(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks from which control may come back to themselves without leaving `blocks`: those together that lead to one another, in order."""
    place = {block: n for n, block in enumerate(blocks)}

    def inside(block: Block) -> list[Block]:
        return [after for after in successors(block) if after in place]
    return [sorted(component, key=place.__getitem__) for component in components(blocks, inside)
            if len(component) > 1 or component[0] in successors(component[0])]


def natural_loops(function: Function) -> dict[Block, set[Block]]:
    """The blocks of each loop that has one way in, by its head: all from which control comes back there without leaving the loop."""
    dominators, into = Dominators(function), predecessors(function)
    loops: dict[Block, set[Block]] = {}
    for head in dominators.order:
        work = [block for block in into[head] if dominators.dominates(head, block)]
        if not work:
            continue
        body = loops[head] = {head}
        while work:
            block = work.pop()
            if block not in body:
                body.add(block)
                work += into[block]
    return loops
