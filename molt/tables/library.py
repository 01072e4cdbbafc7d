"""Which modules of CPython's library are compiled from the source beside the running interpreter."""

from __future__ import annotations

LIBRARY: dict[str, str] = {
    "__future__": "",
    "bisect": "",
    "colorsys": "",
    "copyreg": "",
    "genericpath": "",
    "getopt": "",
    "heapq": "",
    "keyword": "",
    "operator": "",
    "posixpath": "os.path",
    "reprlib": "",
    "stat": "",
    "token": "",
}

# Modules that another one puts into sys.modules under a name of its own.
ALIASES: dict[str, str] = {"os.path": "posixpath"}
