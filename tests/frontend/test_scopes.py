"""Scopes against CPython's own: free variables, parameters and generators of every function."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest

from molt.base.source import SourceFile
from molt.frontend import parse
from molt.frontend.scopes import mangle, place_of

PROGRAMS = sorted((Path(__file__).parent.parent / "run").glob("*.py"))
_GENERATOR_FLAG = 0x20


def code_objects(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from code_objects(constant)


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda p: p.stem)
def test_scopes_equal_those_of_cpython(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    scopes = parse(SourceFile(path.name, text, "__main__")).scopes
    ours = {(s.qualname, s.free_order, s.is_generator) for s in scopes.by_node.values() if s.kind in ("function", "class")}
    for code in code_objects(compile(text, path.name, "exec", dont_inherit=True)):
        if code.co_qualname != "<module>":
            assert (code.co_qualname, code.co_freevars, bool(code.co_flags & _GENERATOR_FLAG)) in ours


@pytest.mark.parametrize("text, place", [
    ("def f():\n    x", "global"),
    ("def f(x):\n    x", "local"),
    ("def f(x):\n    lambda: x", "cell"),
    ("def f():\n    global x\n    x", "global"),
    ("class f:\n    x", "name"),
])
def test_places(text: str, place: str) -> None:
    unit = parse(SourceFile("case.py", text, "__main__"))
    assert place_of(unit.scopes.of(unit.tree.body[0]), "x").kind == place


@pytest.mark.parametrize("name, mangled", [("__x", "_C__x"), ("__x__", "__x__"), ("_x", "_x"), ("__x.y", "__x.y")])
def test_mangling(name: str, mangled: str) -> None:
    assert mangle(name, "C") == mangled
    assert mangle(name, None) == name
