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
        return lower_iterable(ctx, operand)
    return lower_expr(ctx, operand)


def lower_iterable(ctx: FunctionContext, node: ast.expr) -> Value:
    """What is only searched or iterated over: a list of constants may be a tuple."""
    if isinstance(node, ast.List) and all(is_constant(e) for e in node.elts):
        return ctx.const(tuple([constant_of(e) for e in node.elts]))
    return lower_expr(ctx, node)
