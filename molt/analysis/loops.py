"""Loops of the control-flow graph."""

from __future__ import annotations

from molt.analysis.cfg import predecessors, successors
from molt.analysis.components import components
from molt.analysis.dominators import Dominators
from molt.ir.core import Block, Function


def blocks_in_loops(function: Function) -> set[Block]:
    """The blocks from which control may come back to themselves: those on a cycle."""
    found: set[Block] = set()
    for component in components([function.entry], successors):
        if len(component) > 1 or component[0] in successors(component[0]):
            found.update(component)
    return found


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
