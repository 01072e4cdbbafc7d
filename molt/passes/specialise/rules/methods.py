"""Methods of built-in types: called directly, since nothing can change these types; some are ops of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from molt.ir.core import Instr, Value
from molt.passes.specialise.known import Known
from molt.passes.specialise.plan import IMMEDIATE, kind
from molt.passes.specialise.rules.c_calls import call_c, direct_symbol, raise_edge
from molt.passes.specialise.rules.registry import METHODS, method

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter

TYPES = ("str", "list", "dict", "set", "tuple", "bytes")


def call_builtin_method(e: Emitter, i: Instr, receiver: Value, name: str, args: list[Value]) -> bool:
    """`receiver.name(*args)`, where the receiver is likely of a built-in type."""
    tag = next((t for t in TYPES if e.likely(receiver, t)), None)
    if tag is None:
        return _call_of_number(e, i, receiver, name, args)
    handler = METHODS.get((tag, name))
    if handler is not None and handler(e, i, receiver, args):
        return True
    symbol = direct_symbol(tag, name, len(args))
    if symbol is None:
        return False
    e.tagged(receiver, tag)
    return call_c(e, i, symbol, e.value(receiver), args)


def _call_of_number(e: Emitter, i: Instr, receiver: Value, name: str, args: list[Value]) -> bool:
    kind = e.number(receiver)
    symbol = direct_symbol(kind, name, len(args)) if kind in ("int", "float") else None
    if symbol is None:
        return False
    if kind == "int":
        e.i64(receiver)
    else:
        e.f64(receiver)
    return call_c(e, i, symbol, e.value(receiver), args)


def call_bound(e: Emitter, i: Instr, args: list[Value]) -> bool:
    """A call of a method that was looked up before its arguments were evaluated."""
    bound = e.get(i.operands[0])
    receiver = Value("value", "receiver")
    e.known[receiver] = bound.parts[0]
    return call_builtin_method(e, i, receiver, bound.parts[1].origin.attrs["value"], args)


def bind(e: Emitter, i: Instr) -> bool:
    """The lookup of such a method: no object is made of it."""
    receiver, (_, parts) = i.operands[0], e.plan.layout(i.result)
    tag = next((t for t in TYPES if e.likely(receiver, t)), None)
    if tag is None:
        return False
    e.tagged(receiver, tag)
    e.define(i.result, Known("method", parts=(Known("value", e.value(receiver), ("tag", tag)), Known("const", origin=parts[1][1]))))
    return True


@method("list", "append")
def _append(e: Emitter, i: Instr, receiver: Value, args: list[Value]) -> bool:
    if len(args) != 1:
        return False
    items, item, before = e.tagged(receiver, "list"), e.value(args[0]), dict(e.known)
    raise_edge(e, i, e.op("list_append", items, item, span=i.span), before)
    e.define(i.result, Known("const", origin=e.none))
    return True


@method("list", "pop")
def _pop(e: Emitter, i: Instr, receiver: Value, args: list[Value]) -> bool:
    if len(args) > 1 or any(e.number(a) != "int" for a in args):
        return False
    items = e.tagged(receiver, "list")
    index = e.i64(args[0]) if args else e.new("const_i64", value=-1)
    e.secure()
    e.define(i.result, Known("value", e.fast("list_pop", items, index).result))
    return True


@method("dict", "get")
def _get(e: Emitter, i: Instr, receiver: Value, args: list[Value]) -> bool:
    if not 1 <= len(args) <= 2 or not is_plain_key(e, args[0]):
        return False
    items = e.tagged(receiver, "dict")
    default = e.value(args[1]) if len(args) > 1 else e.new("const", value=None)
    e.define(i.result, Known("ref", look_up(e, "dict_get", args[0], items, default)))
    return True


def is_plain_key(e: Emitter, value: Value) -> bool:
    """Is a value likely a str, an int or a tuple of such? It is hashed and compared without running code."""
    if e.get(value).rep == "tuple":
        return value in e.plan.keys
    return e.likely(value, "str") or e.number(value) == "int" or e.likely(value, "tuple") and _has_plain_items(e, value)


def _has_plain_items(e: Emitter, value: Value) -> bool:
    hints = e.plan.hints
    tuples = [atom for atom in hints.types(value) if kind(atom) == "tuple"]
    return bool(tuples) and all(item == "str" or item in IMMEDIATE for atom in tuples for node in atom[1] for item in hints.members(node))


def look_up(e: Emitter, op: str, key: Value, container: Value, *default: Value) -> Value:
    """What a look-up of a plain key gives. A virtual tuple is not made for it."""
    known = e.get(key)
    if known.rep == "tuple":
        return e.fast(f"{op}_of", container, *default, *(e.boxed(part) for part in known.parts)).result
    return e.fast(op, container, e.any(key), *default).result
