"""Two builds of one program, in two places and two processes, are the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from molt.base.paths import cache_dir
from molt.link.runtime import ensure_runtime
from programs import ROOT

# Parts of the cache that set-up makes once; the rest, compiled modules above all, starts empty.
SHARED = ("runtime", "tools", "c-library", "c-objects", "cargo")


@pytest.mark.parametrize("entry", ["examples/wordfreq.py", "tests/run/pkg_app/main.py"])
def test_two_places(entry: str, tmp_path: Path) -> None:
    ensure_runtime()
    source = ROOT / entry
    built = [build(source, tmp_path / place, seed) for place, seed in (("here", "1"), ("over/there", "2"))]
    assert built[0] == built[1]


def build(source: Path, place: Path, seed: str) -> bytes:
    shutil.copytree(source.parent, place / "src")
    cache = place / "cache"
    cache.mkdir()
    for part in SHARED:
        if (cache_dir() / part).is_dir():
            (cache / part).symlink_to(cache_dir() / part)
    env = {**os.environ, "PYTHONHASHSEED": seed, "MOLT_CACHE_DIR": str(cache)}
    out = place / "app.wasm"
    done = subprocess.run([sys.executable, "-m", "molt", "build", str(place / "src" / source.name), "-o", str(out)],
                          env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return out.read_bytes()
