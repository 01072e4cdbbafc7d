"""Loading, storing and deleting names, wherever they live."""

from __future__ import annotations

from molt.base.source import Span
from molt.frontend.lower.context import FunctionContext
from molt.frontend.scopes import Place, Scope, owner_of, place_of
from molt.ir.core import Value

MODULE_NAMES = ("__name__", "__doc__", "__package__", "__file__")


def load_name(ctx: FunctionContext, name: str, span: Span) -> Value:
    """The value of an (unmangled) name."""
    return load_place(ctx, place_of(ctx.scope, ctx.mangle(name)), span)


def load_place(ctx: FunctionContext, place: Place, span: Span) -> Value:
    name = place.name
    match place.kind:
        case "local":
            value = ctx.read((place.owner, name))
            ctx.check_bound(value, name, span)
            return value
        case "cell" | "free":
            return ctx.value("load_cell", cell_of(ctx, place), name=name, is_free=place.kind == "free", span=span)
        case "name":
            note_global(ctx, name)
            return ctx.value("load_name", _namespace(ctx), name=name, span=span)
        case "name_cell":
            return ctx.value("load_name_cell", _namespace(ctx), cell_of(ctx, place), name=name, span=span)
    return _load_global(ctx, name, span)


def _load_global(ctx: FunctionContext, name: str, span: Span) -> Value:
    module = ctx.module
    may_be_bound = name in module.bound_globals or name in MODULE_NAMES
    if not may_be_bound and name in module.env.builtins:
        return ctx.value("load_builtin", name=name)
    note_global(ctx, name)
    return ctx.value("load_global", name=name, span=span)


def store_name(ctx: FunctionContext, name: str, value: Value, span: Span, *, keeps_old: bool = True) -> None:
    """Binds an (unmangled) name. `keeps_old` is false where the old value was used up in computing the new one."""
    place = place_of(ctx.scope, ctx.mangle(name))
    name = place.name
    match place.kind:
        case "local":
            variable = (place.owner, name)
            old = ctx.read(variable)
            value.hint = value.hint or name
            ctx.write(variable, value)
            if keeps_old:
                ctx.emit("keep", old)
        case "cell" | "free" | "name_cell":
            ctx.emit("store_cell", cell_of(ctx, place), value)
        case "name":
            ctx.emit("store_name", _namespace(ctx), value, name=name, span=span)
        case _:
            note_global(ctx, name)
            ctx.emit("store_global", value, name=name, span=span)


def delete_name(ctx: FunctionContext, name: str, span: Span) -> None:
    """Unbinds an (unmangled) name, which must be bound."""
    place = place_of(ctx.scope, ctx.mangle(name))
    name = place.name
    match place.kind:
        case "local":
            old = ctx.read((place.owner, name))
            ctx.check_bound(old, name, span)
            _unset_local(ctx, place)
        case "cell" | "free" | "name_cell":
            cell = cell_of(ctx, place)
            ctx.value("load_cell", cell, name=name, is_free=place.kind != "cell", span=span)
            ctx.emit("store_cell", cell, ctx.value("unset"))
        case "name":
            ctx.emit("del_name", _namespace(ctx), name=name, span=span)
        case _:
            note_global(ctx, name)
            ctx.emit("del_global", name=name, span=span)


def unbind_name(ctx: FunctionContext, name: str, span: Span) -> None:
    """Unbinds a name that may be unbound already: the end of `except E as name`."""
    place = place_of(ctx.scope, ctx.mangle(name))
    if place.kind == "local":
        _unset_local(ctx, place)
    elif place.kind in ("cell", "free", "name_cell"):
        ctx.emit("store_cell", cell_of(ctx, place), ctx.value("unset"))
    else:
        store_name(ctx, name, ctx.const(None), span)  # so that the deletion cannot fail
        delete_name(ctx, name, span)


def _unset_local(ctx: FunctionContext, place: Place) -> None:
    variable = (place.owner, place.name)
    old = ctx.read(variable)
    ctx.write(variable, ctx.ssa.unset_value())
    ctx.emit("keep", old)


def cell_of(ctx: FunctionContext, place: Place) -> Value:
    """The cell of a captured name."""
    if place.kind == "cell":
        assert place.owner is not None
        return ctx.cells[place.owner, place.name]
    return ctx.closure[place.name]


def cells_for(ctx: FunctionContext, inner: Scope) -> list[Value]:
    """The cells that an inner function's closure takes from here, in the order of its free variables."""
    cells = []
    for name in inner.free_order:
        owner = owner_of(inner, name)
        assert owner is not None
        cells.append(ctx.cells[owner, name] if (owner, name) in ctx.cells else ctx.closure[name])
    return cells


def note_global(ctx: FunctionContext, name: str) -> None:
    """Gives a name a place among the module's globals."""
    ctx.module.global_names[name] = None


def _namespace(ctx: FunctionContext) -> Value:
    assert ctx.namespace is not None
    return ctx.namespace
