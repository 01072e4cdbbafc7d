"""Loops of the control-flow graph."""

from __future__ import annotations

from molt.analysis.cfg import predecessors, successors
from molt.analysis.dominators import Dominators
from molt.ir.core import Block, Function


def blocks_in_loops(function: Function) -> set[Block]:
    """The blocks from which control may come back to themselves: those on a cycle.

    Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2),
    1972, without recursion.
    """
    found: set[Block] = set()
    number: dict[Block, int] = {}
    lowest: dict[Block, int] = {}
    open_blocks: list[Block] = []  # numbered, their component not known yet
    is_open: set[Block] = set()
    walk: list[tuple[Block, list[Block]]] = []

    def enter(block: Block) -> None:
        number[block] = lowest[block] = len(number)
        open_blocks.append(block)
        is_open.add(block)
        walk.append((block, successors(block)))

    enter(function.entry)
    while walk:
        block, rest = walk[-1]
        if rest:
            successor = rest.pop()
            if successor not in number:
                enter(successor)
            elif successor in is_open:
                lowest[block] = min(lowest[block], number[successor])
            continue
        walk.pop()
        if walk:
            lowest[walk[-1][0]] = min(lowest[walk[-1][0]], lowest[block])
        if lowest[block] == number[block]:
            at = open_blocks.index(block)
            component = open_blocks[at:]
            del open_blocks[at:]
            is_open.difference_update(component)
            if len(component) > 1 or block in successors(block):
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
