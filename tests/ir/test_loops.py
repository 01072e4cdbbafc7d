"""Which blocks of a function are in loops."""

from __future__ import annotations

from molt.analysis.loops import blocks_in_loops
from molt.base.source import SourceFile
from molt.frontend import ModuleEnv, lower_module, parse

_ENV = ModuleEnv(modules=frozenset(), builtins=frozenset({"print", "ValueError"}), used_names=frozenset())


def ops_in_loops(body: str) -> set[str]:
    """The names that `load_global` loads in blocks that are in a loop of f()."""
    text = "def f(x):\n" + "".join(f"    {line}\n" for line in body.splitlines())
    module = lower_module(parse(SourceFile("case.py", text, "__main__")), _ENV)
    blocks = blocks_in_loops(module.functions["f"])
    return {i.attrs["name"] for b in blocks for i in b.instrs if i.name == "load_global"}


def test_straight_line() -> None:
    assert ops_in_loops("a\nif x:\n    b\nc") == set()


def test_body_and_condition_of_a_loop() -> None:
    assert ops_in_loops("a\nwhile b:\n    if x:\n        c\n    d\ne") == {"b", "c", "d"}


def test_what_leaves_the_loop_is_outside() -> None:
    assert ops_in_loops("for i in x:\n    if a:\n        b\n        return c") == {"a"}


def test_nested_loops() -> None:
    assert ops_in_loops("for i in x:\n    a\n    for j in i:\n        b\n    c\nd") == {"a", "b", "c"}


def test_handler_that_goes_on_with_the_loop() -> None:
    assert ops_in_loops("for i in x:\n    try:\n        a\n    except ValueError:\n        b\nc") >= {"a", "b"}
