"""Emits the versions of a function's blocks: walks the instructions of the source function and appends what they become."""

from __future__ import annotations

from molt.ir.core import Block, Edge, Instr, Value, instr
from molt.passes.specialise.emitter import Emitter
from molt.passes.specialise.known import TRUSTED, Known
from molt.passes.specialise.plan import CONSTANTS
from molt.passes.specialise.transfer import arrival, flush, go, to_generic, transfer
from molt.passes.specialise.versions import Specialiser, Version


def emit_version(s: Specialiser, version: Version) -> None:
    """Emits a version's blocks, anew if it has some already."""
    version.blocks = []
    version.head.instrs = []
    if version.is_hot:
        _emit_hot(s, version)
    else:
        _emit_generic(s, version)


def _emit_hot(s: Specialiser, version: Version) -> None:
    e = Emitter(s, version.old, version.blocks, dict(version.known))
    version.blocks.append(version.head)
    e.block = version.head
    walk(e)
    flush(e)
    version.notes = e.notes


def walk(e: Emitter) -> None:
    """Emits what the instructions of a block become in specialised code."""
    points = [*e.s.hot_live.points(e.old)[1:], 0]
    for index, (i, after) in enumerate(zip(e.old.instrs, points, strict=True)):
        e.index, e.live_after = index, after
        if not e.s.hot_live.is_use(i) or i.name in CONSTANTS or i.name == "keep" and e.get(i.operands[0]).is_virtual:
            continue
        if i.op.terminator:
            _terminator(e, i)
        else:
            e.instruction(i)


def _terminator(e: Emitter, i: Instr) -> None:
    match i.name:
        case "jump":
            transfer(e, i.edges["to"])
        case "branch":
            made = instr("branch", [e.condition(i.operands[0])])
            block = e.block
            holds_on, value, fact = e.narrowed.get(made.operands[0], (None, None, None))
            for name, edge in i.edges.items():
                known = {**e.known, value: e.known[value].with_fact(fact)} if name == holds_on and value in e.known else e.known
                made.edges[name] = e.side_edge(edge, known)
            block.instrs.append(made)
        case _:
            e.generic(i)


def _emit_generic(s: Specialiser, version: Version) -> None:
    """Copies instructions up to the end of the block, or to where another generic version starts."""
    old = version.old
    e = Emitter(s, old, version.blocks, dict(version.known))
    version.blocks.append(version.head)
    e.block = version.head
    for index in range(version.index, len(old.instrs)):
        i = old.instrs[index]
        e.index = index
        if index > version.index and (old, index) in s.generic:
            to_generic(e, old, index)
            return
        if i.op.terminator:
            _generic_terminator(e, i)
            return
        if i.name not in CONSTANTS:
            _copy(e, i)


def _copy(e: Emitter, i: Instr) -> Instr:
    operands = [e.bool_or_value(o) for o in i.operands]
    made = Instr(i.op, operands, [Value(r.type, r.hint) for r in i.results], i.attrs, {}, i.span)
    block, before = e.block, dict(e.known)
    block.instrs.append(made)
    for name, edge in i.edges.items():
        made.edges[name] = _generic_edge(e, edge, before)
    e.block = block
    for result, new in zip(i.results, made.results, strict=True):
        e.known[result] = Known(new.type, new)
    return made


def _generic_edge(e: Emitter, edge: Edge, known: dict[Value, Known]) -> Edge:
    now = e.known
    block = e.start("generic_edge")
    e.known = dict(known)
    _generic_transfer(e, edge)
    e.known = now
    return Edge(block)


def _generic_transfer(e: Emitter, edge: Edge) -> None:
    """Generic code stays generic: ways back would give the specialised loops a second entry, which WebAssembly cannot express."""
    e.known = arrival(e, edge)
    to_generic(e, edge.block, 0)


def _generic_terminator(e: Emitter, i: Instr) -> None:
    if i.name == "jump":
        _generic_transfer(e, i.edges["to"])
    else:
        _copy(e, i)


def emit_entry(s: Specialiser) -> list[Block]:
    """The head of the function: takes the parameters as they come and goes to the version they fit."""
    function, old = s.function, s.function.entry
    blocks: list[Block] = []
    if function.signature is None:
        e = Emitter(s, old, blocks, {p: Known("value", Value("value", p.hint)) for p in old.params})
        e.start("entry", [e.known[p].new for p in old.params])
        for parameter in old.params:
            _trust(e, parameter)
        go(e, old, e.known)
        return blocks
    e = Emitter(s, old, blocks, {})
    e.start("entry")
    objects = [n for n, type_ in enumerate(function.signature) if type_ == "value"]
    _take_parameters(e, dict.fromkeys(objects, "value"))
    unboxed = {n: type_ for n, type_ in enumerate(function.signature) if type_ != "value"}
    if not unboxed:
        go(e, old, e.known)
        return blocks
    test, taken = instr("branch", [e.new("entry_is_typed")]), e.known
    e.block.instrs.append(test)
    for name, label, types in (("then", "typed", unboxed), ("else", "untyped", dict.fromkeys(unboxed, "value"))):
        test.edges[name] = Edge(e.start(label))
        e.known = dict(taken)
        _take_parameters(e, types)
        go(e, old, e.known)
    return blocks


def _take_parameters(e: Emitter, types: dict[int, str]) -> None:
    for index, type_ in types.items():
        parameter = e.old.params[index]
        e.define(parameter, Known(type_, e.new(f"param_{type_}", index=index)))
        _trust(e, parameter)


def _trust(e: Emitter, parameter: Value) -> None:
    """Unboxes a parameter without a test where the program is said to keep to its annotations."""
    known, rep = e.known[parameter], e.plan.rep(parameter)
    if e.s.module.type_hints == "trust" and rep in TRUSTED and known.rep == "value" and e.plan.hints.is_annotated(parameter):
        e.define(parameter, Known(rep, e.new(TRUSTED[rep], known.new)))
