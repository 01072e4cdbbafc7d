"""Python source as HTML, line by line: keywords, strings, numbers and comments are marked."""

from __future__ import annotations

import html
import io
import keyword
import tokenize

from molt.base.source import SourceFile

_SOFT = frozenset(keyword.softkwlist)
_CLASSES = {tokenize.STRING: "s", tokenize.NUMBER: "n", tokenize.COMMENT: "c",
            **{getattr(tokenize, name): "s" for name in ("FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END") if hasattr(tokenize, name)}}


def highlighted(source: SourceFile) -> list[str]:
    """One piece of HTML a line."""
    marks: list[list[tuple[int, int, str]]] = [[] for _ in source.lines]
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        cls = _CLASSES.get(token.type) or _word_class(token)
        if not cls:
            continue
        (first, start), (last, end) = token.start, token.end
        for number in range(first, last + 1):
            stop = end if number == last else len(source.line(number))
            marks[number - 1].append((start if number == first else 0, stop, cls))
    return [_marked(line, found) for line, found in zip(source.lines, marks, strict=True)]


def _word_class(token: tokenize.TokenInfo) -> str:
    if token.type != tokenize.NAME:
        return ""
    if keyword.iskeyword(token.string):
        return "k"
    starts_line = not token.line[:token.start[1]].strip()
    return "k" if token.string in _SOFT and starts_line and token.line.rstrip().endswith(":") else ""


def _marked(line: str, marks: list[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, cls in marks:
        parts += [html.escape(line[at:start]), f'<i class="{cls}">{html.escape(line[start:end])}</i>']
        at = end
    return "".join(parts) + html.escape(line[at:])
