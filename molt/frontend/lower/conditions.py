"""Expressions that decide where to go: no object is made of their truth."""

from __future__ import annotations

import ast

from molt.frontend.lower.comparisons import lower_compare_truth
from molt.frontend.lower.constants import NotConstant, constant_of
from molt.frontend.lower.context import FunctionContext
from molt.frontend.lower.registry import lower_expr
from molt.frontend.lower.spans import span_of
from molt.ir.core import Block


def lower_condition(ctx: FunctionContext, node: ast.expr, then: Block, otherwise: Block) -> None:
    """Ends the current block: goes to `then` if the expression is true. A constant one leads to one block only."""
    match node:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            lower_condition(ctx, operand, otherwise, then)
        case ast.BoolOp(op=op, values=values):
            _bool_condition(ctx, op, values, then, otherwise)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            _if_condition(ctx, test, body, orelse, then, otherwise)
        case ast.Compare():
            _compare_condition(ctx, node, then, otherwise)
        case _:
            _plain_condition(ctx, node, then, otherwise)


def _plain_condition(ctx: FunctionContext, node: ast.expr, then: Block, otherwise: Block) -> None:
    try:
        ctx.jump(then if constant_of(node) else otherwise)
    except NotConstant:
        ctx.branch(ctx.value("truth", lower_expr(ctx, node), span=span_of(node)), then, otherwise)


def _bool_condition(ctx: FunctionContext, op: ast.boolop, values: list[ast.expr], then: Block, otherwise: Block) -> None:
    for value in values[:-1]:
        onward = ctx.new_block("and" if isinstance(op, ast.And) else "or")
        if isinstance(op, ast.And):
            lower_condition(ctx, value, onward, otherwise)
        else:
            lower_condition(ctx, value, then, onward)
        if not ctx.start(onward):
            return
    lower_condition(ctx, values[-1], then, otherwise)


def _if_condition(ctx: FunctionContext, test: ast.expr, body: ast.expr, orelse: ast.expr, then: Block, otherwise: Block) -> None:
    if_true, if_false = ctx.new_block("then"), ctx.new_block("else")
    lower_condition(ctx, test, if_true, if_false)
    for block, branch in ((if_true, body), (if_false, orelse)):
        if ctx.start(block):
            lower_condition(ctx, branch, then, otherwise)


def _compare_condition(ctx: FunctionContext, node: ast.Compare, then: Block, otherwise: Block) -> None:
    left = lower_expr(ctx, node.left)
    last = len(node.ops) - 1
    for index in range(len(node.ops)):
        truth, left = lower_compare_truth(ctx, node, index, left)
        onward = then if index == last else ctx.new_block("compare_next")
        ctx.branch(truth, onward, otherwise)
        if index != last:
            ctx.start(onward)
