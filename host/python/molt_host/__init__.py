"""Runs Molt components in a CPython process, by way of wasmtime-py. It knows nothing of the compiler.

`run` is the whole interface for programs; `Grants` says what a program may touch. Both are imported on first use, so
that a caller who only parses flags does not load an engine.
"""

import importlib

_HOME = {"Grants": "grants", "GrantError": "grants", "run": "runner", "execute": "runner", "HostError": "runner"}

__all__ = list(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'molt_host' has no attribute '{name}'")
    return getattr(importlib.import_module(f"molt_host.{_HOME[name]}"), name)
