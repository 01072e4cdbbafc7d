"""Class statements and the bodies of classes."""

from __future__ import annotations

import ast

from molt.frontend.lower.calls import lower_argument_tuple, lower_keywords
from molt.frontend.lower.context import FunctionContext
from molt.frontend.lower.functions import apply_decorators, body_span, lower_function
from molt.frontend.lower.names import cells_for, store_name
from molt.frontend.lower.registry import lower_body, lower_expr, statement
from molt.frontend.lower.spans import span_of
from molt.frontend.lower.targets import store_annotations_table
from molt.frontend.scopes import MODULE, Scope
from molt.ir.core import FuncInfo, Value

NAMESPACE = "namespace"


@statement(ast.ClassDef)
def _class_def(ctx: FunctionContext, node: ast.ClassDef) -> None:
    """Decorators, bases, keyword arguments, the namespace, the body, the class: in this order."""
    if ctx.scope.kind == MODULE and node.name in ctx.module.env.dropped:
        return
    span, nothing = span_of(node), ctx.const(None)
    decorators = [lower_expr(ctx, d) for d in node.decorator_list]
    scope = ctx.module.scopes.of(node)
    symbol = _lower_class_body(ctx, node, scope)
    body = ctx.value("make_function", nothing, nothing, ctx.value("unset"), *cells_for(ctx, scope), func=symbol, span=span)
    name = ctx.const(node.name)
    original = lower_argument_tuple(ctx, node.bases, span)
    kwargs = lower_keywords(ctx, body, node.keywords, span)
    bases = ctx.value("class_bases", original, span=span)
    namespace = ctx.value("class_prepare", name, bases, kwargs, span=span)
    cell = ctx.value("call", body, namespace, kwnames=(), span=span)
    _store_original_bases(ctx, node, namespace, original, bases)
    cell_operand = cell if "__class__" in scope.cells else ctx.value("unset")
    cls = ctx.value("class_create", name, bases, namespace, kwargs, cell_operand, n_attributes=len(_own_attributes(node)), body=symbol, span=span)
    store_name(ctx, node.name, apply_decorators(ctx, decorators, node.decorator_list, cls), span)


def _own_attributes(node: ast.ClassDef) -> set[str]:
    """What instances will likely have: the attributes that methods store on their first parameter, and annotated names."""
    names = {s.target.id for s in node.body if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)}
    for method in node.body:
        if not isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        for receiver in [*method.args.posonlyargs, *method.args.args][:1]:
            names |= {n.attr for n in ast.walk(method) if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)
                      and isinstance(n.value, ast.Name) and n.value.id == receiver.arg}
    return names


def _store_original_bases(ctx: FunctionContext, node: ast.ClassDef, namespace: Value, original: Value, bases: Value) -> None:
    """`__orig_bases__` where __mro_entries__ replaced a base."""
    if not node.bases:
        return
    replaced, end = ctx.new_block("bases_replaced"), ctx.new_block("bases_kept")
    ctx.branch(ctx.value("is", original, bases), end, replaced)
    ctx.start(replaced)
    ctx.emit("setitem", namespace, ctx.const("__orig_bases__"), original, span=span_of(node))
    ctx.jump(end)
    ctx.start(end)


def _lower_class_body(outer: FunctionContext, node: ast.ClassDef, scope: Scope) -> str:
    """The function that fills the namespace; it returns the cell of `__class__`, or None when no method wants it."""
    line = node.decorator_list[0].lineno if node.decorator_list else node.lineno

    def body(ctx: FunctionContext) -> None:
        span = body_span(line)
        (ctx.namespace,) = ctx.function.entry.params
        store_name(ctx, "__module__", ctx.const(ctx.module.source.module), span)
        store_name(ctx, "__qualname__", ctx.const(scope.qualname), span)
        if scope.has_annotations:
            store_annotations_table(ctx, span)
        doc = ast.get_docstring(node, clean=False)
        if doc is not None:
            scope.bound["__doc__"] = None
            store_name(ctx, "__doc__", ctx.const(doc), span_of(node.body[0]))
        lower_body(ctx, node.body)
        if not ctx.is_dead and "__class__" in scope.cells:
            ctx.emit("ret", ctx.cells[scope, "__class__"])
    info = FuncInfo(node.name, scope.qualname, line, params=(NAMESPACE,), n_positional=1, free=scope.free_order)
    return lower_function(outer.module, scope, info, body)
