"""The markers below the lines of tracebacks, against those that CPython prints."""

import subprocess
import sys

import pytest

from molt.backend.sites import site_text
from molt.base.source import SourceFile, Span

OPERATIONS = ("x / 0", "x/0", "(x)/0", "(x) / 0", "((x)) // 0", "(x)//0", "(-x) ** y", "(x + 1) ** y", "(x+1)**y", "x ** (y)", "x/(0)", "x /(0)", "x+(1, 2)", "x+ (1, 2)",
              "x @-y", "x@-y", "x @ -y", "(x )  ** y", "x % 0", "(x) % 0", "x @ y", "(x)@y", "x + [y][0:1]", "x << y", "(x)<<(y)", "x[0]", "(x)[0]", "-(x) / 0", "x < None")


@pytest.mark.parametrize("operation", OPERATIONS)
def test_markers(operation, tmp_path):
    path = tmp_path / "p.py"
    path.write_text(f"x, y = 1e300, 2.0\n{operation}\n")
    printed = subprocess.run([sys.executable, str(path)], capture_output=True, text=True).stderr.splitlines()
    markers = [line[4:] for line in printed if "^" in line]
    text, carets = site_text(SourceFile(str(path), path.read_text(), "__main__"), Span(2, 0, 2, len(operation)))
    assert text == operation
    assert [carets] == (markers or [None])
