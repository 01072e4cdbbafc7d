"""Attributes of instances whose class was predicted: slots at constant places, behind a guard on the shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from molt.ir.core import Block, ClassPrediction, Edge, Instr, Value
from molt.passes.specialise.known import GUARDS, Known
from molt.passes.specialise.plan import are_numbers
from molt.passes.specialise.rules import methods, modules
from molt.passes.specialise.rules.registry import rule
from molt.passes.specialise.transfer import GO_ON
from molt.passes.specialise.versions import jump

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter


def predicted(e: Emitter, value: Value) -> list[ClassPrediction]:
    """The classes that a value is likely an instance of, if they are few and their layouts predicted."""
    if value in e.plan.constants or not e.known[value].is_boxed:
        return []
    predictions = e.s.module.predictions
    fact = e.known[value].fact
    if fact is not None and fact[0] == "shape":
        return [predictions[cls] for cls, _ in fact[1]]
    return e.plan.predicted(value) if fact is None or fact[0] == "set" else []


def expected(e: Emitter, i: Instr, o: Value, predictions: list[ClassPrediction]) -> tuple[tuple[str, int], ...]:
    """The shapes that an object likely has at an instruction: all predicted attributes, unless it is being initialised."""
    if len(predictions) == 1 and o in e.s.function.entry.params[:1]:
        (prediction,) = predictions
        count = e.plan.hints.attributes_set(prediction.symbol, i)
        if count is not None:
            return ((prediction.symbol, count),)
    return whole(predictions)


def whole(predictions: list[ClassPrediction]) -> tuple[tuple[str, int], ...]:
    """The shapes of instances that have all predicted attributes."""
    return tuple((p.symbol, len(p.steps)) for p in predictions)


def guard_shape(e: Emitter, value: Value, guess: tuple[tuple[str, int], ...]) -> tuple[Value, tuple[tuple[str, int], ...]]:
    """The object as the guard gives it, and its possible shapes: `guess` where nothing is known yet."""
    fact = e.known[value].fact
    if fact is not None and fact[0] == "shape":
        return fact[2], fact[1]
    made = e.fast("guard_shape", e.any(value), shapes=guess).result
    e.set_fact(value, ("shape", guess, made))
    return made, guess


def _common_slot(predictions: list[ClassPrediction], name: str) -> int | None:
    """The slot in which instances of all the classes have an attribute."""
    slots = {p.slot(name) for p in predictions}
    return slots.pop() if len(slots) == 1 else None


@rule("getattr")
def _getattr(e: Emitter, i: Instr) -> bool:
    o, name = i.operands[0], i.attrs["name"]
    if e.plan.layout(i.result)[0] == "method":
        return methods.bind(e, i)
    if modules.module_of(e, o) is not None:
        return modules.load_attribute(e, i)
    predictions = predicted(e, o)
    slot = _common_slot(predictions, name)
    if e.plan.layout(i.result)[0] == "bound":
        return _bind(e, i, o, predictions)
    if slot is not None:
        if not _has(e, i, o, predictions, slot):
            return False
        made, shapes = guard_shape(e, o, expected(e, i, o, predictions))
        if _holds_float(e, shapes, name):
            e.define(i.result, Known("f64", e.new("slot_load_f64", made, index=slot)))
        else:
            e.define(i.result, Known("ref", e.fast("slot_load", made, index=slot).result))
        return True
    if len(predictions) < 2 or any(p.slot(name) is None for p in predictions):
        return False

    def load(prediction: ClassPrediction) -> Value:
        made, _ = guard_shape(e, o, whole([prediction]))
        if prediction.holds_float(name, len(prediction.steps)):
            return e.new("slot_load_f64", made, index=prediction.slot(name))
        return e.new("own", e.fast("slot_load", made, index=prediction.slot(name)).result)
    dispatch(e, i, o, predictions, load)
    return True


def _holds_float(e: Emitter, shapes: tuple[tuple[str, int], ...], name: str) -> bool:
    """Do all of the shapes promise that an attribute is a float?"""
    return all(e.s.module.predictions[cls].holds_float(name, step) for cls, step in shapes)


def _bind(e: Emitter, i: Instr, o: Value, predictions: list[ClassPrediction]) -> bool:
    """A method that is looked up before the arguments for it are evaluated: no object is made of it."""
    name = i.attrs["name"]

    def look_up(prediction: ClassPrediction) -> Value:
        guard_shape(e, o, expected(e, i, o, [prediction]))
        return e.new("own", e.new("method_ref", cls=prediction.symbol, method=name))
    if not predictions:
        return False
    if len(predictions) > 1:
        dispatch(e, i, o, predictions, look_up)
        function = e.known[i.result]
    else:
        function = Known("value", look_up(predictions[0]))
    e.define(i.result, Known("bound", parts=(Known("value", e.value(o)), function)))
    return True


def _shapes(e: Emitter, i: Instr, o: Value, predictions: list[ClassPrediction]) -> tuple[tuple[str, int], ...]:
    """The shapes of an object as they are known or, failing that, expected."""
    fact = e.known[o].fact
    return fact[1] if fact is not None and fact[0] == "shape" else expected(e, i, o, predictions)


def _has(e: Emitter, i: Instr, o: Value, predictions: list[ClassPrediction], slot: int) -> bool:
    """Has an object the attribute in a slot, by what is known or expected of its shape?"""
    return all(p.has_slot(slot, step) for p, (_, step) in zip(predictions, _shapes(e, i, o, predictions), strict=True))


@rule("setattr")
def _setattr(e: Emitter, i: Instr) -> bool:
    (o, x), name = i.operands, i.attrs["name"]
    predictions = predicted(e, o)
    slot = _common_slot(predictions, name)
    if slot is None:
        return False
    shapes = _shapes(e, i, o, predictions)
    steps = [step for _, step in shapes]
    adds = [p.steps[step:step + 1] == (name,) for p, step in zip(predictions, steps, strict=True)]
    if any(adds) and len(predictions) > 1 or not any(adds) and not _has(e, i, o, predictions, slot):
        return False
    floats = [p.holds_float(name, step + adds[0]) for p, step in zip(predictions, steps, strict=True)]
    if any(floats) and (not all(floats) or e.number(x) != "float"):
        return False
    made, _ = guard_shape(e, o, shapes)
    if any(floats):
        e.f64(x)  # a guard, where it is not certain
    if adds[0]:
        e.append_attribute(o, made, x, predictions[0], steps[0])
    elif any(floats):
        e.op("slot_store_f64", made, e.f64(x), index=slot)
    elif are_numbers([atom for p in predictions for atom in e.plan.hints.field(p.symbol, name)]):
        e.fast("slot_store_plain", made, e.value(x), index=slot)
    else:
        new = e.value(x)
        e.secure()
        e.op("slot_store", made, new, index=slot)
    return True


def dispatch(e: Emitter, i: Instr, receiver: Value, predictions: list[ClassPrediction], body: Callable[[ClassPrediction], Value]) -> None:
    """Does an instruction in one way for each class of the receiver. `body` emits one way and gives its result, owned or unboxed."""
    e.secure()
    before = dict(e.known)
    wanted = e.plan.layout(i.result)[0]
    rep = wanted if wanted in GUARDS and e.s.hot_live.has(e.live_after, i.result) else "value"
    joined = Block("dispatched", [Value(rep)])
    o = e.any(receiver)
    for prediction in predictions:
        is_last = prediction is predictions[-1]
        edge = e.slow() if is_last else Edge(Block("other_class"))
        shapes = whole([prediction])
        made = e.op("guard_shape", o, edges={"slow": edge}, shapes=shapes).result
        e.set_fact(receiver, ("shape", shapes, made))
        result = body(prediction)
        e.define(i.result, Known(result.type, result))
        one = e.unbox(i.result, rep, e.slow(GO_ON)) if rep != "value" else e.boxed(e.known[i.result])
        e.block.instrs.append(jump(Edge(joined, [one])))
        e.known = dict(before)
        if not is_last:
            e.resume(edge.block)
    e.resume(joined)
    e.forget()
    e.define(i.result, Known(rep, joined.params[0]))
