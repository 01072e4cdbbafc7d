"""Where compiled things are kept between runs. Everything in it can be made again: deleting it is always safe."""

import os
import tempfile
from pathlib import Path


def cache_dir() -> Path:
    """$MOLT_CACHE_DIR, else $XDG_CACHE_HOME/molt, else ~/.cache/molt."""
    if own := os.environ.get("MOLT_CACHE_DIR"):
        return Path(own)
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return Path(xdg, "molt")
    return Path.home() / ".cache" / "molt"


def write_atomically(path: Path, data: bytes | bytearray, mode: int = 0o644) -> None:
    """Writes a file so that no reader, and no interruption, ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, partial = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".partial")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        os.chmod(partial, mode)
        os.replace(partial, path)
    except BaseException:
        os.unlink(partial)
        raise
