"""The Rust programs that packaging calls, built from source on first use and kept by the content of that source."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from molt.base.paths import cache_dir, source_root

_SOURCE_SUFFIXES = {".rs", ".toml", ".lock"}
# What each is called in messages, and the cargo profile that makes it.
_TOOLS = {
    "molt-encoder": ("the component encoder", "release"),
    "molt-shim": ("the native host", "shim"),
}


class ToolError(Exception):
    """A tool that could not be built, with a message for the user."""


def encoder() -> Path:
    """The executable of `host/encoder`."""
    return _tool("molt-encoder")


def shim() -> Path:
    """The executable of `native_shim`, without a program in it."""
    return _tool("molt-shim")


def call_encoder(*words: str | os.PathLike[str]) -> str:
    """What the encoder prints for this command."""
    done = subprocess.run([encoder(), *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ToolError(done.stderr.strip().removeprefix("error: "))
    return done.stdout


def tools_key() -> str:
    """A hash of everything that the tools are built from."""
    root = source_root()
    digest = hashlib.sha256()
    for path in sorted(_rust_sources(root)):
        digest.update(f"{path.relative_to(root)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _rust_sources(root: Path) -> Iterator[Path]:
    for folder in ("host", "native_shim"):
        for path in (root / folder).rglob("*"):
            if path.suffix in _SOURCE_SUFFIXES and "target" not in path.parts:
                yield path


def _tool(name: str) -> Path:
    kept = cache_dir() / "tools" / tools_key()[:32] / name
    if not kept.exists():
        built = _build(name)
        kept.parent.mkdir(parents=True, exist_ok=True)
        partial = kept.with_name(f"{name}.{os.getpid()}")
        shutil.copy2(built, partial)
        partial.replace(kept)
    return kept


def _build(name: str) -> Path:
    title, profile = _TOOLS[name]
    cargo = shutil.which("cargo")
    if cargo is None:
        raise ToolError(f"{title} must be built once and that needs cargo, which is not on PATH; rustup.rs installs it")
    target = cache_dir() / "cargo"
    manifest = source_root() / "host" / "Cargo.toml"
    command = [cargo, "build", "--locked", "--profile", profile, "--package", name, "--manifest-path", manifest]
    started = time.monotonic()
    _say(f"building {title} (once; a minute or two)")
    last_words = _run_with_progress(command, {**os.environ, "CARGO_TARGET_DIR": str(target)})
    if last_words is not None:
        raise ToolError(f"{title} could not be built:\n{last_words}")
    _say(f"built {title} in {time.monotonic() - started:.0f} s")
    return target / profile / name


def _run_with_progress(command: list[str | Path], environment: dict[str, str]) -> str | None:
    """Runs cargo, showing the crate it is at where there is a terminal to show it on. Returns its errors, if it fails."""
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    recent: deque[str] = deque(maxlen=40)
    crates = 0
    on_terminal = sys.stderr.isatty()
    for line in process.stderr:
        if line.lstrip().startswith("Compiling "):
            crates += 1
            if on_terminal:
                print(f"\r\033[K  {crates}: {line.split()[1]}", end="", file=sys.stderr, flush=True)
        else:
            recent.append(line)
    if on_terminal and crates:
        print("\r\033[K", end="", file=sys.stderr, flush=True)
    return "".join(recent).strip() if process.wait() != 0 else None


def _say(text: str) -> None:
    print(f"molt: {text}", file=sys.stderr, flush=True)
