"""What the C runtime offers to Python code, read from its declarations."""

from __future__ import annotations

import builtins
import importlib.util
from functools import cache
from types import ModuleType
from typing import Any

from molt.base.paths import source_root


@cache
def declarations_module() -> ModuleType:
    """`runtime_wasm/gen/tables.py`, which scans the C files."""
    path = source_root() / "runtime_wasm" / "gen" / "tables.py"
    spec = importlib.util.spec_from_file_location("molt_runtime_tables", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    # dataclasses look their module up by name.
    import sys
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@cache
def declarations():
    return declarations_module().read()


@cache
def methods_by_class() -> dict[str, dict[str, str]]:
    """By class id, the symbol of each method's definition by its name."""
    return {c: {d.name: d.symbol for d in declarations().of_class(c)} for c in declarations().classes}


@cache
def builtin_classes() -> frozenset[str]:
    """Built-in class names that Python code sees as builtins; `X_class` is the C symbol."""
    return frozenset(c for c in declarations().classes if isinstance(getattr(builtins, c, None), type))


@cache
def c_callables() -> dict[str, Any]:
    """The declarations of what compiled code may call directly, by the symbol that it calls."""
    return {f"c__{d.owner}__{d.name}": d for d in declarations().methods if d.kind in ("METHOD", "FUNCTION")}


# Builtins of another name than the C class.
BUILTIN_ALIASES = {"EnvironmentError": "OSError", "IOError": "OSError"}
# Built-in functions that look up a method by name: who names the one needs the other.
IMPLIED_NAMES = {"round": "__round__", "reversed": "__reversed__", "dir": "__dir__", "format": "__format__"}
BUILTIN_CONSTANTS = frozenset({"NotImplemented", "Ellipsis", "None", "True", "False", "__debug__"})


@cache
def builtin_functions() -> frozenset[str]:
    return frozenset(d.name for d in declarations().of_module("builtins"))


@cache
def builtin_names() -> frozenset[str]:
    """Every name a program finds without binding it."""
    return builtin_classes() | builtin_functions() | BUILTIN_CONSTANTS | frozenset(BUILTIN_ALIASES)


@cache
def c_modules() -> dict[str, frozenset[str]]:
    """Modules that need no source and their attributes."""
    modules: dict[str, set[str]] = {}
    for d in declarations().methods:
        if d.kind in ("FUNCTION", "CONSTANT") and d.owner != "builtins":
            modules.setdefault(d.owner, set()).add(d.name)
    modules["builtins"] = {*builtin_functions(), *builtin_classes()}
    return {name: frozenset(attributes) for name, attributes in modules.items()}
