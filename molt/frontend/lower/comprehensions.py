"""Comprehensions, inlined into their function (PEP 709), and generator expressions, which are functions."""

from __future__ import annotations

import ast
from collections.abc import Callable

from molt.base.source import Span
from molt.frontend.lower.comparisons import lower_iterable
from molt.frontend.lower.conditions import lower_condition
from molt.frontend.lower.context import FunctionContext
from molt.frontend.lower.control import next_item
from molt.frontend.lower.functions import lower_function
from molt.frontend.lower.names import cells_for
from molt.frontend.lower.registry import expression, lower_expr
from molt.frontend.lower.spans import span_of
from molt.frontend.lower.targets import store
from molt.ir.core import Block, FuncInfo, Value


@expression(ast.ListComp)
def _list_comp(ctx: FunctionContext, node: ast.ListComp) -> Value:
    def append(result: Value) -> None:
        ctx.emit("list_append", result, lower_expr(ctx, node.elt), span=span_of(node.elt))
    return _inlined(ctx, node, "build_list", append)


@expression(ast.SetComp)
def _set_comp(ctx: FunctionContext, node: ast.SetComp) -> Value:
    def add(result: Value) -> None:
        ctx.emit("set_add", result, lower_expr(ctx, node.elt), span=span_of(node.elt))
    return _inlined(ctx, node, "build_set", add)


@expression(ast.DictComp)
def _dict_comp(ctx: FunctionContext, node: ast.DictComp) -> Value:
    def add(result: Value) -> None:
        key = lower_expr(ctx, node.key)
        value = lower_expr(ctx, node.value)
        first, last = span_of(node.key), span_of(node.value)
        ctx.emit("dict_set", result, key, value, span=Span(first.line, first.col, last.end_line, last.end_col))
    return _inlined(ctx, node, "build_dict", add)


def _inlined(ctx: FunctionContext, node: ast.ListComp | ast.SetComp | ast.DictComp, build: str,
             add: Callable[[Value], None]) -> Value:
    """The loops, in the comprehension's own scope: its variables begin unbound and end with it."""
    span = span_of(node)
    iterator = ctx.value("iter", lower_iterable(ctx, node.generators[0].iter), span=span)
    outer, scope = ctx.scope, ctx.module.scopes.of(node)
    ctx.scope = scope
    own = [name for name in scope.bound if scope.binds(name)]
    for name in own:
        if name in scope.cells:
            ctx.cells[scope, name] = ctx.value("make_cell", ctx.value("unset"))
        else:
            ctx.write((scope, name), ctx.ssa.unset_value())
    result = ctx.value(build, span=span)
    _loops(ctx, node.generators, iterator, span, lambda: add(result))
    for name in own:
        if name not in scope.cells:
            ctx.emit("keep", ctx.read((scope, name)))
    ctx.scope = outer
    return result


def _loops(ctx: FunctionContext, generators: list[ast.comprehension], iterator: Value, span: Span,
           innermost: Callable[[], None]) -> None:
    head, exhausted = ctx.new_block("comp_for"), ctx.new_block("comp_end")
    ctx.jump(head)
    store(ctx, generators[0].target, next_item(ctx, iterator, head, exhausted, span))
    _clause_body(ctx, generators, head, span, innermost)
    ctx.ssa.seal(head)
    ctx.start(exhausted)


def _clause_body(ctx: FunctionContext, generators: list[ast.comprehension], head: Block, span: Span,
                 innermost: Callable[[], None]) -> None:
    """What the first `for` clause does for one item; then back to the head of the loop that is running."""
    if not _pass_conditions(ctx, generators[0].ifs, head):
        return
    rest = generators[1:]
    if rest and (item := _single_item(rest[0].iter)) is not None:
        store(ctx, rest[0].target, lower_expr(ctx, item))
        _clause_body(ctx, rest, head, span, innermost)
        return
    if rest:
        _loops(ctx, rest, ctx.value("iter", lower_iterable(ctx, rest[0].iter), span=span), span, innermost)
    else:
        innermost()
    ctx.jump(head)


def _single_item(node: ast.expr) -> ast.expr | None:
    """`for y in [f(x)]` is an assignment."""
    match node:
        case ast.List(elts=[item]) | ast.Tuple(elts=[item]) if not isinstance(item, ast.Starred):
            return item
    return None


def _pass_conditions(ctx: FunctionContext, conditions: list[ast.expr], head: Block) -> bool:
    """Goes on where all conditions hold, else back to the loop's head; false when none of it can be reached."""
    for condition in conditions:
        onward = ctx.new_block("comp_if")
        lower_condition(ctx, condition, onward, head)
        if not ctx.start(onward):
            return False
    return True


@expression(ast.GeneratorExp)
def _generator_expression(ctx: FunctionContext, node: ast.GeneratorExp) -> Value:
    """A generator function that takes the outermost iterator, called at once."""
    span, scope = span_of(node), ctx.module.scopes.of(node)

    def body(inner: FunctionContext) -> None:
        def give() -> None:
            inner.value("yield", lower_expr(inner, node.elt), span=span_of(node.elt))
        _loops(inner, node.generators, inner.read((scope, ".0")), span, give)
    info = FuncInfo(scope.name, scope.qualname, node.lineno, params=scope.params, n_positional=1, n_positional_only=1,
                    is_generator=True, free=scope.free_order)
    symbol = lower_function(ctx.module, scope, info, body)
    nothing = ctx.const(None)
    function = ctx.value("make_function", nothing, nothing, ctx.value("unset"), *cells_for(ctx, scope), func=symbol, span=span)
    iterator = ctx.value("iter", lower_iterable(ctx, node.generators[0].iter), span=span)
    return ctx.value("call", function, iterator, kwnames=(), span=span)
