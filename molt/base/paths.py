"""Where the parts of Molt that are not Python modules lie, and its cache."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from molt_host.cache import cache_dir

__all__ = ["cache_dir", "source_root"]


@cache
def source_root() -> Path:
    """The folder that holds runtime_wasm/, host/, native_shim/ and wit/: the checkout, or `molt/_data` when installed."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent
