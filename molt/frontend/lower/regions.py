"""Leaving nested regions: what `return`, `break` and `continue` run on their way out, and how handlers end."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager

from molt.base.source import Span
from molt.frontend.lower.context import Finally, FunctionContext, Handler, Loop, Region, With
from molt.frontend.lower.names import unbind_name
from molt.frontend.lower.registry import lower_body
from molt.frontend.scopes import FUNCTION, Scope
from molt.ir.core import Value


@contextmanager
def leaving(ctx: FunctionContext, depth: int) -> Iterator[None]:
    """Runs the exits of all regions but the outermost `depth`; within the `with` body the code is out of them."""
    regions, handler = ctx.regions, ctx.handler
    for index in range(len(regions) - 1, depth - 1, -1):
        if ctx.is_dead:
            break
        ctx.regions = regions[:index]
        _leave(ctx, regions[index])
    yield
    ctx.regions, ctx.handler = regions, handler


def _leave(ctx: FunctionContext, region: Region) -> None:
    if isinstance(region, Loop):
        end_loop(ctx, region)
        return
    ctx.handler = region.outer_handler
    match region:
        case Finally():
            lower_body(ctx, region.body)
        case With():
            exit_normally(ctx, region)
        case Handler():
            leave_handler(ctx, region)


def end_loop(ctx: FunctionContext, region: Loop) -> None:
    """What a loop holds lives until it is left."""
    if region.iterator is not None:
        ctx.emit("keep", region.iterator)


def exit_normally(ctx: FunctionContext, region: With) -> None:
    """`exit(None, None, None)`."""
    nothing = ctx.const(None)
    ctx.emit("call", region.exit, nothing, nothing, nothing, kwnames=(), span=region.span)


def leave_handler(ctx: FunctionContext, region: Handler) -> None:
    """The exception is handled: restores the one handled before and unbinds the name."""
    ctx.emit("uncatch", region.prev)
    if region.name is not None:
        assert region.span is not None
        unbind_name(ctx, region.name, region.span)


@contextmanager
def handling(ctx: FunctionContext, prev: Value, name: str | None = None, span: Span | None = None) -> Iterator[Handler]:
    """The code in the `with` body runs while an exception is handled; one that it raises leaves the handler properly."""
    region = Handler(prev, name, span, ctx.handler)
    cleanup = ctx.new_block("cleanup")
    ctx.regions.append(region)
    ctx.handler = cleanup
    yield region
    ctx.regions.pop()
    ctx.handler = region.outer_handler
    suspended, ctx.block = ctx.block, None
    if ctx.start(cleanup):
        exc, own = ctx.emit("catch").results
        ctx.emit("uncatch", own)
        leave_handler(ctx, region)
        emit_raise(ctx, "reraise", exc)
    ctx.block = suspended


def emit_return(ctx: FunctionContext, value: Value) -> None:
    """Leaves the function. Its variables live until now: they die in the order of a frame, parameters, locals, cells."""
    if ctx.check_result is not None:
        ctx.check_result(value)
    for variable in _variables(ctx):
        ctx.emit("keep", ctx.read(variable))
    ctx.emit("ret", value)


def leave_by_exception(ctx: FunctionContext) -> None:
    """The way out of all exceptions without a handler: the traceback holds the frame, and so its variables."""
    if ctx.leave is not None:
        ctx.block = None
        if ctx.start(ctx.leave):
            ctx.leave = None
            for variable in reversed(_variables(ctx)):
                ctx.emit("hold", ctx.read(variable))
            ctx.emit("unwind")


def emit_raise(ctx: FunctionContext, op: str, *operands: Value, span: Span | None = None) -> None:
    """One of the ops that raise, where what is alive until then is not needed afterwards."""
    for region in reversed(ctx.regions):
        if isinstance(region, Loop):
            end_loop(ctx, region)
    ctx.emit(op, *operands, span=span)


def raise_builtin(ctx: FunctionContext, exception: str, message: str, span: Span) -> None:
    """Raises a built-in exception that the program does not name."""
    error = ctx.value("call", ctx.value("load_builtin", name=exception), ctx.const(message), kwnames=(), span=span)
    emit_raise(ctx, "raise", error, ctx.value("unset"), span=span)


def cell_variable(scope: Scope, name: str) -> Hashable:
    """The cell of a captured variable, as a variable itself: it is not there from the start."""
    return "cell", scope, name


def _variables(ctx: FunctionContext) -> list[Hashable]:
    """A function's variables in the order in which a frame lets go of them."""
    scope = ctx.scope.function
    if scope.kind != FUNCTION:
        return []
    own = [name for name in scope.bound if name not in scope.params and scope.binds(name)]
    own.sort(key=lambda name: name in scope.cells)
    return [cell_variable(scope, name) if name in scope.cells else (scope, name) for name in (*scope.params, *own)]
