"""Every `# error: [code]` comment in tests/errors must be reported on its line, and nothing else.

Where a comment cannot stand on the line, `# error@LINE: [code]` names it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from molt.diagnostics import CODES, CompileError, explain, render_all
from molt.frontend import load_program

PROGRAMS = sorted((Path(__file__).parent.parent / "errors").glob("*.py"))
_EXPECTED = re.compile(r"#\s*error(?:@(\d+))?:\s*\[([\w-]+)\]")


def expected(path: Path) -> list[tuple[int, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return sorted((int(at or number), code) for number, line in enumerate(lines, 1) for at, code in _EXPECTED.findall(line))


def reported(path: Path) -> list[tuple[int, str]]:
    try:
        load_program(path)
    except CompileError as error:
        assert render_all(error.diagnostics) and render_all(error.diagnostics, colour=True)
        return sorted((d.span.line, d.code) for d in error.diagnostics if d.span)
    return []


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda p: p.stem)
def test_errors(path: Path) -> None:
    assert reported(path) == expected(path)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    assert CODES[code].title in (explain(code) or "")
