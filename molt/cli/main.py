"""Dispatch to the commands, and what their failures look like."""

from __future__ import annotations

import importlib
import sys

COMMANDS = {
    "run": "compile a program and run it",
    "build": "compile a program to a component, a native executable or a web page",
    "compare": "run programs under CPython and under Molt and compare",
    "inspect": "show a component's world, capabilities and sizes",
    "explain": "explain a diagnostic code",
    "dev": "tools for those who work on Molt",
}


class Failure(Exception):
    """A command that cannot go on; the message is for the user. `status` is the exit status.

    `says_who`: does the message need to begin with the command's name?
    """

    def __init__(self, message: str, status: int = 1, *, says_who: bool = True) -> None:
        super().__init__(f"molt: {message}" if says_who else message)
        self.status = status


def usage() -> str:
    width = max(map(len, COMMANDS))
    rows = "\n".join(f"  {name:{width}}  {text}" for name, text in COMMANDS.items())
    return f"usage: molt COMMAND ...\n\n{rows}\n\n`molt COMMAND --help` tells more; `molt --version` the version."


def main(argv: list[str] | None = None) -> int:
    """Runs one command; gives the exit status."""
    words = sys.argv[1:] if argv is None else argv
    match words:
        case [] | ["-h" | "--help" | "help", *_]:
            print(usage())
            return 0 if words else 2
        case ["--version" | "-V"]:
            from molt import __version__
            print(f"molt {__version__}")
            return 0
        case [command, *rest] if command in COMMANDS:
            return _run(command, rest)
    close = _closest(words[0])
    print(f"molt: no such command: {words[0]}" + (f" (did you mean {close}?)" if close else ""), file=sys.stderr)
    print(usage(), file=sys.stderr)
    return 2


def _run(command: str, words: list[str]) -> int:
    module = importlib.import_module(f"molt.cli.{command}")
    try:
        return module.main(words)
    except Failure as failure:
        print(failure, file=sys.stderr)
        return failure.status
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read our output is gone: so are we, without a word.
        import os
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 141
    except OSError as error:
        print(f"molt: {error}", file=sys.stderr)
        return 1
    except Exception as error:
        return _internal_error(error, ["molt", command, *words])


def _internal_error(error: Exception, command: list[str]) -> int:
    """A bug of ours: says where it happened, keeps the details in a file, and how to see it again. Status 70, as EX_SOFTWARE."""
    import shlex
    import tempfile
    import traceback
    with tempfile.NamedTemporaryFile("w", prefix="molt-crash-", suffix=".txt", delete=False) as file:
        file.write(f"{shlex.join(command)}\n\n")
        traceback.print_exception(error, file=file)
        file.write(getattr(error, "dump", ""))
    place = traceback.extract_tb(error.__traceback__)[-1]
    text = str(error).splitlines()
    print(f"molt: internal error: {type(error).__name__}: {text[0] if text else ''}\n"
          f"  at {place.filename}:{place.lineno}, in {place.name}\n"
          f"  details: {file.name}\n  to repeat: {shlex.join(command)}", file=sys.stderr)
    return 70


def _closest(word: str) -> str | None:
    from difflib import get_close_matches
    return next(iter(get_close_matches(word, COMMANDS, 1)), None)
