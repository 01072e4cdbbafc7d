"""Block versioning: a function's blocks in up to two versions each, one for the representations that the hints promise, one for anything.

The method is static basic block versioning (Melançon, Feeley, Serrano: "Static
Basic Block Versioning", ECOOP 2024; after Chevalier-Boisvert, Feeley, ECOOP 2015):
a version is a block for one context, that is, for one knowledge of its live
values; tests of types, overflow and the like are edges between versions. Here
the contexts are chosen beforehand, by inference:

* the *specialised* version of a block has each value in the representation that its hint
  says (`Plan.rep`), and what guards have shown on all ways to it;
* the *generic* version has everything boxed. It starts where specialised
  code could not go on, in the middle of a block too, and lasts to the end of the call.

Specialised blocks are emitted anew until what is known at their heads is stable.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from molt.ir.core import Block, Edge, Function, Instr, Module, Note, Value, instr
from molt.ir.graph import prune_unreachable, reverse_postorder
from molt.passes.specialise.known import Known, fresh, meet
from molt.passes.specialise.live import Live
from molt.passes.specialise.plan import Plan

if TYPE_CHECKING:
    from molt.passes.specialise.inline import Bodies


@dataclass(eq=False)
class Version:
    """One version of the code from instruction `index` of `old` on; its head's parameters stand for `known`."""

    old: Block
    index: int
    is_hot: bool
    head: Block
    known: dict[Value, Known]
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


class Specialiser:
    """Specialises one function."""

    depth = 0  # of calls in line
    way_out: Callable[[], Edge] | None = None  # in a callee in line: what to do instead of going to generic code

    def __init__(self, module: Module, function: Function, plan: Plan, bodies: Bodies) -> None:
        self.module = module
        self.function = function
        self.plan = plan
        self.bodies = bodies
        is_constant = self.plan.constants.__contains__
        self.hot_live = Live(function, is_constant, self.plan.is_immediate)
        self.generic_live = Live(function, is_constant, lambda value: False)
        self.hot: dict[Block, Version] = {}
        self.generic: dict[tuple[Block, int], Version] = {}
        self.work: list[Version] = []

    def run(self) -> None:
        from molt.passes.specialise.emit import emit_entry, emit_version
        from molt.passes.specialise.spans import add_span_loops
        function = self.function
        entry_blocks = emit_entry(self)
        while self.work:
            emit_version(self, self.work.pop())
        versions = [*self.hot.values(), *self.generic.values()]
        function.blocks = [*entry_blocks, *(block for version in versions for block in version.blocks)]
        prune_unreachable(function)
        add_span_loops(function, list(self.hot.values()))
        function.blocks = reverse_postorder(function)  # no block that nothing leads to, and definitions before uses
        function.notes = [note for version in self.hot.values() for note in version.notes]

    def hot_version(self, old: Block, arriving: dict[Value, Known]) -> Version:
        """The specialised version of a block, to which control comes with `arriving`: what it knows shrinks to that."""
        version = self.hot.get(old)
        if version is None:
            known = {v: _with_facts(fresh(self.plan.layout(v), v.hint), arriving[v]) for v in self.hot_live.head(old)}
            head = Block(old.name, [n for k in known.values() for n in k.values()])
            version = self.hot[old] = Version(old, 0, True, head, known)
            self.schedule(version)
            return version
        shrunk = {v: meet(k, arriving[v]) for v, k in version.known.items()}
        if shrunk != version.known:
            version.known = shrunk
            self.schedule(version)
        return version

    def generic_version(self, old: Block, index: int) -> Version:
        """The generic version of the code from an instruction on."""
        version = self.generic.get((old, index))
        if version is None:
            live = self.generic_live
            values = live.head(old) if index == 0 else live.members(live.points(old)[index])
            known = {v: Known(v.type, Value(v.type, v.hint)) for v in values}
            version = Version(old, index, False, Block(f"generic_{old.name}", [k.new for k in known.values()]), known)
            self.generic[old, index] = version
            self.schedule(version)
            for (block, start), other in self.generic.items():
                if block is old and start < index:
                    self.schedule(other)  # it may end where this one starts
        return version

    def schedule(self, version: Version) -> None:
        if version not in self.work:
            self.work.append(version)


def _with_facts(known: Known, arriving: Known) -> Known:
    if known.parts:
        return replace(known, parts=tuple(_with_facts(k, a) for k, a in zip(known.parts, arriving.parts, strict=True)))
    return known.with_fact(arriving.fact) if known.rep == "value" else known


def jump(edge: Edge) -> Instr:
    return instr("jump", edges={"to": edge})
