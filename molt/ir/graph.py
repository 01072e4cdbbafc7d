"""Orders and reachability of a function's blocks."""

from __future__ import annotations

from molt.ir.core import Block, Function


def postorder(function: Function) -> list[Block]:
    """The reachable blocks, each after its successors (back edges aside). Side edges count."""
    order: list[Block] = []
    seen = {id(function.entry)}
    stack = [(function.entry, function.entry.edges())]
    while stack:
        block, edges = stack[-1]
        for edge in edges:
            if id(edge.block) not in seen:
                seen.add(id(edge.block))
                stack.append((edge.block, edge.block.edges()))
                break
        else:
            order.append(block)
            stack.pop()
    return order


def reverse_postorder(function: Function) -> list[Block]:
    """The reachable blocks, entry first, each before its successors (back edges aside)."""
    return postorder(function)[::-1]


def prune_unreachable(function: Function) -> bool:
    """Removes the blocks that no path from the entry reaches. Did it change anything?"""
    reachable = {id(block) for block in postorder(function)}
    kept = [block for block in function.blocks if id(block) in reachable]
    changed = len(kept) != len(function.blocks)
    function.blocks = kept
    return changed
