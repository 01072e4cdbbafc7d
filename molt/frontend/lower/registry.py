"""Dispatch: one function lowers one type of node."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import Any

from molt.frontend.lower.context import FunctionContext
from molt.ir.core import Value

_EXPRESSIONS: dict[type[ast.expr], Callable[[FunctionContext, Any], Value]] = {}
_STATEMENTS: dict[type[ast.stmt], Callable[[FunctionContext, Any], None]] = {}


def expression(*types: type[ast.expr]) -> Callable[[Callable[[FunctionContext, Any], Value]], Callable[[FunctionContext, Any], Value]]:
    """Registers the function that lowers these expressions."""
    def register(function: Callable[[FunctionContext, Any], Value]) -> Callable[[FunctionContext, Any], Value]:
        _EXPRESSIONS.update(dict.fromkeys(types, function))
        return function
    return register


def statement(*types: type[ast.stmt]) -> Callable[[Callable[[FunctionContext, Any], None]], Callable[[FunctionContext, Any], None]]:
    """Registers the function that lowers these statements."""
    def register(function: Callable[[FunctionContext, Any], None]) -> Callable[[FunctionContext, Any], None]:
        _STATEMENTS.update(dict.fromkeys(types, function))
        return function
    return register


def lower_expr(ctx: FunctionContext, node: ast.expr) -> Value:
    """The value of an expression; code that computes it is added to the current block."""
    return _EXPRESSIONS[type(node)](ctx, node)


def lower_body(ctx: FunctionContext, body: Sequence[ast.stmt]) -> None:
    """A suite; what follows a return, raise, break or continue is not lowered."""
    for node in body:
        if ctx.is_dead:
            return
        _STATEMENTS[type(node)](ctx, node)
