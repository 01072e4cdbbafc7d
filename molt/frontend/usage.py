"""Which names a program uses, and which of its definitions nobody can be using."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from molt.frontend.lower.constants import is_constant
from molt.frontend.parse import Unit
from molt.frontend.stars import StarNames

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_PATH = re.compile(r"[\w.]+")
_HARMLESS_DECORATORS = frozenset({"staticmethod", "classmethod", "property"})


@dataclass(eq=False)
class Usage:
    """`names`: every identifier mentioned by code that is kept. `dropped`: by module, the definitions that are not."""

    names: set[str] = field(default_factory=set)
    dropped: dict[str, frozenset[str]] = field(default_factory=dict)


def find_usage(units: list[Unit], stars: StarNames) -> Usage:
    """Goes from everything that runs anyhow to what it mentions by name, until nothing new turns up."""
    usage = Usage(stars.all_imported(units))
    waiting: dict[str, list[tuple[Unit, ast.AST]]] = {}
    pending: list[ast.AST] = []
    for unit in units:
        droppable = {node: name for node, name in _droppable(unit).items() if name not in usage.names}
        for node in _top_level(unit):
            if node in droppable:
                waiting.setdefault(droppable[node], []).append((unit, node))
            elif not _is_export_list(node):
                pending.append(node)
    while pending:
        for name in identifiers(pending.pop()):
            usage.names.add(name)
            pending += [definition for _, definition in waiting.pop(name, ())]
    left: dict[str, set[str]] = {}
    for name, definitions in waiting.items():
        for unit, _ in definitions:
            left.setdefault(unit.name, set()).add(name)
    usage.dropped = {module: frozenset(names) for module, names in left.items()}
    return usage


def identifiers(tree: ast.AST) -> Iterator[str]:
    """Names, attributes, and strings that may name something, as `getattr` and `format` use them."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name):
                if isinstance(node.ctx, ast.Load):
                    yield name
                if name == "super":
                    yield "RuntimeError"
            case ast.Attribute(attr=name):
                yield name
            case ast.keyword(arg=str(name)):
                yield name
            case ast.alias(name=name):
                yield from name.split(".")
            case ast.MatchClass(kwd_attrs=names):
                yield from names
            case ast.MatchSequence() | ast.MatchMapping():
                yield "len"  # lowering asks for the length
            case ast.Assert():
                yield "AssertionError"
            case ast.Constant(value=str(text)):
                if "{" in text or "%(" in text or _PATH.fullmatch(text):
                    yield from _IDENTIFIER.findall(text)


def _top_level(unit: Unit) -> Iterator[ast.AST]:
    """The statements of a module; of a `from` import, the names."""
    for statement in unit.tree.body:
        match statement:
            case ast.ImportFrom(names=names):
                yield from names
            case _:
                yield statement


def _droppable(unit: Unit) -> dict[ast.AST, str]:
    """What of the top level has no effect but to bind a name that is bound nowhere else; with that name.

    The names that the library imports count, too: lowering drops them there alone.
    """
    if unit.name == "__main__":
        return {}
    stored = {n.id for n in ast.walk(unit.tree) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}
    inert = _is_inert_in_library if unit.source.is_library else _is_inert
    names = {node: _bound_name(node) for node in _top_level(unit) if inert(node)}
    return {node: name for node, name in names.items()
            if name not in stored and (isinstance(node, ast.alias) or not name.startswith("__"))}


def _bound_name(node: ast.AST) -> str:
    if isinstance(node, ast.alias):
        return node.asname or node.name
    assert isinstance(node, ast.FunctionDef | ast.ClassDef)
    return node.name


def _is_inert_in_library(node: ast.AST) -> bool:
    """The library's base classes do nothing to others when a class is derived from them."""
    match node:
        case ast.alias(name=name):
            return name != "*"
        case ast.ClassDef(bases=bases, keywords=[], decorator_list=[]) if all(isinstance(base, ast.Name) for base in bases):
            return all(isinstance(member, ast.Assign) and isinstance(member.value, ast.Name | ast.Attribute) or _is_inert_member(member)
                       for member in node.body)
    return _is_inert(node)


def _is_inert(node: ast.AST) -> bool:
    match node:
        case ast.FunctionDef(args=args):
            defaults = [*args.defaults, *(d for d in args.kw_defaults if d is not None)]
            return not node.decorator_list and all(map(is_constant, defaults))
        case ast.ClassDef(bases=[] | [ast.Name(id="object" | "Exception" | "ValueError" | "RuntimeError" | "TypeError")]):
            return not node.keywords and not node.decorator_list and all(map(_is_inert_member, node.body))
    return False


def _is_inert_member(node: ast.stmt) -> bool:
    match node:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name()], value=value):
            return is_constant(value)
        case ast.FunctionDef(decorator_list=decorators):
            plain = all(isinstance(d, ast.Name) and d.id in _HARMLESS_DECORATORS for d in decorators)
            defaults = [*node.args.defaults, *(d for d in node.args.kw_defaults if d is not None)]
            return plain and all(map(is_constant, defaults))
    return False


def _is_export_list(node: ast.stmt) -> bool:
    match node:
        case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.AugAssign(target=ast.Name(id="__all__")):
            return True
    return False
