"""`molt compare`: programs under CPython and under Molt, side by side."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from molt.cli.flags import Flags
from molt.cli.main import Failure
from molt.cli.run import component_path

HELP = """\
usage: molt compare FILE.py ... [-- ARGUMENTS ...]

Runs each program under CPython (this interpreter) and under Molt with the same
arguments and standard input, and compares output, errors and exit status."""


@dataclass(frozen=True)
class Outcome:
    """What a run left behind; `seconds` is the whole process."""

    stdout: bytes
    stderr: bytes
    status: int
    seconds: float

    def differs_from(self, other: Outcome) -> str | None:
        """The first difference, in words; None when the outcomes agree."""
        for name in ("stdout", "stderr"):
            mine, theirs = getattr(self, name), getattr(other, name)
            if mine != theirs:
                return f"{name} differs: {first_difference(theirs, mine)}"
        if self.status != other.status:
            return f"exit status {self.status}, CPython's is {other.status}"
        return None


def first_difference(expected: bytes, actual: bytes) -> str:
    """The first line in which two outputs differ."""
    a, b = expected.splitlines(), actual.splitlines()
    for n, (x, y) in enumerate(zip(a, b), 1):
        if x != y:
            return f"line {n}: CPython {x.decode(errors='replace')!r}, Molt {y.decode(errors='replace')!r}"
    n = min(len(a), len(b))
    longer, text = ("CPython", a) if len(a) > len(b) else ("Molt", b)
    if len(a) == len(b):
        return "line ends"
    return f"line {n + 1}: only {longer} has {text[n].decode(errors='replace')!r}"


def execute(command: list[str], *, stdin: bytes = b"", env: dict[str, str] | None = None, cwd: Path | None = None,
            timeout_s: float = 120) -> Outcome:
    """Runs a command to its end; a time-out is exit status 124."""
    start = time.perf_counter()
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, env=env, cwd=cwd, timeout=timeout_s)
    except subprocess.TimeoutExpired as late:
        return Outcome(late.stdout or b"", (late.stderr or b"") + b"timed out\n", 124, timeout_s)
    return Outcome(done.stdout, done.stderr, done.returncode, time.perf_counter() - start)


def cpython_environment() -> dict[str, str]:
    """CPython hashes str as Molt does only with this seed."""
    return {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}


def main(words: list[str]) -> int:
    if not words or words[0] in ("-h", "--help"):
        print(HELP)
        return 0 if words else 2
    arguments: list[str] = []
    if "--" in words:
        at = words.index("--")
        words, arguments = words[:at], words[at + 1:]
    if missing := [w for w in words if not Path(w).is_file()]:
        raise Failure(f"no such file: {', '.join(missing)}")
    stdin = b"" if sys.stdin is None or sys.stdin.isatty() else sys.stdin.buffer.read()
    width = max(map(len, words))
    print(f"{'program':{width}}  {'CPython':>8}  {'Molt':>8}  result")
    different = 0
    for program in words:
        try:
            component_path(Flags(entry=program))  # compiles; the timed run finds it done
        except Failure as failure:
            different += 1
            print(f"{program:{width}}  {'-':>8}  {'-':>8}  not compiled: {str(failure).splitlines()[0]}", flush=True)
            continue
        expected = execute([sys.executable, program, *arguments], stdin=stdin, env=cpython_environment())
        actual = execute([sys.executable, "-m", "molt", "run", "--allow-env=*", program, *arguments], stdin=stdin)
        difference = actual.differs_from(expected)
        different += difference is not None
        status = f"same (exit {expected.status})" if difference is None else difference
        print(f"{program:{width}}  {expected.seconds:7.3f}s  {actual.seconds:7.3f}s  {status}", flush=True)
    if different:
        print(f"{different} of {len(words)} differ or are not compiled", file=sys.stderr)
    return 1 if different else 0
