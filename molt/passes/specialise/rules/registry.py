"""The tables of specialisers: of ops, of calls of built-in functions, of methods of built-in types and of functions of C modules."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from molt.ir.core import Instr, Value

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter

Rule = Callable[["Emitter", Instr], bool]
CallRule = Callable[["Emitter", Instr, list[Value]], bool]  # with the arguments
MethodRule = Callable[["Emitter", Instr, Value, list[Value]], bool]  # with receiver and arguments

RULES: dict[str, Rule] = {}
BUILTINS: dict[str, CallRule] = {}
METHODS: dict[tuple[str, str], MethodRule] = {}  # by type and name
MODULES: dict[tuple[str, str], CallRule] = {}  # by module and name; what lets the function stand for the name is guarded before


def rule(*names: str) -> Callable[[Rule], Rule]:
    """Registers the specialiser of some ops."""
    return _registrar(RULES, names)


def builtin(*names: str) -> Callable[[CallRule], CallRule]:
    """Registers the specialiser of calls of some built-in functions or classes."""
    return _registrar(BUILTINS, names)


def method(type_name: str, *names: str) -> Callable[[MethodRule], MethodRule]:
    """Registers the specialiser of calls of methods of a built-in type."""
    return _registrar(METHODS, [(type_name, name) for name in names])


def of_module(module: str, *names: str) -> Callable[[CallRule], CallRule]:
    """Registers the specialiser of calls of functions of a module that is written in C."""
    return _registrar(MODULES, [(module, name) for name in names])


def _registrar[K: Hashable, F](table: dict[K, F], keys: list[K] | tuple[K, ...]) -> Callable[[F], F]:
    def register(function: F) -> F:
        for key in keys:
            assert key not in table, key
            table[key] = function
        return function
    return register
