"""Which objects specialised code keeps virtual: iterators that only the `next` of a loop sees, and slices that only index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from molt.analysis.cfg import successors
from molt.ir.core import Instr, Value, instr

if TYPE_CHECKING:
    from molt.passes.specialise.plan import Plan

Layout = tuple
VALUE: Layout = ("value", ())
I64: Layout = ("i64", ())
VIEWS = ("keys", "values", "items")
SEQUENCES = ("list", "str", "tuple")
MAX_KEY = 4  # parts of a tuple that stays virtual
COUNT_LIMIT = 1 << 61  # of what is counted in a register: bounds and step of a range, the start of enumerate()
I64_MIN, I64_MAX = -(1 << 63), (1 << 63) - 1


def range_layout(plan: Plan, i: Instr) -> Layout | None:
    """The layout of `range(...)` in the head of a loop."""
    if plan.builtin(i.operands[0]) != "range" or i.attrs["kwnames"] or not 2 <= len(i.operands) <= 4 or not plan.used_only_by(i.result, "iter"):
        return None
    for operand in i.operands[1:]:
        constant = plan.constant(operand)
        if plan.rep(operand) != "i64" or constant is not None and not -COUNT_LIMIT <= constant <= COUNT_LIMIT:
            return None
    step = plan.constant(i.operands[3]) if len(i.operands) == 4 else 1
    return None if step == 0 else ("range", (I64, I64, I64 if step is None else ("const", instr("const_i64", value=step))))


def divmod_layout(plan: Plan, i: Instr) -> Layout | None:
    """The layout of `divmod(i, j)` in an assignment to two targets."""
    if plan.builtin(i.operands[0]) != "divmod" or i.attrs["kwnames"] or len(i.operands) != 3 or not plan.used_only_by(i.result, "unpack"):
        return None
    operands = [_bound(plan, o) for o in i.operands[1:]]
    pairs = all(len(use.results) == 2 for use in plan.uses(i.result))
    return ("tuple", (I64, I64)) if pairs and operands == [I64, I64] else None


def is_key(plan: Plan, i: Instr) -> bool:
    """Is a tuple of ints, strs and the like only looked up in dicts and sets, perhaps to become a key of one?

    It may be made once for that, and made again where generic code takes over: that these are two objects shows nowhere.
    """
    uses = plan.uses(i.result)
    stores = [use for use in uses if use.name == "setitem"]
    return (0 < len(i.operands) <= MAX_KEY and all(_is_plain(plan, o) for o in i.operands) and len(stores) <= 1 and len(stores) < len(uses)
            and all(_looks_up(plan, use, i.result) for use in uses) and _only_kept(plan, i.result) and not any(_repeats(plan, use, i) for use in stores))


def _is_plain(plan: Plan, value: Value) -> bool:
    return plan.rep(value) != "value" or plan.kinds(value) == {"str"} or _is_none(plan, value)


def _looks_up(plan: Plan, use: Instr, key: Value) -> bool:
    """Is an instruction a look-up or a store under a key, in a dict or set?"""
    match use.name:
        case "in":
            container, at, kinds = use.operands[1], 0, ("dict", "set")
        case "getitem" | "setitem":
            container, at, kinds = use.operands[0], 1, ("dict",)
        case "call_method" if use.attrs["name"] == "get" and not use.attrs["kwnames"] and len(use.operands) <= 3:
            container, at, kinds = use.operands[0], 1, ("dict",)
        case _:
            return False
    return use.operands[at] is key and use.operands.count(key) == 1 and any(plan.kinds(container) == {kind} for kind in kinds)


def _only_kept(plan: Plan, value: Value) -> bool:
    """Is a value that is passed along edges only kept alive there?"""
    seen, work = set(), list(plan.passed.get(value, ()))
    while work:
        parameter = work.pop()
        if parameter in seen:
            continue
        if plan.uses(parameter):
            return False
        seen.add(parameter)
        work += plan.passed.get(parameter, ())
    return True


def _repeats(plan: Plan, use: Instr, definition: Instr) -> bool:
    """May an instruction be run twice with one result of another?"""
    place = {i: block for block in plan.function.blocks for i in block.instrs if i is use or i is definition}
    seen, work = set(), [place[use]]
    while work:
        block = work.pop()
        for following in successors(block):
            if following is place[use] is not place[definition]:
                return True
            if following is not place[definition] and following not in seen:
                seen.add(following)
                work.append(following)
    return False


def slice_layout(plan: Plan, i: Instr) -> Layout | None:
    """The layout of the slice in `o[i:j]`."""
    if not plan.used_only_by(i.result, "getitem") or not _is_none(plan, i.operands[2]) or any(use.operands[1] is not i.result for use in plan.uses(i.result)):
        return None
    bounds = [_bound(plan, o) for o in i.operands[:2]]
    return None if None in bounds else ("slice", tuple(bounds))


def _bound(plan: Plan, value: Value) -> Layout | None:
    if _is_none(plan, value):
        return ("const", plan.constants[value])
    if value in plan.constants:
        constant = plan.constant(value)
        return I64 if type(constant) is int and I64_MIN <= constant <= I64_MAX else None
    return I64 if plan.rep(value) == "i64" else None


def _is_none(plan: Plan, value: Value) -> bool:
    i = plan.constants.get(value)
    return i is not None and i.name == "const" and i.attrs["value"] is None


def iterator_layout(plan: Plan, i: Instr) -> Layout | None:
    """The layout of the result of an `iter` instruction, if it is to be virtual."""
    if not plan.used_only_by(i.result, "next", "keep"):
        return None
    iterable = i.operands[0]
    rep, parts = plan.layouts.get(iterable, ("value", ()))
    match rep:
        case "range":
            return ("range_iter", parts)
        case "dict_view":
            return _dict_iter(parts[1])
        case "enumerate" | "zip":
            return (rep, parts)
    return _of_object(plan, iterable)


def _of_object(plan: Plan, iterable: Value) -> Layout | None:
    kinds = plan.kinds(iterable)
    if len(kinds) != 1:
        return None
    kind = min(kinds)
    if kind in SEQUENCES:
        return (f"{kind}_iter", (VALUE, I64))
    if kind == "set":
        return ("set_iter", (VALUE, I64, I64))
    return _dict_iter(_text("keys")) if kind == "dict" else None


def _of_generator(plan: Plan, iterable: Value) -> Layout | None:
    func = plan.hints.generator(iterable)
    return None if func is None else ("generator_iter", (VALUE, _text(func)))


def _dict_iter(kind: Layout) -> Layout:
    return ("dict_iter", (VALUE, I64, I64, I64, kind))


def _text(value: str) -> Layout:
    return ("const", instr("const", value=value))


def view_layout(plan: Plan, i: Instr) -> Layout | None:
    """The layout of `d.items()` and the like in the head of a loop."""
    name = i.attrs["name"]
    if name not in VIEWS or len(i.operands) != 1 or plan.kinds(i.operands[0]) != {"dict"} or not plan.used_only_by(i.result, "iter"):
        return None
    if name == "items" and not _gives_parts(plan, i.result, 2):
        return None
    return ("dict_view", (VALUE, _text(name)))


def adapter_layout(plan: Plan, i: Instr) -> Layout | None:
    """The layout of `enumerate(x)` or `zip(x, y)` in the head of a loop."""
    name, args = plan.builtin(i.operands[0]), i.operands[1:]
    if name not in ("enumerate", "zip") or i.attrs["kwnames"] or not args or not plan.used_only_by(i.result, "iter"):
        return None
    if name == "enumerate":
        start = plan.constant(args[1]) if len(args) == 2 else 0
        inner = _of_object(plan, args[0]) or _of_generator(plan, args[0])
        if len(args) > 2 or type(start) is not int or abs(start) > COUNT_LIMIT or inner is None or not _gives_parts(plan, i.result, 2):
            return None
        return (name, (inner, I64))
    parts = [_of_object(plan, arg) for arg in args]
    return (name, tuple(parts)) if None not in parts and _gives_parts(plan, i.result, len(parts)) else None


def _gives_parts(plan: Plan, iterable: Value, n: int) -> bool:
    """Do loops over a value take each item apart at once?"""
    return all(plan.used_only_by(loop.result, "next", "keep") and all(_is_unpacked(plan, step, n) for step in plan.uses(loop.result))
               for loop in plan.uses(iterable))


def _is_unpacked(plan: Plan, step: Instr, n: int) -> bool:
    users = plan.uses(step.result)
    if not plan.used_only_by(step.result, "unpack") or len(users) != 1 or len(users[0].results) != n:
        return False
    return any(b is users[0] for block in plan.function.blocks for a, b in zip(block.instrs, block.instrs[1:], strict=False) if a is step)


def item_layout(plan: Plan, i: Instr) -> Layout | None:
    """The layout of what `next` gives, where that is a tuple of an adapter."""
    rep, parts = plan.layouts.get(i.operands[0], ("value", ()))
    match rep:
        case "enumerate":
            return ("tuple", (VALUE, VALUE))
        case "zip":
            return ("tuple", (VALUE,) * len(parts))
        case "dict_iter" if parts[4][1].attrs["value"] == "items":
            return ("tuple", (VALUE, VALUE))
    return None
