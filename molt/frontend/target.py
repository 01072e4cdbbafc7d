"""What whoever executes the program offers to it besides the program's own modules."""

from __future__ import annotations

import builtins
import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from molt.tables import runtime

# They need a compiler, frames or a loader when the program runs, so no target has them.
DYNAMIC_BUILTINS = frozenset({"exec", "eval", "compile", "globals", "locals", "__import__", "breakpoint"})
# Without an argument these two look into the caller's frame.
FRAME_BUILTINS = frozenset({"vars", "dir"})
CPYTHON_BUILTINS = frozenset(vars(builtins)) - {"__name__", "__doc__", "__package__", "__loader__", "__spec__", "_"}


@dataclass(frozen=True)
class Target:
    """`builtins`: names found without binding them. `c_modules`: modules that need no source, with their attributes.

    `has_own_library`: these modules go before Molt's replacements for them.
    """

    builtins: frozenset[str]
    c_modules: Mapping[str, frozenset[str]]
    has_own_library: bool = False


@cache
def runtime_target() -> Target:
    """Molt's own runtime."""
    return Target(runtime.builtin_names(), runtime.c_modules())


# What the interpreter may take from its host as it is; the rest of the library is compiled from source, as for the runtime.
_HOST_MODULES = (
    "_abc", "_codecs", "_collections", "_functools", "_io", "_operator", "_random", "_sre", "_stat", "_string", "_struct", "_thread",
    "_weakref", "abc", "array", "atexit", "binascii", "builtins", "collections", "collections.abc", "contextlib", "copy", "dataclasses",
    "datetime", "decimal", "enum", "errno", "fractions", "functools", "gc", "io", "itertools", "json", "math", "operator", "os",
    "pathlib", "posixpath", "random", "re", "statistics", "string", "struct", "sys", "textwrap", "time", "traceback", "types",
    "typing", "warnings", "weakref")


@cache
def host_target() -> Target:
    """The Python that runs the compiler, for the TIR interpreter: all its built-ins, and modules that it imports."""
    modules = {name: frozenset(dir(importlib.import_module(name))) for name in _HOST_MODULES}
    return Target(CPYTHON_BUILTINS - DYNAMIC_BUILTINS, modules, has_own_library=True)
