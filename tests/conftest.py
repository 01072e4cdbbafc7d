"""Shared by all tests: helpers beside them can be imported by name."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "host" / "python")]


def pytest_addoption(parser) -> None:
    parser.addoption("--bless", action="store_true", help="write what the compiler gives now as the expected text of golden tests")
