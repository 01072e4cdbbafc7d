"""`molt dev`."""

from __future__ import annotations

from molt.cli import compile as compiling
from molt.cli import flags as command_flags
from molt.cli.main import Failure

HELP = """\
usage: molt dev why [FLAGS] FILE.py [NAME ...]
       molt dev prepare

  prepare   builds what the compiler and the tests share: the runtime (also with object counting) and the tools in Rust
  why   what makes a program large: the tree of what keeps what in it, by retained bytes; or, for each NAME
        of a function or data object of the linked program, what refers to it.
        --at-least=BYTES  show what retains this much (default 1000); flags of `molt build` apply"""

_AT_LEAST = 1000


def main(words: list[str]) -> int:
    match words:
        case ["why", *rest]:
            return _why(rest)
        case ["prepare"]:
            return _prepare()
        case ["-h" | "--help", *_]:
            print(HELP)
            return 0
    raise Failure(f"no such tool\n{HELP}", 2)


def _prepare() -> int:
    from molt.link.runtime import RuntimeBuildError, ensure_runtime
    from molt.package import tools
    try:
        tools.encoder()
        ensure_runtime(False, compiling.progress)
        ensure_runtime(True, compiling.progress)
        tools.shim()
    except (RuntimeBuildError, tools.ToolError) as error:
        raise Failure(str(error)) from None
    return 0


def _why(words: list[str]) -> int:
    at_least = _AT_LEAST
    chosen = [w for w in words if w.startswith("--at-least=")]
    if chosen:
        try:
            at_least = int(chosen[-1].partition("=")[2])
        except ValueError:
            raise Failure("--at-least is a number of bytes", 2) from None
    flags = command_flags.read([w for w in words if w not in chosen], HELP, program_follows=True)
    if flags is None:
        return 0
    from molt.dev import references, why
    retention = why.Retention(references.read(compiling.core_with_relocations(flags, compiling.load(flags))))
    if flags.rest:
        for name in flags.rest:
            print(*why.explanation(retention, name), sep="\n")
    else:
        print("retained    self")
        print(*why.tree(retention, at_least), sep="\n")
    return 0
