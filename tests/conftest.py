"""Shared by all tests: helpers beside them can be imported by name."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "host" / "python")]
