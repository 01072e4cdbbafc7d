"""Removes ops whose results nobody uses and that do nothing else: no writes, no exception."""

from __future__ import annotations

from collections import Counter

from molt.ir.core import Function, Instr, Value
from molt.tables.ops import PURE, READ


def run(function: Function) -> bool:
    uses: Counter[Value] = Counter()
    for block in function.blocks:
        for instr in block.instrs:
            uses.update(_inputs(instr))
    changed = False
    again = True
    while again:
        again = False
        for block in function.blocks:
            kept = []
            for instr in reversed(block.instrs):
                if _is_removable(instr) and not any(uses[result] for result in instr.results):
                    uses.subtract(_inputs(instr))
                    again = True
                else:
                    kept.append(instr)
            block.instrs = kept[::-1]
        changed |= again
    return changed


def _is_removable(instr: Instr) -> bool:
    return instr.op.effects in (PURE, READ) and not (instr.edges or instr.op.raises or instr.op.terminator)


def _inputs(instr: Instr) -> list[Value]:
    return instr.operands + [value for edge in instr.edges.values() for value in edge.args]
