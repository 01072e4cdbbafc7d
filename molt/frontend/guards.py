"""Which exceptions are caught around a piece of code, as far as its text tells."""

from __future__ import annotations

import ast
from collections.abc import Iterator

EVERYTHING = "*"
IN_FUNCTION = "<function>"  # not an exception: the code runs only when a function is called
_CATCH_ALL = frozenset({"Exception", "BaseException"})
IMPORT_ERRORS = frozenset({"ImportError", "ModuleNotFoundError", EVERYTHING})
NAME_ERRORS = frozenset({"NameError", EVERYTHING})
ATTRIBUTE_ERRORS = frozenset({"AttributeError", EVERYTHING})

Caught = frozenset[str]


def guarded_nodes(tree: ast.Module) -> Iterator[tuple[ast.AST, Caught]]:
    """Every node with the names of the exceptions caught around it, in source order.

    A function's body runs when it is called, so what surrounds its definition does not count.
    """
    pending: list[tuple[ast.AST, Caught]] = [(tree, frozenset())]
    while pending:
        node, caught = pending.pop()
        yield node, caught
        pending += reversed(list(_children(node, caught)))


def _children(node: ast.AST, caught: Caught) -> Iterator[tuple[ast.AST, Caught]]:
    match node:
        case ast.Try(body=body) | ast.TryStar(body=body):
            inside = caught | _caught_by(node.handlers)
            yield from ((s, inside) for s in body)
            yield from ((s, caught) for s in [*node.handlers, *node.orelse, *node.finalbody])
        case ast.With(items=items, body=body):
            yield from ((i, caught) for i in items)
            inside = caught.union(*(_suppressed(i.context_expr) for i in items))
            yield from ((s, inside) for s in body)
        case ast.If(test=test, body=body, orelse=orelse):
            yield test, caught
            inside = caught | {"AttributeError"} if _tests_attribute(test) else caught
            yield from ((s, inside) for s in body)
            yield from ((s, caught) for s in orelse)
        case ast.FunctionDef(body=body) | ast.AsyncFunctionDef(body=body):
            outside = [*node.decorator_list, node.args, *([node.returns] if node.returns else [])]
            yield from ((n, caught) for n in outside)
            yield from ((s, frozenset({IN_FUNCTION})) for s in body)
        case _:
            yield from ((child, caught) for child in ast.iter_child_nodes(node))


def _caught_by(handlers: list[ast.ExceptHandler]) -> Caught:
    return frozenset().union(*(_exception_names(h.type) for h in handlers)) if handlers else frozenset()


def _exception_names(node: ast.expr | None) -> Caught:
    match node:
        case None:
            return frozenset({EVERYTHING})
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return frozenset({EVERYTHING if name in _CATCH_ALL else name})
        case ast.Tuple(elts=elts):
            return frozenset().union(*map(_exception_names, elts))
    return frozenset()


def _suppressed(node: ast.expr) -> Caught:
    """`contextlib.suppress(...)`."""
    match node:
        case ast.Call(func=ast.Name(id="suppress") | ast.Attribute(attr="suppress"), args=args):
            return frozenset().union(*map(_exception_names, args))
    return frozenset()


def _tests_attribute(test: ast.expr) -> bool:
    return any(isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "hasattr" for n in ast.walk(test))
