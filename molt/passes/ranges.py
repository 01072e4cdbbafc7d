"""Removes the tests that range analysis decides: of overflow, of divisors, of what a boxed int takes, and comparisons.

An op that is known to succeed loses its `slow` edge, and the code behind it goes
where nothing else leads there.
"""

from __future__ import annotations

from molt.analysis import intervals
from molt.analysis.intervals import Interval
from molt.analysis.ranges import COMPARISONS, Ranges
from molt.ir.core import Function, Instr, Value, instr
from molt.ir.graph import prune_unreachable
from molt.passes.fold import certain
from molt.tables.ops import OPS

_UNSIGNED = {"i64_floordiv": "i64_udiv", "i64_mod": "i64_urem"}
_DIVIDES = {"f64_truediv", "f64_floordiv", "f64_mod"}


def run(function: Function) -> bool:
    if not any(v.type == "i64" for block in function.blocks for i in block.instrs for v in i.operands):
        return False
    decider = _Decider(function)
    changed = False
    for block in function.blocks:
        decided: list[Instr] = []
        for i in block.instrs:
            replacement = decider.decide(i)
            changed |= replacement is not None
            decided += [i] if replacement is None else replacement
        block.instrs = decided
    if changed:
        prune_unreachable(function)
    return changed


class _Decider:
    """What the intervals of one function say of its instructions."""

    def __init__(self, function: Function) -> None:
        self.ranges = Ranges(function)
        self.made = {r: i for block in function.blocks for i in block.instrs for r in i.results}

    def decide(self, i: Instr) -> list[Instr] | None:
        """What stands for an instruction from now on, if anything is known of it."""
        if i.name in _DIVIDES or i.name == "f64_sqrt":
            return self._without_slow(i) if self._is_good_float(i) else None
        operands = self.ranges.operands(i)
        if not operands:
            return None
        if i.name in COMPARISONS:
            outcome = intervals.compare(COMPARISONS[i.name], *operands)
            return None if outcome is None else _decided(i, outcome)
        if i.name == "box_i64" and intervals.contains(intervals.SMALL_INT, operands[0]):
            return _become(i, "box_small")
        if i.name in _UNSIGNED and operands[0][0] >= 0 and operands[1][0] > 0:
            return _become(i, _UNSIGNED[i.name])
        if i.op.may_be_certain and intervals.always_succeeds(i.name, *operands):
            return self._without_slow(i)
        return None

    def _without_slow(self, i: Instr) -> list[Instr] | None:
        if i.edges.pop("slow", None) is None:
            return None
        return [i]

    def _is_good_float(self, i: Instr) -> bool:
        """Is the divisor, or what a root is taken of, an int that can be seen to be good for it?"""
        interval = self._int_behind(i.operands[-1])
        if interval is None:
            return False
        return interval[0] >= 0 if i.name == "f64_sqrt" else not interval[0] <= 0 <= interval[1]

    def _int_behind(self, number: Value) -> Interval | None:
        made = self.made.get(number)
        operands = self.ranges.operands(made) if made is not None and made.name in ("i64_to_f64", "i64_to_f64_exact") else None
        return operands[0] if operands else None


def _decided(test: Instr, outcome: bool) -> list[Instr]:
    none = instr("const", value=None, span=test.span)
    return [none, *certain(test, none.result, outcome)]


def _become(i: Instr, name: str) -> list[Instr]:
    """Makes it another op of the same operands."""
    i.op = OPS[name]
    i.edges.clear()
    return [i]
