"""Runs a program in the interpreter: `execute.py STAGE PROGRAM`, the stage one of STAGES."""

import sys
from pathlib import Path

from molt.frontend import host_target, load_program
from molt.interp import run_program
from molt.ir.core import Module
from molt.ir.parser import parse_module
from molt.ir.printer import print_module
from molt.ir.verify import verify
from molt.passes.manager import PassManager


def as_lowered(module: Module) -> Module:
    return module


def through_text(module: Module) -> Module:
    text = print_module(module)
    parsed = parse_module(text)
    assert print_module(parsed) == text
    parsed.source = module.source
    return parsed


def optimised(module: Module) -> Module:
    PassManager(verify_each=True, stop_before="specialise").run_module(module)
    return module


def specialised(module: Module) -> Module:
    PassManager(verify_each=True, stop_before="refcount").run_module(module)
    return module


def counted(module: Module) -> Module:
    PassManager(verify_each=True).run_module(module)
    return module


STAGES = {stage.__name__: stage for stage in (as_lowered, through_text, optimised, specialised, counted)}


def main(stage: str, path: str) -> int:
    modules = load_program(path, target=host_target()).lower()
    for name, module in modules.items():
        verify(module)
        modules[name] = STAGES[stage](module)
        verify(modules[name])
    sys.path[0] = str(Path(path).parent)
    return run_program(modules, "__main__", [path])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
