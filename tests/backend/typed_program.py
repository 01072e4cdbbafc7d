"""Runs Python programs some of whose functions are given as TIR."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from unittest import mock

from molt import pipeline
from molt.ir.core import Function
from molt.ir.parser import parse_module
from molt.link.runtime import ensure_runtime
from molt.package import component


def run(source: str, functions: dict[str, Function], folder: Path, *, predictions: str = "", debug: bool = True) -> str:
    """The output of a program whose functions of the given symbols have other code than the source says.

    predictions: the lines of a module's text that predict its classes.
    """
    path = folder / "app.py"
    path.write_text(source)
    program = pipeline.load(path)
    options = pipeline.Options(debug=debug)
    runtime = ensure_runtime(debug)
    lower_module = pipeline.lower_module

    def with_replacements(*args):
        module = lower_module(*args)
        for symbol, function in functions.items():
            module.functions[symbol].blocks = function.blocks
            module.functions[symbol].signature = function.signature
        module.predictions.update(parse_module(f"module 'm' path='m.py'\n{predictions}\n").predictions)
        return module

    from molt.backend import llvm
    with mock.patch.object(pipeline, "lower_module", with_replacements):
        modules = pipeline.optimised_modules(program, options)
    objects = [llvm.emit_object(pipeline.optimised_llvm([module], options, runtime)) for module in modules.values()]
    wasm = folder / "app.wasm"
    wasm.write_bytes(component.encode(pipeline.link_program(program, objects, options, runtime)))
    done = subprocess.run([sys.executable, "-m", "molt_host", str(wasm)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout
