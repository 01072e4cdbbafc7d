"""mypyc and Nuitka, in a virtual environment of their own under Molt's cache, with their builds kept by content."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from molt.base.paths import cache_dir

REQUIREMENTS = ("mypy[mypyc]==2.4.1", "nuitka==4.3.3")

Call = Callable[..., None]


def _environment() -> Path:
    return cache_dir() / "bench-venv"


def _python() -> str:
    return str(_environment() / "bin" / "python")


def find() -> str | None:
    """Makes the environment when it is not there or holds other versions. Returns a hint when that fails."""
    stamp = _environment() / ".bench-requirements"
    wanted = f"{sys.version}\n" + "\n".join(REQUIREMENTS)
    if stamp.exists() and stamp.read_text() == wanted:
        return None
    print(f"bench: installing mypyc and Nuitka to {_environment()} (once)", file=sys.stderr)
    base = getattr(sys, "_base_executable", sys.executable)
    for command in ([base, "-m", "venv", "--clear", str(_environment())],
                    [_python(), "-m", "pip", "install", "--disable-pip-version-check", "--quiet", *REQUIREMENTS]):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            return f"the network or pip's cache, for {' and '.join(REQUIREMENTS)} ({(done.stderr.strip().splitlines() or ['no message'])[-1]})"
    stamp.write_text(wanted)
    return None


def _kept_folder(tool: str, source: Path) -> Path:
    content = hashlib.sha256("\n".join([sys.version, *REQUIREMENTS]).encode() + source.read_bytes()).hexdigest()
    return cache_dir() / "bench-builds" / f"{tool}-{source.stem}-{content[:16]}"


def _build(tool: str, source: Path, call: Call, words: list[str], env: dict[str, str] | None = None) -> Path:
    """Runs the tool on a copy of the source in a folder that is there only when the build succeeded."""
    folder = _kept_folder(tool, source)
    if not folder.exists():
        partial = folder.with_name(folder.name + ".partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        shutil.copyfile(source, partial / source.name)
        call([_python(), *words, source.name], env=env, cwd=partial)
        partial.rename(folder)
    return folder


def mypyc_command(source: Path, call: Call) -> list[str]:
    # mypyc starts programs of its environment by name.
    path = os.pathsep.join([str(_environment() / "bin"), os.environ.get("PATH", os.defpath)])
    folder = _build("mypyc", source, call, ["-m", "mypyc"], {**os.environ, "PATH": path})
    start = f"import sys; sys.path.insert(0, {str(folder)!r}); import {source.stem}; {source.stem}.main()"
    return [_python(), "-c", start]


def nuitka_command(source: Path, call: Call) -> list[str]:
    words = ["-m", "nuitka", "--quiet", "--assume-yes-for-downloads", "--remove-output"]
    return [str(_build("nuitka", source, call, words) / f"{source.stem}.bin")]
