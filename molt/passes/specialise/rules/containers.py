"""Items, slices, membership and unpacking."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from molt.ir.core import Instr, Value
from molt.passes.specialise.known import Known
from molt.passes.specialise.plan import I64_MAX, I64_MIN, are_numbers
from molt.passes.specialise.rules import methods
from molt.passes.specialise.rules.c_calls import raise_edge
from molt.passes.specialise.rules.registry import rule

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter

MAX_CHOICES = 8  # constants that a value is compared with one by one
_INDEXED = ("list", "tuple", "str")


@rule("getitem")
def _getitem(e: Emitter, i: Instr) -> bool:
    o, k = i.operands
    if e.get(k).rep == "slice":
        return _slice(e, i, o, e.get(k))
    tag = next((t for t in _INDEXED if e.likely(o, t)), None)
    if tag is not None and e.number(k) == "int":
        made = e.fast(f"{tag}_item", e.tagged(o, tag), e.i64(k)).result
        e.define(i.result, Known("ref", made, ("tag", "str") if tag == "str" else None))
        return True
    if e.likely(o, "dict") and methods.is_plain_key(e, k):
        d = e.tagged(o, "dict")
        if _is_caught(i) and e.get(k).rep != "tuple":
            return _item_or_raise(e, i, d)
        e.define(i.result, Known("ref", methods.look_up(e, "dict_item", k, d)))
        return True
    return False


def _is_caught(i: Instr) -> bool:
    """Does a handler of the function see what an instruction raises?"""
    return "raise" in i.edges and any(other.name == "catch" for other in i.edges["raise"].block.instrs)


def _item_or_raise(e: Emitter, i: Instr, d: Value) -> bool:
    """`d[k]` where the key may well be absent."""
    e.secure()
    before = dict(e.known)
    made = e.fast("dict_item_or_raise", d, e.any(i.operands[1]), span=i.span)
    raise_edge(e, i, made, before)
    e.define(i.result, Known("ref", made.result))
    return True


def _slice(e: Emitter, i: Instr, o: Value, bounds: Known) -> bool:
    tag = next((t for t in ("str", "list") if e.likely(o, t)), None)
    if tag is None:
        return False
    made = e.tagged(o, tag)
    if tag == "list":
        made = e.value(o)
        e.secure()
    first, last = (e.new("const_i64", value=missing) if part.rep == "const" else part.new
                   for part, missing in zip(bounds.parts, (0, I64_MAX), strict=True))
    before = dict(e.known)
    cut = e.op(f"{tag}_slice", made, first, last, span=i.span)
    raise_edge(e, i, cut, before)
    e.define(i.result, Known("value", cut.result, ("tag", tag)))
    return True


@rule("build_slice")
def _build_slice(e: Emitter, i: Instr) -> bool:
    layout = e.plan.layout(i.result)
    if layout[0] != "slice":
        return False
    e.define(i.result, Known("slice", parts=tuple(
        Known("const", origin=origin) if rep == "const" else Known("i64", e.i64(o))
        for o, (rep, origin) in zip(i.operands[:2], layout[1], strict=True))))
    return True


@rule("in")
def _in(e: Emitter, i: Instr) -> bool:
    item, container = i.operands
    choices = e.plan.constant(container)
    if isinstance(choices, tuple):
        return _in_constant(e, i, item, choices)
    if e.likely(container, "str") and e.likely(item, "str"):
        made = e.new("str_has", e.tagged(container, "str"), e.tagged(item, "str"))
    elif (tag := next((t for t in ("dict", "set", "list", "tuple") if e.likely(container, t)), None)) and methods.is_plain_key(e, item):
        made = methods.look_up(e, f"{tag}_has", item, e.tagged(container, tag))
    else:
        return False
    e.define(i.result, Known("bool", made))
    return True


def _in_constant(e: Emitter, i: Instr, item: Value, choices: tuple) -> bool:
    """`x in ("a", "b")`: a comparison with each."""
    if not 0 < len(choices) <= MAX_CHOICES:
        return False
    if e.likely(item, "str") and all(type(c) is str for c in choices):
        text = e.tagged(item, "str")
        tests = [e.new("str_eq", text, e.new("const", value=c)) for c in choices]
    elif e.number(item) == "int" and all(type(c) is int and I64_MIN <= c <= I64_MAX for c in choices):
        number = e.i64(item)
        tests = [e.new("i64_eq", number, e.new("const_i64", value=c)) for c in choices]
    else:
        return False
    found = tests[0]
    if len(tests) > 1:
        bits = reduce(lambda a, b: e.new("i64_or", a, b), [e.new("bool_to_i64", t) for t in tests])
        found = e.new("i64_ne", bits, e.new("const_i64", value=0))
    e.define(i.result, Known("bool", found))
    return True


@rule("format")
def _format(e: Emitter, i: Instr) -> bool:
    """A field of an f-string that says nothing but what: a str is itself, an int is written as str() does."""
    v, spec = i.operands
    if e.get(spec).rep != "const" or e.get(spec).origin.name != "unset" or i.attrs["conversion"] not in ("", "s"):
        return False
    if e.likely(v, "str"):
        e.tagged(v, "str")
        e.define(i.result, Known("value", e.value(v), ("tag", "str")))
        return True
    if e.number(v) != "int":
        return False
    e.i64(v)
    made, before = e.value(v), dict(e.known)
    text = e.op("int_to_str", made, span=i.span)
    raise_edge(e, i, text, before)
    e.define(i.result, Known("value", text.result, ("tag", "str")))
    return True


@rule("setitem")
def _setitem(e: Emitter, i: Instr) -> bool:
    o, k, x = i.operands
    if e.get(k).rep == "tuple":
        return _set_under_tuple(e, i)
    if not (e.likely(o, "list") and e.number(k) == "int"):
        return False
    if has_immediate_elements(e, o):
        e.fast("list_set_plain", e.tagged(o, "list"), e.i64(k), e.value(x))
    else:
        e.secure()
        e.fast("list_set", e.tagged(o, "list"), e.i64(k), e.value(x))
    return True


def _set_under_tuple(e: Emitter, i: Instr) -> bool:
    """Of all that is done with the key, this alone needs the tuple, so the key stays virtual."""
    o, k, x = i.operands
    e.secure()
    container, key, item, before = e.value(o), e.boxed(e.get(k)), e.value(x), dict(e.known)
    raise_edge(e, i, e.op("setitem", container, key, item, span=i.span), before)
    return True


def has_immediate_elements(e: Emitter, value: Value) -> bool:
    """Are the elements of a list likely all numbers, bools or None?"""
    lists = [atom for atom in e.plan.hints.types(value) if atom[0] == "list"]
    return are_numbers([element for atom in lists for element in e.plan.hints.members(atom[1])])


@rule("build_tuple")
def _build_tuple(e: Emitter, i: Instr) -> bool:
    layout = e.plan.layout(i.result)
    if layout[0] != "tuple":
        return False
    parts = []
    for operand, (rep, _) in zip(i.operands, layout[1], strict=True):
        match rep:
            case "i64":
                parts.append(Known(rep, e.i64(operand)))
            case "f64":
                parts.append(Known(rep, e.f64(operand)))
            case "bool":
                parts.append(Known(rep, _bool(e, operand)))
            case _:
                if i.result in e.plan.keys:
                    e.tagged(operand, "str")  # nobody sees how long it lives
                parts.append(Known(rep, e.value(operand), e.get(operand).fact))
    e.define(i.result, Known("tuple", parts=tuple(parts)))
    return True


def _bool(e: Emitter, operand: Value) -> Value:
    known = e.get(operand)
    if known.rep == "const":
        made = e.value(operand)
        return e.new("is", made, made if e.plan.constant(operand) else e.new("unset"))
    return e.unbox(operand, "bool")


@rule("unpack")
def _unpack(e: Emitter, i: Instr) -> bool:
    operand = i.operands[0]
    known = e.get(operand)
    if known.rep == "tuple":
        for result, part in zip(i.results, known.parts, strict=True):
            e.define(result, part)
        return True
    if not e.likely(operand, "tuple"):
        return False
    made = e.tagged(operand, "tuple")
    e.fast("guard_count", made, n=len(i.results))
    items = [e.fast("tuple_item", made, e.new("const_i64", value=n)).result for n in range(len(i.results))]
    for result, item in zip(i.results, items, strict=True):
        e.define(result, Known("ref", item))
    return True
