"""From flags to a built program, with the failures as users see them. Loads the compiler."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from molt import pipeline
from molt.cli.flags import Flags
from molt.cli.main import Failure
from molt.diagnostics import CompileError, render_all
from molt.frontend import Program
from molt.link.linker import LinkError
from molt.link.runtime import RuntimeBuildError, ensure_runtime
from molt.package.component import EncodeError
from molt.package.tools import ToolError
from molt.passes.manager import PassCrash, PassManager


def options(flags: Flags) -> pipeline.Options:
    try:
        passes = PassManager(disable=frozenset(flags.disable), dump_after=frozenset(flags.dump_after), verify_each=flags.debug)
    except ValueError as error:
        raise Failure(str(error), 2) from None
    return pipeline.Options(debug=flags.debug, optimise=flags.optimise, keep_names=not flags.strip, type_hints=flags.type_hints, passes=passes)


def load(flags: Flags, *, relative_paths: bool = False) -> Program:
    """The program of the flags' file or module. Diagnostics end the command."""
    try:
        entry = flags.entry if flags.as_module is None else flags.as_module
        return pipeline.load(entry, is_module=flags.as_module is not None, for_interpreter=flags.executor == "interp",
                             relative_paths=relative_paths)
    except CompileError as error:
        raise _diagnosed(error) from None


def build(flags: Flags, program: Program) -> pipeline.Built:
    chosen = options(flags)
    with _failures():
        built = pipeline.build(program, chosen, progress)
    if flags.time_passes:
        print(chosen.passes.time_report(), end="", file=sys.stderr)
    return built


def core_with_relocations(flags: Flags, program: Program) -> bytes:
    """The core module as the linker leaves it for tools."""
    with _failures():
        return pipeline.core_module(program, options(flags), ensure_runtime(flags.debug, progress), relocations=True)


@contextmanager
def _failures() -> Iterator[None]:
    """What goes wrong in a build ends the command."""
    try:
        yield
    except CompileError as error:
        raise _diagnosed(error) from None
    except (RuntimeBuildError, LinkError, EncodeError, ToolError) as error:
        raise Failure(str(error)) from None


def progress(line: str) -> None:
    print(f"molt: {line}", file=sys.stderr, flush=True)


def _diagnosed(error: CompileError) -> Failure:
    return Failure(render_all(error.diagnostics, colour=sys.stderr.isatty()).rstrip(), says_who=False)
