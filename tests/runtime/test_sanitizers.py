"""The C runtime's own unit tests, built for this machine with the address and undefined-behaviour sanitizers.

`gen/build_native.py` builds them as 32-bit code, so that layouts are those of wasm32. The tests of plain numbers, which
need no objects, are in `test_numbers.py`.
"""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

RUNTIME = Path(__file__).resolve().parents[2] / "runtime_wasm"
BUILD = RUNTIME / "gen" / "build_native.py"
PROBE = "#include <stdio.h>\nint main(void) { return printf(\"\") != 0; }\n"
TIMEOUT_S = 600


@cache
def why_not() -> str:
    """Why this machine cannot build sanitized 32-bit programs; empty when it can."""
    command = ["gcc", "-m32", "-fsanitize=address,undefined", "-x", "c", "-", "-o", "/dev/null"]
    try:
        done = subprocess.run(command, input=PROBE, capture_output=True, text=True, timeout=TIMEOUT_S)
    except FileNotFoundError:
        return "gcc is not installed"
    if done.returncode == 0:
        return ""
    last_words = done.stderr.strip().splitlines()[-1:]
    return f"gcc -m32 cannot link with sanitizers (Debian: gcc-multilib): {' '.join(last_words)}"


@pytest.fixture(autouse=True)
def _needs_sanitizers() -> None:
    if reason := why_not():
        pytest.skip(reason)


def check(command: list[str | Path]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=TIMEOUT_S)
    assert done.returncode == 0, (done.stdout + done.stderr)[-5000:]


@pytest.mark.parametrize("name", ["test_core", "test_containers", "test_mem", "test_predict"])
def test_objects(name: str) -> None:
    check([sys.executable, BUILD, RUNTIME / "tests" / f"{name}.c", "--run"])


@pytest.mark.parametrize("name", ["test_mem", "test_core", "test_predict"])
def test_allocator(name: str) -> None:
    """The debug heap takes mem.c's place under sanitizers: this is the real one, without them."""
    check([sys.executable, BUILD, RUNTIME / "tests" / f"{name}.c", "--run", "--release"])


def test_text() -> None:
    """test_utf8, test_unicode and test_text, against this interpreter."""
    check([sys.executable, RUNTIME / "tests" / "run_text_tests.py"])
