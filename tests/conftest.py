"""Shared by all tests: helpers beside them can be imported by name."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = [ROOT / "tests", *(ROOT / "tests" / name for name in ("backend", "hosts", "interp", "js", "runtime")), ROOT / "host" / "python"]
sys.path[:0] = map(str, FOLDERS)


def pytest_addoption(parser) -> None:
    parser.addoption("--bless", action="store_true", help="write what the compiler gives now as the expected text of golden tests")
