"""What a traceback shows for each place that can raise.

The text is what CPython's own `traceback` module prints for the position, so
that the markers below the line follow its rules exactly.
"""

from __future__ import annotations

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
    return text, carets
