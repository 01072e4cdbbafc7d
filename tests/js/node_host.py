"""Programs under Node, by way of `host/js` and `driver.mjs`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from molt.cli.compare import Outcome, execute

import programs

HOST = programs.ROOT / "host" / "js" / "molt.mjs"
_DRIVER = Path(__file__).with_name("driver.mjs")
# The guest's calls are on Node's own stack, of which V8 uses 1 MB unless told otherwise; the system gives 8 MB.
_STACK_FLAG = "--stack-size=6000"


def executable() -> str | None:
    return shutil.which("node")


def run(app: Path, args: Sequence[str], *, env: dict[str, str] | None = None, stdin: bytes = b"",
        directories: Sequence[Path] = (), host: Path = HOST, node: Path | None = None) -> Outcome:
    """Runs a core module or component; `directories` are there, and empty, in its tree of files."""
    settings = {"args": list(args), "env": env or {}, "directories": [str(path) for path in directories]}
    command = [str(node or executable()), _STACK_FLAG, str(_DRIVER), host.as_uri(), str(app), json.dumps(settings)]
    return execute(command, stdin=stdin, cwd=programs.ROOT)
