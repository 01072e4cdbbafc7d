"""Inlining of small functions that change nothing: whatever their typed code cannot do, does the whole call over, generically.

Because nothing has happened before such a test, its slow edge leads to the
call as the program has it, with the arguments as they were. So the inlined
code needs no frame, no traceback and no generic form of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from molt.ir.core import Block, Edge, Function, Instr, Value, instr
from molt.passes.specialise.known import UNBOXED, Known
from molt.passes.specialise.plan import CONSTANTS, Plan
from molt.passes.specialise.rules.registry import RULES
from molt.passes.specialise.transfer import constant_as, fits
from molt.passes.specialise.versions import jump
from molt.tables.ops import PURE, READ

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter

MAX_SOURCE = 48  # instructions of the callee
MAX_EMITTED = 96  # instructions that a call becomes, with what it calls in turn
MAX_DEPTH = 3  # of calls inlined into one another


class NotInlined(Exception):
    """The callee's typed code has effects, loops, or is too long."""


@dataclass
class Inlining:
    """One call that is being inlined, or several inside one another."""

    outside: dict[Value, Known]  # what is known of the caller's values where the outermost call stands
    symbols: list[str] = field(default_factory=list)
    parameters: set[Value] = field(default_factory=set)  # of the callees: what they stand for lives until the outermost call returns
    n_emitted: int = 0

    def count(self, made: Instr) -> None:
        """Takes note of an instruction that is emitted."""
        self.n_emitted += 1
        if self.n_emitted > MAX_EMITTED or made.op.effects not in (PURE, READ):
            raise NotInlined


@dataclass
class _Leaf:
    """A return of the callee: the block that ends with it, and the result."""

    block: Block
    known: dict[Value, Known]
    result: Known


def inline(e: Emitter, i: Instr, function: Function, args: list[Value]) -> bool:
    """Emits a call of a function of this module in place, if that can be done; the callee is guarded already."""
    plan = e.s.plans.get(function.symbol)
    if plan is None or plan.function is not function or not _may_inline(e, plan):
        return False
    state = _Saved(e)
    outermost = e.inlining is None
    inlining = e.inlining = e.inlining or Inlining(dict(e.known))
    inlining.symbols.append(function.symbol)
    try:
        result = _call(e, plan, args)
    except NotInlined:
        state.restore(e)
        return False
    finally:
        inlining.symbols.pop()
        e.plan = state.plan
        if outermost:
            e.inlining = None
    e.known = dict(state.known)
    e.define(i.result, result)
    if outermost:
        _keep(e, args)
    return True


def _keep(e: Emitter, args: list[Value]) -> None:
    """An argument lives until its callee returns."""
    ending = [arg for arg in args if _is_owned(e, arg) and not e.s.hot_live.has(e.live_after, arg)]
    if ending:
        e.secure()
    for arg in ending:
        e.op("keep", e.known[arg].new)


def _is_owned(e: Emitter, value: Value) -> bool:
    return value in e.known and e.known[value].rep == "value" and not e.plan.is_immediate(value)


def _may_inline(e: Emitter, plan: Plan) -> bool:
    """Is a callee short, straight, and its own only: no generator, no closure, not under way?"""
    info, symbol = plan.function.info, plan.function.symbol
    if info.free or info.is_generator or symbol == e.s.function.symbol or sum(len(block.instrs) for block in plan.source) > MAX_SOURCE:
        return False
    return e.inlining is None or symbol not in e.inlining.symbols and len(e.inlining.symbols) < MAX_DEPTH


class _Saved:
    """The emitter's state before an attempt."""

    def __init__(self, e: Emitter) -> None:
        self.plan, self.known, self.block = e.plan, dict(e.known), e.block
        self.counts = (len(e.block.instrs), len(e.blocks))
        self.pending, self.constants, self.narrowed = list(e._pending), dict(e._constants), dict(e.narrowed)

    def restore(self, e: Emitter) -> None:
        e.known, e.block = self.known, self.block
        del e.block.instrs[self.counts[0]:]
        del e.blocks[self.counts[1]:]
        e._pending, e._constants, e.narrowed = self.pending, self.constants, self.narrowed


def _call(e: Emitter, plan: Plan, args: list[Value]) -> Known:
    entry = plan.source[0]
    given = [_argument(e, plan, parameter, arg) for parameter, arg in zip(entry.params, args, strict=True)]
    e.fast("guard_depth")
    e.known = {**e.known, **dict(zip(entry.params, given, strict=True))}
    e.inlining.parameters.update(entry.params)
    e.plan = plan
    leaves: list[_Leaf] = []
    _walk(e, entry, (), leaves)
    return _join(e, leaves)


def _argument(e: Emitter, plan: Plan, parameter: Value, arg: Value) -> Known:
    known, rep = e.get(arg), plan.rep(parameter)
    if known.rep == "const":
        wanted = rep if fits(known, (rep, ())) else "value"
        return Known(wanted, constant_as(e, known, wanted))
    if known.is_virtual or e.inlining.symbols[1:] and arg not in e.inlining.parameters and _is_owned(e, arg):
        raise NotInlined
    return known


def _walk(e: Emitter, block: Block, way: tuple[Block, ...], leaves: list[_Leaf]) -> None:
    """Emits a block of the callee, and all that it leads to: code after branches is emitted for each way to it."""
    if block in way:
        raise NotInlined
    for i in block.instrs:
        match i.name:
            case "ret":
                leaves.append(_Leaf(e.block, dict(e.known), e.get(i.operands[0])))
            case "jump":
                _follow(e, i.edges["to"], (*way, block), leaves)
            case "branch":
                _branch(e, i, (*way, block), leaves)
            case "keep" | "hold":
                pass
            case _ if i.op.terminator:
                raise NotInlined
            case _ if i.name not in CONSTANTS:
                _instruction(e, i)


def _instruction(e: Emitter, i: Instr) -> None:
    rule = RULES.get(i.name)
    if rule is None or not rule(e, i):
        raise NotInlined
    for result in i.results:
        known = e.known.get(result)
        if known is not None and known.rep == "ref" and any(o not in e.inlining.parameters and _is_owned(e, o) for o in i.operands):
            e.own(result)  # the owner is a temporary value of the callee


def _branch(e: Emitter, i: Instr, way: tuple[Block, ...], leaves: list[_Leaf]) -> None:
    condition = e.condition(i.operands[0])
    made = instr("branch", [condition])
    here, known = e.block, e.known
    holds_on, value, fact = e.narrowed.get(condition, (None, None, None))
    here.instrs.append(made)
    for name, edge in i.edges.items():
        made.edges[name] = Edge(e.start("inlined"))
        e.known = {**known, value: known[value].with_fact(fact)} if name == holds_on and value in known else dict(known)
        _follow(e, edge, way, leaves)


def _follow(e: Emitter, edge: Edge, way: tuple[Block, ...], leaves: list[_Leaf]) -> None:
    passed = {}
    for parameter, argument in zip(edge.block.params, edge.args, strict=True):
        known = e.get(argument)
        passed[parameter] = Known("value", e.boxed(known)) if known.rep == "const" else known
    e.known.update(passed)
    _walk(e, edge.block, way, leaves)


def _join(e: Emitter, leaves: list[_Leaf]) -> Known:
    """The one result of all returns, in the representation that they share."""
    if not leaves or any(leaf.result.is_virtual for leaf in leaves):
        raise NotInlined
    if len(leaves) == 1 and e.block is leaves[0].block:
        return leaves[0].result
    reps = {leaf.result.rep for leaf in leaves} - {"const"}
    rep = reps.pop() if len(reps) == 1 and reps <= set(UNBOXED.values()) else "value"
    if not all(leaf.result.rep == rep or rep == "value" or fits(leaf.result, (rep, ())) for leaf in leaves):
        rep = "value"
    joined = Value(rep)
    end = Block("returned", [joined])
    for leaf in leaves:
        e.block, e.known = leaf.block, leaf.known
        given = constant_as(e, leaf.result, rep) if leaf.result.rep == "const" else leaf.result.new if leaf.result.rep == rep else e.boxed(leaf.result)
        e.block.instrs.append(jump(Edge(end, [given])))
    e.resume(end)
    return Known(rep, joined)
