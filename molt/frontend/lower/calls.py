"""Calls."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager

from molt.base.source import Span
from molt.frontend.lower.context import FunctionContext
from molt.frontend.lower.expressions import lower_star_list
from molt.frontend.lower.names import load_name, load_place
from molt.frontend.lower.regions import emit_raise, raise_builtin
from molt.frontend.lower.registry import expression, lower_expr
from molt.frontend.lower.spans import attribute_span, span_of
from molt.frontend.scopes import FUNCTION, place_of
from molt.ir.core import Value


@expression(ast.Call)
def _call(ctx: FunctionContext, node: ast.Call) -> Value:
    if isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args and not node.keywords:
        return _super_call(ctx, node)
    if _has_unpacking(node):
        f = lower_expr(ctx, node.func)
        return lower_unpacked_call(ctx, f, node.args, node.keywords, span_of(node))
    kwnames = tuple(k.arg for k in node.keywords)
    if isinstance(node.func, ast.Attribute) and all(_is_quiet(a) for a in _argument_nodes(node)):
        o = lower_expr(ctx, node.func.value)
        name, lookup = ctx.mangle(node.func.attr), attribute_span(node.func, node.func)
        with _looked_up_before(ctx, o, name, lookup):
            args = [lower_expr(ctx, a) for a in _argument_nodes(node)]
        return ctx.value("call_method", o, *args, name=name, kwnames=kwnames, lookup=tuple(lookup), span=attribute_span(node, node.func))
    f = lower_expr(ctx, node.func)
    args = [lower_expr(ctx, a) for a in _argument_nodes(node)]
    span = attribute_span(node, node.func) if isinstance(node.func, ast.Attribute) else span_of(node)
    return ctx.value("call", f, *args, kwnames=kwnames, span=span)


@contextmanager
def _looked_up_before(ctx: FunctionContext, o: Value, name: str, span: Span) -> Iterator[None]:
    """Within the body, arguments are computed before the method is looked up: if they raise, its lookup is tried, which may raise instead."""
    outer, failed = ctx.handler, ctx.new_block("argument_failed")
    ctx.handler = failed
    yield
    ctx.handler = outer
    here, ctx.block = ctx.block, None
    if ctx.start(failed):
        exc, own = ctx.emit("catch").results
        ctx.emit("uncatch", own)
        ctx.value("getattr", o, name=name, span=span)
        emit_raise(ctx, "reraise", exc)
    ctx.block = here


def _argument_nodes(node: ast.Call) -> list[ast.expr]:
    return [*node.args, *(k.value for k in node.keywords)]


def _has_unpacking(node: ast.Call) -> bool:
    return any(isinstance(a, ast.Starred) for a in node.args) or any(k.arg is None for k in node.keywords)


def _is_quiet(node: ast.expr) -> bool:
    """May this argument be computed before the method is looked up, though Python looks it up first?

    Calls, assignments and yields may be seen to happen, or may change what the attribute is.
    """
    match node:
        case ast.Constant() | ast.Name() | ast.Lambda():
            return True
        case ast.Attribute(value=value) | ast.Starred(value=value):
            return _is_quiet(value)
        case ast.Subscript(value=value, slice=key):
            return _is_quiet(value) and _is_quiet(key)
        case ast.Slice(lower=lower, upper=upper, step=step):
            return all(part is None or _is_quiet(part) for part in (lower, upper, step))
        case ast.BinOp(left=left, right=right):
            return _is_quiet(left) and _is_quiet(right)
        case ast.UnaryOp(operand=operand):
            return _is_quiet(operand)
        case ast.Compare(left=left, comparators=comparators):
            return _is_quiet(left) and all(_is_quiet(c) for c in comparators)
        case ast.Tuple(elts=elts) | ast.List(elts=elts):
            return all(_is_quiet(e) for e in elts)
        case ast.Dict(keys=keys, values=values):
            return all(k is None or _is_quiet(k) for k in keys) and all(_is_quiet(v) for v in values)
        case ast.JoinedStr(values=values):
            return all(_is_quiet(v) for v in values)
        case ast.FormattedValue(value=value, format_spec=spec):
            return _is_quiet(value) and (spec is None or _is_quiet(spec))
    return False


def lower_unpacked_call(ctx: FunctionContext, f: Value, args: list[ast.expr], keywords: list[ast.keyword], span: Span) -> Value:
    """A call with `*` or `**` among its arguments. A lone `*iterable` is left to the call to iterate over."""
    if len(args) == 1 and isinstance(args[0], ast.Starred):
        positional = lower_expr(ctx, args[0].value)
    else:
        positional = lower_argument_tuple(ctx, args, span)
    return ctx.value("call_ex", f, positional, lower_keywords(ctx, f, keywords, span), span=span)


def lower_argument_tuple(ctx: FunctionContext, args: list[ast.expr], span: Span) -> Value:
    """The positional arguments as a tuple."""
    if any(isinstance(a, ast.Starred) for a in args):
        return ctx.value("list_to_tuple", lower_star_list(ctx, args, span), span=span)
    return ctx.value("build_tuple", *[lower_expr(ctx, a) for a in args], span=span)


def lower_keywords(ctx: FunctionContext, f: Value, keywords: list[ast.keyword], span: Span) -> Value:
    """The keyword arguments as a dict, or unset; runs of named ones are merged into it like `**` mappings."""
    result: Value | None = None
    run: list[Value] = []

    def flush() -> None:
        nonlocal result
        if run:
            named = ctx.value("build_dict", *run, span=span)
            if result is None:
                result = named
            else:
                ctx.emit("dict_merge", result, named, f, span=span)
            run.clear()
    for keyword in keywords:
        if keyword.arg is not None:
            run += [ctx.const(keyword.arg), lower_expr(ctx, keyword.value)]
            continue
        flush()
        if result is None:
            result = ctx.value("build_dict", span=span)
        ctx.emit("dict_merge", result, lower_expr(ctx, keyword.value), f, span=span)
    flush()
    return result if result is not None else ctx.value("unset")


def _super_call(ctx: FunctionContext, node: ast.Call) -> Value:
    """`super()` is `super(__class__, first parameter)`; CPython finds the two in the running frame."""
    f = load_name(ctx, "super", span_of(node.func))
    if place_of(ctx.scope, "super").kind != "global" or "super" in ctx.module.bound_globals:
        return ctx.value("call", f, kwnames=(), span=span_of(node))
    function = ctx.scope.function
    if function.kind != FUNCTION or not ctx.function.info.n_positional:
        return _super_error(ctx, "super(): no arguments", node)
    place = place_of(ctx.scope, "__class__")
    if place.kind not in ("cell", "free"):
        return _super_error(ctx, "super(): __class__ cell not found", node)
    cls = load_place(ctx, place, span_of(node))
    first = place_of(function, function.params[0])
    if first.kind == "local" and _is_deleted(function.node, first.name):
        argument = ctx.read((first.owner, first.name))
        _require_super_argument(ctx, argument, span_of(node))
    else:
        argument = load_place(ctx, first, span_of(node))
    return ctx.value("call", f, cls, argument, kwnames=(), span=span_of(node))


def _is_deleted(function: ast.AST, name: str) -> bool:
    return any(isinstance(n, ast.Name) and isinstance(n.ctx, ast.Del) and n.id == name for n in ast.walk(function))


def _require_super_argument(ctx: FunctionContext, argument: Value, span: Span) -> None:
    deleted, present = ctx.new_block("deleted"), ctx.new_block("present")
    ctx.branch(ctx.value("is", argument, ctx.ssa.unset_value()), deleted, present)
    ctx.start(deleted)
    raise_builtin(ctx, "RuntimeError", "super(): arg[0] deleted", span)
    ctx.start(present)


def _super_error(ctx: FunctionContext, message: str, node: ast.Call) -> Value:
    raise_builtin(ctx, "RuntimeError", message, span_of(node))
    ctx.start_unreachable()
    return ctx.const(None)


