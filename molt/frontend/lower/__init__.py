"""From a module's syntax tree to TIR."""

from __future__ import annotations

import ast

from molt.frontend.lower import (  # noqa: F401 - each registers what it lowers
    calls, classes, comparisons, comprehensions, control, exceptions, expressions, functions, imports, match, targets)
from molt.frontend.lower.annotations import class_names
from molt.frontend.lower.context import FunctionContext, ModuleContext, ModuleEnv
from molt.frontend.lower.functions import body_span, lower_function
from molt.frontend.lower.names import MODULE_NAMES, store_name
from molt.frontend.lower.registry import lower_body
from molt.frontend.lower.targets import store_annotations_table
from molt.frontend.parse import Unit, deep_recursion
from molt.ir.core import FuncInfo, Module

__all__ = ["ModuleEnv", "lower_module"]


def lower_module(unit: Unit, env: ModuleEnv, type_hints: str = "hint") -> Module:
    """The TIR of one module that `molt.frontend.check` found nothing wrong with. `type_hints`: see Module."""
    with deep_recursion(unit.source):
        module = Module(unit.source, type_hints="hint" if unit.source.is_library else type_hints)
        ctx = ModuleContext(unit.source, unit.package, unit.scopes, env, module, unit.postponed_annotations)
        _note_bindings(ctx, unit)
        if module.type_hints == "check":
            ctx.class_names = class_names(unit.tree)
        info = FuncInfo("<module>", "<module>", 1)
        lower_function(ctx, unit.scopes.module, info, lambda body: _module_body(body, unit))
        module.globals = list(ctx.global_names)
        return module


def _note_bindings(ctx: ModuleContext, unit: Unit) -> None:
    env = ctx.env
    ctx.bound_globals |= set(unit.scopes.global_bindings) | env.outside_stores
    ctx.bound_globals = ctx.bound_globals.union(*env.star_names.values())


def _module_body(ctx: FunctionContext, unit: Unit) -> None:
    span, source, used = body_span(1), unit.source, ctx.module.env.used_names
    values = {"__name__": source.module, "__doc__": ast.get_docstring(unit.tree, clean=False),
              "__package__": None if source.module == "__main__" and not unit.package else unit.package, "__file__": source.path}
    for name in MODULE_NAMES:
        if (used is None or name in used) and (name != "__file__" or source.path):  # a namespace package has no file
            store_name(ctx, name, ctx.const(values[name]), span)
    if unit.package and source.module == "__main__":  # python -m package.module
        ctx.emit("import_module", module=unit.package)
    if ctx.scope.has_annotations:
        store_annotations_table(ctx, span)
    lower_body(ctx, unit.tree.body)
