"""Constant expressions, folded as CPython's AST optimizer folds them."""

from __future__ import annotations

import ast
import operator
from typing import Any

_MAX_INT_BITS = 128
_MAX_COLLECTION_SIZE = 256
_MAX_STR_SIZE = 4096

_BINARY = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
           ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod, ast.Pow: operator.pow, ast.LShift: operator.lshift,
           ast.RShift: operator.rshift, ast.BitAnd: operator.and_, ast.BitOr: operator.or_, ast.BitXor: operator.xor}
_UNARY = {ast.USub: operator.neg, ast.UAdd: operator.pos, ast.Invert: operator.invert, ast.Not: operator.not_}
_TYPES = (int, float, str, bytes, tuple, bool, type(None), type(...))


class NotConstant(Exception):
    """The expression's value is not known."""


def constant_of(node: ast.expr) -> Any:
    """The value of a constant expression; raises NotConstant for any other."""
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Tuple(elts=elts, ctx=ast.Load()):
            return tuple([constant_of(e) for e in elts])
        case ast.UnaryOp(op=op, operand=operand):
            return _apply(_UNARY[type(op)], constant_of(operand))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return _binary(op, left, right)
        case ast.Name(id="__debug__"):
            return True
    raise NotConstant


def is_constant(node: ast.expr) -> bool:
    try:
        constant_of(node)
    except NotConstant:
        return False
    return True


def _binary(op: ast.operator, left: ast.expr, right: ast.expr) -> Any:
    b = constant_of(right)  # the right operand first: chains nest to the left
    a = constant_of(left)
    if isinstance(op, (ast.Mult, ast.Pow, ast.LShift, ast.Mod)) and not _is_small(op, a, b):
        raise NotConstant
    return _apply(_BINARY[type(op)], a, b)


def _is_small(op: ast.operator, a: Any, b: Any) -> bool:
    """CPython's limits on what folding may produce."""
    if isinstance(op, ast.Mod):
        return not isinstance(a, (str, bytes))  # formatting is left to run time
    if isinstance(a, int) and isinstance(b, int):
        if isinstance(op, ast.Mult):
            return a.bit_length() + b.bit_length() <= _MAX_INT_BITS
        if isinstance(op, ast.Pow):
            return b < 0 or a.bit_length() * b <= _MAX_INT_BITS
        return 0 <= b <= _MAX_INT_BITS and a.bit_length() + b <= _MAX_INT_BITS
    for sequence, times in ((a, b), (b, a)):
        if isinstance(sequence, (tuple, str, bytes)) and isinstance(times, int):
            limit = _MAX_COLLECTION_SIZE if isinstance(sequence, tuple) else _MAX_STR_SIZE
            return 0 <= len(sequence) * times <= limit
    return True


def _apply(function: Any, *operands: Any) -> Any:
    try:
        result = function(*operands)
    except Exception as error:  # the program shall raise it when it runs
        raise NotConstant from error
    if not isinstance(result, _TYPES):
        raise NotConstant
    return result
