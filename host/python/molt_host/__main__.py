"""`python -m molt_host [--allow-...] [--argv0=NAME] APP.wasm [ARGUMENT...]`: runs a component without the compiler."""

import os
import sys

from molt_host.grants import GrantError, from_flags, is_flag

_USAGE = "usage: python -m molt_host [--allow-read=DIR] [--allow-write=DIR] [--allow-env=NAME] [--allow-all] [--argv0=NAME] APP.wasm [ARGUMENT...]"


def main(words: list[str]) -> int:
    count = next((i for i, word in enumerate(words) if not is_flag(word)), len(words))
    flags, command = words[:count], words[count:]
    argv0 = None
    if command and command[0].startswith("--argv0="):
        argv0 = command.pop(0).partition("=")[2]
    if not command or command[0].startswith("-"):
        print(_USAGE, file=sys.stderr)
        return 2
    try:
        grants = from_flags(flags).narrowed(os.environ.get("MOLT_DENY", ""))
    except GrantError as error:
        print(f"molt: {error}", file=sys.stderr)
        return 2
    from molt_host.runner import run  # the engine takes a while to load: not for a usage message

    return run(command[0], [argv0 or command[0], *command[1:]], grants=grants)


if __name__ == "__main__":
    status = main(sys.argv[1:])
    sys.stderr.flush()
    # The guest's output is out; taking an engine and its threads apart is time for nothing.
    os._exit(status)
