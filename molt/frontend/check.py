"""What Molt rejects before it lowers a module: syntax it lacks, names nobody binds, attributes that C modules lack."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from molt.base.source import Span
from molt.diagnostics import Diagnostic
from molt.frontend.guards import ATTRIBUTE_ERRORS, IMPORT_ERRORS, NAME_ERRORS, Caught, guarded_nodes
from molt.frontend.lower.names import MODULE_NAMES
from molt.frontend.lower.spans import span_of
from molt.frontend.parse import Unit
from molt.frontend.scopes import Scope, mangle, place_of
from molt.frontend.target import CPYTHON_BUILTINS, DYNAMIC_BUILTINS, FRAME_BUILTINS, Target

_LOADER_NAMES = frozenset({"__spec__", "__loader__", "__cached__", "__builtins__", "__path__"})
_INSTEAD = {
    "eval": "parse the text with a function of your own, or use ast.literal_eval for literals",
    "exec": "put the code into a function or a module of its own",
    "compile": "put the code into a function or a module of its own",
    "globals": "use a dict of your own, or the attributes of a module",
    "locals": "use a dict of your own",
    "vars": "use a dict of your own, or vars(object)",
    "dir": "use dir(object)",
    "__import__": "use an import statement",
    "breakpoint": "use print",
}


@dataclass(frozen=True)
class Names:
    """What the rest of the program does to a module's names.

    `bound`: globals that star imports or other modules bind. `is_open`: a star import of a missing module would bind others. `attributes`: of the
    modules whose attributes are known for sure.
    """

    bound: frozenset[str]
    is_open: bool
    attributes: Mapping[str, frozenset[str]]


def check_unit(unit: Unit, target: Target, names: Names) -> list[Diagnostic]:
    """All that is wrong with one module."""
    found = list(_unsupported_syntax(unit))
    if not unit.source.is_library:
        caught = {id(node): exceptions for node, exceptions in guarded_nodes(unit.tree)}
        found += _check_names(unit, target, caught, names)
        found += _check_attributes(unit, caught, names.attributes)
        found += _check_builtins_kept(unit)
        found += _check_from_imports(unit, caught, names.attributes)
    return found


def _unsupported_syntax(unit: Unit) -> Iterator[Diagnostic]:
    for node in ast.walk(unit.tree):
        match node:
            case ast.AsyncFunctionDef(name=name):
                yield _error("unsupported-async", f"'{name}' is asynchronous", unit, _head(node))
            case ast.TryStar(handlers=handlers):
                yield _error("unsupported-except-star", "except* is not supported", unit, _head(handlers[0]))
            case ast.Constant(value=complex()):
                yield _error("unsupported-complex", "imaginary literals are not supported", unit, span_of(node))
            case ast.TypeAlias():
                yield _error("unsupported-type-params", "the type statement is not supported", unit, span_of(node),
                             "assign the type to a name")
            case ast.FunctionDef(type_params=[first, *_]) | ast.ClassDef(type_params=[first, *_]):
                yield _error("unsupported-type-params", f"'{node.name}' has type parameters", unit, _span(first),
                             "use typing.TypeVar")


def _check_names(unit: Unit, target: Target, caught: Mapping[int, Caught], names: Names) -> Iterator[Diagnostic]:
    bound = set(unit.scopes.global_bindings) | names.bound | set(MODULE_NAMES) | _type_params(unit.tree)
    calls = {id(n.func): n for n in ast.walk(unit.tree) if isinstance(n, ast.Call)}
    for scope, node in unit.scopes.names:
        name = mangle(node.id, scope.private_class)
        place = place_of(scope, name)
        is_global = place.kind == "global" or (place.kind == "name" and not scope.binds(name))
        if not is_global or name in bound or names.is_open or name == "__debug__":
            continue
        if name in DYNAMIC_BUILTINS or (name in FRAME_BUILTINS and _is_call_without_arguments(calls.get(id(node)))):
            yield _error("unsupported-builtin", f"'{name}' is not supported", unit, span_of(node), _INSTEAD[name])
        elif name not in target.builtins and not caught.get(id(node), frozenset()) & NAME_ERRORS and not _has_metaclass(scope):
            yield _unknown_name(unit, node, name)


def _type_params(tree: ast.Module) -> set[str]:
    """Names that only syntax reported elsewhere binds."""
    return {n.name for n in ast.walk(tree) if isinstance(n, (ast.TypeVar, ast.ParamSpec, ast.TypeVarTuple))} | {
        n.name.id for n in ast.walk(tree) if isinstance(n, ast.TypeAlias) and isinstance(n.name, ast.Name)}


def _unknown_name(unit: Unit, node: ast.Name, name: str) -> Diagnostic:
    if name in _LOADER_NAMES:
        return _error("unsupported-dynamic", f"'{name}' does not exist in a compiled program", unit, span_of(node))
    if name in CPYTHON_BUILTINS:
        return _error("unsupported-builtin", f"'{name}' is not supported yet", unit, span_of(node))
    return _error("undefined-name", f"name '{name}' is not defined", unit, span_of(node))


def _is_call_without_arguments(call: ast.Call | None) -> bool:
    return call is not None and not call.args and not call.keywords


def _has_metaclass(scope: Scope) -> bool:
    """The namespace of such a class may hold names from the start."""
    return isinstance(scope.node, ast.ClassDef) and any(k.arg == "metaclass" for k in scope.node.keywords)


def _check_attributes(unit: Unit, caught: Mapping[int, Caught], attributes: Mapping[str, frozenset[str]]) -> Iterator[Diagnostic]:
    """`module.name`, where a global is bound by importing the module and by nothing else."""
    modules = _module_names(unit, attributes)
    for scope, node in unit.scopes.attributes:
        assert isinstance(node.value, ast.Name)
        name = mangle(node.value.id, scope.private_class)
        if name in modules and place_of(scope, name).kind == "global" and not caught.get(id(node), frozenset()) & ATTRIBUTE_ERRORS:
            yield from _missing_attribute(unit, modules[name], node.attr, span_of(node), attributes)


def _check_builtins_kept(unit: Unit) -> Iterator[Diagnostic]:
    """`builtins.name = value`: other modules' use of the name is compiled to the built-in itself."""
    modules = _module_names(unit, {"builtins": frozenset()})
    for node in ast.walk(unit.tree):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=attribute, ctx=ast.Store() | ast.Del()) if name in modules:
                yield _error("unsupported-builtin", f"'builtins.{attribute}' cannot be changed", unit, span_of(node),
                             "bind the name in the modules that are to use another object")


def _module_names(unit: Unit, attributes: Mapping[str, frozenset[str]]) -> dict[str, str]:
    imports: dict[str, set[str]] = {}
    for node in ast.walk(unit.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                imports.setdefault(alias.asname or alias.name, set()).add(alias.name)
    stored = {n.id for n in ast.walk(unit.tree) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}
    return {name: module for name, modules in imports.items() if len(modules) == 1 and name not in stored
            for module in modules if module in attributes}


def _check_from_imports(unit: Unit, caught: Mapping[int, Caught], attributes: Mapping[str, frozenset[str]]) -> Iterator[Diagnostic]:
    """`from module import name`."""
    for node in ast.walk(unit.tree):
        if not isinstance(node, ast.ImportFrom) or node.level or node.module not in attributes:
            continue
        if caught.get(id(node), frozenset()) & (IMPORT_ERRORS | ATTRIBUTE_ERRORS):
            continue
        for alias in node.names:
            if alias.name != "*":
                yield from _missing_attribute(unit, node.module, alias.name, span_of(alias), attributes)


def _missing_attribute(unit: Unit, module: str, attribute: str, span: Span,
                       attributes: Mapping[str, frozenset[str]]) -> Iterator[Diagnostic]:
    if attribute in attributes[module] or (attribute.startswith("__") and attribute.endswith("__")):
        return
    if _cpython_has(module, attribute):
        yield _error("unsupported-attribute", f"'{module}.{attribute}' is not supported yet", unit, span)
    else:
        yield _error("unsupported-attribute", f"module '{module}' has no attribute '{attribute}'", unit, span,
                     "CPython has no such attribute either")


def _cpython_has(module: str, attribute: str) -> bool:
    try:
        return hasattr(importlib.import_module(module), attribute)
    except ImportError:
        return False


def _error(code: str, message: str, unit: Unit, span: Span, hint: str | None = None) -> Diagnostic:
    return Diagnostic(code, message, unit.source, span, hint=hint)


def _span(node: ast.AST) -> Span:
    return Span(node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)


def _head(node: ast.AsyncFunctionDef | ast.ExceptHandler) -> Span:
    """The keywords that begin a compound statement."""
    words = "async def" if isinstance(node, ast.AsyncFunctionDef) else "except*"
    return Span(node.lineno, node.col_offset, node.lineno, node.col_offset + len(words))
