"""Functions made ready to run: values become registers, instructions steps, blocks offsets.

A register is emptied at the last use of its value, before the op runs where no
side edge needs it: so objects die when CPython's would, and finalisers run on time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from molt.analysis.liveness import Liveness
from molt.base.source import SourceFile, Span
from molt.interp.table import FRAMED, KINDS, PLAIN, SIDE_EDGES, Kind
from molt.ir.core import Block, Edge, Function, Instr, Value


class Jump:
    """An edge: where it goes, what moves to which registers, and which registers end on it."""

    __slots__ = ("arguments", "drops", "parameters", "target")

    def __init__(self, target: int, arguments: tuple[int, ...], parameters: tuple[int, ...], drops: tuple[int, ...]) -> None:
        self.target = target
        self.arguments = arguments
        self.parameters = parameters
        self.drops = drops


class Step:
    """One instruction. Registers are indices into the frame's list.

    `early` are emptied when the operands are read, `late` after the op on the
    normal path. `result` is always a register: the last one is for results nobody wants.
    """

    __slots__ = ("adds_entry", "attrs", "early", "edges", "function", "instr", "kind", "late", "lookup_place", "on_raise", "operands",
                 "place", "result", "results", "side")

    kind: Kind
    function: Callable[..., Any]
    attrs: dict[str, Any]
    operands: tuple[int, ...]
    early: tuple[int, ...]
    late: tuple[int, ...]
    result: int
    results: tuple[int, ...]
    edges: dict[str, Jump]
    on_raise: Jump | None
    side: Jump | None  # the edge `done` or `slow`
    adds_entry: bool  # does an exception that leaves this step get a traceback entry
    place: int  # index of the instruction's span in Code.spans
    lookup_place: int  # the same of a method call's lookup
    instr: Instr


class Code:
    """A function's steps, and what frames and host functions need to know of it."""

    def __init__(self, function: Function, source: SourceFile) -> None:
        self.function = function
        self.info = function.info
        self.source = source
        self.steps: list[Step] = []
        self.spans: list[Span | None] = []
        self._span_index: dict[Span | None, int] = {}
        self._live = Liveness(function, lambda value: True)
        self._register = self._live.index
        self.n_registers = len(self._register) + 1
        self._scratch = self.n_registers - 1
        self._offsets: dict[Block, int] = {}
        offset = 0
        for block in function.blocks:
            self._offsets[block] = offset
            offset += len(block.instrs)
        for block in function.blocks:
            self.steps += self._block(block)
        entry = function.entry
        self.entry_drops = self._registers(self._live.bits(entry.params) & ~self._live_at_start(entry))
        self.temporaries = self._temporaries()

    def _block(self, block: Block) -> Iterator[Step]:
        for instr, after in zip(block.instrs, self._live.after_each(block), strict=True):
            yield self._step(instr, after)

    def _step(self, instr: Instr, after: int) -> Step:
        live = self._live
        before = live.before(instr, after)
        on_edges = 0
        for edge in instr.edges.values():
            on_edges |= live.edge_live(edge)
        ending = before & ~after
        early = ending & live.bits(instr.operands) & ~on_edges
        unused = live.bits(instr.results) & ~after
        step = Step()
        step.instr = instr
        step.kind = KINDS.get(instr.name) or (Kind.PLAIN if instr.name in PLAIN else Kind.FRAMED)
        step.function = PLAIN.get(instr.name) or FRAMED.get(instr.name)
        step.attrs = instr.attrs
        step.operands = tuple(self._register[value] for value in instr.operands)
        step.early = self._registers(early)
        step.late = self._registers((ending & ~early) | unused)
        step.results = tuple(self._register[value] for value in instr.results)
        step.result = step.results[0] if len(step.results) == 1 else self._scratch
        step.edges = {name: self._jump(edge, before) for name, edge in instr.edges.items()}
        step.on_raise = step.edges.get("raise")
        step.side = next((step.edges[name] for name in SIDE_EDGES if name in step.edges), None)
        step.adds_entry = not _is_delegating(instr)
        step.place = self._place(instr.span)
        step.lookup_place = self._place(Span(*instr.attrs["lookup"])) if "lookup" in instr.attrs else step.place
        return step

    def _jump(self, edge: Edge, before: int) -> Jump:
        block = edge.block
        wanted = self._live_at_start(block)
        moves = [(self._register[argument], self._register[parameter])
                 for argument, parameter in zip(edge.args, block.params, strict=True)
                 if self._live.bits([parameter]) & wanted]
        drops = self._registers(before & ~self._live.live_in[block])
        return Jump(self._offsets[block], tuple(a for a, _ in moves), tuple(p for _, p in moves), drops)

    def _live_at_start(self, block: Block) -> int:
        """What the block's instructions need, its parameters included."""
        return self._live.before(block.instrs[0], self._live.after_each(block)[0])

    def _registers(self, bits: int) -> tuple[int, ...]:
        return tuple(self._register[value] for value in self._live.members(bits))

    def _place(self, span: Span | None) -> int:
        if span not in self._span_index:
            self._span_index[span] = len(self.spans)
            self.spans.append(span)
        return self._span_index[span]

    def _temporaries(self) -> tuple[int, ...]:
        """The registers that no variable stands behind: an exception that leaves the function ends them at once.

        Variables end later, with the traceback that holds the frame. A variable
        is a parameter, or has a `keep`.
        """
        variables: set[Value] = set(self.function.entry.params)
        for block in self.function.blocks:
            for instr in block.instrs:
                if instr.name == "keep":
                    variables.update(instr.operands)
                elif instr.name == "param_value":
                    variables.update(instr.results)
        return tuple(index for value, index in self._register.items() if value not in variables)


def _is_delegating(instr: Instr) -> bool:
    """Is this the yield of a `yield from`? What is thrown into it goes to the delegate, past this frame."""
    if instr.name != "yield" or "raise" not in instr.edges:
        return False
    return instr.edges["raise"].block.instrs[0].name == "delegate_throw"
