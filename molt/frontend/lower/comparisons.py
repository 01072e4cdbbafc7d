"""Comparisons, alone and chained."""

from __future__ import annotations

import ast

from molt.base.source import Span
from molt.frontend.lower.constants import constant_of, is_constant
from molt.frontend.lower.context import FunctionContext
from molt.frontend.lower.registry import expression, lower_expr
from molt.frontend.lower.spans import span_of
from molt.ir.core import Value

_COMPARE_OPS: dict[type[ast.cmpop], str] = {ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge"}


def lower_truth(ctx: FunctionContext, node: ast.expr) -> Value:
    """The truth of an expression, as a bool."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) not in _COMPARE_OPS:
        left = lower_expr(ctx, node.left)
        return lower_bool_compare(ctx, node.ops[0], left, _right_operand(ctx, node, 0), span_of(node))
    return ctx.value("truth", lower_expr(ctx, node), span=span_of(node))


@expression(ast.Compare)
def _compare(ctx: FunctionContext, node: ast.Compare) -> Value:
    left = lower_expr(ctx, node.left)
    if len(node.ops) == 1:
        return _compare_once(ctx, node.ops[0], left, _right_operand(ctx, node, 0), span_of(node))
    end = ctx.new_block("compare_end")
    result = ctx.join_value(end)
    for index, op in enumerate(node.ops):
        right = _right_operand(ctx, node, index)
        value = _compare_once(ctx, op, left, right, span_of(node))
        if index == len(node.ops) - 1:
            ctx.jump(end, value)
            break
        failed, onward = ctx.new_block("failed"), ctx.new_block("compare_next")
        ctx.branch(ctx.value("truth", value, span=span_of(node)), onward, failed)
        ctx.start(failed)
        ctx.jump(end, value)
        ctx.start(onward)
        left = right
    ctx.start(end)
    return result


def _compare_once(ctx: FunctionContext, op: ast.cmpop, left: Value, right: Value, span: Span) -> Value:
    if type(op) in _COMPARE_OPS:
        return ctx.value(_COMPARE_OPS[type(op)], left, right, span=span)
    return ctx.value("box_bool", lower_bool_compare(ctx, op, left, right, span))


def lower_bool_compare(ctx: FunctionContext, op: ast.cmpop, left: Value, right: Value, span: Span) -> Value:
    """`is`, `is not`, `in` and `not in`, as a bool."""
    if isinstance(op, (ast.Is, ast.IsNot)):
        result = ctx.value("is", left, right)
    else:
        result = ctx.value("in", left, right, span=span)
    return ctx.value("not", result) if isinstance(op, (ast.IsNot, ast.NotIn)) else result


def lower_compare_truth(ctx: FunctionContext, node: ast.Compare, index: int, left: Value) -> tuple[Value, Value]:
    """The truth of one comparison of a chain, as a bool, and its right operand."""
    op, right, span = node.ops[index], _right_operand(ctx, node, index), span_of(node)
    if type(op) in _COMPARE_OPS:
        return ctx.value("truth", ctx.value(_COMPARE_OPS[type(op)], left, right, span=span), span=span), right
    return lower_bool_compare(ctx, op, left, right, span), right


def _right_operand(ctx: FunctionContext, node: ast.Compare, index: int) -> Value:
    operand = node.comparators[index]
    if isinstance(node.ops[index], (ast.In, ast.NotIn)):
        return _lower_searched(ctx, operand)
    return lower_expr(ctx, operand)


def _lower_searched(ctx: FunctionContext, node: ast.expr) -> Value:
    if isinstance(node, ast.Set) and all(is_constant(e) for e in node.elts):
        return ctx.value("build_set", *[lower_expr(ctx, e) for e in node.elts], span=span_of(node))
    return lower_iterable(ctx, node)


def lower_iterable(ctx: FunctionContext, node: ast.expr) -> Value:
    """What is only iterated over: a list of constants is a tuple, a set of them a frozenset."""
    if isinstance(node, ast.List) and all(is_constant(e) for e in node.elts):
        return ctx.const(tuple([constant_of(e) for e in node.elts]))
    if isinstance(node, ast.Set) and all(is_constant(e) for e in node.elts):
        return lower_constant_set(ctx, node.elts, span_of(node))
    return lower_expr(ctx, node)


def lower_constant_set(ctx: FunctionContext, elements: list[ast.expr], span: Span) -> Value:
    """Iterates as CPython's constant does: its compiler makes a frozenset, and the constant from the items of that."""
    first = ctx.value("build_set", *[lower_expr(ctx, e) for e in elements], span=span)
    items, constant = ctx.value("build_list", span=span), ctx.value("build_set", span=span)
    ctx.emit("list_extend", items, first, span=span)
    ctx.emit("set_update", constant, items, span=span)
    return constant
