"""jco, which runs components on Node, and a Node that is new enough for it, in Molt's cache folder."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from molt.base.paths import cache_dir

_JCO_VERSION = "1.35.0"
_NODE_VERSION = "24.21.0"
_MACHINES = {"x86_64": "x64", "aarch64": "arm64"}
_TIMEOUT_S = 600


class Unavailable(Exception):
    """The tools cannot be had on this machine; the message is the reason."""


@dataclass(frozen=True)
class NodeTools:
    node: Path
    jco: Path  # a script for `node`

    @property
    def filesystem(self) -> Path:
        """The module of jco's that holds what `jco run` lets a program see of the files."""
        package = self.jco.parents[1]
        return package / "node_modules" / "@bytecodealliance" / "preview2-shim" / "dist" / "nodejs" / "filesystem.js"


def ensure_node_tools() -> NodeTools:
    """Installs the tools if they are not there. Raises Unavailable."""
    npm, machine = shutil.which("npm"), _MACHINES.get(platform.machine())
    if npm is None:
        raise Unavailable("npm is not installed")
    if not sys.platform.startswith("linux") or machine is None:
        raise Unavailable(f"there is no package of Node for {sys.platform} {platform.machine()}")
    node_package = f"node-linux-{machine}"
    home = cache_dir() / "node_tools" / f"jco-{_JCO_VERSION}-node-{_NODE_VERSION}"
    if not home.exists():
        _install(npm, [f"@bytecodealliance/jco@{_JCO_VERSION}", f"{node_package}@{_NODE_VERSION}"], home)
    modules = home / "node_modules"
    return NodeTools(modules / node_package / "bin" / "node", modules / "@bytecodealliance" / "jco" / "dist" / "jco.js")


def _install(npm: str, packages: list[str], home: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    _say(f"installing {' and '.join(packages)} (once; half a minute)")
    with tempfile.TemporaryDirectory(dir=home.parent) as scratch:
        made = Path(scratch, "tools")
        command = [npm, "install", "--prefix", made, "--no-audit", "--no-fund", "--ignore-scripts", *packages]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT_S, check=False)
        except subprocess.TimeoutExpired:
            raise Unavailable(f"npm did not finish in {_TIMEOUT_S} s") from None
        if done.returncode != 0:
            raise Unavailable(f"npm could not install them: {done.stderr.strip()[-500:]}")
        made.rename(home)
    _say(f"installed in {time.monotonic() - started:.0f} s")


def _say(text: str) -> None:
    print(f"molt: {text}", file=sys.stderr, flush=True)
