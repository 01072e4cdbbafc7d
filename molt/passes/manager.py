"""The table of passes and what runs them.

Every pass gets for free: on and off by name, a check of its result, a dump
after it, its time, and a crash message that names pass and function.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from molt.ir.core import Function, Module
from molt.ir.printer import print_function
from molt.ir.verify import verify
from molt.passes import block_params, dce, fold, proper_loops, ranges, refcount, simplify_cfg, specialise


@dataclass(frozen=True)
class Pass:
    """One row: `run` changes a function, and says whether it did.

    When it is `whole`, `run` changes all modules that it is given, and sees them together.
    `required` passes cannot be disabled; `reason` says why the pass stands where it does.
    """

    name: str
    run: Callable[..., bool]
    required: bool
    reason: str
    whole: bool = False


PASSES = (
    Pass("block_params", block_params.run, False, "SSA construction leaves parameters that carry one value"),
    Pass("fold", fold.run, False, "sees through the parameters that are gone"),
    Pass("simplify_cfg", simplify_cfg.run, False, "decides the branches that became constant"),
    Pass("late_block_params", block_params.run, False, "ways into blocks are gone, so are reasons for parameters"),
    Pass("dce", dce.run, False, "the folded conditions have lost their users"),
    Pass("specialise", specialise.run, False, "hints are best on code without detours", whole=True),
    Pass("typed_block_params", block_params.run, False, "versions pass all live values on"),
    Pass("ranges", ranges.run, False, "each condition still has edges of its own"),
    Pass("typed_fold", fold.run, False, "truth values became known"),
    Pass("typed_simplify_cfg", simplify_cfg.run, False, "versions are in more blocks than needed"),
    Pass("last_block_params", block_params.run, False, "blocks were joined"),
    Pass("typed_dce", dce.run, False, "values were boxed for nobody"),
    Pass("refcount", refcount.run, True, "makes ownership explicit; nothing may move values after it"),
    Pass("proper_loops", proper_loops.run, False, "what it passes into loops must not be counted"),
)

# (earlier, later): checked when the module is imported.
ORDER = (
    ("fold", "simplify_cfg"),
    ("simplify_cfg", "late_block_params"),
    ("simplify_cfg", "dce"),
    ("dce", "specialise"),
    ("specialise", "typed_block_params"),
    ("typed_block_params", "ranges"),
    ("ranges", "typed_simplify_cfg"),
    ("typed_dce", "refcount"),
    ("late_block_params", "refcount"),
    ("refcount", "proper_loops"),
)


class PassCrash(Exception):
    """A pass failed; the message names pass and function, `dump` is the function as it was before."""

    def __init__(self, message: str, dump: str) -> None:
        super().__init__(message)
        self.dump = dump


@dataclass
class PassManager:
    """How to run the passes.

    `disable`: names of passes not to run. `dump_after`: names of passes after
    which each function is printed to `dump_to`. `verify_each`: check the IR
    after each pass. `stop_before`: run only what stands before this pass.
    `times_s` collects seconds by pass.
    """

    disable: frozenset[str] = frozenset()
    dump_after: frozenset[str] = frozenset()
    verify_each: bool = False
    stop_before: str | None = None
    dump_to: TextIO = field(default_factory=lambda: sys.stderr)
    times_s: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = {p.name for p in PASSES}
        named = self.disable | self.dump_after | ({self.stop_before} if self.stop_before else set())
        if named - known:
            raise ValueError(f"no such pass: {', '.join(sorted(named - known))} (there are: {', '.join(p.name for p in PASSES)})")
        required = {p.name for p in PASSES if p.required} & self.disable
        if required:
            raise ValueError(f"these passes are required: {', '.join(sorted(required))}")

    def run_module(self, module: Module) -> None:
        """Runs the passes over a module on its own, in place."""
        self.run_modules([module])

    def run_modules(self, modules: Sequence[Module]) -> None:
        """Runs the passes over modules that know one another, in place: each over all functions before the next. What is shown stays."""
        for row in self._rows():
            functions = [function for module in modules if not module.is_shown for function in module.functions.values()]
            if row.whole:
                self._run_pass(row, modules, functions)
            else:
                for function in functions:
                    self._run_pass(row, [function], [function])

    def run_function(self, function: Function) -> None:
        """Runs those passes that look at one function alone."""
        for row in self._rows():
            if not row.whole:
                self._run_pass(row, [function], [function])

    def _rows(self) -> Iterator[Pass]:
        for row in PASSES:
            if row.name == self.stop_before:
                return
            if row.name not in self.disable:
                yield row

    def _run_pass(self, row: Pass, subjects: Sequence[Function] | Sequence[Module], functions: list[Function]) -> None:
        before = "\n".join(map(print_function, functions)) if self.verify_each else ""
        start_s = time.perf_counter()
        try:
            row.run(*subjects)
            if self.verify_each:
                for function in functions:
                    verify(function)
        except Exception as error:
            where = ", ".join(subject.symbol if isinstance(subject, Function) else subject.name for subject in subjects)
            message = f"panic during {row.name} while compiling {where}: {type(error).__name__}: {error}"
            raise PassCrash(message, before) from error
        self.times_s[row.name] = self.times_s.get(row.name, 0.0) + time.perf_counter() - start_s
        if row.name in self.dump_after:
            for function in functions:
                print(f"# after {row.name}\n{print_function(function)}", file=self.dump_to)

    def time_report(self) -> str:
        """One line a pass: milliseconds and name."""
        return "".join(f"{seconds * 1000:10.1f} ms  {name}\n" for name, seconds in self.times_s.items())


def check_order() -> None:
    """Names are unique and every constraint holds."""
    names = [row.name for row in PASSES]
    assert len(set(names)) == len(names), "two passes of one name"
    for earlier, later in ORDER:
        assert names.index(earlier) < names.index(later), f"{earlier} must run before {later}"


check_order()
