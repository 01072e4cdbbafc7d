"""Diagnostics and the exception that carries them."""

from __future__ import annotations

from dataclasses import dataclass

from molt.base.source import SourceFile, Span
from molt.diagnostics.codes import CODES


@dataclass(frozen=True)
class Label:
    """A second place in the same file that helps to understand the first."""

    span: Span
    text: str


@dataclass(frozen=True)
class Diagnostic:
    """One problem. `file` and `span` are None where no place in a program is to blame."""

    code: str
    message: str
    file: SourceFile | None = None
    span: Span | None = None
    labels: tuple[Label, ...] = ()
    hint: str | None = None

    def __post_init__(self) -> None:
        assert self.code in CODES, f"diagnostic code {self.code!r} is not in the table"


class CompileError(Exception):
    """A program was rejected; the diagnostics say why."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        assert diagnostics
        super().__init__("; ".join(f"[{d.code}] {d.message}" for d in diagnostics))
        self.diagnostics = diagnostics
