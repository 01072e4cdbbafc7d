"""The record of a program built before: lets an unchanged program start without loading the compiler.

A record lists the files the build read, the files it looked for in vain, and
the component. It holds while all of these, and the compiler, are as they were.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

from molt_host.cache import cache_dir, write_atomically

PACKAGE = Path(__file__).resolve().parent.parent


def record_path(entry: str, options_key: str) -> Path:
    name = hashlib.sha256(repr((os.path.abspath(entry), entry, options_key, sys.version)).encode()).hexdigest()
    return cache_dir() / "warm" / f"{name}.json"


def find(path: Path) -> Path | None:
    """The component of a record that still holds; None when there is none."""
    try:
        record = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    if record["compiler"] != fingerprint() or any(map(os.path.exists, record["absent"])):
        return None
    if not all(_unchanged(*file) for file in record["files"]):
        return None
    component = Path(record["component"])
    return component if component.exists() else None


def store(path: Path, files: list[str], absent: list[str], component: bytes) -> Path:
    """Keeps a component and its record; gives the component's path."""
    kept = cache_dir() / "components" / f"{hashlib.sha256(component).hexdigest()}.wasm"
    if not kept.exists():
        write_atomically(kept, component)
    record = {"compiler": fingerprint(), "files": [_state(f) for f in files], "absent": absent, "component": str(kept)}
    write_atomically(path, json.dumps(record).encode())
    return kept


def fingerprint() -> str:
    """Changes when any file of the compiler or runtime does; by size and time, which is quick."""
    digest = hashlib.sha256()
    folders = [PACKAGE]
    runtime = PACKAGE.parent / "runtime_wasm"
    if runtime.is_dir():
        folders.append(runtime)
    while folders:
        for entry in sorted(os.scandir(folders.pop()), key=lambda e: e.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    folders.append(Path(entry.path))
            elif not entry.name.endswith(".pyc"):
                status = entry.stat()
                digest.update(f"{entry.path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _state(path: str) -> list[object]:
    status = os.stat(path)
    return [path, status.st_size, status.st_mtime_ns, _hash(path)]


def _unchanged(path: str, size: int, mtime_ns: int, content: str) -> bool:
    try:
        status = os.stat(path)
        return status.st_size == size and (status.st_mtime_ns == mtime_ns or _hash(path) == content)
    except OSError:
        return False


def _hash(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
