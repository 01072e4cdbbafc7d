"""Range analysis: the intervals of the ints of a specialised function, at each of their uses.

A condition narrows a value below the branch that tests it, and so does an op
that has not left by `slow`. Values are renamed there, as in extended SSA (Bodik,
Gupta, Sarkar: "ABCD", PLDI 2000), but in a graph of *names* beside the function.
The graph is solved component by component, inputs first: upwards with widening,
then downwards (Rodrigues, Campos, Pereira: "A fast and low-overhead technique to
secure programs against integer overflows", CGO 2013). So a loop within a loop
costs no more than one beside it. A name without an interval is never reached.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from math import isqrt

from molt.analysis import intervals
from molt.analysis.cfg import Entry, entries, successors
from molt.analysis.components import components
from molt.analysis.dominators import Dominators
from molt.analysis.intervals import I64, Interval
from molt.ir.core import Block, Edge, Function, Instr, Value

COMPARISONS = {f"i64_{name}": name for name in ("eq", "ne", "lt", "le", "gt", "ge")}
_OPPOSITE = {"lt": "ge", "ge": "lt", "gt": "le", "le": "gt", "eq": "ne", "ne": "eq"}
_MIRRORED = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le", "eq": "eq", "ne": "ne"}
_LIMITS = {-(1 << 47), -(1 << 31), -1, 0, 1, (1 << 29) - 1, (1 << 31) - 1, (1 << 47) - 1}  # where a growing interval may come to rest
MAX_STEPS = 3  # that a name grows by as it comes
MAX_RESTS = 8  # then to limits; then to the end
DESCENTS = 3


@dataclass(eq=False, slots=True)
class Name:
    """An int between two points where more becomes known of it: `rule` gives its interval from those of `inputs`."""

    rule: Callable[..., Interval | None]
    inputs: list[Name] = field(default_factory=list)
    is_join: bool = False
    interval: Interval | None = None

    def evaluate(self) -> Interval | None:
        if self.is_join:
            found = None
            for name in self.inputs:
                found = intervals.join(found, name.interval)
            return found
        given = [name.interval for name in self.inputs]
        return None if None in given else self.rule(*given)


class Ranges:
    """The intervals of one function; `parameters` has those of the parameters of its typed entry, where they are known."""

    def __init__(self, function: Function, parameters: dict[int, Interval | None] | None = None) -> None:
        names = _Names(function, parameters or {})
        names.walk()
        self._uses = names.uses
        self._definitions = names.definitions
        _solve(names)

    def operands(self, i: Instr) -> list[Interval] | None:
        """The intervals of an instruction's int operands, where it is reached; None where one has none."""
        found = [name.interval for name in self._uses.get(i, ())]
        return None if None in found else found

    def result(self, value: Value) -> Interval | None:
        """What an int is in where it is defined."""
        return self._definitions[value].interval


class _Names:
    """Makes the graph: walks the dominator tree with the names that values have."""

    def __init__(self, function: Function, parameters: dict[int, Interval | None]) -> None:
        self.function = function
        self.parameters = parameters
        self.definitions: dict[Value, Name] = {}
        self.uses: dict[Instr, list[Name]] = {}
        self.all: list[Name] = []
        self.limits = set(_LIMITS)
        self._current: dict[Value, Name] = {}
        self._names = self._current  # those that hold in the block at hand
        self._undo: list[tuple[Value, Name]] = []
        self._made: dict[Value, Instr] = {}
        self._cold = _reached_by_slow(function)
        self._entries = entries(function)
        for block in function.blocks:
            for parameter in block.params:
                if parameter.type == "i64":
                    self._define(parameter, Name(lambda: None, is_join=True))

    def walk(self) -> None:
        dominators = Dominators(self.function)
        children: dict[Block, list[Block]] = {block: [] for block in dominators.order}
        for block in dominators.order[1:]:
            children[dominators.immediate(block)].append(block)
        work: list[Block | int] = [self.function.entry]
        while work:
            block = work.pop()
            if isinstance(block, int):
                self._forget(block)
                continue
            before = len(self._undo)
            certain = self._block(block)
            behind = [child for child in children[block] if self._is_behind(child)]
            others = [child for child in children[block] if not self._is_behind(child)]
            # Popped from the end: what is behind the whole block, then, without what its last part has shown, the others.
            work += [before, *reversed(others), certain, *reversed(behind)]

    def _is_behind(self, block: Block) -> bool:
        """Is the terminator of another block the one way into this one?"""
        ways = self._entries[block]
        return len(ways) == 1 and ways[0].instr.op.terminator

    def _block(self, block: Block) -> int:
        """Names what a block defines and uses; how much of what it has shown holds in whatever it dominates.

        What comes after a side edge that is not slow does not. Blocks that slow edges lead to are cold: nothing holds there.
        """
        is_hot = block not in self._cold
        self._names = self._current if is_hot else self.definitions
        if is_hot and self._is_behind(block):
            (way,) = self._entries[block]
            self._narrow_behind(way)
        certain: int | None = None
        for i in block.instrs:
            self._instruction(i)
            for name, edge in i.edges.items():
                self._edge(i, name, edge)
            if not i.op.terminator and any(name != "slow" for name in i.edges) and certain is None:
                certain = len(self._undo)
            if is_hot:
                for index, interval in intervals.SHOWN.get(i.name, ()):
                    self._bound(i.operands[index], interval)
        return len(self._undo) if certain is None else certain

    def _instruction(self, i: Instr) -> None:
        used = [self._name(o) for o in i.operands if o.type == "i64"]
        if used:
            self.uses[i] = used
        for r in i.results:
            self._made[r] = i
            if r.type == "i64":
                self._define(r, self._result(i, used))

    def _result(self, i: Instr, used: list[Name]) -> Name:
        match i.name:
            case "const_i64":
                value = i.attrs["value"]
                self.limits.add(value)
                return Name(lambda: (value, value))
            case "param_i64":
                interval = self.parameters.get(i.attrs["index"], I64)
                return Name(lambda: interval)
            case "i64_mul" if used[0] is used[1]:
                return Name(lambda a: intervals.result("i64_pow", a, (2, 2)), used[:1])
        return Name(lambda *operands: intervals.result(i.name, *operands), used if i.name in intervals.EXACT else [])

    def _edge(self, i: Instr, name: str, edge: Edge) -> None:
        """Joins the arguments to the parameters, as the edge's condition bounds them."""
        pairs = [(self.definitions[p], a) for p, a in zip(edge.block.params, edge.args, strict=True) if p.type == "i64"]
        if not pairs:
            return
        mark = len(self._undo)
        if i.name == "branch" and self._names is self._current:
            self._narrow(i.operands[0], name == "then")
        for parameter, argument in pairs:
            parameter.inputs.append(self._name(argument))
        self._forget(mark)

    def _narrow_behind(self, way: Entry) -> None:
        if way.instr.name == "branch":
            self._narrow(way.instr.operands[0], way.name == "then")

    def _narrow(self, condition: Value, outcome: bool) -> None:
        """A condition has come out."""
        made = self._made.get(condition)
        while made is not None and made.name == "not":
            outcome = not outcome
            made = self._made.get(made.operands[0])
        if made is None or made.name not in COMPARISONS:
            return
        name = COMPARISONS[made.name]
        if not outcome:
            name = _OPPOSITE[name]
        a, b = made.operands
        names = self._name(a), self._name(b)
        self._compared(a, name, names[1])
        self._compared(b, _MIRRORED[name], names[0])

    def _compared(self, value: Value, comparison: str, other: Name) -> None:
        self._rename(value, Name(lambda a, b: intervals.where(comparison, a, b), [self._name(value), other]))
        made = self._made.get(value)
        if made is not None and made.name == "i64_mul" and made.operands[0] is made.operands[1]:
            factor = made.operands[0]
            self._rename(factor, Name(lambda a, square: intervals.meet(a, _root(square)), [self._name(factor), self._name(value)]))

    def _bound(self, value: Value, interval: Interval) -> None:
        self._rename(value, Name(lambda a: intervals.meet(a, interval), [self._name(value)]))

    def _name(self, value: Value) -> Name:
        return self._names[value]

    def _define(self, value: Value, name: Name) -> None:
        self.definitions[value] = self._current[value] = name
        self.all.append(name)

    def _rename(self, value: Value, name: Name) -> None:
        self._undo.append((value, self._name(value)))
        self._current[value] = name
        self.all.append(name)

    def _forget(self, mark: int) -> None:
        """Goes back to the names that values had when so many renamings had been done."""
        while len(self._undo) > mark:
            value, name = self._undo.pop()
            self._current[value] = name


def _root(square: Interval) -> Interval:
    """What an int is in whose square is in an interval."""
    size = isqrt(max(square[1], 0))
    return -size, size


def _reached_by_slow(function: Function) -> set[Block]:
    """The blocks that control may come to after it has left by a slow edge."""
    found: set[Block] = set()
    work = [edge.block for block in function.blocks for i in block.instrs for name, edge in i.edges.items() if name == "slow"]
    while work:
        block = work.pop()
        if block not in found:
            found.add(block)
            work += successors(block)
    return found


def _solve(names: _Names) -> None:
    limits = sorted(names.limits)
    order = {name: index for index, name in enumerate(names.all)}
    for component in components(names.all, lambda name: name.inputs):
        if len(component) == 1 and component[0] not in component[0].inputs:
            component[0].interval = component[0].evaluate()
            continue
        component.sort(key=order.__getitem__)
        _ascend(component, limits)
        _descend(component)


def _ascend(component: list[Name], limits: list[int]) -> None:
    """To intervals that satisfy all rules."""
    growths = dict.fromkeys(component, 0)
    changed = True
    while changed:
        changed = False
        for name in component:
            found = intervals.join(name.interval, name.evaluate())
            if found != name.interval:
                growths[name] += 1
                if name.is_join and growths[name] > MAX_STEPS:
                    found = _widened(name.interval, found, limits if growths[name] <= MAX_STEPS + MAX_RESTS else [])
                name.interval = found
                changed = True


def _widened(old: Interval | None, new: Interval, limits: list[int]) -> Interval:
    """The bounds that have grown go on to the next limits."""
    low, high = new
    if old is None or low < old[0]:
        at = bisect_right(limits, low)
        low = limits[at - 1] if at else I64[0]
    if old is None or high > old[1]:
        at = bisect_left(limits, high)
        high = limits[at] if at < len(limits) else I64[1]
    return low, high


def _descend(component: list[Name]) -> None:
    """What the rules make of intervals that satisfy them satisfies them, too."""
    for _ in range(DESCENTS):
        changed = False
        for name in component:
            found = name.evaluate()
            changed |= found != name.interval
            name.interval = found
        if not changed:
            return
