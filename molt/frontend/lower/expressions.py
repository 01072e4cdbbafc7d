"""Operators, displays, attributes, items, f-strings."""

from __future__ import annotations

import ast

from molt.base.source import Span
from molt.frontend.lower.comparisons import lower_constant_set, lower_truth
from molt.frontend.lower.conditions import lower_condition
from molt.frontend.lower.constants import NotConstant, constant_of, is_constant
from molt.frontend.lower.context import FunctionContext
from molt.frontend.lower.names import load_name, store_name
from molt.frontend.lower.percent import percent_as_fstring
from molt.frontend.lower.registry import expression, lower_expr
from molt.frontend.lower.spans import attribute_span, span_of
from molt.ir.core import Value

BINARY_OPS: dict[type[ast.operator], str] = {
    ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.MatMult: "matmul", ast.Div: "truediv", ast.FloorDiv: "floordiv",
    ast.Mod: "mod", ast.Pow: "pow", ast.LShift: "lshift", ast.RShift: "rshift", ast.BitAnd: "and", ast.BitOr: "or", ast.BitXor: "xor"}
_UNARY_OPS: dict[type[ast.unaryop], str] = {ast.USub: "neg", ast.UAdd: "pos", ast.Invert: "invert"}
# Where CPython builds a set of constants by copying a frozenset, which decides the order in which it iterates.
_MIN_COPIED_SET = 3


@expression(ast.Constant)
def _constant(ctx: FunctionContext, node: ast.Constant) -> Value:
    return ctx.const(node.value)


@expression(ast.Name)
def _name(ctx: FunctionContext, node: ast.Name) -> Value:
    if node.id == "__debug__":
        return ctx.const(True)
    return load_name(ctx, node.id, span_of(node))


@expression(ast.BinOp)
def _binop(ctx: FunctionContext, node: ast.BinOp) -> Value:
    try:
        return ctx.const(constant_of(node))
    except NotConstant:
        pass
    fstring = percent_as_fstring(node)
    if fstring is not None:
        return _fstring(ctx, fstring)
    left = lower_expr(ctx, node.left)
    right = lower_expr(ctx, node.right)
    return ctx.value(BINARY_OPS[type(node.op)], left, right, span=span_of(node))


@expression(ast.UnaryOp)
def _unaryop(ctx: FunctionContext, node: ast.UnaryOp) -> Value:
    try:
        return ctx.const(constant_of(node))
    except NotConstant:
        pass
    if isinstance(node.op, ast.Not):
        return ctx.value("box_bool", ctx.value("not", lower_truth(ctx, node.operand)))
    return ctx.value(_UNARY_OPS[type(node.op)], lower_expr(ctx, node.operand), span=span_of(node))


@expression(ast.BoolOp)
def _boolop(ctx: FunctionContext, node: ast.BoolOp) -> Value:
    end = ctx.new_block("bool_end")
    result = ctx.join_value(end)
    for operand in node.values[:-1]:
        value = lower_expr(ctx, operand)
        decided, onward = ctx.new_block("decided"), ctx.new_block("bool_next")
        targets = (onward, decided) if isinstance(node.op, ast.And) else (decided, onward)
        ctx.branch(ctx.value("truth", value, span=span_of(node)), *targets)
        ctx.start(decided)
        ctx.jump(end, value)
        ctx.start(onward)
    ctx.jump(end, lower_expr(ctx, node.values[-1]))
    ctx.start(end)
    return result


@expression(ast.IfExp)
def _conditional(ctx: FunctionContext, node: ast.IfExp) -> Value:
    then, otherwise, end = ctx.new_block("then"), ctx.new_block("else"), ctx.new_block("if_end")
    result = ctx.join_value(end)
    lower_condition(ctx, node.test, then, otherwise)
    for block, branch in ((then, node.body), (otherwise, node.orelse)):
        if ctx.start(block):
            ctx.jump(end, lower_expr(ctx, branch))
    ctx.start(end)
    return result


@expression(ast.NamedExpr)
def _walrus(ctx: FunctionContext, node: ast.NamedExpr) -> Value:
    value = lower_expr(ctx, node.value)
    store_name(ctx, node.target.id, value, span_of(node.target))
    return value


@expression(ast.Attribute)
def _attribute(ctx: FunctionContext, node: ast.Attribute) -> Value:
    o = lower_expr(ctx, node.value)
    return ctx.value("getattr", o, name=ctx.mangle(node.attr), span=attribute_span(node, node))


@expression(ast.Subscript)
def _subscript(ctx: FunctionContext, node: ast.Subscript) -> Value:
    o = lower_expr(ctx, node.value)
    return ctx.value("getitem", o, lower_key(ctx, node), span=span_of(node))


def lower_key(ctx: FunctionContext, node: ast.Subscript) -> Value:
    """The key of `o[key]`."""
    if not isinstance(node.slice, ast.Slice):
        return lower_expr(ctx, node.slice)
    return _slice_with_span(ctx, node.slice, span_of(node))


@expression(ast.Slice)
def _slice(ctx: FunctionContext, node: ast.Slice) -> Value:
    return _slice_with_span(ctx, node, span_of(node))


def _slice_with_span(ctx: FunctionContext, node: ast.Slice, span: Span) -> Value:
    parts = [lower_expr(ctx, part) if part else ctx.const(None) for part in (node.lower, node.upper, node.step)]
    return ctx.value("build_slice", *parts, span=span)


@expression(ast.Tuple)
def _tuple(ctx: FunctionContext, node: ast.Tuple) -> Value:
    try:
        return ctx.const(constant_of(node))
    except NotConstant:
        pass
    if any(isinstance(e, ast.Starred) for e in node.elts):
        return ctx.value("list_to_tuple", lower_star_list(ctx, node.elts, span_of(node)), span=span_of(node))
    return ctx.value("build_tuple", *[lower_expr(ctx, e) for e in node.elts], span=span_of(node))


@expression(ast.List)
def _list(ctx: FunctionContext, node: ast.List) -> Value:
    return lower_star_list(ctx, node.elts, span_of(node))


def lower_star_list(ctx: FunctionContext, elements: list[ast.expr], span: Span) -> Value:
    """A new list of elements of which any may be starred."""
    plain = _leading_plain(elements)
    result = ctx.value("build_list", *[lower_expr(ctx, e) for e in elements[:plain]], span=span)
    for element in elements[plain:]:
        if isinstance(element, ast.Starred):
            ctx.emit("list_extend", result, lower_expr(ctx, element.value), span=span)
        else:
            ctx.emit("list_append", result, lower_expr(ctx, element), span=span)
    return result


def _leading_plain(elements: list[ast.expr]) -> int:
    return next((i for i, e in enumerate(elements) if isinstance(e, ast.Starred)), len(elements))


@expression(ast.Set)
def _set(ctx: FunctionContext, node: ast.Set) -> Value:
    span = span_of(node)
    if len(node.elts) >= _MIN_COPIED_SET and all(is_constant(e) for e in node.elts):
        constant, result = lower_constant_set(ctx, node.elts, span), ctx.value("build_set", span=span)
        ctx.emit("set_update", result, constant, span=span)
        return result
    plain = _leading_plain(node.elts)
    result = ctx.value("build_set", *[lower_expr(ctx, e) for e in node.elts[:plain]], span=span)
    for element in node.elts[plain:]:
        if isinstance(element, ast.Starred):
            ctx.emit("set_update", result, lower_expr(ctx, element.value), span=span)
        else:
            ctx.emit("set_add", result, lower_expr(ctx, element), span=span)
    return result


@expression(ast.Dict)
def _dict(ctx: FunctionContext, node: ast.Dict) -> Value:
    """Runs of plain items become dicts of their own, which update the first one, as in CPython."""
    span = span_of(node)
    result: Value | None = None
    run: list[Value] = []

    def flush() -> None:
        nonlocal result
        if result is None:
            result = ctx.value("build_dict", *run, span=span)
        elif run:
            ctx.emit("dict_update", result, ctx.value("build_dict", *run, span=span), span=span)
        run.clear()
    for key, value in zip(node.keys, node.values, strict=True):
        if key is not None:
            run += [lower_expr(ctx, key), lower_expr(ctx, value)]
            continue
        flush()
        assert result is not None
        ctx.emit("dict_update", result, lower_expr(ctx, value), span=span)
    flush()
    assert result is not None
    return result


@expression(ast.JoinedStr)
def _fstring(ctx: FunctionContext, node: ast.JoinedStr) -> Value:
    parts = [lower_expr(ctx, part) for part in node.values]
    if not parts:
        return ctx.const("")
    if len(parts) == 1:
        return parts[0]
    return ctx.value("build_string", *parts, span=span_of(node))


@expression(ast.FormattedValue)
def _formatted(ctx: FunctionContext, node: ast.FormattedValue) -> Value:
    value = lower_expr(ctx, node.value)
    spec = lower_expr(ctx, node.format_spec) if node.format_spec else ctx.value("unset")
    conversion = "" if node.conversion == -1 else chr(node.conversion)
    return ctx.value("format", value, spec, conversion=conversion, span=span_of(node))


@expression(ast.Yield)
def _yield(ctx: FunctionContext, node: ast.Yield) -> Value:
    value = lower_expr(ctx, node.value) if node.value else ctx.const(None)
    return ctx.value("yield", value, span=span_of(node))


@expression(ast.YieldFrom)
def _yield_from(ctx: FunctionContext, node: ast.YieldFrom) -> Value:
    """The loop of PEP 380: sends to the delegate, throws into it, until it returns."""
    span = span_of(node)
    delegate = ctx.value("yield_from_iter", lower_expr(ctx, node.value), span=span)
    send, give, throw, done = (ctx.new_block(n) for n in ("send", "give", "throw", "delegate_done"))
    sent, given = ctx.join_value(send), ctx.join_value(give)
    ctx.jump(send, ctx.const(None))
    ctx.start(send, seal=False)
    made = ctx.emit("delegate_send", delegate, sent, span=span)
    ctx.side_edge(made, "done", done)
    ctx.jump(give, made.result)
    ctx.start(give, seal=False)
    outer_handler, ctx.handler = ctx.handler, throw
    received = ctx.value("yield", given, span=span)
    ctx.handler = outer_handler
    ctx.jump(send, received)
    ctx.ssa.seal(send)
    ctx.start(throw)
    made = ctx.emit("delegate_throw", delegate, span=span)
    ctx.side_edge(made, "done", done)
    ctx.jump(give, made.result)
    ctx.ssa.seal(give)
    ctx.start(done)
    return ctx.value("gen_result")
