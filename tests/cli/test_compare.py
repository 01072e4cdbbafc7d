"""`molt compare`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def compare(*paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "molt", "compare", *map(str, paths)], stdin=subprocess.DEVNULL, capture_output=True, text=True)


def test_programs_that_agree_differ_and_are_rejected(tmp_path: Path) -> None:
    texts = {"same.py": "raise SystemExit(3)\n", "other.py": "import sys\nprint(sys.implementation.name)\n", "rejected.py": "print(complex(1))\n"}
    paths = [tmp_path / name for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text)
    done = compare(*paths)
    rows = [row.split(maxsplit=3) for row in done.stdout.splitlines()[1:]]
    assert [Path(row[0]).name for row in rows] == list(texts)
    assert rows[0][3] == "same (exit 3)"
    assert rows[1][3] == "stdout differs: line 1: CPython 'cpython', Molt 'molt'"
    assert rows[2][1:] == ["-", "-", "not compiled: error[unsupported-builtin]: 'complex' is not supported yet"]
    assert (done.returncode, done.stderr) == (1, "2 of 3 differ or are not compiled\n")


def test_missing_file(tmp_path: Path) -> None:
    done = compare(tmp_path / "none.py")
    assert done.returncode == 1
    assert done.stderr.startswith("molt: no such file:")
