"""Programs from source, interpreted before and after the passes, against CPython."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from interp.execute import STAGES

HERE = Path(__file__).parent
FILES = sorted([*HERE.glob("sources/*.py"), *HERE.glob("sources/*/main.py")])
ENVIRONMENT = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem if path.stem != "main" else path.parent.name)
def test_behaves_as_cpython(path, stage):
    assert run([str(HERE / "execute.py"), stage, str(path)]) == run([str(path)])


def run(words):
    """Exit status, output and error output, without addresses."""
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, env=ENVIRONMENT, timeout=60)
    return done.returncode, *(re.sub(r"0x[0-9a-f]+", "0x...", text) for text in (done.stdout, done.stderr))
