"""Specialisation: typed code for what the hints promise, generic code for everything else (docs/specialisation.md)."""

from __future__ import annotations

from molt.analysis.inference import Hints, infer
from molt.ir.core import Function, Module
from molt.passes.specialise.plan import Plan
from molt.passes.specialise.versions import Specialiser


def run(module: Module) -> bool:
    """Specialises all functions of a module."""
    hints = infer(module, use_annotations=module.type_hints != "ignore")
    module.predictions = hints.predictions
    bodies = {i.attrs["body"] for f in module.functions.values() for b in f.blocks for i in b.instrs if i.name == "class_create"}
    for function in module.functions.values():
        if function.symbol not in bodies and function.symbol != "<module>":
            function.signature = _signature(function, hints)
    for function in module.functions.values():
        Specialiser(module, function, hints).run()
    return True


def _signature(function: Function, hints: Hints) -> tuple[str, ...] | None:
    """The types of the parameters of the typed entry; None for functions that are only called generically."""
    info = function.info
    if info.is_generator or info.has_varargs or info.has_varkw or info.n_keyword_only:
        return None
    plan = Plan(function, hints)
    reps = [plan.rep(parameter) for parameter in function.entry.params]
    return tuple(rep if rep in ("i64", "f64") else "value" for rep in reps)
