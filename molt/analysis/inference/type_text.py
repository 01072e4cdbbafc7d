"""Types written as text, in annotations and in the tables of built-in functions, as atoms of a solver."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from functools import cache

from molt.analysis.inference.solver import Atom, Node, Solver

PLAIN = {"int": "int", "float": "float", "bool": "bool", "str": "str", "bytes": "bytes", "none": "none", "None": "none", "range": "range",
         "other": "other", "object": "other"}
_SEQUENCES = {"list": "list", "List": "list", "set": "set", "Set": "set", "frozenset": "set", "iter": "iter", "Iterable": "iter",
              "Iterator": "iter", "Sequence": "list"}


@cache
def _parsed(text: str) -> ast.expr | None:
    try:
        return ast.parse(text, mode="eval").body
    except SyntaxError:
        return None


def write_type(solver: Solver, target: Node, text: str, names: Mapping[str, Node], class_of: Callable[[str], str | None] = lambda name: None) -> None:
    """Puts the type that `text` says into `target`; `names` are nodes it may mention, `class_of` finds classes of the module."""
    tree = _parsed(text)
    if tree is not None:
        _write(solver, target, tree, names, class_of)


def _write(solver: Solver, target: Node, tree: ast.expr, names: Mapping[str, Node], class_of: Callable[[str], str | None]) -> None:
    def inner(part: ast.expr) -> Node:
        node = solver.node()
        _write(solver, node, part, names, class_of)
        return node

    match tree:
        case ast.Constant(None):
            solver.add(target, "none")
        case ast.Constant(str() as text):
            write_type(solver, target, text, names, class_of)
        case ast.Name(name) if name in names:
            solver.flow(names[name], target)
        case ast.Name(name):
            _write_name(solver, target, name, class_of)
        case ast.Attribute(ast.Name(module), name) if (cls := class_of(f"{module}.{name}")) is not None:
            solver.add(target, ("inst", cls))
        case ast.BinOp(left, ast.BitOr(), right):
            _write(solver, target, left, names, class_of)
            _write(solver, target, right, names, class_of)
        case ast.Subscript(ast.Name("Optional"), part):
            _write(solver, target, part, names, class_of)
            solver.add(target, "none")
        case ast.Subscript(ast.Name("dict" | "Dict" | "Mapping"), ast.Tuple([key, value])):
            solver.add(target, ("dict", inner(key), inner(value)))
        case ast.Subscript(ast.Name("tuple" | "Tuple"), parts):
            items = parts.elts if isinstance(parts, ast.Tuple) else [parts]
            if not any(isinstance(item, ast.Constant) and item.value is ... for item in items):
                solver.add(target, ("tuple", tuple(map(inner, items))))
        case ast.Subscript(ast.Name(name), part) if name in _SEQUENCES:
            solver.add(target, (_SEQUENCES[name], inner(part)))


def _write_name(solver: Solver, target: Node, name: str, class_of: Callable[[str], str | None]) -> None:
    atom: Atom | None = PLAIN.get(name)
    if atom is None and name in ("list", "set", "iter"):
        atom = (name, solver.node())
    elif atom is None and name == "dict":
        atom = ("dict", solver.node(), solver.node())
    elif atom is None and (cls := class_of(name)) is not None:
        atom = ("inst", cls)
    if atom is not None:
        solver.add(target, atom)
