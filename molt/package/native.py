"""Native executables: the component compiled by Cranelift, appended to the host in `native_shim`."""

from __future__ import annotations

import platform
import sys
import zlib
from pathlib import Path

from molt_host.cache import write_atomically
from molt_host.grants import Grants

from molt.package import tools

_MAGIC = b"MOLTAPP\0"
_VERSION = 1
_PAGE_BYTES = 4096


def build_native(component: bytes, out_path: str | Path, grants: Grants) -> None:
    """Writes an executable that runs `component` with `grants`, on any machine of this architecture and system.

    `native_shim/src/payload.rs` reads what is written here.
    """
    compiled = precompile(component, host_triple())
    json = grants.to_json().encode()
    shim = tools.shim().read_bytes()
    padding = bytes(-len(shim) % _PAGE_BYTES)
    payload = compiled + json
    trailer = b"".join(
        (
            (len(shim) + len(padding)).to_bytes(8, "little"),
            len(compiled).to_bytes(8, "little"),
            len(json).to_bytes(8, "little"),
            zlib.crc32(payload).to_bytes(4, "little"),
            _VERSION.to_bytes(4, "little"),
            _MAGIC,
        )
    )
    write_atomically(Path(out_path), shim + padding + payload + trailer, mode=0o755)


def precompile(component: bytes, triple: str) -> bytes:
    """Machine code for `triple`, as Wasmtime serialises it."""
    # Loading the engine takes longer than all else here; who only wants an executable's path need not wait for it.
    from wasmtime import WasmtimeError
    from wasmtime.component import Component

    from molt_host.engine import engine_for_target

    try:
        return bytes(Component(engine_for_target(triple), component).serialize())
    except WasmtimeError as error:
        raise tools.ToolError(f"the component cannot be compiled: {' '.join(str(error).split())}") from None


def host_triple() -> str:
    """The target of this machine, as LLVM and Cranelift name it. wasmtime-py compiles for no other."""
    machine = {"AMD64": "x86_64", "arm64": "aarch64"}.get(platform.machine(), platform.machine())
    system = {"linux": "unknown-linux-gnu", "darwin": "apple-darwin"}.get(sys.platform)
    if system is None or machine not in ("x86_64", "aarch64"):
        raise tools.ToolError(f"native executables are not supported on {sys.platform} {platform.machine()}")
    return f"{machine}-{system}"
