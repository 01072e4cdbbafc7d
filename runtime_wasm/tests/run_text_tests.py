"""Builds and runs the tests of text against the running interpreter: test_utf8, test_unicode and test_text.

    python tests/run_text_tests.py

The expectations (digests of Unicode properties, outcomes of some 25,000 operations) are made afresh.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent
sys.path.insert(0, str(TESTS.parent / "gen"))
import build_native  # noqa: E402


def generate(script, target):
    """CPython's str hashes depend on the seed: zero is what the runtime promises to agree with."""
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    subprocess.run([sys.executable, "-W", "ignore", TESTS / script, target], check=True, env=environment)


def main():
    generated = build_native.cache_dir() / "native"
    generated.mkdir(parents=True, exist_ok=True)
    generate("unicode_expected.py", generated / "unicode_expected.h")
    failed = False
    for name in ("test_utf8", "test_unicode"):
        failed |= subprocess.run([build_native.build(TESTS / f"{name}.c")]).returncode != 0
    with tempfile.TemporaryDirectory() as directory:
        cases = Path(directory) / "cases.txt"
        generate("text_cases.py", cases)
        failed |= subprocess.run([build_native.build(TESTS / "test_text.c"), cases]).returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
