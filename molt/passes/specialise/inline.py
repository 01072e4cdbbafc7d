"""Inlining: the code of a short function that only reads, in place of a direct call of it.

Such code has done nothing when one of its guards fails. So it goes on with the
call: all its slow edges lead to the caller's generic code for the call, and no
exception, no traceback and no generic code is ever in line. What comes out is
the callee's specialised version with the caller's knowledge of the arguments,
which it neither counts nor boxes.

Of other functions the ways are inlined that only read and return, up to where
they part from the rest: tests at the head of a function, the base case of a
recursion. Where the callee would go on to do more, it is called after all
(partial inlining: Muth, Debray, "Partial inlining", 1997).
"""

from __future__ import annotations

import copy
from collections.abc import Callable

from molt.analysis.loops import blocks_in_loops
from molt.ir.core import Block, Edge, Function, Instr, Module, Value
from molt.passes.specialise.emit import walk
from molt.passes.specialise.emitter import Emitter
from molt.passes.specialise.known import Known
from molt.passes.specialise.live import LIFETIME
from molt.passes.specialise.plan import Plan
from molt.passes.specialise.rules.direct import arguments
from molt.passes.specialise.transfer import GO_ON, convert, fits
from molt.passes.specialise.versions import Specialiser, Version, jump
from molt.tables.ops import PURE, READ

MAX_INSTRUCTIONS = 40  # of a callee in line, constants and lifetimes aside
MAX_HEAD = 12  # the same, of what is in line of a callee that may be called after all
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
        self._sources = {plan.function.symbol: _copy(plan.function) for plan in plans if not plan.function.info.free}
        self._made: dict[str, Specialiser] = {}
        self._partial = {symbol for symbol, function in self._sources.items() if blocks_in_loops(function)}

    def get(self, function: Function) -> Specialiser | None:
        """What a function's code is made from, or None where it is not to be inlined, as those of other modules, whose globals are not at hand."""
        symbol = function.symbol
        if symbol not in self._plans or self._plans[symbol].function is not function:
            return None
        if symbol not in self._made and symbol in self._sources:
            self._made[symbol] = Specialiser(self._module, self._sources[symbol], self._plans[symbol], self)
        return self._made.get(symbol)

    def is_partial(self, symbol: str) -> bool:
        """Is a function known to do more than read on some ways?"""
        return symbol in self._partial

    def does_more(self, symbol: str, *, always: bool) -> None:
        """The function turned out to do more than read, on some ways or on all."""
        self._partial.add(symbol)
        if always:
            self._sources.pop(symbol, None)
            self._made.pop(symbol, None)


def _copy(function: Function) -> Function:
    source = copy.copy(function)
    source.blocks = list(function.blocks)
    return source


class Inlined(Specialiser):
    """Specialises one callee within a caller's version."""

    def __init__(self, body: Specialiser, caller: Emitter, result: Value, called: Block | None) -> None:
        """`called`: where the callee is called after all, if that may be."""
        self.module, self.function, self.plan, self.bodies = body.module, body.function, body.plan, body.bodies
        self.hot_live = body.hot_live
        self.hot: dict[Block, Version] = {}
        self.work: list[Version] = []
        self.depth = caller.s.depth + 1
        self.way_out = caller.slow
        self.may_own = caller.s.may_own if isinstance(caller.s, Inlined) else all(known.rep != "ref" for known in caller.known.values())
        self.joined = Block("inlined", [result])
        self.called = called
        self.room = MAX_HEAD if called is not None else MAX_INSTRUCTIONS
        self.returns = False
        self._loops = blocks_in_loops(self.function)

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
            self._emit_version(self.work.pop())
        if not self.returns:
            raise NotPlain
        caller.blocks += [block for version in self.hot.values() for block in version.blocks]

    def _emit_version(self, version: Version) -> None:
        version.head.instrs = []
        version.blocks = [version.head]
        e = ReadingEmitter(self, version.old, version.blocks, dict(version.known))
        e.block = version.head
        try:
            if version.old in self._loops:
                raise NotPlain
            walk(e)
        except NotPlain:
            if self.called is None:
                raise
            version.head.instrs = [jump(Edge(self.called))]
            version.blocks = [version.head]


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
        if i.name in LIFETIME:
            return
        self.s.room -= 1
        if self.s.room < 0:
            raise NotPlain
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
        self.s.returns = True
        self.is_leaving = layout[0] == "value"
        convert(self, value, layout, self.old)
        self.block.instrs.append(jump(Edge(joined, self.known[value].values())))


def inline_call(e: Emitter, i: Instr, function: Function, args: list[Value], call: Callable[[list[Value]], Value]) -> Value | None:
    """Emits a callee's code in line and defines the result of the call; None, with nothing emitted but guards, where that is not possible.

    `call` emits the call itself, with operands, and gives its result.
    """
    bodies, rep = e.s.bodies, e.plan.layout(i.result)[0]
    if e.s.depth == MAX_DEPTH or rep not in RESULTS:
        return None
    while (body := bodies.get(function)) is not None:
        is_partial = bodies.is_partial(function.symbol)
        if is_partial and isinstance(e.s, Inlined):
            return None  # the call would be in line, too
        try:
            way = _inline_partly if is_partial else _inline_wholly
            result = way(e, i, body, function, args, Value(rep), call)
            e.define(i.result, Known(rep, result))
            return result
        except NotPlain:
            bodies.does_more(function.symbol, always=is_partial)
    return None


def _inline_wholly(e: Emitter, i: Instr, body: Specialiser, function: Function, args: list[Value], result: Value, call: Callable) -> Value:
    for _ in range(2):
        inlined = Inlined(body, e, result, None)
        if _try_inline(e, inlined, _arguments(e, function, args)):
            e.resume(inlined.joined)
            return result
        e.secure()
    raise Borrowing  # the refs are those of a function around


def _inline_partly(e: Emitter, i: Instr, body: Specialiser, function: Function, args: list[Value], result: Value, call: Callable) -> Value:
    for value, known in list(e.known.items()):
        if known.rep == "ref" and e.s.hot_live.has(e.live_after, value):
            e.own(value)
    inlined = Inlined(body, e, result, Block("called"))
    if not _try_inline(e, inlined, _arguments(e, function, args)):
        e.secure()
        inlined = Inlined(body, e, result, Block("called"))
        _try_inline(e, inlined, _arguments(e, function, args))
    after = {value: known for value, known in e.known.items() if known.rep != "ref"}
    e.resume(inlined.called)
    e.define(i.result, Known("value", call(arguments(e, function, args))))
    made = e.unbox(i.result, result.type, e.slow(GO_ON)) if result.type != "value" else e.known[i.result].new
    e.block.instrs.append(jump(Edge(inlined.joined, [made])))
    e.known = after
    e.resume(inlined.joined)
    e.forget()
    return result


def _try_inline(e: Emitter, inlined: Inlined, args: list[Known]) -> bool:
    """Emits a callee's code, or nothing: then it gives False, or raises NotPlain."""
    assert e.block is not None
    block, n_instrs, n_blocks, n_pending = e.block, len(e.block.instrs), len(e.blocks), len(e._pending)
    try:
        e.fast("guard_depth", n=inlined.depth)
        inlined.emit(e, args)
    except (Borrowing, NotPlain) as reason:
        e.block = block
        del block.instrs[n_instrs:], e.blocks[n_blocks:], e._pending[n_pending:]
        if isinstance(reason, NotPlain):
            raise
        return False
    return True


def _arguments(e: Emitter, function: Function, args: list[Value]) -> list[Known]:
    """The arguments as a callee's parameters: unboxed by its signature, else as objects, borrowed or owned."""
    assert function.signature is not None
    return [_argument(e, arg, type_) for arg, type_ in zip(args, function.signature, strict=True)]


def _argument(e: Emitter, arg: Value, type_: str) -> Known:
    if type_ != "value":
        return Known(type_, e.i64(arg) if type_ == "i64" else e.f64(arg))
    known = e.get(arg)
    return known if known.is_boxed else Known("value", e.value(arg))
