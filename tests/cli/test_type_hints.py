"""`--type-hints`: what annotations do in each mode, in compiled code and in the interpreter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from molt.base.source import SourceFile
from molt.frontend import ModuleEnv, lower_module, parse
from molt.ir.core import Module
from molt.ir.verify import verify
from molt.passes.manager import PassManager

ROOT = Path(__file__).resolve().parents[2]
_BUILTINS = frozenset({"int", "float", "str", "list", "bool", "dict", "print", "isinstance", "type", "TypeError"})


def run(tmp_path: Path, text: str, mode: str, executor: str = "interp") -> subprocess.CompletedProcess[str]:
    path = tmp_path / "case.py"
    path.write_text(text)
    words = [sys.executable, "-m", "molt", "run", "--debug", f"--executor={executor}", f"--type-hints={mode}", "case.py"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "host" / "python")])}
    return subprocess.run(words, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300, check=False)


def lower(text: str, mode: str) -> Module:
    module = lower_module(parse(SourceFile("case.py", text, "__main__")), ModuleEnv(frozenset(), _BUILTINS), mode)
    verify(module)
    return module


def ops(text: str, mode: str, symbol: str = "f", *, specialised: bool = False) -> list[str]:
    module = lower(text, mode)
    if specialised:
        PassManager(verify_each=True, stop_before="refcount").run_module(module)
    return [i.name for b in module.functions[symbol].blocks for i in b.instrs]


CHECKED = """\
class Point:
    def __init__(self, x: int, name: str = None) -> None:
        self.x = x
    def nearest(self, other: "Point | None") -> "Point":
        return other or self
    def wrong(self) -> int:
        return "text"

def scaled(x: float, *, by: list[int] | None = None) -> str:
    return str(x)

def classified(x: int | str, *rest: int) -> None:
    if x == 3:
        return x

def tries(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as error:
        print(error)

tries(scaled, 1)
tries(scaled, True)
tries(scaled, "1")
tries(scaled, 1.5, by=())
tries(classified, b"")
tries(classified, "3", "unchecked")
tries(classified, 3)
point = Point(1, None)
tries(Point, "1")
tries(point.nearest, 2)
tries(point.wrong)
print(point.nearest(None) is point)
point.nearest([])
"""
CHECKED_OUTPUT = """\
1
True
scaled() argument 'x': expected float, got str
scaled() argument 'by': expected list[int] | None, got tuple
classified() argument 'x': expected int | str, got bytes
None
classified() result: expected None, got int
Point.__init__() argument 'x': expected int, got str
Point.nearest() argument 'other': expected Point | None, got int
Point.wrong() result: expected int, got str
True
"""
CHECKED_ERRORS = """\
Traceback (most recent call last):
  File "{folder}/case.py", line {line}, in <module>
    point.nearest([])
  File "{folder}/case.py", line 4, in nearest
    def nearest(self, other: "Point | None") -> "Point":
                      ^^^^^^^^^^^^^^^^^^^^^
TypeError: Point.nearest() argument 'other': expected Point | None, got list
"""


@pytest.mark.parametrize("executor", ["interp", "component"])
def test_check_raises_at_the_entry(tmp_path: Path, executor: str) -> None:
    done = run(tmp_path, CHECKED, "check", executor)
    assert (done.returncode, done.stdout) == (1, CHECKED_OUTPUT)
    assert done.stderr.endswith(CHECKED_ERRORS.format(folder=tmp_path, line=len(CHECKED.splitlines())))


@pytest.mark.parametrize("annotation", ["object", "Any", "list[T] | T", "Callable[[int], int]", "Named", "'not a type'", "3"])
def test_check_leaves_alone_what_isinstance_cannot_decide(annotation: str) -> None:
    text = f"from __future__ import annotations\nNamed = int\ndef f(x: {annotation}): return x\n"
    assert "isinstance" not in str(lower(text, "check").functions["f"].blocks)
    assert "branch" not in ops(text, "check")


@pytest.mark.parametrize("hidden", ["int = float\n", "from m import int\n", "def int(): pass\n", "class C:\n    int = 1\n    def f(self, x: int): return x\n"])
def test_check_leaves_alone_names_that_are_bound_anew(hidden: str) -> None:
    text = f"from __future__ import annotations\n{hidden}" + ("" if "class" in hidden else "def f(x: int): return x\n")
    symbol = "C.f" if "class" in hidden else "f"
    module = lower_module(parse(SourceFile("case.py", text, "__main__")), ModuleEnv(frozenset({"m"}), _BUILTINS), "check")
    assert not [i for b in module.functions[symbol].blocks for i in b.instrs if i.name == "branch"]


@pytest.mark.parametrize("definition", ["from typing import Protocol\nclass P(Protocol): pass\n", "class P: pass\nP = int\n",
                                        "def made(c): return c\n@made\nclass P: pass\n"])
def test_check_tests_only_for_what_is_a_class_for_sure(definition: str) -> None:
    text = f"from __future__ import annotations\n{definition}def f(x: P): return x\n"
    module = lower_module(parse(SourceFile("case.py", text, "__main__")), ModuleEnv(frozenset({"typing"}), _BUILTINS), "check")
    assert not [i for b in module.functions["f"].blocks for i in b.instrs if i.name == "branch"]


MODES = "def f(x: float, flag: bool, n: int):\n    return x * 2.0 if flag else n + 1\n"


def test_hints_are_guarded() -> None:
    names = ops(MODES, "hint", specialised=True)
    assert "to_f64" in names and "to_bool" in names and "to_i64" in names and "trust_f64" not in names


def test_trust_drops_the_guards_that_can_go() -> None:
    names = ops(MODES, "trust", specialised=True)
    assert "trust_f64" in names and "trust_bool" in names and not {"to_f64", "to_bool"} & set(names)
    assert "to_i64" in names  # an int may be any size


def test_ignore_does_not_look() -> None:
    names = ops(MODES, "ignore", specialised=True)
    assert not {"to_f64", "to_bool", "trust_f64"} & set(names)


MISMATCH = """\
def area(r: float, half: bool = False) -> float:
    return r * 3.5 if half else r * 2.0

calls = [area]
print(area(2.5), area(2), calls[0](1.5, True))
try:
    got = calls[0]("text")
    print("some number" if type(got) is float else got)
except TypeError as error:
    print(error)
"""
_MULTIPLY = "can't multiply sequence by non-int of type 'float'\n"


@pytest.mark.parametrize("mode, last", [("hint", _MULTIPLY), ("ignore", _MULTIPLY), ("check", "area() argument 'r': expected float, got str\n")])
@pytest.mark.parametrize("executor", ["interp", "component"])
def test_a_mismatch(tmp_path: Path, mode: str, last: str, executor: str) -> None:
    done = run(tmp_path, MISMATCH, mode, executor)
    assert (done.returncode, done.stdout) == (0, "5.0 4.0 5.25\n" + last)


@pytest.mark.parametrize("executor", ["interp", "component"])
def test_a_mismatch_that_was_trusted_is_some_number(tmp_path: Path, executor: str) -> None:
    """The string is never used as a number, nor the number as a string."""
    done = run(tmp_path, MISMATCH.replace('"text"', '"te" "xt"'), "trust", executor)
    assert (done.returncode, done.stdout) == (0, "5.0 4.0 5.25\nsome number\n")


def test_an_unknown_mode(tmp_path: Path) -> None:
    done = run(tmp_path, "", "maybe")
    assert done.returncode == 2
    assert done.stderr == "molt: --type-hints is one of hint, check, trust, ignore, not 'maybe'\n"
