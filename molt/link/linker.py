"""Runs wasm-ld."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from molt.link import objects
from molt.link.runtime import Runtime, zig

STACK_BYTES = 1 << 20  # the shadow stack: arrays and addressable locals; the engine has its own for the rest


class LinkError(Exception):
    """wasm-ld refused; the message holds its output."""


def link(program: list[bytes], runtime: Runtime, dropped: Mapping[str, set[tuple[int, int]]], *, keep_names: bool = True,
         relocations: bool = False) -> bytes:
    """The core module made of a program's objects and what they need of the runtime.

    dropped: by stem of a runtime object, the references in its data to leave out. relocations: with symbols and relocations kept.
    """
    with tempfile.TemporaryDirectory(prefix="molt-link-") as scratch:
        folder = Path(scratch)
        paths = [_written(folder / f"program-{n}.o", data) for n, data in enumerate(program)]
        parts = [_written(folder / path.name, objects.without(path.read_bytes(), dropped[path.stem])) if dropped.get(path.stem) else path
                 for path in runtime.objects]
        out = folder / "core.wasm"
        strip = "--emit-relocs" if relocations else "--strip-debug" if keep_names else "--strip-all"
        command = zig("wasm-ld", "--no-entry", "--gc-sections", "--stack-first", "-z", f"stack-size={STACK_BYTES}", "-O2",
                      strip, "-o", str(out), *map(str, paths), *map(str, parts), *map(str, runtime.libraries))
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise LinkError(done.stderr.strip() or f"wasm-ld failed with status {done.returncode}")
        return out.read_bytes()


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
