"""How diagnostics look."""

from __future__ import annotations

from molt.base.source import SourceFile, Span
from molt.diagnostics import Diagnostic, Label, explain, render, render_all

FILE = SourceFile("dir/app.py", "é = 1\nif lenght:\n\tprint(é)\n", "__main__")


def test_source_line_with_underline_and_hint() -> None:
    diagnostic = Diagnostic("undefined-name", "name 'lenght' is not defined", FILE, Span(2, 3, 2, 9), hint="bind it")
    assert render(diagnostic) == """\
error[undefined-name]: name 'lenght' is not defined
 --> dir/app.py:2:4
   |
 2 | if lenght:
   |    ^^^^^^ name is not defined
hint: bind it
"""


def test_columns_are_characters_and_tabs_stay() -> None:
    first = Diagnostic("undefined-name", "first", FILE, Span(1, 0, 1, 2), labels=(Label(Span(3, 7, 3, 9), "second"),))
    assert render(first).splitlines()[3:] == [" 1 | é = 1", "   | ^ name is not defined", " 3 | \tprint(é)", "   | \t      ^ second"]


def test_without_a_place() -> None:
    assert render_all([Diagnostic("file-not-found", "cannot read x.py")]) == "error[file-not-found]: cannot read x.py\n\n1 error\n"


def test_explain() -> None:
    assert "Accepted:" in (explain("undefined-name") or "")
    assert explain("no-such-code") is None
