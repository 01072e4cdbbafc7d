"""`molt run`."""

from __future__ import annotations

import os
import sys

from molt_host.grants import Grants

from molt.cli import flags as command_flags
from molt.cli import warm
from molt.cli.flags import Flags


def main(words: list[str]) -> int:
    flags = command_flags.read(words, command_flags.HELP_RUN, program_follows=True)
    if flags is None:
        return 0
    if flags.executor == "interp":
        return interpret(flags)
    component = component_path(flags)
    from molt_host.runner import run
    # The current directory goes by two names: relative paths and absolute ones.
    granted = command_flags.grants(flags, default=Grants(read=(".", os.getcwd())))
    status = run(component, [program_name(flags), *flags.rest], grants=granted)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # nothing is left to do, and taking the engine down takes longer than it is worth


def program_name(flags: Flags) -> str:
    """sys.argv[0]."""
    return flags.entry if flags.entry is not None else str(flags.as_module)


def component_path(flags: Flags) -> str:
    """The program's component, built unless a record of it still holds."""
    record = warm.record_path(flags.entry or f"-m {flags.as_module} {os.getcwd()}", flags.options_key())
    kept = None if flags.watches_passes else warm.find(record)
    if kept is None:
        from molt import pipeline
        from molt.cli import compile as compiling
        program = compiling.load(flags)
        built = compiling.build(flags, program)
        kept = warm.store(record, pipeline.files_read(program), pipeline.files_absent(program), built.component)
    return str(kept)


def interpret(flags: Flags) -> int:
    """Runs the program's IR, after the passes, in the TIR interpreter."""
    from molt import pipeline
    from molt.cli import compile as compiling
    from molt.interp import run_program
    program = compiling.load(flags)
    return run_program(pipeline.optimised_modules(program, compiling.options(flags)), "__main__", [program_name(flags), *flags.rest])
