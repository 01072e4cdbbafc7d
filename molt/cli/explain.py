"""`molt explain CODE`."""

from __future__ import annotations

import difflib

from molt.cli.main import Failure
from molt.diagnostics import CODES, explain


def main(words: list[str]) -> int:
    if words in (["-h"], ["--help"], []):
        print("usage: molt explain CODE\n\n" + "\n".join(f"  {code}" for code in sorted(CODES)))
        return 0 if words else 2
    for code in words:
        if code not in CODES:
            close = ", ".join(difflib.get_close_matches(code, CODES, 3))
            raise Failure(f"no such code: {code}" + (f" (did you mean {close}?)" if close else ""), 2)
        print(explain(code))
    return 0
