"""Bounds of sums: what a loop adds up is bounded by how often it goes round.

A counter that takes a step of one sign each time round never has a value twice,
so the loop goes round no more often than there are numbers in the counter's
interval. What is added up beside it (`total += x`, a conditional `count += 1`,
the number of `enumerate`) comes to so many times the largest addend at most.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from molt.analysis import intervals
from molt.analysis.intervals import I64, Interval
from molt.ir.core import Block

if TYPE_CHECKING:
    from molt.analysis.ranges import Name

SUMS = ("i64_add", "i64_sub", "i64_step")
_CHOICES = ("join", "i64_min", "i64_max")  # one of the inputs


def bound_sums(groups: list[list[Name]], loops: dict[Name, tuple[Block, list[Name]]], irregular: set[Name]) -> bool:
    """Bounds the joins of sums, with the intervals that all names have so far. Did it find any?

    `loops`: the joins at heads of loops, with the head and what comes back to the join; `irregular`: those of loops with another way in.
    """
    rounds = _rounds(loops, irregular)
    found = False
    for group in groups:
        heads = {loops[name][0] for name in group if name in loops}
        if heads and heads <= rounds.keys() and irregular.isdisjoint(group):
            times = prod(rounds[head] + 1 for head in heads)  # loops within loops, at most
            bound = _bound(set(group), times)
            if bound is not None:
                for name in group:
                    if name.kind == "join":
                        name.bound = bound
                        found = True
    return found


def _rounds(loops: dict[Name, tuple[Block, list[Name]]], irregular: set[Name]) -> dict[Block, int]:
    """How often loops go round at most, by head, for those with a counter."""
    rounds: dict[Block, int] = {}
    for name, (block, back) in loops.items():
        if name.interval is not None and name not in irregular and _is_counter(name, back):
            count = name.interval[1] - name.interval[0] + 1
            rounds[block] = min(count, rounds.get(block, count))
    return rounds


def _is_counter(head: Name, back: list[Name]) -> bool:
    """Is what comes back always the same int, with a step of the same sign?"""
    steps = [_step(head, name) for name in back]
    return all(step is not None and step[0] > 0 for step in steps) or all(step is not None and step[1] < 0 for step in steps)


def _step(head: Name, name: Name) -> Interval | None:
    """What has been added to `head` where it is `name`, if that is all that has been done to it."""
    low = high = 0
    while name is not head:
        if name.kind in SUMS:
            addend = _addend(name, 1)
            if addend is None:
                return None
            low, high = low + addend[0], high + addend[1]
        elif name.kind != "narrowed":
            return None
        name = name.inputs[0]
    return low, high


def _addend(name: Name, index: int) -> Interval | None:
    """What the input at `index` of a sum adds to the other one."""
    interval = name.inputs[index].interval
    if interval is None or name.kind != "i64_sub":
        return interval
    return -interval[1], -interval[0]


def _bound(group: set[Name], times: int) -> Interval | None:
    """What the names of a group that only choose and sum up can come to; None for other groups, and where nothing is gained."""
    start: Interval | None = None  # what comes in from outside
    least = most = 0  # that the sums of the group add to a value that passes each of them once
    for name in group:
        if name.kind in SUMS:
            inside = [source in group for source in name.inputs]
            if all(inside) or name.kind == "i64_sub" and inside[1]:
                return None
            addend = _addend(name, inside.index(False))
            if addend is not None:
                least, most = least + min(addend[0], 0), most + max(addend[1], 0)
        elif name.kind in ("narrowed", *_CHOICES):
            for source in name.inputs[:1] if name.kind == "narrowed" else name.inputs:
                if source not in group:
                    start = intervals.join(start, source.interval)
        else:
            return None
    if start is None or max(-least, most) * times > I64[1]:
        return None
    return start[0] + least * times, start[1] + most * times
