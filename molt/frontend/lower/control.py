"""Statements that decide what runs next."""

from __future__ import annotations

import ast

from molt.base.source import Span
from molt.frontend.lower.comparisons import lower_iterable
from molt.frontend.lower.conditions import lower_condition
from molt.frontend.lower.context import FunctionContext, Loop
from molt.frontend.lower.regions import emit_raise, emit_return, end_loop, leaving
from molt.frontend.lower.registry import lower_body, lower_expr, statement
from molt.frontend.lower.spans import span_of
from molt.frontend.lower.targets import store
from molt.ir.core import Block, Value


@statement(ast.If)
def _if(ctx: FunctionContext, node: ast.If) -> None:
    """Chains of `elif`, which nest in the tree, are walked in a loop."""
    end = ctx.new_block("if_end")
    while True:
        then, otherwise = ctx.new_block("then"), ctx.new_block("else")
        lower_condition(ctx, node.test, then, otherwise)
        if ctx.start(then):
            lower_body(ctx, node.body)
            ctx.jump(end)
        if not ctx.start(otherwise):
            break
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            node = node.orelse[0]
            continue
        lower_body(ctx, node.orelse)
        ctx.jump(end)
        break
    ctx.start(end)


@statement(ast.While)
def _while(ctx: FunctionContext, node: ast.While) -> None:
    test, body, otherwise, end = (ctx.new_block(n) for n in ("while", "body", "loop_else", "loop_end"))
    ctx.jump(test)
    ctx.start(test, seal=False)
    lower_condition(ctx, node.test, body, otherwise)
    if ctx.start(body):
        _loop_body(ctx, node.body, Loop(end, test))
    ctx.ssa.seal(test)
    _loop_else(ctx, node.orelse, otherwise, end)


@statement(ast.For)
def _for(ctx: FunctionContext, node: ast.For) -> None:
    span = span_of(node)
    iterator = ctx.value("iter", lower_iterable(ctx, node.iter), span=span)
    head, otherwise, end = (ctx.new_block(n) for n in ("for", "loop_else", "loop_end"))
    ctx.jump(head)
    store(ctx, node.target, next_item(ctx, iterator, head, otherwise, span))
    _loop_body(ctx, node.body, Loop(end, head, iterator))
    ctx.ssa.seal(head)
    _loop_else(ctx, node.orelse, otherwise, end)


def next_item(ctx: FunctionContext, iterator: Value, head: Block, exhausted: Block, span: Span) -> Value:
    """Starts the (unsealed) head of a loop and gives the next item there."""
    ctx.start(head, seal=False)
    made = ctx.emit("next", iterator, span=span)
    ctx.side_edge(made, "done", exhausted)
    return made.result


def _loop_body(ctx: FunctionContext, body: list[ast.stmt], loop: Loop) -> None:
    ctx.regions.append(loop)
    lower_body(ctx, body)
    ctx.regions.pop()
    ctx.jump(loop.continue_block)


def _loop_else(ctx: FunctionContext, body: list[ast.stmt], otherwise: Block, end: Block) -> None:
    if ctx.start(otherwise):
        lower_body(ctx, body)
        ctx.jump(end)
    ctx.start(end)


@statement(ast.Break, ast.Continue)
def _leave_loop(ctx: FunctionContext, node: ast.Break | ast.Continue) -> None:
    depth = next(i for i in range(len(ctx.regions) - 1, -1, -1) if isinstance(ctx.regions[i], Loop))
    loop = ctx.regions[depth]
    assert isinstance(loop, Loop)
    with leaving(ctx, depth + 1):
        if not ctx.is_dead and isinstance(node, ast.Break):
            end_loop(ctx, loop)
        ctx.jump(loop.break_block if isinstance(node, ast.Break) else loop.continue_block)


@statement(ast.Return)
def _return(ctx: FunctionContext, node: ast.Return) -> None:
    value = lower_expr(ctx, node.value) if node.value else ctx.const(None)
    with leaving(ctx, 0):
        if not ctx.is_dead:
            emit_return(ctx, value)


@statement(ast.Assert)
def _assert(ctx: FunctionContext, node: ast.Assert) -> None:
    """AssertionError is the built-in one, whatever the program calls by that name."""
    failed, passed = ctx.new_block("assert_failed"), ctx.new_block("assert_passed")
    lower_condition(ctx, node.test, passed, failed)
    if ctx.start(failed):
        error = ctx.value("load_builtin", name="AssertionError")
        if node.msg is not None:
            error = ctx.value("call", error, lower_expr(ctx, node.msg), kwnames=(), span=span_of(node))
        emit_raise(ctx, "raise", error, ctx.value("unset"), span=span_of(node))
    ctx.start(passed)


@statement(ast.Expr)
def _expression_statement(ctx: FunctionContext, node: ast.Expr) -> None:
    if not isinstance(node.value, ast.Constant):
        lower_expr(ctx, node.value)


@statement(ast.Pass, ast.Global, ast.Nonlocal)
def _nothing(ctx: FunctionContext, node: ast.stmt) -> None:
    """Declarations were read by the scope analysis."""
