"""Which blocks of a function become a function of their own: the generic code, which its specialised code leaves for and never comes back from.

In one function with it, specialised code would pay for generic code that it
never reaches: with a greater frame, more saved registers, and spills where the
two meet (outlining of cold regions: Zhao, Amaral, "Function outlining and
partial inlining", SBAC-PAD 2005).
"""

from __future__ import annotations

from dataclasses import dataclass

from molt.analysis.cfg import predecessors, successors
from molt.analysis.liveness import Liveness
from molt.backend.lower import is_constant
from molt.ir.core import Block, Function, Value

COLD = ("slow", "generic", "misfit")  # what the names of blocks begin with that specialised code leaves for
_BETWEEN = ("edge", "count", "release")  # the same, of those on edges


@dataclass(frozen=True)
class Parts:
    """A function in two: `usual` blocks and those of its `twin`, among them `ways`, where it is entered. Blocks that lead to nothing but an exception may be in both."""

    usual: list[Block]
    twin: list[Block]
    ways: list[Block]
    brought: dict[Block, list[Value]]  # what a way needs of the values of the usual part, its parameters aside
    needing_self: set[Block]  # from where the twin comes to code that needs the Function object
    needing_given: set[Block]  # the same: that needs to know which parameters the function was given


def split(function: Function) -> Parts | None:
    """The parts of a function, or None where it is better left whole."""
    if function.info.is_generator:
        return None
    cold = _cold_blocks(function)
    usual = _reached(function, [function.entry], cold)
    left_for = {after for block in usual for after in successors(block)} & cold
    ways = [block for block in function.blocks if block in left_for]
    if not ways or not any(block.terminator.name == "ret" for block in usual):
        return None
    constants = {i.result for block in function.blocks for i in block.instrs if is_constant(i)}
    live = Liveness(function, lambda value: value not in constants)
    brought = {block: live.members(live.live_in[block]) for block in ways}
    return Parts(usual, _reached(function, ways, set()), ways, brought, _before(function, "closure"), _before(function, "decref_given", "incref_lent"))


def _cold_blocks(function: Function) -> set[Block]:
    """The blocks of generic code from which no way leads back, and those that only lead to them."""
    closed = {block for block in function.blocks if block.name.startswith((*COLD, *_BETWEEN))} | _failing(function)
    while leaking := {block for block in closed if not closed.issuperset(successors(block))}:
        closed -= leaking
    cold = {block for block in closed if block.name.startswith(COLD)}
    while leading := {block for block in closed - cold if (after := successors(block)) and cold.issuperset(after)}:
        cold |= leading
    return cold


def _failing(function: Function) -> set[Block]:
    """The blocks from which the function can only be left by an exception: what they do is the same for both parts."""
    return set(function.blocks) - _before(function, "ret")


def _before(function: Function, *ops: str) -> set[Block]:
    """The blocks from which control may come to one of the ops."""
    into = predecessors(function)
    found = {block for block in function.blocks if any(i.name in ops for i in block.instrs)}
    work = list(found)
    while work:
        for block in into[work.pop()]:
            if block not in found:
                found.add(block)
                work.append(block)
    return found


def _reached(function: Function, start: list[Block], end: set[Block]) -> list[Block]:
    """The blocks that ways from `start` lead to before they come to `end`, in the function's order."""
    seen = set(start)
    work = list(start)
    while work:
        for block in successors(work.pop()):
            if block not in seen and block not in end:
                seen.add(block)
                work.append(block)
    return [block for block in function.blocks if block in seen]
