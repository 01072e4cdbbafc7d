"""Loops over spans of lists: one test before the loop stands for the tests of each iteration.

In a counted loop that runs no other code, the items `x[i + c]` of a list that
the loop does not replace are all in a span known before the first iteration.
If they are in range and all of one type, a copy of the loop without these
tests is entered, else the loop as it was. The copy has no exits in its middle,
so LLVM can make vector code of it.

Hoisting of range checks: Gupta, "Optimizing array bound checks using flow
analysis", LOPLAS 2(1-4), 1993. That a loop may be copied whole is due to the
versions: they are entered at their heads only, with parameters for all they use.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from molt.analysis.loops import natural_loops
from molt.base.source import Span
from molt.ir.copy import Copies
from molt.ir.core import Block, Edge, Function, Instr, Value, instr
from molt.passes.specialise.versions import Version, jump
from molt.tables.ops import OPS, PURE, READ

KINDS = {"to_f64": "float", "to_i64": "int", "to_bool": "bool"}
ITEM_OPS = {"to_f64": "list_f64", "to_i64": "list_i64", "to_bool": "list_bool"}
MAX_OFFSET = 1 << 20
MAX_SPANS = 6


@dataclass
class _Span:
    """What a loop needs of one list, in items before and after its counter."""

    kind: str
    before: int
    after: int


@dataclass(eq=False)
class _Loop:
    """An innermost loop of specialised code."""

    head: Version
    body: set[Block]
    definition: dict[Value, Instr]
    sources: dict[Value, list[Value]]  # what comes to a parameter along the edges inside
    uses: dict[Value, list[Instr]]
    counter: Value | None = None
    stop: Value | None = None
    spans: dict[Value, _Span] = field(default_factory=dict)  # by parameter of the head
    items: set[Instr] = field(default_factory=set)  # the accesses without tests
    offsets: dict[Value, int] = field(default_factory=dict)  # of the places of items, from the counter

    def root(self, value: Value) -> Value:
        """What a value is but for parameters that pass it on."""
        seen = set()
        while value in self.sources and value not in self.head.head.params and value not in seen:
            seen.add(value)
            roots = set(self.sources[value])
            if len(roots) != 1:
                return value
            (value,) = roots
        return value

    def is_invariant(self, value: Value) -> bool:
        """Does a parameter of the head stay what it is?"""
        return value in self.sources and value in self.head.head.params and all(self.root(s) is value for s in self.sources[value])

    def measured(self) -> Value:
        """What says where the loop stops: a number, or the list whose length it is."""
        made = self.definition.get(self.stop)
        return self.root(made.operands[0]) if made is not None and made.name == "list_len" else self.stop

    def constant(self, value: Value) -> int | None:
        made = self.definition.get(self.root(value))
        return made.attrs["value"] if made is not None and made.name == "const_i64" else None

    def offset(self, value: Value) -> int | None:
        """c, for a value that is the counter + c."""
        value = self.root(value)
        if value is self.counter:
            return 0
        made = self.definition.get(value)
        if made is None or made.name not in ("i64_add", "i64_sub", "i64_step"):
            return None
        a, b = made.operands
        if self.root(a) is not self.counter and made.name != "i64_sub":
            a, b = b, a
        c = self.constant(b)
        if self.root(a) is not self.counter or c is None or abs(c) > MAX_OFFSET:
            return None
        return -c if made.name == "i64_sub" else c


def add_span_loops(function: Function, hot: list[Version]) -> None:
    """Gives each innermost loop of specialised code that can be so a copy without tests of list items."""
    owner = {block: version for version in hot for block in version.blocks}
    bodies = natural_loops(function)
    for head, body in bodies.items():
        if head in owner and body <= owner.keys() and not any(block in bodies for block in body if block is not head):
            loop = _analysed(owner[head], body)
            if loop is not None:
                _copy(loop, owner, function.blocks)


def _analysed(version: Version, body: set[Block]) -> _Loop | None:
    """The loop with its counter, spans and accesses, if a copy of it can do without their tests."""
    loop = _Loop(version, body, {}, {}, {})
    for block in body:
        for i in block.instrs:
            loop.definition.update((r, i) for r in i.results)
            for operand in i.operands:
                loop.uses.setdefault(operand, []).append(i)
        for edge in block.edges():
            if edge.block in body:
                for parameter, argument in zip(edge.block.params, edge.args, strict=True):
                    loop.sources.setdefault(parameter, []).append(argument)
    if not _is_counted(loop) or not _leaves_at_head_only(loop):
        return None
    _collect(loop)
    others = [i for block in body for i in block.instrs if i not in loop.items and _keeps_tests(i)]
    return loop if 0 < len(loop.spans) <= MAX_SPANS and not others else None


def _keeps_tests(i: Instr) -> bool:
    """Does an instruction change what was tested, or stay with a test of its own, so that little is gained?"""
    return i.name == "list_item" or not i.op.terminator and i.op.effects not in (PURE, READ)


def _is_counted(loop: _Loop) -> bool:
    """Is the head `counter < stop`, and does the counter grow by one?"""
    test = loop.head.head.terminator
    made = loop.definition.get(test.operands[0]) if test.name == "branch" else None
    if made is None or made.name != "i64_lt" or test.edges["then"].block not in loop.body or test.edges["else"].block in loop.body:
        return False
    loop.counter, loop.stop = (loop.root(o) for o in made.operands)
    if loop.counter not in loop.head.head.params or not loop.is_invariant(loop.measured()):
        return False
    return all(loop.offset(source) == 1 for source in loop.sources[loop.counter])


def _leaves_at_head_only(loop: _Loop) -> bool:
    """Apart from its head, are a loop's exits all such that they lead to generic code?"""
    for block in loop.body:
        for i in block.instrs:
            for name, edge in i.edges.items():
                if edge.block not in loop.body and name != "slow" and i is not loop.head.head.terminator and not edge.block.name.startswith("slow"):
                    return False
    return True


def _collect(loop: _Loop) -> None:
    """Finds the accesses to items whose tests a test of the whole span can stand for."""
    for block in loop.body:
        for i in block.instrs:
            if i.name == "list_item":
                users = [use for use in loop.uses.get(i.result, ()) if use.name in KINDS]
                if len(users) == 1 and loop.uses[i.result] == users:
                    _add(loop, i, KINDS[users[0].name])
            elif i.name == "list_set_plain":
                stored = loop.definition.get(i.operands[2])
                if stored is not None and stored.name == "box_f64":
                    _add(loop, i, "float")


def _add(loop: _Loop, i: Instr, kind: str) -> None:
    items, c = loop.root(i.operands[0]), loop.offset(i.operands[1])
    if c is None or not loop.is_invariant(items):
        return
    span = loop.spans.setdefault(items, _Span(kind, c, c))
    if span.kind == kind:
        span.before, span.after = min(span.before, c), max(span.after, c)
        loop.items.add(i)
        loop.offsets[loop.root(i.operands[1])] = c


def _copy(loop: _Loop, owner: dict[Block, Version], function_blocks: list[Block]) -> None:
    """Adds the tests and the copy; ways into the loop now lead to the tests."""
    versions = {owner[block] for block in loop.body}
    copies = Copies(block for version in versions for block in version.blocks)
    for old, new in copies.blocks.items():
        new.instrs = [made for i in old.instrs for made in _without_test(loop, i, copies)]
    tests = _tests(loop, copies.blocks[loop.head.head])
    for block in function_blocks:
        if block not in loop.body:
            for edge in block.edges():
                if edge.block is loop.head.head:
                    edge.block = tests[0]
    function_blocks += [*tests, *copies.blocks.values()]


def _without_test(loop: _Loop, i: Instr, copies: Copies) -> list[Instr]:
    """The copy of an instruction: an access to an item of a span does without its test, and so does what makes its index."""
    new = copies.value
    if i in loop.items and i.name == "list_item":
        (use,) = loop.uses[i.result]
        return [_with_result(ITEM_OPS[use.name], [new(o) for o in i.operands], new(use.result), i.span)]
    if i.name in KINDS and (made := loop.definition.get(i.operands[0])) in loop.items and made.name == "list_item":
        return []
    if i.name == "guard_tag" and loop.root(i.operands[0]) in loop.spans:
        return []  # list_holds has seen to it
    if i in loop.items:
        stored = loop.definition[i.operands[2]].operands[0]
        return [instr("list_put_f64", [new(i.operands[0]), new(i.operands[1]), new(stored)])]
    if i.results and i.results[0] in loop.offsets and i.name in ("i64_add", "i64_sub"):
        counter = next(o for o in i.operands if loop.root(o) is loop.counter)
        offset = instr("const_i64", value=loop.offsets[i.result])
        return [offset, _with_result("i64_step", [new(counter), offset.result], new(i.result), i.span)]
    return [copies.instr(i)]


def _with_result(name: str, operands: list[Value], result: Value, span: Span | None) -> Instr:
    return Instr(OPS[name], operands, [result], {}, {}, span)


def _tests(loop: _Loop, copy: Block) -> list[Block]:
    """Blocks that test one span each and lead to the copy, or to the loop as it was."""
    head = loop.head.head
    blocks: list[Block] = []
    for items, span in loop.spans.items():
        block = Block("span", [Value(p.type, p.hint) for p in head.params])
        at = dict(zip(head.params, block.params, strict=True))
        stop = at[loop.measured()]
        if loop.measured() is not loop.stop:
            block.instrs.append(instr("list_len", [stop]))
            stop = block.instrs[-1].result
        test = instr("list_holds", [at[items], at[loop.counter], stop], of=span.kind, before=span.before, after=span.after)
        block.instrs.append(test)
        blocks.append(block)
    for block, target in zip(blocks, [*blocks[1:], copy], strict=True):
        ways = [Block("in_span"), Block("checked")]
        ways[0].instrs.append(jump(Edge(target, list(block.params))))
        ways[1].instrs.append(jump(Edge(head, list(block.params))))
        block.instrs.append(instr("branch", [block.instrs[-1].result], edges={"then": Edge(ways[0]), "else": Edge(ways[1])}))
    return [b for block in blocks for b in (block, *(edge.block for edge in block.terminator.edges.values()))]
