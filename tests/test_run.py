"""Every program of `tests/run` behaves under each of Molt's executors as it does under CPython.

The component is built with the debug runtime: a program that leaves an object
behind ends with exit status 97 and fails here.
"""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

import programs
from molt import pipeline
from molt.package.native import build_native
from molt_host.grants import from_flags

PROGRAMS = programs.all_programs()


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@functools.cache
def component(program: programs.Program, debug: bool) -> bytes:
    return pipeline.build(pipeline.load(program.path), pipeline.Options(debug=debug)).component


@pytest.fixture(autouse=True)
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(programs.ROOT)


def compare(program: programs.Program, scratch: Path, run) -> None:
    expected = programs.run_cpython(program, scratch)
    for path in scratch.iterdir():
        path.unlink()
    difference = run().differs_from(expected)
    assert difference is None, difference


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.name)
class TestPrograms:
    def test_interpreter(self, program: programs.Program, scratch: Path) -> None:
        compare(program, scratch, lambda: programs.run_interpreter(program, scratch))

    def test_component(self, program: programs.Program, scratch: Path, tmp_path: Path) -> None:
        path = tmp_path / "app.wasm"
        path.write_bytes(component(program, True))
        compare(program, scratch, lambda: programs.run_component(program, path, scratch))

    def test_native(self, program: programs.Program, scratch: Path, tmp_path: Path) -> None:
        path = tmp_path / "app"
        grants = from_flags(program.flags(scratch))
        build_native(component(program, False), path, grants)
        compare(program, scratch, lambda: programs.run_native(program, path, scratch))
