"""Assignment and deletion: where values go."""

from __future__ import annotations

import ast

from molt.base.source import Span
from molt.frontend.lower.context import FunctionContext
from molt.frontend.lower.expressions import BINARY_OPS, lower_key
from molt.frontend.lower.names import delete_name, load_name, store_name
from molt.frontend.lower.registry import lower_expr, statement
from molt.frontend.lower.spans import attribute_span, span_of
from molt.frontend.scopes import CLASS, MODULE
from molt.ir.core import Value


def store(ctx: FunctionContext, target: ast.expr, value: Value) -> None:
    """Assigns a value to a target of any form."""
    match target:
        case ast.Name(id=name):
            store_name(ctx, name, value, span_of(target))
        case ast.Attribute(value=o, attr=attr):
            ctx.emit("setattr", lower_expr(ctx, o), value, name=ctx.mangle(attr), span=attribute_span(target, target))
        case ast.Subscript(value=o):
            container = lower_expr(ctx, o)
            ctx.emit("setitem", container, lower_key(ctx, target), value, span=span_of(target))
        case ast.Tuple(elts=elts) | ast.List(elts=elts):
            _unpack(ctx, target, elts, value)
        case ast.Starred(value=inner):
            store(ctx, inner, value)


def _unpack(ctx: FunctionContext, target: ast.expr, elts: list[ast.expr], value: Value) -> None:
    starred = [i for i, e in enumerate(elts) if isinstance(e, ast.Starred)]
    if starred:
        made = ctx.emit("unpack_ex", value, n_results=len(elts), before=starred[0], span=span_of(target))
    else:
        made = ctx.emit("unpack", value, n_results=len(elts), span=span_of(target))
    for element, item in zip(elts, made.results, strict=True):
        store(ctx, element, item)


@statement(ast.Assign)
def _assign(ctx: FunctionContext, node: ast.Assign) -> None:
    if len(node.targets) == 1 and _is_plain_swap(node.targets[0], node.value):
        _assign_one_by_one(ctx, node.targets[0], node.value)
        return
    value = lower_expr(ctx, node.value)
    for target in node.targets:
        store(ctx, target, value)


def _is_plain_swap(target: ast.expr, value: ast.expr) -> bool:
    """Is it `a, b = x, y`, which needs no tuple."""
    if not isinstance(target, (ast.Tuple, ast.List)) or not isinstance(value, (ast.Tuple, ast.List)):
        return False
    both = [*target.elts, *value.elts]
    return len(target.elts) == len(value.elts) and not any(isinstance(e, ast.Starred) for e in both)


def _assign_one_by_one(ctx: FunctionContext, target: ast.expr, value: ast.expr) -> None:
    assert isinstance(target, (ast.Tuple, ast.List)) and isinstance(value, (ast.Tuple, ast.List))
    values = [lower_expr(ctx, e) for e in value.elts]
    for element, item in zip(target.elts, values, strict=True):
        store(ctx, element, item)


@statement(ast.AugAssign)
def _augmented(ctx: FunctionContext, node: ast.AugAssign) -> None:
    op, span, target = "i" + BINARY_OPS[type(node.op)], span_of(node), node.target
    match target:
        case ast.Name(id=name):
            old = load_name(ctx, name, span_of(target))
            new = ctx.value(op, old, lower_expr(ctx, node.value), span=span)
            store_name(ctx, name, new, span_of(target), keeps_old=False)
        case ast.Attribute(value=o, attr=attr):
            owner, name, where = lower_expr(ctx, o), ctx.mangle(attr), attribute_span(target, target)
            old = ctx.value("getattr", owner, name=name, span=where)
            new = ctx.value(op, old, lower_expr(ctx, node.value), span=span)
            ctx.emit("setattr", owner, new, name=name, span=where)
        case ast.Subscript(value=o):
            container, key, where = lower_expr(ctx, o), lower_key(ctx, target), span_of(target)
            old = ctx.value("getitem", container, key, span=where)
            new = ctx.value(op, old, lower_expr(ctx, node.value), span=span)
            ctx.emit("setitem", container, key, new, span=where)


@statement(ast.AnnAssign)
def _annotated(ctx: FunctionContext, node: ast.AnnAssign) -> None:
    """The value first, then, outside of functions, the annotation."""
    if node.value is not None:
        store(ctx, node.target, lower_expr(ctx, node.value))
    elif not isinstance(node.target, ast.Name):
        _evaluate_target(ctx, node.target)
    if ctx.scope.kind not in (MODULE, CLASS):
        return
    if ctx.module.postponed_annotations:
        annotation = ctx.const(ast.unparse(node.annotation)) if node.simple else None
    else:
        annotation = lower_expr(ctx, node.annotation)
    if node.simple and annotation is not None:
        assert isinstance(node.target, ast.Name)
        table = load_name(ctx, "__annotations__", span_of(node))
        ctx.emit("setitem", table, ctx.const(ctx.mangle(node.target.id)), annotation, span=span_of(node))


def _evaluate_target(ctx: FunctionContext, target: ast.expr) -> None:
    """What a bare annotation of an attribute or item evaluates of it."""
    if isinstance(target, ast.Attribute):
        lower_expr(ctx, target.value)
    elif isinstance(target, ast.Subscript):
        lower_expr(ctx, target.value)
        lower_key(ctx, target)


@statement(ast.Delete)
def _delete(ctx: FunctionContext, node: ast.Delete) -> None:
    for target in node.targets:
        _delete_target(ctx, target)


def _delete_target(ctx: FunctionContext, target: ast.expr) -> None:
    match target:
        case ast.Name(id=name):
            delete_name(ctx, name, span_of(target))
        case ast.Attribute(value=o, attr=attr):
            ctx.emit("delattr", lower_expr(ctx, o), name=ctx.mangle(attr), span=attribute_span(target, target))
        case ast.Subscript(value=o):
            container = lower_expr(ctx, o)
            ctx.emit("delitem", container, lower_key(ctx, target), span=span_of(target))
        case ast.Tuple(elts=elts) | ast.List(elts=elts):
            for element in elts:
                _delete_target(ctx, element)


def store_annotations_table(ctx: FunctionContext, span: Span) -> None:
    """At the head of a module or class body that annotates variables; a namespace from `__prepare__` may have one."""
    if ctx.namespace is None:
        store_name(ctx, "__annotations__", ctx.value("build_dict", span=span), span)
        return
    absent, present = ctx.new_block("no_annotations"), ctx.new_block("annotations")
    ctx.branch(ctx.value("in", ctx.const("__annotations__"), ctx.namespace, span=span), present, absent)
    ctx.start(absent)
    store_name(ctx, "__annotations__", ctx.value("build_dict", span=span), span)
    ctx.jump(present)
    ctx.start(present)
