"""Bools whose value is certain from constants alone."""

from __future__ import annotations

from molt.ir.core import Function, Value
from molt.ir.graph import reverse_postorder

UNSET = object()  # stands for the result of op `unset`
_SINGLETONS = (None, True, False, Ellipsis, UNSET)


def constants(function: Function) -> dict[Value, object]:
    """The values that `const` and `unset` define."""
    result: dict[Value, object] = {}
    for block in function.blocks:
        for instr in block.instrs:
            if instr.name == "const":
                result[instr.result] = instr.attrs["value"]
            elif instr.name == "unset":
                result[instr.result] = UNSET
    return result


def known_bools(function: Function) -> dict[Value, bool]:
    """Truth values of constants, negations, and identities that are certain."""
    constant = constants(function)
    known: dict[Value, bool] = {}
    for block in reverse_postorder(function):
        for instr in block.instrs:
            if instr.name == "truth" and instr.operands[0] in constant:
                known[instr.result] = bool(constant[instr.operands[0]])
            elif instr.name == "not" and instr.operands[0] in known:
                known[instr.result] = not known[instr.operands[0]]
            elif instr.name == "is":
                verdict = _identity(constant, *instr.operands)
                if verdict is not None:
                    known[instr.result] = verdict
    return known


def _identity(constant: dict[Value, object], a: Value, b: Value) -> bool | None:
    """`a is b` where it is certain: the same value twice, or two constants of which one is a singleton."""
    if a is b:
        return True
    if a not in constant or b not in constant:
        return None
    left, right = constant[a], constant[b]
    if any(left is singleton or right is singleton for singleton in _SINGLETONS):
        return left is right
    return None
