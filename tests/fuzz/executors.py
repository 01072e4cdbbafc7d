"""Runs programs under CPython and Molt's executors, and says how they differ."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from molt.cli.compare import Outcome, cpython_environment

REFERENCE = "cpython"
# From the cheapest to the dearest; each is compared with the reference.
UNDER_TEST = ("interp-before", "interp-after", "component", "component-optimised")
# Optimising with LLVM takes longer than all else: few programs of a session get it, instead of the plain component.
_OPTIMISED_EVERY = 5
_LEAKED, _TRAPPED = 97, 134
_ADDRESS = re.compile(rb"\b0x[0-9a-f]{6,}")


@dataclass(frozen=True)
class Run:
    """What one executor did with a program. `fault`, if any, is why there is no outcome of the program's own."""

    outcome: Outcome
    fault: str

    @property
    def fault_line(self) -> str:
        return self.fault.partition("\n")[0]


@dataclass(frozen=True)
class Difference:
    """`kind` is what must stay the same while a program is reduced; `detail` is for people."""

    executor: str
    kind: str
    detail: str


class Worker:
    """A server process (`server.py`) that runs one program at a time. A context manager."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "fuzz.server"]
        environment = {**cpython_environment(), "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONWARNINGS": "ignore"}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *exception: object) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def run(self, source: str, executors: Iterable[str]) -> dict[str, Run]:
        """The program under each of the executors."""
        assert self._process.stdin and self._process.stdout
        print(json.dumps({"source": source, "executors": list(executors)}), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError("the server of the fuzzer died; its message is above")
        return {name: _run(fields) for name, fields in json.loads(answer).items()}


def for_seed(seed: int) -> tuple[str, ...]:
    """The executors of the program of that seed."""
    left_out = "component" if seed % _OPTIMISED_EVERY == 0 else "component-optimised"
    return (REFERENCE, *(name for name in UNDER_TEST if name != left_out))


def _run(fields: dict[str, str | int]) -> Run:
    stdout, stderr = (_without_addresses(str(fields[name]).encode("latin-1")) for name in ("stdout", "stderr"))
    return Run(Outcome(stdout, stderr, int(fields["status"]), 0.0), str(fields["fault"]))


def _without_addresses(output: bytes) -> bytes:
    return _ADDRESS.sub(b"0x...", output)


def is_usable(reference: Run) -> bool:
    """Did CPython bring the program to its end?"""
    return not reference.fault


def is_rejected(run: Run) -> bool:
    return run.fault.startswith("rejected")


def differences(runs: dict[str, Run]) -> list[Difference]:
    """Of each executor that disagrees with CPython; a rejected program is none."""
    expected = runs[REFERENCE]
    found = []
    for name, run in runs.items():
        if name != REFERENCE and not is_rejected(run) and (difference := _difference(name, expected, run)):
            found.append(difference)
    return found


def _difference(name: str, expected: Run, run: Run) -> Difference | None:
    if run.fault:
        # Numbers of values and blocks change as the program shrinks.
        return Difference(name, re.sub(r"[%^@]?\w*\d[\w.]*", "N", run.fault_line)[:80], run.fault)
    text = run.outcome.differs_from(expected.outcome)
    if text is None:
        return None
    status = run.outcome.status
    if status != expected.outcome.status and status in (_LEAKED, _TRAPPED):
        return Difference(name, "leak" if status == _LEAKED else "trap", f"{text}\n{run.outcome.stderr.decode(errors='replace')}")
    return Difference(name, text.partition(" ")[0], text)
