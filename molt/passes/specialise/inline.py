"""Inlining: the code of a short function that only reads, in place of a direct call of it.

Such code has done nothing when one of its guards fails. So it goes on with the
call: all its slow edges lead to the caller's generic code for the call, and no
exception, no traceback and no generic code is ever in line. What comes out is
the callee's specialised version with the caller's knowledge of the arguments,
which it neither counts nor boxes.
"""

from __future__ import annotations

import copy

from molt.analysis.loops import blocks_in_loops
from molt.ir.core import Block, Edge, Function, Instr, Module, Value
from molt.passes.specialise.emit import walk
from molt.passes.specialise.emitter import Emitter
from molt.passes.specialise.known import Known
from molt.passes.specialise.live import LIFETIME
from molt.passes.specialise.plan import Plan
from molt.passes.specialise.transfer import convert, fits
from molt.passes.specialise.versions import Specialiser, Version, jump
from molt.tables.ops import PURE, READ

MAX_INSTRUCTIONS = 40  # of a callee, constants and lifetimes aside
MAX_DEPTH = 3  # of calls in line within each other
RESULTS = ("value", "i64", "f64", "bool")


class NotPlain(Exception):
    """The callee may do more than read."""


class Borrowing(Exception):
    """The callee's code owns an object while the caller's generic code would still use borrowed ones: those must be owned first."""


class Bodies:
    """The functions of a module as they were before they were specialised, for those that may be inlined."""

    def __init__(self, module: Module, plans: list[Plan]) -> None:
        self._module = module
        self._plans = {plan.function.symbol: plan for plan in plans}
        self._sources = {plan.function.symbol: _copy(plan.function) for plan in plans if _is_short(plan.function)}
        self._made: dict[str, Specialiser] = {}

    def get(self, symbol: str) -> Specialiser | None:
        """What a function's code is made from, or None where it is not to be inlined."""
        if symbol not in self._made and symbol in self._sources:
            self._made[symbol] = Specialiser(self._module, self._sources[symbol], self._plans[symbol], self)
        return self._made.get(symbol)

    def refuse(self, symbol: str) -> None:
        """The function turned out to do more than read."""
        self._sources.pop(symbol, None)
        self._made.pop(symbol, None)


def _copy(function: Function) -> Function:
    source = copy.copy(function)
    source.blocks = list(function.blocks)
    return source


def _is_short(function: Function) -> bool:
    if function.info.is_generator or function.info.free or blocks_in_loops(function):
        return False
    return sum(i.name not in ("const", "keep", "hold") for block in function.blocks for i in block.instrs) <= MAX_INSTRUCTIONS


class Inlined(Specialiser):
    """Specialises one callee within a caller's version."""

    def __init__(self, body: Specialiser, caller: Emitter, result: Value) -> None:
        self.module, self.function, self.plan, self.bodies = body.module, body.function, body.plan, body.bodies
        self.hot_live = body.hot_live
        self.hot: dict[Block, Version] = {}
        self.work: list[Version] = []
        self.depth = caller.s.depth + 1
        self.way_out = caller.slow
        self.may_own = caller.s.may_own if isinstance(caller.s, Inlined) else all(known.rep != "ref" for known in caller.known.values())
        self.joined = Block("inlined", [result])

    def hot_version(self, old: Block, arriving: dict[Value, Known]) -> Version:
        version = super().hot_version(old, arriving)
        if not self.may_own and any(parameter.type == "value" for parameter in version.head.params):
            raise Borrowing
        return version

    def emit(self, caller: Emitter, args: list[Known]) -> None:
        """Appends the code to the caller's; raises NotPlain half-way."""
        entry = self.function.entry
        e = ReadingEmitter(self, entry, caller.blocks, dict(zip(entry.params, args, strict=True)))
        e.block = caller.block
        for parameter in entry.params:
            if self.plan.layout(parameter)[0] != "value":
                convert(e, parameter, self.plan.layout(parameter), entry)
        walk(e)
        while self.work:
            version = self.work.pop()
            version.head.instrs = []
            version.blocks = [version.head]
            e = ReadingEmitter(self, version.old, version.blocks, dict(version.known))
            e.block = version.head
            walk(e)
        caller.blocks += [block for version in self.hot.values() for block in version.blocks]
        caller.resume(self.joined)


class ReadingEmitter(Emitter):
    """Emits code in line, as long as it only reads."""

    s: Inlined
    is_leaving = False  # no guard comes any more

    def append(self, made: Instr) -> Instr:
        if made.op.effects not in (PURE, READ) or made.op.raises:
            raise NotPlain
        if not (self.s.may_own or made.op.borrows or self.is_leaving) and any(result.type == "value" for result in made.results):
            raise Borrowing
        return super().append(made)

    def instruction(self, i: Instr) -> None:
        """Lifetimes are the caller's: it holds the arguments, and what is read from them is not counted."""
        if i.name not in LIFETIME:
            super().instruction(i)

    def generic(self, i: Instr) -> None:
        if i.name != "ret":
            raise NotPlain
        value, joined = i.operands[0], self.s.joined
        known, layout = self.get(value), (joined.params[0].type, ())
        assert self.block is not None
        if not fits(known, layout):
            self.block.instrs.append(jump(self.s.way_out()))
            return
        self.known[value] = known
        self.is_leaving = layout[0] == "value"
        convert(self, value, layout, self.old)
        self.block.instrs.append(jump(Edge(joined, self.known[value].values())))


def inline_call(e: Emitter, i: Instr, function: Function, args: list[Value]) -> Value | None:
    """Emits a callee's code in line and defines the result of the call; None, with nothing emitted but guards, where that is not possible."""
    body, rep = e.s.bodies.get(function.symbol), e.plan.layout(i.result)[0]
    if body is None or e.s.depth == MAX_DEPTH or rep not in RESULTS:
        return None
    e.fast("guard_depth", n=e.s.depth + 1)
    result = Value(rep)
    try:
        if not _try_inline(e, body, function, args, result):
            e.secure()
            if not _try_inline(e, body, function, args, result):
                raise Borrowing  # the refs are those of a function around
    except NotPlain:
        e.s.bodies.refuse(function.symbol)
        return None
    e.define(i.result, Known(rep, result))
    return result


def _try_inline(e: Emitter, body: Specialiser, function: Function, args: list[Value], result: Value) -> bool:
    """Emits a callee's code, or nothing but guards: then it gives False, or raises NotPlain."""
    assert function.signature is not None and e.block is not None
    known = [_argument(e, arg, type_) for arg, type_ in zip(args, function.signature, strict=True)]
    block, n_instrs, n_blocks, n_pending = e.block, len(e.block.instrs), len(e.blocks), len(e._pending)
    try:
        Inlined(body, e, result).emit(e, known)
    except (Borrowing, NotPlain) as reason:
        e.block = block
        del block.instrs[n_instrs:], e.blocks[n_blocks:], e._pending[n_pending:]
        if isinstance(reason, NotPlain):
            raise
        return False
    return True


def _argument(e: Emitter, arg: Value, type_: str) -> Known:
    """An argument as the callee's parameter: unboxed by its signature, else as an object, borrowed or owned."""
    if type_ != "value":
        return Known(type_, e.i64(arg) if type_ == "i64" else e.f64(arg))
    known = e.get(arg)
    return known if known.is_boxed else Known("value", e.value(arg))
