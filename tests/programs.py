"""The behaviour programs in `tests/run`: how to run each, under CPython and under Molt's executors."""

from __future__ import annotations

import ast
import os
import shlex
import sys
from dataclasses import dataclass, field
from pathlib import Path

from molt.cli.compare import Outcome, cpython_environment, execute

ROOT = Path(__file__).resolve().parent.parent
RUN = ROOT / "tests" / "run"


@dataclass(frozen=True)
class Program:
    """One program and what its first lines ask for."""

    path: Path  # relative to ROOT
    argv: tuple[str, ...] = ()
    stdin: bytes = b""
    env: dict[str, str] = field(default_factory=dict, compare=False)
    grants: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.path.parent.name if self.path.name == "main.py" else self.path.stem

    def words(self, scratch: Path) -> list[str]:
        return [w.replace("$TMP", str(scratch)) for w in self.argv]

    def flags(self, scratch: Path) -> list[str]:
        return ["--allow-read=.", *(f"--allow-env={name}" for name in self.env), *(g.replace("$TMP", str(scratch)) for g in self.grants)]


def load(path: Path) -> Program:
    """Reads a program's directives: `# argv:`, `# stdin:`, `# env:`, `# grant:` in its first lines."""
    argv: list[str] = []
    stdin = b""
    env: dict[str, str] = {}
    grants: list[str] = []
    for line in path.read_text(errors="replace").splitlines():
        if not line.startswith("#"):
            break
        name, colon, value = line[1:].strip().partition(":")
        value = value.strip()
        if not colon:
            continue
        match name:
            case "argv":
                argv += shlex.split(value)
            case "stdin":
                stdin += ast.literal_eval(f'"""{value}"""').encode()
            case "env":
                variable, _, content = value.partition("=")
                env[variable] = content
            case "grant":
                grants += shlex.split(value)
    return Program(path.relative_to(ROOT), tuple(argv), stdin, env, tuple(grants))


def all_programs() -> list[Program]:
    return [load(p) for p in sorted([*RUN.glob("*.py"), *RUN.glob("*/main.py")])]


def run_cpython(program: Program, scratch: Path) -> Outcome:
    command = [sys.executable, str(program.path), *program.words(scratch)]
    return execute(command, stdin=program.stdin, env={**cpython_environment(), **program.env}, cwd=ROOT)


def run_component(program: Program, component: Path, scratch: Path) -> Outcome:
    command = [sys.executable, "-m", "molt_host", *program.flags(scratch), f"--argv0={program.path}", str(component), *program.words(scratch)]
    return execute(command, stdin=program.stdin, env={**os.environ, **program.env}, cwd=ROOT)


def run_interpreter(program: Program, scratch: Path) -> Outcome:
    command = [sys.executable, "-m", "molt", "run", "--executor=interp", str(program.path), *program.words(scratch)]
    return execute(command, stdin=program.stdin, env={**cpython_environment(), **program.env}, cwd=ROOT)


def run_native(program: Program, executable: Path, scratch: Path) -> Outcome:
    command = [str(executable), *program.words(scratch)]
    return execute(command, stdin=program.stdin, env={**os.environ, **program.env}, cwd=ROOT)
