"""`host/js` under Node: programs behave as under CPython, and what the host itself promises."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import node_host
import programs
from js_programs import MANY, PROGRAMS, Build
from molt import pipeline
from molt.package import component
from molt.package.sections import IMPORT, MODULE_HEADER, TYPE, Section, join_sections, leb128

pytestmark = pytest.mark.skipif(node_host.executable() is None, reason="node is not installed")


@pytest.mark.parametrize("program", MANY, ids=lambda p: p.name)
def test_program(program: programs.Program, build: Build, scratch: Path, tmp_path: Path) -> None:
    expected = programs.run_cpython(program, scratch)
    app = tmp_path / "app.wasm"
    app.write_bytes(build(program).core)
    actual = node_host.run(app, [str(program.path), *program.words(scratch)], env=program.env, stdin=program.stdin,
                           directories=[scratch])
    difference = actual.differs_from(expected)
    assert difference is None, difference


def test_component_as_it_is(build: Build, tmp_path: Path) -> None:
    app = tmp_path / "app.wasm"
    app.write_bytes(build(PROGRAMS[0]).component)
    assert node_host.run(app, ["app"]).status == 0


def test_the_host_has_all_that_the_runtime_imports(tmp_path: Path) -> None:
    sources = "".join(path.read_text() for path in (programs.ROOT / "runtime_wasm").glob("*.c"))
    declared = re.findall(r'WIT_IMPORT\("(.+?)", "(.+?)"\)\nextern \w+ (\w+)', component.bindings())
    used = [(interface, name) for interface, name, function in declared if re.search(rf"\b{function}\b", sources)]
    assert len(used) > 30
    app = tmp_path / "imports.wasm"
    app.write_bytes(module_that_imports(used))
    # It gets as far as to be found no program.
    assert b"does not export wasi:cli/run" in node_host.run(app, []).stderr


def module_that_imports(names: list[tuple[str, str]]) -> bytes:
    """A core module with these functions as imports, and nothing else."""

    def text(value: str) -> bytes:
        return leb128(len(value)) + value.encode()

    no_parameters = b"\x01\x60\0\0"
    imports = leb128(len(names)) + b"".join(text(interface) + text(name) + b"\0\0" for interface, name in names)
    return join_sections(MODULE_HEADER, [Section(TYPE, no_parameters), Section(IMPORT, imports)])


def test_unit_tests_of_the_host() -> None:
    tests = Path(__file__).with_name("host.test.mjs")
    done = subprocess.run([node_host.executable(), "--test", tests], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_arguments_and_environment(probe: Path) -> None:
    assert node_host.run(probe, ["probe", "args", "ü", "a b", ""]).stdout.decode().splitlines() == ["probe", "args", "ü", "a b", ""]
    assert node_host.run(probe, ["probe", "env"], env={"A": "1", "B": "ü"}).stdout.decode() == "A=1\nB=ü\n"


def test_standard_input(probe: Path) -> None:
    text = b"line\n" * 50_000
    assert node_host.run(probe, ["probe", "stdin"], stdin=text).stdout == text


@pytest.mark.parametrize("code", [0, 1, 3, 255])
def test_exit_status(probe: Path, code: int) -> None:
    assert node_host.run(probe, ["probe", "exit", str(code)]).status == code


def test_sleeping(probe: Path) -> None:
    slept = int(node_host.run(probe, ["probe", "sleep", "50"]).stdout.decode().removeprefix("ms "))
    assert 50 <= slept < 5000


def test_randomness(probe: Path) -> None:
    assert len({node_host.run(probe, ["probe", "random"]).stdout for _ in range(3)}) == 3


def test_trap(probe: Path) -> None:
    done = node_host.run(probe, ["probe", "trap"])
    assert (done.stdout, done.stderr, done.status) == (b"", b"molt: the program trapped: unreachable\n", 134)


def test_a_program_that_exhausts_the_stack_ends_with_an_error(tmp_path: Path) -> None:
    path = tmp_path / "deep.py"
    path.write_text("import sys\nsys.setrecursionlimit(10**6)\ndef deep(n):\n    return n and 1 + deep(n - 1)\n"
                    "print('written')\nprint(deep(10**5))\n")
    app = tmp_path / "app.wasm"
    app.write_bytes(pipeline.build(pipeline.load(path), pipeline.Options()).component)
    done = node_host.run(app, ["deep"])
    assert done.stdout == b"written\n"
    assert (done.stderr, done.status) == (b"RecursionError: maximum recursion depth exceeded\n", 1)


def test_exhausted_stack(probe: Path) -> None:
    done = node_host.run(probe, ["probe", "recurse", "10000000"])
    assert (done.stderr, done.status) == (b"molt: the program exhausted the engine's stack\n", 134)
