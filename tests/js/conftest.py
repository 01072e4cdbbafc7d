"""Programs for the JavaScript hosts: built once a session, and what CPython makes of them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import programs
from molt import pipeline
from molt.package import component

sys.path.insert(0, str(Path(__file__).parent))

# Of each corner of the language one, and all that touch the host: arguments, environment, streams, files.
NAMES = ("algo_json", "algo_life", "algo_queens", "class_core", "closure_core", "dict_core", "exc_chain", "exc_system_exit",
         "float_repr", "gen_core", "int_big", "io_argv_env", "io_files", "io_stdin", "io_stdin_read", "pkg_app", "set_order",
         "str_unicode", "tb_nested_calls", "tb_sys_exit")
PROGRAMS = [program for program in programs.all_programs() if program.name in NAMES]

Build = Callable[[programs.Program], pipeline.Built]


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
