"""Import statements. What is imported is known; only whether a missing module is caught shows at run time."""

from __future__ import annotations

import ast

from molt.base.source import Span
from molt.frontend.lower.context import FunctionContext
from molt.frontend.lower.names import note_global, store_name
from molt.frontend.lower.regions import raise_builtin
from molt.frontend.lower.registry import statement
from molt.frontend.lower.spans import span_of
from molt.frontend.scopes import MODULE
from molt.ir.core import Value


def _above_the_top(package: str) -> str:
    return f"attempted relative import {'beyond top-level package' if package else 'with no known parent package'}"


def absolute_name(package: str, node: ast.ImportFrom) -> str | None:
    """The module that a `from` import names; None when it lies above the top-level package."""
    if not node.level:
        return node.module or ""
    parts = package.split(".") if package else []
    if len(parts) < node.level:
        return None
    base = parts[:len(parts) - node.level + 1]
    return ".".join([*base, node.module] if node.module else base)


@statement(ast.Import)
def _import(ctx: FunctionContext, node: ast.Import) -> None:
    span = span_of(node)
    for alias in node.names:
        module = _import_module(ctx, alias.name, span)
        if alias.asname:
            store_name(ctx, alias.asname, module, span)
            continue
        top = alias.name.partition(".")[0]
        store_name(ctx, top, _import_module(ctx, top, span) if top != alias.name else module, span)


def _import_module(ctx: FunctionContext, name: str, span: Span) -> Value:
    if name in ctx.module.env.modules:
        return ctx.value("import_module", module=ctx.module.env.aliases.get(name, name), span=span)
    # CPython imports the parents first and names the first module that is missing.
    parent = name.rpartition(".")[0]
    if parent and parent not in ctx.module.env.modules:
        return _import_module(ctx, parent, span)
    if parent:
        ctx.emit("import_module", module=parent, span=span)
    return ctx.value("import_missing", module=name, span=span)


@statement(ast.ImportFrom)
def _import_from(ctx: FunctionContext, node: ast.ImportFrom) -> None:
    if node.module == "__future__" and not node.level:
        return
    span, env = span_of(node), ctx.module.env
    name = absolute_name(ctx.module.package, node)
    if name is None:
        raise_builtin(ctx, "ImportError", _above_the_top(ctx.module.package), span)
        ctx.start_unreachable()
        return
    module = _import_module(ctx, name, span)
    if node.names[0].name == "*":
        exported = env.star_names.get(name, frozenset())
        for bound in sorted(exported):
            note_global(ctx, bound)
        for tail in sorted(exported & env.submodules.get(name, frozenset())):
            ctx.emit("import_module", module=f"{name}.{tail}", span=span)
        ctx.emit("import_star", module, span=span)
        return
    submodules = env.submodules.get(name, frozenset())
    for alias in node.names:
        if alias.name in submodules:
            ctx.emit("import_module", module=f"{name}.{alias.name}", span=span)
    for alias in node.names:
        bound = alias.asname or alias.name
        if ctx.scope.kind == MODULE and bound in env.dropped:
            continue
        store_name(ctx, bound, ctx.value("import_from", module, name=alias.name, span=span), span)
