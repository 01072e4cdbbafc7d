"""Golden texts: tests/frontend/lower/NAME.py becomes NAME.tir; `--bless` writes what comes out now."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from molt.base.source import SourceFile
from molt.frontend import ModuleEnv, lower_module, parse
from molt.ir.core import Module
from molt.ir.printer import print_module
from molt.ir.verify import verify

CASES = sorted((Path(__file__).parent / "lower").glob("*.py"))
_ENV = ModuleEnv(modules=frozenset({"sys"}), builtins=frozenset({"print", "range", "int", "str", "len", "super", "object", "ValueError",
                                                                 "TypeError", "KeyError", "AssertionError", "RuntimeError"}),
                 used_names=frozenset())


def lower(text: str, path: str = "case.py") -> Module:
    module = lower_module(parse(SourceFile(path, text, "__main__")), _ENV)
    verify(module)
    return module


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_golden(path: Path, request: pytest.FixtureRequest) -> None:
    text = print_module(lower(path.read_text(), path.name))
    expected = path.with_suffix(".tir")
    if request.config.getoption("--bless", default=False):
        expected.write_text(text)
    assert text == expected.read_text()


def ops(text: str, symbol: str = "f") -> list[str]:
    return [i.name for b in lower(text).functions[symbol].blocks for i in b.instrs]


def test_bound_variables_are_not_checked() -> None:
    assert "check_bound" not in ops("def f(a):\n    for i in a:\n        x = i\n        print(x)\n    return a")


def test_the_traceback_holds_the_variables_of_a_frame_it_shows() -> None:
    assert ops("def f(a):\n    raise a")[-3:] == ["raise", "hold", "unwind"]


def test_dead_code_is_not_lowered() -> None:
    assert "call" not in ops("def f(a):\n    return a\n    print(a)")
    assert "branch" not in ops("def f(a):\n    while True:\n        print(a)")


def test_long_elif_and_operator_chains() -> None:
    chain = "def f(x):\n    if x == 0: return 0\n" + "".join(f"    elif x == {n}: return {n}\n" for n in range(1, 900))
    assert ops(chain).count("branch") == 900
    sums = "def f(x):\n    return " + " + ".join(["x"] * 900)
    assert ops(sums).count("add") == 899


@pytest.mark.parametrize("name", ["bisect", "heapq", "reprlib", "operator", "argparse", "tokenize"])
def test_every_statement_of_a_library_module_lowers(name: str) -> None:
    import importlib
    source = importlib.import_module(name).__file__
    assert source is not None
    module = lower(Path(source).read_text())
    functions = [n for n in ast.walk(ast.parse(Path(source).read_text())) if isinstance(n, ast.FunctionDef)]
    assert len(module.functions) > len(functions)
