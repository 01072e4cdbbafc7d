"""Runs wasm-ld."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from molt.link.runtime import Runtime, zig

STACK_BYTES = 1 << 20  # the shadow stack: arrays and addressable locals; the engine has its own for the rest


class LinkError(Exception):
    """wasm-ld refused; the message holds its output."""


def link(objects: list[bytes], runtime: Runtime, *, keep_names: bool = True, relocations: bool = False) -> bytes:
    """The core module made of a program's objects and what they need of the runtime. `relocations`: with symbols and relocations kept."""
    with tempfile.TemporaryDirectory(prefix="molt-link-") as scratch:
        paths = []
        for n, data in enumerate(objects):
            paths.append(Path(scratch) / f"{n}.o")
            paths[-1].write_bytes(data)
        out = Path(scratch) / "core.wasm"
        strip = "--emit-relocs" if relocations else "--strip-debug" if keep_names else "--strip-all"
        command = zig("wasm-ld", "--no-entry", "--gc-sections", "--stack-first", "-z", f"stack-size={STACK_BYTES}", "-O2",
                      strip, "-o", str(out), *map(str, paths), str(runtime.start), str(runtime.archive), *map(str, runtime.libraries))
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise LinkError(done.stderr.strip() or f"wasm-ld failed with status {done.returncode}")
        return out.read_bytes()
