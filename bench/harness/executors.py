"""What runs the programs: how each is found, what it makes of a program, and which command runs that.

An executor that is absent is skipped with a hint; a program that one does not take is skipped with its message.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.harness import optional_tools
from bench.harness.catalogue import Program
from bench.harness.inside import precompile
from bench.harness.processes import SECONDS_FILE
from molt.base.paths import cache_dir

ROOT = Path(__file__).resolve().parents[2]
# What set-up makes once: a cold build does not have to make it again.
_SET_UP_PARTS = ("runtime", "tools", "wrappers")


class NotTaken(Exception):
    """An executor does not take a program; the message is one line."""


@dataclass
class Bench:
    """The folder of one run of the bench, the text that programs read, and what the builds have shown."""

    scratch: Path
    text: Path
    compile_seconds: dict[str, float] = field(default_factory=dict)
    components: dict[str, Path] = field(default_factory=dict)


@dataclass(frozen=True)
class Executor:
    """`find` returns None when all is there, else a hint how to get it; `prepare` returns the command of a program."""

    title: str
    color: str
    find: Callable[[], str | None]
    prepare: Callable[[Program, Bench], list[str]]
    by_default: bool = True
    needs_twin: bool = False


def call(words: list[str], env: dict[str, str] | None = None, cwd: Path = ROOT) -> None:
    """Runs a build. Raises NotTaken with its last line of complaint."""
    done = subprocess.run(words, env=env, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        lines = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        told = [line for line in lines if re.search(r"error", line, re.I)] or lines[-1:] or [f"status {done.returncode}"]
        raise NotTaken(told[0])


def _always() -> None:
    return None


# CPython and PyPy


def _python_3_13() -> str | None:
    """A Python 3.13 among pyenv's versions, else on PATH, where it may be a shim that leads nowhere."""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    beside = Path(getattr(sys, "_base_executable", sys.executable)).resolve().parents[2]
    candidates = [str(p) for folder in (beside, versions) for p in sorted(folder.glob("3.13*/bin/python3.13"))]
    for candidate in [*candidates, shutil.which("python3.13")]:
        if candidate and subprocess.run([candidate, "-c", ""], capture_output=True).returncode == 0:
            return candidate
    return None


def _interpreter(find: Callable[[], str | None]) -> Callable[[Program, Bench], list[str]]:
    return lambda program, bench: [str(find()), str(program.source)]


def this_python() -> str:
    # Not the virtual environment's: its start-up reads what an editable installation put there.
    return getattr(sys, "_base_executable", sys.executable)


def _pypy() -> str | None:
    return shutil.which("pypy3")


# Molt


def cold_environment(scratch: Path) -> dict[str, str]:
    """An environment whose cache holds nothing but what set-up makes."""
    cold = scratch / "cold-cache"
    shutil.rmtree(cold, ignore_errors=True)
    cold.mkdir()
    for part in _SET_UP_PARTS:
        if (cache_dir() / part).exists():
            (cold / part).symlink_to(cache_dir() / part)
    return {**os.environ, "MOLT_CACHE_DIR": str(cold)}


def set_up_molt() -> None:
    """Makes the runtime and the tools, so that no program's build has to."""
    call([sys.executable, "-m", "molt", "dev", "prepare"])


def molt_build(*words: str, env: dict[str, str] | None = None) -> None:
    call([sys.executable, "-m", "molt", "build", *words], env)


def _component(program: Program, bench: Bench) -> Path:
    """Builds the component once, with a cold cache and a clock."""
    if program.name not in bench.components:
        out = bench.scratch / f"{program.name}.component.wasm"
        env = cold_environment(bench.scratch)
        start = time.perf_counter()
        molt_build(str(program.source), "-o", str(out), env=env)
        bench.compile_seconds[program.name] = time.perf_counter() - start
        bench.components[program.name] = out
    return bench.components[program.name]


def _molt_component(program: Program, bench: Bench) -> list[str]:
    return [sys.executable, "-m", "molt_host", f"--allow-read={bench.text.parent}", str(_component(program, bench))]


def _molt_native(program: Program, bench: Bench) -> list[str]:
    out = bench.scratch / f"{program.name}.native"
    molt_build("--native", f"--allow-read={bench.text.parent}", str(program.source), "-o", str(out))
    return [str(out)]


def _inside(artefact: Path, bench: Bench) -> list[str]:
    return [sys.executable, "-m", "bench.harness.inside", SECONDS_FILE, str(bench.text.parent), str(precompile(artefact))]


def _molt_engine(program: Program, bench: Bench) -> list[str]:
    return _inside(_component(program, bench), bench)


# C


def _c_native(program: Program, bench: Bench) -> list[str]:
    out = bench.scratch / f"{program.name}.c"
    call(["cc", "-O2", "-o", str(out), str(program.twin), "-lm"])
    return [str(out)]


def _c_wasm(program: Program, bench: Bench) -> list[str]:
    out = bench.scratch / f"{program.name}.c.wasm"
    call([sys.executable, "-m", "ziglang", "cc", "--target=wasm32-wasi", "-O2", "-o", str(out), str(program.twin), "-lm"])
    return _inside(out, bench)


def _c_compiler() -> str | None:
    return None if shutil.which("cc") else "a C compiler named cc: on Debian, apt-get install gcc libc6-dev"


# Compilers of Python to machine code


def _mypyc(program: Program, bench: Bench) -> list[str]:
    return optional_tools.mypyc_command(program.source, call)


def _nuitka(program: Program, bench: Bench) -> list[str]:
    return optional_tools.nuitka_command(program.source, call)


EXECUTORS = {
    "cpython": Executor("CPython 3.12", "#4b8bbe", _always, _interpreter(this_python)),
    "cpython-3.13": Executor("CPython 3.13", "#8fb8dc", lambda: None if _python_3_13() else "pyenv install 3.13", _interpreter(_python_3_13)),
    "pypy": Executor("PyPy", "#c792d9", lambda: None if _pypy() else "on Debian, apt-get install pypy3", _interpreter(_pypy)),
    "mypyc": Executor("mypyc", "#c9b458", optional_tools.find, _mypyc, by_default=False),
    "nuitka": Executor("Nuitka", "#7fb069", optional_tools.find, _nuitka, by_default=False),
    "molt-component": Executor("Molt component", "#f2a65a", _always, _molt_component),
    "molt-native": Executor("Molt native", "#e4572e", _always, _molt_native),
    "molt-engine": Executor("Molt in the engine", "#9c3316", _always, _molt_engine),
    "c-wasm": Executor("C in the engine", "#6b7280", _always, _c_wasm, needs_twin=True),
    "c-native": Executor("C native", "#374151", _c_compiler, _c_native, needs_twin=True),
}
