"""`molt inspect`."""

from __future__ import annotations

import json

from molt.cli.main import Failure
from molt.package import inspect
from molt.package.sections import FormatError
from molt.package.tools import ToolError

HELP = """\
usage: molt inspect [--json] APP.wasm

Shows a component's imports and exports, the capabilities it may need, and what takes the room."""


def main(words: list[str]) -> int:
    if not words or words[0] in ("-h", "--help"):
        print(HELP)
        return 0 if words else 2
    as_json = "--json" in words
    paths = [w for w in words if w != "--json"]
    if len(paths) != 1 or paths[0].startswith("-"):
        raise Failure(f"one component, please\n{HELP}", 2)
    try:
        facts = inspect.report(paths[0])
    except (ToolError, FormatError) as error:
        raise Failure(str(error)) from None
    print(json.dumps(facts, indent=2) if as_json else inspect.text(paths[0], facts), end="\n" if as_json else "")
    return 0
