"""Diagnostics as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from molt.base.source import SourceFile, Span
from molt.diagnostics.codes import CODES
from molt.diagnostics.core import Diagnostic


@dataclass(frozen=True)
class _Palette:
    error: str = ""
    place: str = ""
    bold: str = ""
    hint: str = ""
    reset: str = ""


_PLAIN = _Palette()
_COLOURS = _Palette(error="\x1b[1;31m", place="\x1b[1;34m", bold="\x1b[1m", hint="\x1b[1;36m", reset="\x1b[0m")


def render_all(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """All diagnostics, a blank line between two, then how many there are."""
    texts = [render(d, colour=colour) for d in diagnostics]
    count = f"{len(texts)} error{'' if len(texts) == 1 else 's'}\n"
    return "\n".join([*texts, count])


def render(diagnostic: Diagnostic, *, colour: bool = False) -> str:
    """One diagnostic: what, where, the underlined source and the hint; ends with a line end."""
    c = _COLOURS if colour else _PLAIN
    lines = [f"{c.error}error[{diagnostic.code}]{c.reset}{c.bold}: {diagnostic.message}{c.reset}"]
    file, span = diagnostic.file, diagnostic.span
    if file is not None:
        lines += _place(file, span, c)
    if file is not None and span is not None:
        lines += _excerpts(file, [(span, CODES[diagnostic.code].title), *((l.span, l.text) for l in diagnostic.labels)], c)
    if diagnostic.hint:
        lines.append(f"{c.hint}hint{c.reset}: {diagnostic.hint}")
    return "\n".join(lines) + "\n"


def explain(code: str) -> str | None:
    """The text of `molt explain CODE`; None when there is no such code."""
    if code not in CODES:
        return None
    entry = CODES[code]
    parts = [f"{code}: {entry.title}", "", entry.meaning]
    if entry.wrong:
        parts += ["", "Rejected:", "", *_indented(entry.wrong)]
    if entry.right:
        parts += ["", "Accepted:", "", *_indented(entry.right)]
    return "\n".join(parts) + "\n"


def _indented(text: str) -> list[str]:
    return ["    " + line for line in text.splitlines()]


def _place(file: SourceFile, span: Span | None, c: _Palette) -> list[str]:
    if span is None:
        return [f" {c.place}-->{c.reset} {file.path}"]
    column = len(_text_before(file.line(span.line), span.col)) + 1
    return [f" {c.place}-->{c.reset} {file.path}:{span.line}:{column}"]


def _excerpts(file: SourceFile, marks: list[tuple[Span, str]], c: _Palette) -> list[str]:
    width = max(len(str(span.line)) for span, _ in marks)
    gutter = f" {' ' * width} {c.place}|{c.reset}"
    lines = [gutter]
    for span, text in marks:
        source = file.line(span.line)
        before = _text_before(source, span.col)
        end = _text_before(source, span.end_col) if span.end_line == span.line else source
        pad = "".join("\t" if ch == "\t" else " " for ch in before)
        underline = "^" * max(1, len(end) - len(before))
        lines.append(f" {c.place}{span.line:>{width}} |{c.reset} {source}")
        lines.append(f"{gutter} {pad}{c.error}{underline} {text}{c.reset}")
    return lines


def _text_before(line: str, byte_offset: int) -> str:
    return line.encode("utf-8", "surrogatepass")[:byte_offset].decode("utf-8", "replace")
