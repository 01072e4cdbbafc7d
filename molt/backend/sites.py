"""What a traceback shows for each place that can raise.

The text is what CPython's own `traceback` module prints for the position, so
that the markers below the line follow its rules; but for the operator of an
expression, where the interpreter, which prints the tracebacks of uncaught
exceptions, has another (Python/traceback.c, extract_anchors_from_expr).
"""

from __future__ import annotations

import ast
import traceback
import warnings

from molt.base.source import SourceFile, Span


def site_text(source: SourceFile, span: Span) -> tuple[str | None, str | None]:
    """The source line, stripped, and the line of markers (without its indent), each None when CPython prints none."""
    line = source.line(span.line)
    if not line.strip():
        return None, None
    # As `linecache` gives lines: with their ends, which the markers' columns are counted from.
    frame = traceback.FrameSummary(source.path, span.line, "f", lookup_line=False, line=line + "\n",
                                   end_lineno=span.end_line, colno=span.col, end_colno=span.end_col)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it parses the line, and warns of what the user was or was not warned of
        printed = traceback.StackSummary.from_list([frame]).format_frame_summary(frame).splitlines()
        text = printed[1].strip() if len(printed) > 1 else None
        carets = printed[2][4:] if len(printed) > 2 else None
        if carets is not None and "~" in carets and span.line == span.end_line and line.isascii():
            carets = _with_operator(carets, line[span.col:span.end_col])
    return text, carets


def _with_operator(carets: str, segment: str) -> str:
    """The markers below the operator of `segment`, if it is an operation: two where another character follows before the right operand."""
    match ast.parse(f"(\n{segment}\n)").body:
        case [ast.Expr(ast.BinOp(left, _, right))]:
            at = left.end_col_offset
            while segment[at].isspace() or segment[at] == ")":
                at += 1
            n = 2 if at + 1 < right.col_offset and not segment[at + 1].isspace() else 1
            indent = len(carets) - len(carets.lstrip())
            return " " * indent + ("~" * at + "^" * n).ljust(len(segment), "~")
    return carets
