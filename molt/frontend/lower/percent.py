"""`"..." % (a, b)` as an f-string, where CPython's AST optimizer makes one of it.

The order in which operands are computed and formatted shows which of the two it is.
"""

from __future__ import annotations

import ast
import re

from molt.frontend.lower.constants import is_constant

_UNIT = re.compile(r"%(?:%|([-+ #0]*)(\d{0,3})(?:\.(\d{0,3}))?([sra]))")


def percent_as_fstring(node: ast.BinOp) -> ast.JoinedStr | None:
    """The f-string that means the same; None when there is none, or the counts do not match."""
    match node:
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod(), right=ast.Tuple(elts=elts) as operands):
            if any(isinstance(e, ast.Starred) for e in elts) or is_constant(operands):
                return None
        case _:
            return None
    parts: list[ast.expr] = []
    literal, position, used = "", 0, 0
    while (percent := text.find("%", position)) != -1:
        unit = _UNIT.match(text, percent)
        if unit is None or (unit[4] and used == len(elts)):
            return None
        literal += text[position:percent]
        position = unit.end()
        if not unit[4]:
            literal += "%"
            continue
        if literal:
            parts.append(_constant(literal, node))
            literal = ""
        parts.append(_field(elts[used], unit))
        used += 1
    literal += text[position:]
    if literal:
        parts.append(_constant(literal, node))
    return ast.copy_location(ast.JoinedStr(parts), node) if used == len(elts) else None


def _field(operand: ast.expr, unit: re.Match[str]) -> ast.FormattedValue:
    flags, width, precision, conversion = unit.groups()
    spec = ""
    if width:
        spec = ("" if "-" in flags or not int(width) else ">") + str(int(width))
    if precision is not None:
        spec += f".{int(precision or 0)}"
    format_spec = ast.copy_location(ast.JoinedStr([_constant(spec, operand)]), operand) if spec else None
    return ast.copy_location(ast.FormattedValue(operand, ord(conversion), format_spec), operand)


def _constant(text: str, place: ast.expr) -> ast.Constant:
    return ast.copy_location(ast.Constant(text), place)
