"""Ways from version to version: what goes along an edge of the source function, and in which representation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from molt.ir.core import Block, Edge, Value
from molt.passes.specialise.known import GUARDS, Known, forget_shapes
from molt.passes.specialise.plan import I64_MAX, I64_MIN
from molt.passes.specialise.versions import jump

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter

REDO, GO_ON = "redo", "go on"  # what happens in a pending block: the generic op, or just what follows it


def transfer(e: Emitter, edge: Edge) -> None:
    """Ends the current block by going where an edge of the source function leads."""
    go(e, edge.block, arrival(e, edge))


def go(e: Emitter, old: Block, arriving: dict[Value, Known]) -> None:
    """Ends the current block by going to the version of a block that `arriving` fits."""
    if not _try_hot(e, old, arriving):
        e.known = arriving
        to_generic(e, old, 0)


def arrival(e: Emitter, edge: Edge) -> dict[Value, Known]:
    """What is known at the head of the target: its parameters have what the edge passes."""
    arriving = dict(e.known)
    for parameter, argument in zip(edge.block.params, edge.args, strict=True):
        arriving[parameter] = e.get(argument) if argument in e.known or argument in e.plan.constants else Known("gone")
    return arriving


def _try_hot(e: Emitter, old: Block, arriving: dict[Value, Known]) -> bool:
    """Goes to the specialised version of a block, unless a value certainly does not fit."""
    needed = e.s.hot_live.head(old)
    if not all(fits(arriving[v], e.plan.layout(v)) for v in needed):
        return False
    e.known = arriving
    for v in needed:
        convert(e, v, e.plan.layout(v), old)
    for v in needed:
        e.known[v] = forget_shapes(e.known[v])
    version = e.s.hot_version(old, e.known)
    e.block.instrs.append(jump(Edge(version.head, [n for v in version.known for n in e.known[v].values()])))
    return True


def convert(e: Emitter, v: Value, layout: tuple, old: Block) -> None:
    """Brings a value that fits a layout into it; where a guard fails, by going to the generic version of a block."""
    known, rep = e.known[v], layout[0]
    if known.rep == "const":
        e.define(v, Known(rep, _constant_as(e, known, rep)))
    elif rep == "value" and known.rep != "value":
        e.known[v] = Known("value", e.boxed(known), known.fact)
    elif rep in GUARDS and known.is_boxed:
        edge = Edge(Block("misfit"))
        made = e.op(GUARDS[rep], known.new, edges={"slow": edge}).result
        here, now = e.block, dict(e.known)
        e.blocks.append(edge.block)
        e.block = edge.block
        to_generic(e, old, 0)
        e.block, e.known = here, now
        e.known[v] = Known(rep, made)


def _constant_as(e: Emitter, known: Known, rep: str) -> Value:
    origin = known.origin
    assert origin is not None
    value = origin.attrs.get("value")
    match rep:
        case "i64":
            return e.new("const_i64", value=value)
        case "f64":
            return e.new("const_f64", value=value)
        case "bool":
            made = e.boxed(known)
            return e.new("is", made, made if value else e.new("unset"))
    return e.boxed(known)


def to_generic(e: Emitter, old: Block, index: int) -> None:
    """Ends the current block by going to generic code. What that code only keeps alive may be gone here."""
    if e.s.way_out is not None:
        e.block.instrs.append(jump(e.s.way_out()))
        return
    version = e.s.generic_version(old, index)
    args = []
    for v in version.known:
        known = e.known.get(v)
        if known is None or known.rep == "gone":
            args.append(e.op("unset").result)
        else:
            args.append(e.boxed(known, v.type))
    e.block.instrs.append(jump(Edge(version.head, args)))


def flush(e: Emitter) -> None:
    """Emits the slow ways that were needed."""
    while e._pending:
        block, known, kind, index = e._pending.pop()
        e.blocks.append(block)
        e.block, e.known = block, known
        if kind == REDO:
            e.generic(e.old.instrs[index])
        else:
            e.secure()
        if not e.old.instrs[index].op.terminator:
            to_generic(e, e.old, index + 1)


def fits(known: Known, layout: tuple) -> bool:
    """Can a value so known be brought into a layout, perhaps by a guard?"""
    rep = layout[0]
    if known.rep == "gone":
        return False
    if known.rep == "const":
        origin = known.origin
        assert origin is not None
        if rep in GUARDS:
            wanted = {"i64": int, "f64": float, "bool": bool}[rep]
            return origin.name == "const" and type(origin.attrs["value"]) is wanted and (rep != "i64" or I64_MIN <= origin.attrs["value"] <= I64_MAX)
        return rep == "value"
    if rep == "value":
        return True
    return known.rep == rep or rep in GUARDS and known.is_boxed and (known.fact is None or known.fact == ("set",))
