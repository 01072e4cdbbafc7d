"""Which source text an instruction is blamed on: what CPython 3.12's compiler would record."""

from __future__ import annotations

import ast

from molt.base.source import Span


def span_of(node: ast.expr | ast.stmt | ast.pattern | ast.excepthandler) -> Span:
    assert node.end_lineno is not None and node.end_col_offset is not None
    return Span(node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)


def attribute_span(node: ast.expr, attribute: ast.Attribute) -> Span:
    """The span of `node`, an attribute or the call of one; when the name stands on a later line, it starts there."""
    span = span_of(node)
    assert attribute.end_lineno is not None and attribute.end_col_offset is not None
    if attribute.end_lineno == span.line:
        return span
    start = attribute.end_col_offset - len(attribute.attr.encode())
    if start < 0:
        return span
    return Span(attribute.end_lineno, start, span.end_line, span.end_col)
