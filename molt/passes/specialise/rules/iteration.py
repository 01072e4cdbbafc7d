"""Iteration: the iterators of loops are virtual objects (see `virtual`), advanced by typed ops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from molt.ir.core import Edge, Instr, Value
from molt.passes.specialise.known import Known
from molt.passes.specialise.rules.registry import builtin, method, rule

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter


@rule("iter")
def _iter(e: Emitter, i: Instr) -> bool:
    operand, layout = i.operands[0], e.plan.layout(i.result)
    match e.get(operand).rep:
        case "range":
            made = Known("range_iter", parts=e.known[operand].parts)
        case "enumerate" | "zip":
            made = e.known[operand]
        case "dict_view":
            items, name = e.known[operand].parts
            made = _dict_iter(e, items, name)
        case _:
            made = _start(e, operand, layout)
    if made is None or made.rep != layout[0]:
        return False
    e.define(i.result, made)
    return True


def _start(e: Emitter, iterable: Value, layout: tuple) -> Known | None:
    """The iterator of an object of a built-in type, in a layout that the plan chose."""
    tag, _, kind = layout[0].partition("_")
    if tag == "generator":
        e.tagged(iterable, tag)
        return Known(layout[0], parts=(Known("value", e.value(iterable)), Known("const", origin=layout[1][1][1])))
    if kind != "iter" or not e.likely(iterable, tag):
        return None
    e.tagged(iterable, tag)
    items = Known("value", e.value(iterable), ("tag", tag))
    if tag == "dict":
        return _dict_iter(e, items, Known("const", origin=layout[1][4][1]))
    if tag == "set":
        return Known("set_iter", parts=(items, _number(e, 0), Known("i64", e.new("set_len", items.new))))
    return Known(layout[0], parts=(items, _number(e, 0)))


def _dict_iter(e: Emitter, items: Known, name: Known) -> Known:
    used = Known("i64", e.new("dict_len", items.new))
    return Known("dict_iter", parts=(items, _number(e, 0), used, used, name))


def _number(e: Emitter, value: int) -> Known:
    return Known("i64", e.new("const_i64", value=value))


@method("dict", "keys", "values", "items")
def _view(e: Emitter, i: Instr, receiver: Value, args: list[Value]) -> bool:
    layout = e.plan.layout(i.result)
    if layout[0] != "dict_view":
        return False
    e.tagged(receiver, "dict")
    e.define(i.result, Known("dict_view", parts=(Known("value", e.value(receiver), ("tag", "dict")), Known("const", origin=layout[1][1][1]))))
    return True


@builtin("enumerate")
def _enumerate(e: Emitter, i: Instr, args: list[Value]) -> bool:
    layout = e.plan.layout(i.result)
    inner = _start(e, args[0], layout[1][0]) if layout[0] == "enumerate" else None
    if inner is None:
        return False
    e.define(i.result, Known("enumerate", parts=(inner, _number(e, e.plan.constant(args[1]) if len(args) > 1 else 0))))
    return True


@builtin("zip")
def _zip(e: Emitter, i: Instr, args: list[Value]) -> bool:
    layout = e.plan.layout(i.result)
    if layout[0] != "zip" or not all(e.likely(arg, inner[0].partition("_")[0]) for arg, inner in zip(args, layout[1], strict=True)):
        return False
    e.define(i.result, Known("zip", parts=tuple(_start(e, arg, inner) for arg, inner in zip(args, layout[1], strict=True))))
    return True


@rule("next")
def _next(e: Emitter, i: Instr) -> bool:
    iterator = i.operands[0]
    known = e.get(iterator)
    if not known.parts:
        return _resume(e, i, "resume_next")
    item, advanced = _step(e, i, known)
    e.define(iterator, advanced)
    e.define(i.result, item)
    return True


@rule("delegate_send")
def _delegate_send(e: Emitter, i: Instr) -> bool:
    return _resume(e, i, "resume_send")


def _resume(e: Emitter, i: Instr, op: str) -> bool:
    """Steps what is likely a generator of a known function."""
    func = e.plan.hints.generator(i.operands[0])
    if func is None:
        return False
    e.secure()
    e.define(i.result, _resumed(e, i, op, func, *(e.value(o) for o in i.operands)))
    return True


def _resumed(e: Emitter, i: Instr, op: str, func: str, *operands: Value) -> Known:
    before = dict(e.known)
    made = e.op(op, *operands, func=func, span=i.span)
    for name, edge in i.edges.items():
        made.edges[name] = e.side_edge(edge, before)
    return Known("value", made.result)


def _step(e: Emitter, i: Instr, known: Known) -> tuple[Known, Known]:
    """The next item and the iterator after it; leaves by the edge `done` of the instruction when there is none."""
    match known.rep:
        case "range_iter":
            at, stop, step = known.parts
            delta = step.origin.attrs["value"] if step.rep == "const" else 1
            _leave_unless(e, i, e.new("i64_lt" if delta > 0 else "i64_gt", at.new, stop.new))
            return at, Known("range_iter", parts=(Known("i64", e.new("i64_step", at.new, e.raw(step))), stop, step))
        case "dict_iter":
            return _dict_step(e, i, known)
        case "set_iter":
            return _set_step(e, i, known)
        case "generator_iter":
            generator, func = known.parts
            e.secure()
            return _resumed(e, i, "resume_next", func.origin.attrs["value"], generator.new), known
        case "enumerate":
            inner, count = known.parts
            item, advanced = _step(e, i, inner)
            return Known("tuple", parts=(count, item)), Known("enumerate", parts=(advanced, _after(e, count)))
        case "zip":
            steps = [_step(e, i, inner) for inner in known.parts]
            return Known("tuple", parts=tuple(item for item, _ in steps)), Known("zip", parts=tuple(advanced for _, advanced in steps))
    tag = known.rep.partition("_")[0]
    items, at = known.parts
    _leave_unless(e, i, e.new("i64_lt", at.new, e.new(f"{tag}_len", items.new)))
    item = e.fast(f"{tag}_item", items.new, at.new).result
    return Known("ref", item, ("tag", "str") if tag == "str" else None), Known(known.rep, parts=(items, _after(e, at)))


def _dict_step(e: Emitter, i: Instr, known: Known) -> tuple[Known, Known]:
    """A dict that has changed is an error, which the iterator object raises."""
    items, at, used, left, name = known.parts
    e.branch(e.new("i64_eq", e.new("dict_len", items.new), used.new), "same_size", e.slow())
    place = e.new("dict_seek", items.new, at.new)
    _leave_unless(e, i, e.new("i64_ge", place, e.new("const_i64", value=0)))
    e.branch(e.new("i64_gt", left.new, e.new("const_i64", value=0)), "expected", e.slow())
    kind = name.origin.attrs["value"]
    item = [Known("ref", e.new(op, items.new, place)) for op in ("dict_key", "dict_value") if kind == "items" or op == f"dict_{kind[:-1]}"]
    less = Known("i64", e.new("i64_step", left.new, e.new("const_i64", value=-1)))
    advanced = Known("dict_iter", parts=(items, _after(e, Known("i64", place)), used, less, name))
    return Known("tuple", parts=tuple(item)) if kind == "items" else item[0], advanced


def _set_step(e: Emitter, i: Instr, known: Known) -> tuple[Known, Known]:
    items, at, used = known.parts
    e.branch(e.new("i64_eq", e.new("set_len", items.new), used.new), "same_size", e.slow())
    place = e.new("set_seek", items.new, at.new)
    _leave_unless(e, i, e.new("i64_ge", place, e.new("const_i64", value=0)))
    return Known("ref", e.new("set_item", items.new, place)), Known("set_iter", parts=(items, _after(e, Known("i64", place)), used))


def _after(e: Emitter, count: Known) -> Known:
    return Known("i64", e.new("i64_step", count.new, e.new("const_i64", value=1)))


def _leave_unless(e: Emitter, i: Instr, more: Value) -> None:
    done = e.side_edge(i.edges["done"], e.known)
    e.branch(more, "item", Edge(done.block))
