"""Whole programs: modules, imports, the recursion limit, and what happens at the end."""

from __future__ import annotations

import builtins
import gc
import importlib
import linecache
import operator
import os
import sys
import weakref
from importlib.machinery import ModuleSpec
from types import CellType, CodeType, FunctionType, ModuleType
from typing import Any

# The ops register themselves in the table.
from molt.interp import (  # noqa: F401
    ops_basic,
    ops_calls,
    ops_exceptions,
    ops_instances,
    ops_match,
    ops_names,
    ops_typed,
    stubs,
    tracebacks,
)
from molt.interp.code import Code
from molt.interp.host import Host, set_host_recursion_limit
from molt.interp.machine import make_advance
from molt.interp.predicted import PredictedClasses
from molt.ir.core import ClassPrediction, Module, owner_of

_BODY = "<module>"
_INTERRUPTED = 128 + 2  # as shells show death by SIGINT
_C_INT = 1 << 31


def run_program(modules: dict[str, Module], main: str, argv: list[str]) -> int:
    """Runs module `main` as the program, to the end of its finalisers; gives the exit status."""
    program = Program(modules)
    with Host(program, argv) as host:
        status = _run_main(program, main)
        host.exit_functions.run()
        _flush()
        program.tear_down()
        del program
        gc.collect()
        _flush()
    return status


class ModuleState:
    """A module's globals and the code of its functions."""

    def __init__(self, module: Module, globals: dict[str, Any], program: Program) -> None:
        self.module = module
        self.globals = globals
        self.program = program
        globals["__builtins__"] = {**builtins.__dict__, stubs.STATE_BUILTIN: self}
        program.states[module.name] = self
        self.advance = make_advance(globals)
        self.predicted = PredictedClasses(self)
        self._codes: dict[str, tuple[Code, CodeType]] = {}

    def make_function(self, symbol: str, defaults: tuple | None = None, cells: tuple[CellType, ...] = ()) -> FunctionType:
        """A host function that runs the module's function `symbol`."""
        if symbol not in self._codes:
            code = Code(self.module.functions[symbol], self.module.source)
            self._codes[symbol] = code, stubs.make_stub_code(code)
        code, stub = self._codes[symbol]
        return stubs.make_function(code, stub, self.globals, defaults, cells)

    def stub_code(self, symbol: str) -> CodeType | None:
        """The host code of all functions made from `symbol`, if there are any."""
        owner, own = self.owner(symbol)
        return owner._codes[own][1] if owner is not None and own in owner._codes else None

    def owner(self, symbol: str) -> tuple[ModuleState | None, str]:
        """The module of a function or class body that the code refers to, if it was imported, and the symbol there."""
        name, own = owner_of(symbol, self.module.name)
        return self if name == self.module.name else self.program.states.get(name), own


class Program:
    """The modules of a program and those that are imported so far."""

    def __init__(self, modules: dict[str, Module]) -> None:
        self.modules = modules
        self.recursion_limit = 1000
        self.states: dict[str, ModuleState] = {}
        self.predictions: weakref.WeakKeyDictionary[type, ClassPrediction] = weakref.WeakKeyDictionary()
        self._depth = 0
        self._loaded: dict[str, ModuleType] = {}
        self._initialising: set[str] = set()

    def enter_frame(self) -> None:
        if self._depth >= self.recursion_limit:
            raise RecursionError("maximum recursion depth exceeded")
        self._depth += 1

    def resume_frame(self) -> None:
        """A suspended generator goes on: counted, but its first start was the place to refuse."""
        self._depth += 1

    def leave_frame(self) -> None:
        self._depth -= 1

    def get_recursion_limit(self) -> int:
        return self.recursion_limit

    def set_recursion_limit(self, limit: int) -> None:
        """sys.setrecursionlimit of the program: its frames count, not the host's."""
        limit = operator.index(limit)
        if not -_C_INT <= limit < _C_INT:
            raise OverflowError("Python int too large to convert to C int")
        if limit < 1:
            raise ValueError("recursion limit must be greater or equal than 1")
        if self._depth >= limit:
            raise RecursionError(f"cannot set the recursion limit to {limit} at the recursion depth {self._depth}: "
                                 "the limit is too low")
        self.recursion_limit = limit
        set_host_recursion_limit(limit)

    def import_module(self, name: str) -> ModuleType:
        """The module `name`, run if it was not; its parents first."""
        parent, _, child = name.rpartition(".")
        if parent:
            self.import_module(parent)
        if name in self._loaded:
            return self._loaded[name]
        if name not in self.modules:
            return importlib.import_module(name)
        module = self.run_module(name)
        if parent:
            setattr(self._loaded[parent], child, module)
        return module

    def run_module(self, name: str) -> ModuleType:
        """Makes a module object and runs the module's body."""
        source = self.modules[name].source
        module = ModuleType(name)
        if source.path:
            module.__file__ = source.path
        # Where the host looks for the word "partially initialized" of an AttributeError.
        module.__spec__ = ModuleSpec(name, None)
        module.__spec__._initializing = True  # type: ignore[attr-defined]
        if source.is_package:
            module.__path__ = [os.path.dirname(source.path)]
        module.__package__ = name if source.is_package else name.rpartition(".")[0]
        linecache.cache[source.path] = len(source.text), None, [line + "\n" for line in source.lines], source.path
        self._loaded[name] = module
        if not source.is_library:
            sys.modules[name] = module
        self._initialising.add(name)
        try:
            ModuleState(self.modules[name], module.__dict__, self).make_function(_BODY)()
        except BaseException:
            if name != "__main__":
                del self._loaded[name]
                self.states.pop(name, None)
                if sys.modules.get(name) is module:
                    del sys.modules[name]
            raise
        finally:
            self._initialising.discard(name)
            module.__spec__._initializing = False  # type: ignore[attr-defined]
        return module

    def imported(self, name: str) -> ModuleType | None:
        return self._loaded.get(name) or sys.modules.get(name)

    def is_initialising(self, module: Any) -> bool:
        return any(self._loaded.get(name) is module for name in self._initialising)

    def tear_down(self) -> None:
        """Lets go of all modules, then empties those that somebody still holds (Python/pylifecycle.c finalize_modules)."""
        modules = [weakref.ref(module) for module in self._loaded.values()]
        for name in self._loaded:
            if sys.modules.get(name) is self._loaded[name]:
                del sys.modules[name]
        self._loaded.clear()
        self.states.clear()
        gc.collect()
        for reference in reversed(modules):
            if (module := reference()) is not None:
                _clear_names(module.__dict__)


def _clear_names(globals: dict[str, Any]) -> None:
    """Objects/moduleobject.c _PyModule_ClearDict: names with one leading underscore first."""
    private = [name for name in globals if name[:1] == "_" and name[1:2] != "_"]
    for name in (*private, *globals):
        if name != "__builtins__":
            globals[name] = None


def _run_main(program: Program, main: str) -> int:
    try:
        program.run_module(main)
    except SystemExit as exit_:
        return _exit_status(exit_.code)
    except BaseException as exception:
        tracebacks.clean_chain(exception)
        sys.stdout.flush()
        _report(exception)
        return _INTERRUPTED if isinstance(exception, KeyboardInterrupt) else 1
    return 0


def _exit_status(code: Any) -> int:
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    sys.stdout.flush()
    print(code, file=sys.stderr)
    return 1


def _report(exception: BaseException) -> None:
    sys.excepthook(type(exception), exception, exception.__traceback__)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
