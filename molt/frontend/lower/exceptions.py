"""raise, try and with."""

from __future__ import annotations

import ast
from collections.abc import Callable

from molt.frontend.lower.context import Finally, FunctionContext, With
from molt.frontend.lower.names import store_name
from molt.frontend.lower.regions import emit_raise, exit_normally, handling, leave_handler
from molt.frontend.lower.registry import lower_body, lower_expr, statement
from molt.frontend.lower.spans import span_of
from molt.frontend.lower.targets import store
from molt.ir.core import Block, Value


@statement(ast.Raise)
def _raise(ctx: FunctionContext, node: ast.Raise) -> None:
    if node.exc is None:
        emit_raise(ctx, "raise_current", span=span_of(node))
        return
    exc = lower_expr(ctx, node.exc)
    cause = lower_expr(ctx, node.cause) if node.cause else ctx.value("unset")
    emit_raise(ctx, "raise", exc, cause, span=span_of(node))


@statement(ast.Try)
def _try(ctx: FunctionContext, node: ast.Try) -> None:
    if node.finalbody:
        _try_finally(ctx, node)
    else:
        _try_except(ctx, node)


def _try_finally(ctx: FunctionContext, node: ast.Try) -> None:
    """The finally body is lowered once for each way into it."""
    outer = ctx.handler
    handler, end = ctx.new_block("finally"), ctx.new_block("try_end")
    ctx.regions.append(Finally(node.finalbody, outer))
    ctx.handler = handler
    if node.handlers:
        _try_except(ctx, node)
    else:
        lower_body(ctx, node.body)
    ctx.regions.pop()
    ctx.handler = outer
    lower_body(ctx, node.finalbody)
    ctx.jump(end)
    if ctx.start(handler):
        exc, prev = ctx.emit("catch").results
        with handling(ctx, prev):
            lower_body(ctx, node.finalbody)
        _reraise(ctx, exc, prev)
    ctx.start(end)


def _reraise(ctx: FunctionContext, exc: Value, prev: Value) -> None:
    """Leaves a handler that did not take care of the exception."""
    if not ctx.is_dead:
        ctx.emit("uncatch", prev)
        emit_raise(ctx, "reraise", exc)


def _try_except(ctx: FunctionContext, node: ast.Try) -> None:
    handler, end = ctx.new_block("except"), ctx.new_block("try_end")
    outer, ctx.handler = ctx.handler, handler
    lower_body(ctx, node.body)
    ctx.handler = outer
    lower_body(ctx, node.orelse)
    ctx.jump(end)
    if ctx.start(handler):
        _handlers(ctx, node.handlers, end)
    ctx.start(end)


def _handlers(ctx: FunctionContext, handlers: list[ast.ExceptHandler], end: Block) -> None:
    exc, prev = ctx.emit("catch").results
    for clause in handlers:
        if clause.type is None:
            _handler_body(ctx, clause, exc, prev, end)
            return
        onward = ctx.new_block("next_except")
        _match(ctx, clause, exc, prev, onward)
        _handler_body(ctx, clause, exc, prev, end)
        ctx.start(onward)
    _reraise(ctx, exc, prev)


def _match(ctx: FunctionContext, clause: ast.ExceptHandler, exc: Value, prev: Value, onward: Block) -> None:
    """Goes on if the clause catches the exception, else to `onward`."""
    assert clause.type is not None
    matched = ctx.new_block("caught")
    with handling(ctx, prev):
        caught = ctx.value("exc_match", exc, lower_expr(ctx, clause.type), span=span_of(clause))
        ctx.branch(caught, matched, onward)
    ctx.start(matched)


def _handler_body(ctx: FunctionContext, clause: ast.ExceptHandler, exc: Value, prev: Value, end: Block) -> None:
    if clause.name is not None:
        with handling(ctx, prev):
            store_name(ctx, clause.name, exc, span_of(clause))
    with handling(ctx, prev, clause.name, span_of(clause)) as region:
        lower_body(ctx, clause.body)
    if not ctx.is_dead:
        leave_handler(ctx, region)
        ctx.jump(end)


@statement(ast.With)
def _with(ctx: FunctionContext, node: ast.With) -> None:
    _with_items(ctx, node, node.items)


def _with_items(ctx: FunctionContext, node: ast.With, items: list[ast.withitem]) -> None:
    if not items:
        lower_body(ctx, node.body)
        return
    item, span = items[0], span_of(node)
    exit_method, entered = ctx.emit("with_enter", lower_expr(ctx, item.context_expr), span=span).results

    def body() -> None:
        if item.optional_vars is not None:
            store(ctx, item.optional_vars, entered)
        _with_items(ctx, node, items[1:])
    _guarded(ctx, With(exit_method, span, ctx.handler), body)


def _guarded(ctx: FunctionContext, region: With, body: Callable[[], None]) -> None:
    """Runs a body whose every way out calls the exit method."""
    handler, end = ctx.new_block("with_except"), ctx.new_block("with_end")
    ctx.regions.append(region)
    ctx.handler = handler
    body()
    ctx.regions.pop()
    ctx.handler = region.outer_handler
    if not ctx.is_dead:
        exit_normally(ctx, region)
        ctx.jump(end)
    if ctx.start(handler):
        exc, prev = ctx.emit("catch").results
        suppressed, unhandled = ctx.new_block("suppressed"), ctx.new_block("unhandled")
        with handling(ctx, prev):
            ctx.branch(ctx.value("with_exit", region.exit, exc, span=region.span), suppressed, unhandled)
        ctx.start(suppressed)
        ctx.emit("uncatch", prev)
        ctx.jump(end)
        ctx.start(unhandled)
        _reraise(ctx, exc, prev)
    ctx.start(end)
