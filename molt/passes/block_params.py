"""Removes block parameters that always get the same value, or that nobody needs.

The first kind is the trivial phi of Braun et al., "Simple and Efficient
Construction of Static Single Assignment Form" (2013). A parameter of the second
kind is used, if at all, only to pass it on to parameters that are not needed either.
"""

from __future__ import annotations

from molt.analysis.cfg import Entry, entries, replace_uses
from molt.ir.core import Block, Function, Value


def run(function: Function) -> bool:
    into = entries(function)
    changed = _remove_unneeded(function, into)
    replacements: dict[Value, Value] = {}
    again = True
    while again:
        again = False
        for block in function.blocks[1:]:
            again |= _remove_trivial(block, into[block], replacements)
        changed |= again
    replace_uses(function, replacements)
    return changed


def _remove_trivial(block: Block, ways: list[Entry], replacements: dict[Value, Value]) -> bool:
    changed = False
    for index in range(len(block.params) - 1, -1, -1):
        parameter = block.params[index]
        sources = {_final(way.edge.args[index], replacements) for way in ways} - {parameter}
        if len(sources) == 1:
            replacements[parameter] = sources.pop()
            _remove(block, ways, index)
            changed = True
    return changed


def _final(value: Value, replacements: dict[Value, Value]) -> Value:
    while value in replacements:
        value = replacements[value]
    return value


def _remove_unneeded(function: Function, into: dict[Block, list[Entry]]) -> bool:
    needed = {value for block in function.blocks for instr in block.instrs for value in instr.operands}
    work = [(block, index) for block in function.blocks for index, p in enumerate(block.params) if p in needed]
    place = {p: (block, index) for block in function.blocks for index, p in enumerate(block.params)}
    while work:
        block, index = work.pop()
        for way in into[block]:
            source = way.edge.args[index]
            if source not in needed:
                needed.add(source)
                if source in place:
                    work.append(place[source])
    changed = False
    for block in function.blocks[1:]:
        for index in range(len(block.params) - 1, -1, -1):
            if block.params[index] not in needed:
                _remove(block, into[block], index)
                changed = True
    return changed


def _remove(block: Block, ways: list[Entry], index: int) -> None:
    del block.params[index]
    for way in ways:
        del way.edge.args[index]
