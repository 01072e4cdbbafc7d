"""Web sites: a program's core module beside the ES-module host of `host/js` and a page that runs it."""

from __future__ import annotations

import html
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from molt.base.paths import source_root
from molt.package.tools import ToolError

if TYPE_CHECKING:
    from molt.pipeline import Built

_HOST_FILES = ("molt.mjs", "abi.mjs", "files.mjs", "molt.d.mts", "worker.mjs")
_PAGE, _CORE = "index.html", "app.wasm"
_MARK = '<meta name="generator" content="molt">'  # in the page: the folder is ours to build into again


def build_site(built: Built, out: Path) -> None:
    """Writes a folder that any static server can serve: the page, the program, and the host as a library.

    An older site of Molt's in `out` is replaced file by file, and files that are not Molt's stay. Any other folder
    that is not empty is refused, with ToolError. Nothing is written before everything is ready.
    """
    _check(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as scratch:
        made = Path(scratch, "site")
        made.mkdir()
        _write(made, built.core, Path(built.program.modules[0].source.path))
        if not out.exists():
            made.rename(out)
            return
        for path in made.iterdir():
            path.replace(out / path.name)


def _check(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise ToolError(f"'{out}' is not a folder")
    page = out / _PAGE
    ours = page.is_file() and _MARK in page.read_text(encoding="utf-8", errors="replace")
    if not ours and any(out.iterdir()):
        raise ToolError(f"'{out}' is not empty and no site of Molt's: choose another folder, or empty it")


def _write(folder: Path, core: bytes, program: Path) -> None:
    host = source_root() / "host" / "js"
    for name in _HOST_FILES:
        shutil.copyfile(host / name, folder / name)
    (folder / _CORE).write_bytes(core)
    page = (host / "page.html").read_text(encoding="utf-8")
    values = {"title": program.stem, "program": program.name}
    for name, value in values.items():
        page = page.replace(f"{{{{{name}}}}}", html.escape(value))
    (folder / _PAGE).write_text(page, encoding="utf-8")
