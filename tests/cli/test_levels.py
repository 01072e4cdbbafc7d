"""`-O0` to `-O3`: each makes a component that does the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# Found by fuzzing: unoptimised, the phis of its specialised and generic code form cycles, in which LLVM's peephole pass ran out of stack.
PROGRAM = """\
def work(p1: float, p3):
    p2 = p1
    try:
        w10 += 1
    except KeyError as error:
        p1 += ''
    try:
        p2 *= p1
        p0
    except KeyError as error:
        for p0 in '':
            p3[0] += 0 * p2

try:
    work(1.5, [])
except UnboundLocalError as error:
    print(error)
"""


@pytest.mark.parametrize("level", range(4))
def test_levels(tmp_path: Path, level: int) -> None:
    path = tmp_path / "program.py"
    path.write_text(PROGRAM)
    done = subprocess.run([sys.executable, "-m", "molt", "run", f"-O{level}", str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "cannot access local variable 'w10' where it is not associated with a value\n", "")
