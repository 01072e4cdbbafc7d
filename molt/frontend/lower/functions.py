"""Functions: definitions, lambdas, and the code inside."""

from __future__ import annotations

import ast
from collections.abc import Callable

from molt.base.source import Span
from molt.frontend.lower.annotations import checked_body
from molt.frontend.lower.constants import constant_of, is_constant
from molt.frontend.lower.context import FunctionContext, ModuleContext
from molt.frontend.lower.names import cells_for, store_name
from molt.frontend.lower.regions import cell_variable, emit_return, leave_by_exception
from molt.frontend.lower.registry import expression, lower_body, lower_expr, statement
from molt.frontend.lower.spans import span_of
from molt.frontend.scopes import MODULE, Scope, annotated_arguments
from molt.ir.core import FuncInfo, Function, Value


@statement(ast.FunctionDef)
def _function_def(ctx: FunctionContext, node: ast.FunctionDef) -> None:
    if ctx.scope.kind == MODULE and node.name in ctx.module.env.dropped:
        return
    decorators = [lower_expr(ctx, d) for d in node.decorator_list]
    def body(inner: FunctionContext) -> None:
        lower_body(inner, node.body)
    if ctx.module.class_names is not None:
        body = checked_body(ctx, node, body)
    value = _function_value(ctx, node, node.args, body, lambda: _annotations(ctx, node))
    value = apply_decorators(ctx, decorators, node.decorator_list, value)
    store_name(ctx, node.name, value, span_of(node))


def apply_decorators(ctx: FunctionContext, decorators: list[Value], nodes: list[ast.expr], value: Value) -> Value:
    """Calls the decorators, innermost first."""
    for decorator, node in zip(reversed(decorators), reversed(nodes), strict=True):
        value = ctx.value("call", decorator, value, kwnames=(), span=span_of(node))
    return value


@expression(ast.Lambda)
def _lambda(ctx: FunctionContext, node: ast.Lambda) -> Value:
    def body(inner: FunctionContext) -> None:
        value = lower_expr(inner, node.body)
        emit_return(inner, inner.const(None) if inner.scope.is_generator else value)
    return _function_value(ctx, node, node.args, body, lambda: ctx.value("unset"))


def _function_value(ctx: FunctionContext, node: ast.FunctionDef | ast.Lambda, args: ast.arguments,
                    body: Callable[[FunctionContext], None], annotations: Callable[[], Value]) -> Value:
    """Defaults, keyword-only defaults and annotations, in this order, then the function object."""
    defaults = _defaults(ctx, args)
    kwdefaults = _keyword_defaults(ctx, args)
    notes = annotations()
    scope = ctx.module.scopes.of(node)
    symbol = lower_function(ctx.module, scope, _info(scope, node, args), body)
    if isinstance(node, ast.FunctionDef):
        written = [(ctx.mangle(a.arg), a.annotation) for a in annotated_arguments(args)] + [("return", node.returns)]
        ctx.module.module.functions[symbol].annotations = {n: ast.unparse(a) for n, a in written if a is not None}
    return ctx.value("make_function", defaults, kwdefaults, notes, *cells_for(ctx, scope), func=symbol, span=span_of(node))


def _defaults(ctx: FunctionContext, args: ast.arguments) -> Value:
    if not args.defaults:
        return ctx.const(None)
    if all(is_constant(d) for d in args.defaults):
        return ctx.const(tuple([constant_of(d) for d in args.defaults]))
    return ctx.value("build_tuple", *[lower_expr(ctx, d) for d in args.defaults])


def _keyword_defaults(ctx: FunctionContext, args: ast.arguments) -> Value:
    items: list[Value] = []
    for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        if default is not None:
            items += [ctx.const(ctx.mangle(arg.arg)), lower_expr(ctx, default)]
    return ctx.value("build_dict", *items) if items else ctx.const(None)


def _annotations(ctx: FunctionContext, node: ast.FunctionDef) -> Value:
    items: list[Value] = []
    annotated = [(ctx.mangle(a.arg), a.annotation) for a in annotated_arguments(node.args)] + [("return", node.returns)]
    for name, annotation in annotated:
        if annotation is not None:
            items += [ctx.const(name), _annotation(ctx, annotation)]
    return ctx.value("build_dict", *items) if items else ctx.value("unset")


def _annotation(ctx: FunctionContext, node: ast.expr) -> Value:
    if ctx.module.postponed_annotations:
        return ctx.const(ast.unparse(node))
    if isinstance(node, ast.Starred):  # *args: *Ts
        (item,) = ctx.emit("unpack", lower_expr(ctx, node.value), n_results=1, span=span_of(node)).results
        return item
    return lower_expr(ctx, node)


def _info(scope: Scope, node: ast.FunctionDef | ast.Lambda, args: ast.arguments) -> FuncInfo:
    decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
    return FuncInfo(
        name=scope.name, qualname=scope.qualname, line=decorators[0].lineno if decorators else node.lineno, params=scope.params,
        n_positional=len(args.posonlyargs) + len(args.args), n_positional_only=len(args.posonlyargs),
        n_keyword_only=len(args.kwonlyargs), has_varargs=args.vararg is not None, has_varkw=args.kwarg is not None,
        is_generator=scope.is_generator, free=scope.free_order,
        doc=ast.get_docstring(node, clean=False) if isinstance(node, ast.FunctionDef) else None)


def lower_function(module: ModuleContext, scope: Scope, info: FuncInfo, body: Callable[[FunctionContext], None]) -> str:
    """Adds a function to the module: its parameters, cells and body; gives its symbol."""
    symbol = module.new_symbol(info.qualname)
    function = module.module.functions[symbol] = Function(symbol, info)
    ctx = FunctionContext(module, function, scope)
    for name in info.params:
        value = ctx.join_value(function.entry, name)
        if name not in scope.cells:
            ctx.write((scope, name), value)
    open_cells(ctx, dict(zip(info.params, function.entry.params, strict=True)))
    body(ctx)
    if not ctx.is_dead:
        emit_return(ctx, ctx.const(None))
    leave_by_exception(ctx)
    ctx.ssa.finish()
    return symbol


def open_cells(ctx: FunctionContext, params: dict[str, Value]) -> None:
    """At the head of a function: the cells it was given, and new ones for its own captured variables."""
    scope = ctx.scope
    for index, name in enumerate(scope.free_order):
        ctx.closure[name] = ctx.value("closure", index=index)
    for name in sorted(scope.cells, key=[*scope.bound, "__class__"].index):
        content = params[name] if name in params else ctx.value("unset")
        cell = ctx.cells[scope, name] = ctx.value("make_cell", content)
        ctx.write(cell_variable(scope, name), cell)


def body_span(line: int) -> Span:
    """What the implicit instructions of a body are blamed on."""
    return Span(line, 0, line, 0)
