"""What is certain from constants: truth values, their negations and boxes, and identities.

A bool that is certain is written as an identity of constants, which the op table
calls pure: `dce` and `simplify_cfg` then do the rest. A rich comparison that
feeds a truth test stays: it may be any object's.
"""

from __future__ import annotations

from molt.analysis.cfg import replace_uses
from molt.analysis.conditions import known_bools
from molt.ir.core import Block, Function, Instr, Value, instr
from molt.ir.graph import prune_unreachable


def run(function: Function) -> bool:
    unboxed = _cancel_boxes(function)
    known = known_bools(function)
    changed = unboxed
    for block in function.blocks:
        changed |= _fold_block(block, known)
    if changed:
        prune_unreachable(function)  # handlers of tests that could raise no longer
    return changed


def _cancel_boxes(function: Function) -> bool:
    """`truth` of a boxed bool is the bool."""
    boxed: dict[Value, Value] = {}
    for block in function.blocks:
        for i in block.instrs:
            if i.name == "box_bool":
                boxed[i.result] = i.operands[0]
    replacements: dict[Value, Value] = {}
    for block in function.blocks:
        kept = []
        for i in block.instrs:
            if i.name == "truth" and i.operands[0] in boxed:
                replacements[i.result] = boxed[i.operands[0]]
            else:
                kept.append(i)
        block.instrs = kept
    replace_uses(function, replacements)
    return bool(replacements)


def _fold_block(block: Block, known: dict[Value, bool]) -> bool:
    folded: list[Instr] = []
    changed = False
    for i in block.instrs:
        replacement = _replacement(i, known)
        changed |= bool(replacement)
        folded += replacement or [i]
    block.instrs = folded
    return changed


def _replacement(i: Instr, known: dict[Value, bool]) -> list[Instr]:
    """What stands for the instruction, if that is certain."""
    if i.name == "truth" and i.result in known:
        return certain(i, i.operands[0], known[i.result])
    if i.name == "box_bool" and i.operands[0] in known:
        constant = instr("const", value=known[i.operands[0]], span=i.span)
        constant.results = i.results
        return [constant]
    return []


def certain(test: Instr, constant: Value, outcome: bool) -> list[Instr]:
    """What stands for a test with this outcome: the constant is itself, and it is not the unset mark."""
    if outcome:
        made = [instr("is", (constant, constant), span=test.span)]
    else:
        unset = instr("unset", span=test.span)
        made = [unset, instr("is", (constant, unset.result), span=test.span)]
    made[-1].results = test.results
    return made
