"""Fewer blocks: constant branches, jumps through empty blocks, chains of one-way blocks, unreachable blocks."""

from __future__ import annotations

from collections import Counter

from molt.analysis.cfg import Entry, entries, replace_uses
from molt.analysis.conditions import known_bools
from molt.ir.core import Block, Edge, Function, Instr, Value, instr
from molt.ir.graph import prune_unreachable


def run(function: Function) -> bool:
    changed = prune_unreachable(function)
    again = True
    while again:
        again = _decide_branches(function) | _thread_jumps(function) | _merge_chains(function)
        again |= prune_unreachable(function)
        changed |= again
    return changed


def _decide_branches(function: Function) -> bool:
    """A branch on a known condition, or with one target for both ways, becomes a jump."""
    known = known_bools(function)
    changed = False
    for block in function.blocks:
        branch = block.terminator
        if branch.name != "branch":
            continue
        then, otherwise = branch.edges["then"], branch.edges["else"]
        condition = known.get(branch.operands[0])
        if condition is None and not (then.block is otherwise.block and then.args == otherwise.args):
            continue
        block.instrs[-1] = _jump(otherwise if condition is False else then, branch)
        changed = True
    return changed


def _thread_jumps(function: Function) -> bool:
    """Edges to a block that only jumps on go where it jumps to."""
    forwarding = _forwarding_edges(function)
    changed = False
    for block in function.blocks:
        for edge in block.edges():
            if edge.block in forwarding and not _is_endless(edge.block, forwarding):
                while (onward := forwarding.get(edge.block)) is not None:
                    passed = dict(zip(edge.block.params, edge.args, strict=True))
                    edge.args = [passed.get(value, value) for value in onward.args]
                    edge.block = onward.block
                changed = True
    return changed


def _is_endless(block: Block, forwarding: dict[Block, Edge]) -> bool:
    """Do the jumps from `block` on go round in a circle?"""
    seen = set()
    while block in forwarding:
        if block in seen:
            return True
        seen.add(block)
        block = forwarding[block].block
    return False


def _forwarding_edges(function: Function) -> dict[Block, Edge]:
    """The edges of the blocks that hold nothing but a jump, and whose parameters are used in that jump alone."""
    uses: Counter[Value] = Counter()
    for block in function.blocks:
        for i in block.instrs:
            uses.update(i.operands)
            for edge in i.edges.values():
                uses.update(edge.args)
    result = {}
    for block in function.blocks[1:]:
        if block.terminator.name == "jump" and len(block.instrs) == 1:
            edge = block.terminator.edges["to"]
            if all(edge.args.count(parameter) == uses[parameter] for parameter in block.params):
                result[block] = edge
    return result


def _merge_chains(function: Function) -> bool:
    """A block whose only way in is a jump is appended to where the jump stands."""
    changed = False
    into = entries(function)
    gone: set[Block] = set()
    replacements: dict[Value, Value] = {}
    for block in function.blocks:
        if block in gone:
            continue
        while block.terminator.name == "jump":
            edge = block.terminator.edges["to"]
            if edge.block is block or edge.block is function.entry or not _is_only_way(into[edge.block]):
                break
            replacements.update(zip(edge.block.params, edge.args, strict=True))
            block.instrs[-1:] = edge.block.instrs
            gone.add(edge.block)
            changed = True
    function.blocks = [block for block in function.blocks if block not in gone]
    replace_uses(function, replacements)
    return changed


def _is_only_way(ways: list[Entry]) -> bool:
    return len(ways) == 1 and ways[0].is_plain_jump


def _jump(edge: Edge, origin: Instr) -> Instr:
    return instr("jump", span=origin.span, edges={"to": Edge(edge.block, list(edge.args))})
