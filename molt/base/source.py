"""Source files and places in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A range of source text. Lines count from 1; columns are UTF-8 byte offsets from 0, as in `ast`."""

    line: int
    col: int
    end_line: int
    end_col: int

    def __str__(self) -> str:
        return f"{self.line}:{self.col}-{self.end_line}:{self.end_col}"


@dataclass(frozen=True)
class SourceFile:
    """One Python source file.

    `path` is the text that tracebacks show, as CPython would show it; `module`
    the dotted name it is imported under (`__main__` for the program).
    """

    path: str
    text: str
    module: str
    is_package: bool = False
    is_library: bool = False  # CPython's own: compiled from the interpreter that runs the compiler

    @cached_property
    def lines(self) -> list[str]:
        """As Python counts them: only a line feed ends a line (others are translated when the file is read)."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """Line `number` (from 1) without its line end; empty when there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""
