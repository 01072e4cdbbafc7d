"""`molt build --emit=...`: the program's main module in each of the compiler's forms."""

from __future__ import annotations

import ast

from molt import pipeline
from molt.cli import compile as compiling
from molt.cli.flags import Flags
from molt.cli.main import Failure
from molt.frontend import Program
from molt.ir.printer import print_module
from molt.link.runtime import ensure_runtime


def emit(kind: str, program: Program, flags: Flags) -> None:
    """Prints one form. Raises Failure for a kind there is not."""
    printers = {"ast": _ast, "tir": _tir, "opt": _opt, "llvm": _llvm, "wat": _wat, "wit": _wit}
    if kind not in printers:
        raise Failure(f"--emit is one of {', '.join(printers)}, not {kind!r}", 2)
    print(printers[kind](program, flags), end="")


def _ast(program: Program, flags: Flags) -> str:
    return ast.dump(pipeline.unit(program, "__main__").tree, indent=2) + "\n"


def _tir(program: Program, flags: Flags) -> str:
    return print_module(program.lower(flags.type_hints)["__main__"])


def _opt(program: Program, flags: Flags) -> str:
    return print_module(pipeline.optimised_module(program, "__main__", compiling.options(flags)))


def _llvm(program: Program, flags: Flags) -> str:
    options = compiling.options(flags)
    runtime = ensure_runtime(options.debug, compiling.progress)
    return str(pipeline.optimised_llvm([pipeline.optimised_module(program, "__main__", options)], options, runtime))


def _wat(program: Program, flags: Flags) -> str:
    from molt.package.inspect import disassemble
    return disassemble(compiling.build(flags, program).core)


def _wit(program: Program, flags: Flags) -> str:
    from molt.package.inspect import wit_of
    return wit_of(compiling.build(flags, program).component)
