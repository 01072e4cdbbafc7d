"""Programs for the JavaScript hosts: built once a session, and what CPython makes of them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import programs
from js_programs import Build
from molt import pipeline
from molt.package import component


@pytest.fixture(autouse=True)
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs are named relative to the root, in tracebacks too."""
    monkeypatch.chdir(programs.ROOT)


@pytest.fixture(scope="session")
def build() -> Build:
    kept: dict[Path, pipeline.Built] = {}

    def built(program: programs.Program) -> pipeline.Built:
        if program.path not in kept:
            kept[program.path] = pipeline.build(pipeline.load(program.path), pipeline.Options())
        return kept[program.path]

    return built


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def compile_text(tmp_path: Path) -> Callable[[str], pipeline.Built]:
    """A program from its text."""

    def compiled(text: str) -> pipeline.Built:
        path = tmp_path / "program.py"
        path.write_text(text)
        return pipeline.build(pipeline.load(path), pipeline.Options())

    return compiled


@pytest.fixture(scope="session")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The core module of the tests of the hosts: it does what no program of Molt's does, such as to trap."""
    folder = tmp_path_factory.mktemp("probe")
    (folder / "wasi.h").write_text(component.bindings())
    zig = [sys.executable, "-m", "ziglang"]
    source, made, module = programs.ROOT / "tests" / "hosts" / "probe.c", folder / "probe.o", folder / "probe.wasm"
    flags = ["--target=wasm32-wasi", "-ffreestanding", "-O2", "-g0", "-fno-sanitize=all", "-fno-stack-protector"]
    subprocess.run([*zig, "cc", *flags, "-I", folder, "-c", source, "-o", made], check=True, timeout=120)
    subprocess.run([*zig, "wasm-ld", "--no-entry", "-z", "stack-size=1048576", made, "-o", module], check=True, timeout=120)
    return module
