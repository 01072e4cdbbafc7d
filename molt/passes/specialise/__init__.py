"""Specialisation: typed code for what the hints promise, generic code for everything else (docs/specialisation.md)."""

from __future__ import annotations

from molt.analysis.inference import Hints, infer
from molt.analysis.loops import blocks_in_loops
from molt.ir.core import Function, Module
from molt.passes.specialise import foreign
from molt.passes.specialise.inline import Bodies
from molt.passes.specialise.plan import Plan
from molt.passes.specialise.versions import Specialiser

SIZE_LIMIT = 400  # instructions of what is specialised only if it is small
MAX_PARAMETERS = 31  # of a typed entry: it gets a bit for each


def run(*modules: Module) -> bool:
    """Specialises all functions of a group of modules: what one of them defines is known to the others, and so is what is shown."""
    compiled = [module for module in modules if not module.is_shown]
    hints = infer(*modules)
    plans = {module.name: _plans(module, hints[module.name]) for module in compiled}
    for module in compiled:
        foreign.show(module, modules)
    for module in compiled:
        bodies = Bodies(module, [plan for plan in plans[module.name] if plan.function.signature is not None])
        for plan in plans[module.name]:
            Specialiser(module, plan.function, plan, bodies).run()
    for module in compiled:
        foreign.keep_used(module, modules)
    return True


def describe(module: Module) -> None:
    """Makes of a module that is compiled on its own what others see of it: signatures and predictions as they will be in its object."""
    _plans(module, infer(module)[module.name])
    module.is_shown = True


def _plans(module: Module, hints: Hints) -> list[Plan]:
    """Plans of the functions that will be specialised; these have their signatures then."""
    module.predictions = hints.predictions
    bodies = {i.attrs["body"] for f in module.functions.values() for b in f.blocks for i in b.instrs if i.name == "class_create"}
    plans = [Plan(function, hints) for function in module.functions.values() if _is_small(function)]
    for plan in plans:
        if plan.function.symbol not in bodies and plan.function.symbol != "<module>":
            plan.function.signature = _signature(plan)
    return plans


def _is_small(function: Function) -> bool:
    """Is a function not too large? A module's body, which runs once, counts as a whole, a generator by what is in loops.

    A generator is resumed in the middle of its loops, which WebAssembly does not have: LLVM makes such loops proper in
    a time that grows with the square of their size. All other code has proper loops.
    """
    if function.symbol == "<module>":
        blocks = function.blocks
    elif function.info.is_generator:
        blocks = list(blocks_in_loops(function))
    else:
        return True
    return sum(len(block.instrs) for block in blocks) <= SIZE_LIMIT


def _signature(plan: Plan) -> tuple[str, ...] | None:
    """The types of the parameters of the typed entry; None for functions that are only called generically."""
    info = plan.function.info
    if len(info.params) > MAX_PARAMETERS or info.is_generator or info.has_varargs or info.has_varkw or info.n_keyword_only:
        return None
    reps = [plan.rep(parameter) for parameter in plan.function.entry.params]
    return tuple(rep if rep in ("i64", "f64") else "value" for rep in reps)
