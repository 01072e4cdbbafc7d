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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import isqrt

from molt.analysis import intervals
from molt.analysis.cfg import Entry, entries
from molt.analysis.components import components
from molt.analysis.dominators import Dominators
from molt.analysis.intervals import I64, Interval
from molt.analysis.sums import SUMS, bound_sums
from molt.ir.core import Block, Edge, Function, Instr, Value, instr

COMPARISONS = {f"i64_{name}": name for name in ("eq", "ne", "lt", "le", "gt", "ge")}
_OPPOSITE = {"lt": "ge", "ge": "lt", "gt": "le", "le": "gt", "eq": "ne", "ne": "eq"}
_MIRRORED = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le", "eq": "eq", "ne": "ne"}
_LIMITS = {-(1 << 47), -(1 << 31), -1, 0, 1, (1 << 29) - 1, (1 << 31) - 1, (1 << 47) - 1}  # where a growing interval may come to rest
MAX_STEPS = 3  # that a name grows by as it comes
MAX_RESTS = 8  # then to limits; then to the end
DESCENTS = 3


@dataclass(eq=False, slots=True)
class Name:
    """An int between two points where more becomes known of it: `rule` gives its interval from those of `inputs`.

    `kind`: the op that defines it, `join` for a parameter of a block, whose inputs come along its entries, or `narrowed`, for the
    first input below a condition. Joins have no rule, but may have a bound.
    """

    kind: str
    rule: Callable[..., Interval | None] | None = None
    inputs: list[Name] = field(default_factory=list)
    interval: Interval | None = None
    bound: Interval = I64

    def evaluate(self) -> Interval | None:
        if self.rule is None:
            found = None
            for name in self.inputs:
                found = intervals.join(found, name.interval)
            return intervals.meet(found, self.bound)
        given = [name.interval for name in self.inputs]
        return None if None in given else self.rule(*given)


class Ranges:
    """The intervals of one function; `parameters` has those of the parameters of its typed entry, where they are known."""

    def __init__(self, function: Function, parameters: dict[int, Interval | None] | None = None) -> None:
        with _split(function):
            names = _Names(function, parameters or {})
            names.walk()
        self._uses = names.uses
        self._definitions = names.definitions
        groups = list(components(names.all, lambda name: name.inputs))
        _solve(names, groups)
        if bound_sums(groups, names.loops, names.irregular):
            _solve(names, groups)

    def operands(self, i: Instr) -> list[Interval] | None:
        """The intervals of an instruction's int operands, where it is reached; None where one has none."""
        found = [name.interval for name in self._uses.get(i, ())]
        return None if None in found else found

    def result(self, value: Value) -> Interval | None:
        """What an int is in where it is defined."""
        return self._definitions[value].interval


@contextmanager
def _split(function: Function) -> Iterator[None]:
    """For as long, blocks end behind each op that shows something where it does not leave: that holds for all that their ends dominate."""
    blocks, instrs = function.blocks, [block.instrs for block in function.blocks]
    function.blocks = [part for block in blocks for part in _parts(block)]
    yield
    function.blocks = blocks
    for block, whole in zip(blocks, instrs, strict=True):
        block.instrs = whole


def _parts(block: Block) -> Iterator[Block]:
    whole, block.instrs = block.instrs, []
    for i in whole:
        block.instrs.append(i)
        if i.name in intervals.SHOWN and i.edges:
            rest = Block(block.name)
            block.instrs.append(instr("jump", edges={"to": Edge(rest)}))
            yield block
            block = rest
    yield block


class _Names:
    """Makes the graph: walks the dominator tree with the names that values have.

    `loops`: for each join at the head of a loop its block and what comes back to it; `irregular`: joins of loops with another way in.
    """

    def __init__(self, function: Function, parameters: dict[int, Interval | None]) -> None:
        self.parameters = parameters
        self.definitions: dict[Value, Name] = {}
        self.uses: dict[Instr, list[Name]] = {}
        self.all: list[Name] = []
        self.limits = set(_LIMITS)
        self.loops: dict[Name, tuple[Block, list[Name]]] = {}
        self.irregular: set[Name] = set()
        self._current: dict[Value, Name] = {}
        self._undo: list[tuple[Value, Name]] = []
        self._made: dict[Value, Instr] = {}
        self._sums: dict[Value, list[Instr]] = {}  # by operand
        self._dominators = Dominators(function)
        self._number = {block: number for number, block in enumerate(self._dominators.order)}
        self._entries = entries(function)
        for block in function.blocks:
            for parameter in block.params:
                if parameter.type == "i64":
                    self._define(parameter, Name("join"))

    def walk(self) -> None:
        order = self._dominators.order
        children: dict[Block, list[Block]] = {block: [] for block in order}
        for block in order[1:]:
            children[self._dominators.immediate(block)].append(block)
        work: list[Block | int] = [order[0]]
        while work:
            block = work.pop()
            if isinstance(block, int):
                self._forget(block)
                continue
            before = len(self._undo)
            if self._is_behind(block):
                self._narrow_behind(self._entries[block][0])
            head = len(self._undo)
            self._block(block)
            # From the end: what is behind the whole block; then, without what the block has shown, the rest that it dominates.
            behind = [child for child in children[block] if self._is_behind(child)]
            work += [before, *(child for child in children[block] if child not in behind), head, *behind]

    def _is_behind(self, block: Block) -> bool:
        """Is the terminator of another block the one way into this one?"""
        ways = self._entries[block]
        return len(ways) == 1 and ways[0].instr.op.terminator

    def _block(self, block: Block) -> None:
        for i in block.instrs:
            self._instruction(i)
            for name, edge in i.edges.items():
                self._edge(block, i, name, edge)
            for index, interval in intervals.SHOWN.get(i.name, ()):
                self._bound(i.operands[index], interval)

    def _instruction(self, i: Instr) -> None:
        used = [self._current[o] for o in i.operands if o.type == "i64"]
        if used:
            self.uses[i] = used
        for r in i.results:
            self._made[r] = i
            if r.type == "i64":
                self._define(r, self._result(i, used))
        if i.name in SUMS:
            for operand in i.operands:
                self._sums.setdefault(operand, []).append(i)

    def _result(self, i: Instr, used: list[Name]) -> Name:
        match i.name:
            case "const_i64":
                value = i.attrs["value"]
                self.limits.add(value)
                return Name(i.name, lambda: (value, value))
            case "param_i64":
                interval = self.parameters.get(i.attrs["index"], I64)
                return Name(i.name, lambda: interval)
            case "i64_mul" if used[0] is used[1]:
                return Name(i.name, lambda a: intervals.result("i64_pow", a, (2, 2)), used[:1])
        return Name(i.name, lambda *operands: intervals.result(i.name, *operands), used if i.name in intervals.EXACT else [])

    def _edge(self, block: Block, i: Instr, name: str, edge: Edge) -> None:
        """Joins the arguments to the parameters, as the edge's condition bounds them."""
        pairs = [(self.definitions[p], a) for p, a in zip(edge.block.params, edge.args, strict=True) if p.type == "i64"]
        if not pairs:
            return
        mark = len(self._undo)
        if i.name == "branch":
            self._narrow(i.operands[0], name == "then")
        comes_back = self._number[block] >= self._number[edge.block]
        for join, argument in pairs:
            join.inputs.append(self._current[argument])
            if comes_back:
                self.loops.setdefault(join, (edge.block, []))[1].append(self._current[argument])
                if not self._dominators.dominates(edge.block, block):
                    self.irregular.add(join)
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
        names = self._current[a], self._current[b]
        self._compared(a, name, names[1])
        self._compared(b, _MIRRORED[name], names[0])

    def _compared(self, value: Value, comparison: str, other: Name) -> None:
        self._narrowed(value, lambda a, b: intervals.where(comparison, a, b), other)
        made = self._made.get(value)
        if made is not None and made.name == "i64_mul" and made.operands[0] is made.operands[1]:
            self._narrowed(made.operands[0], lambda a, square: intervals.meet(a, _root(square)), self._current[value])

    def _bound(self, value: Value, interval: Interval) -> None:
        self._narrowed(value, lambda a: intervals.meet(a, interval))

    def _narrowed(self, value: Value, rule: Callable[..., Interval | None], *others: Name) -> None:
        """More is known of a value, and so of the sums of it that there are."""
        self._rename(value, Name("narrowed", rule, [self._current[value], *others]))
        for made in self._sums.get(value, ()):
            operands = [self._current[o] for o in made.operands]
            self._rename(made.result, Name("narrowed", _still(made.name), [self._current[made.result], *operands]))

    def _define(self, value: Value, name: Name) -> None:
        self.definitions[value] = self._current[value] = name
        self.all.append(name)

    def _rename(self, value: Value, name: Name) -> None:
        self._undo.append((value, self._current[value]))
        self._current[value] = name
        self.all.append(name)

    def _forget(self, mark: int) -> None:
        """Goes back to the names that values had when so many renamings had been done."""
        while len(self._undo) > mark:
            value, name = self._undo.pop()
            self._current[value] = name


def _still(name: str) -> Callable[..., Interval | None]:
    """What a sum is that was in `a`, now that its operands are these."""
    return lambda a, *operands: intervals.meet(a, intervals.result(name, *operands))


def _root(square: Interval) -> Interval:
    """What an int is in whose square is in an interval."""
    size = isqrt(max(square[1], 0))
    return -size, size


def _solve(names: _Names, groups: list[list[Name]]) -> None:
    """Gives each name its interval; groups of names that depend on one another come after those that they depend on."""
    limits = sorted(names.limits)
    order = {name: index for index, name in enumerate(names.all)}
    for name in names.all:
        name.interval = None
    for group in groups:
        if len(group) == 1 and group[0] not in group[0].inputs:
            group[0].interval = group[0].evaluate()
            continue
        group.sort(key=order.__getitem__)
        _ascend(group, limits)
        _descend(group)


def _ascend(group: list[Name], limits: list[int]) -> None:
    """To intervals that satisfy all rules."""
    growths = dict.fromkeys(group, 0)
    changed = True
    while changed:
        changed = False
        for name in group:
            found = intervals.join(name.interval, name.evaluate())
            if found != name.interval:
                growths[name] += 1
                if name.rule is None and growths[name] > MAX_STEPS:
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


def _descend(group: list[Name]) -> None:
    """What the rules make of intervals that satisfy them satisfies them, too."""
    for _ in range(DESCENTS):
        changed = False
        for name in group:
            found = name.evaluate()
            changed |= found != name.interval
            name.interval = found
        if not changed:
            return
