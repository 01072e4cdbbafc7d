"""llvmlite at work: parse, inline the runtime's fast paths, optimise, emit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import llvmlite.binding as llvm

from molt.backend.module import TARGET

FEATURES = "+bulk-memory,+bulk-memory-opt,+multivalue,+mutable-globals,+nontrapping-fptoint,+reference-types,+sign-ext,+simd128,+call-indirect-overlong"


@cache
def _target_machine() -> llvm.TargetMachine:
    llvm.initialize_all_targets()
    llvm.initialize_all_asmprinters()
    # LLVM's peephole pass follows cycles of phis without end; after optimisation it finds nothing for WebAssembly.
    llvm.set_option("molt", "-disable-peephole")
    target = llvm.Target.from_triple(TARGET)
    return target.create_target_machine(cpu="generic", features=FEATURES, opt=2, reloc="static", codemodel="default")


@cache
def inline_runtime(bitcode_path: Path) -> bytes:
    return bitcode_path.read_bytes()


@cache
def function_attributes(bitcode_path: Path) -> str:
    """The target attributes of the runtime's functions, which can be inlined into those that have more, and vectors for loops of the program."""
    text = str(llvm.parse_bitcode(inline_runtime(bitcode_path)))
    cpu = re.search(r'"target-cpu"="([^"]*)"', text)
    features = re.search(r'"target-features"="([^"]*)"', text)
    parts = ["nounwind"]
    if cpu:
        parts.append(f'"target-cpu"="{cpu[1]}"')
    if features:
        parts.append(f'"target-features"="{features[1]},+simd128"')
    return " ".join(parts)


def optimise(texts: Sequence[str], bitcode_path: Path, level: int) -> llvm.ModuleRef:
    """Parses the texts of modules, makes one of them, links the inlinable runtime functions in and optimises it.

    level: 0 to 3; size is preferred to speed outside of hot code.
    """
    module, *others = map(llvm.parse_assembly, texts)
    for other in others:
        module.link_in(other)
    runtime = llvm.parse_bitcode(inline_runtime(bitcode_path))
    shared = [f.name for f in runtime.functions if not f.is_declaration]
    module.link_in(runtime)
    for name in shared:
        function = module.get_function(name)
        if function.linkage == llvm.Linkage.external:
            function.linkage = llvm.Linkage.available_externally
    module.verify()
    _optimise_module(module, level)
    return module


def _optimise_module(module: llvm.ModuleRef, level: int) -> None:
    machine = _target_machine()
    options = llvm.create_pipeline_tuning_options(speed_level=level)
    options.slp_vectorization = False
    builder = llvm.create_pass_builder(machine, options)
    if level:
        builder.getModulePassManager().run(module, builder)
    else:  # instruction selection for WebAssembly crashes where all operands are constants
        folding = llvm.create_new_module_pass_manager()
        folding.add_sccp_pass()
        folding.add_simplify_cfg_pass()
        folding.run(module, builder)


def parse(text: str) -> llvm.ModuleRef:
    return llvm.parse_assembly(text)


def emit_object(module: llvm.ModuleRef) -> bytes:
    return _target_machine().emit_object(module)
