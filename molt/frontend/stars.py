"""What `from module import *` binds."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

from molt.frontend.lower.imports import absolute_name
from molt.frontend.parse import Unit
from molt.frontend.target import Target


@dataclass(eq=False)
class StarNames:
    """Answers for all modules of a program."""

    units: Mapping[str, Unit]
    target: Target
    aliases: Mapping[str, str]  # modules known by another name
    _exports: dict[str, frozenset[str]] = field(default_factory=dict)

    def imported_by(self, unit: Unit) -> dict[str, frozenset[str]]:
        """For each module that this one imports everything from: the names."""
        return {name: self._exports_of(name) for name in _sources(unit)}

    def misses_names(self, unit: Unit) -> bool:
        """Would a module get names from one that does not exist?"""
        return any(name not in self.target.c_modules and self._unit(name) is None for name in _sources(unit))

    def _unit(self, name: str) -> Unit | None:
        return self.units.get(self.aliases.get(name, name))

    def bound_in(self, unit: Unit) -> frozenset[str]:
        """All names that star imports bind in a module."""
        return frozenset().union(*self.imported_by(unit).values())

    def all_imported(self, units: list[Unit]) -> set[str]:
        """Every name that some module gets by a star import."""
        return set().union(*map(self.bound_in, units))

    def _exports_of(self, name: str) -> frozenset[str]:
        if name not in self._exports:
            self._exports[name] = frozenset()  # what an import cycle sees
            self._exports[name] = self._find_exports(name)
        return self._exports[name]

    def _find_exports(self, name: str) -> frozenset[str]:
        if name in self.target.c_modules:
            return frozenset(n for n in self.target.c_modules[name] if not n.startswith("_"))
        unit = self._unit(name)
        if unit is None:
            return frozenset()  # there is no such module, so the import raises
        names = {*unit.scopes.global_bindings, *self.bound_in(unit)}
        listed = export_list(unit.tree)
        return frozenset(n for n in names.union(listed) if not n.startswith("_") or n in listed)


def _sources(unit: Unit) -> list[str]:
    """The modules that a module imports everything from."""
    if not unit.scopes.module.star_import:
        return []
    return [absolute_name(unit.package, node) or "" for node in ast.walk(unit.tree)
            if isinstance(node, ast.ImportFrom) and node.names[0].name == "*"]


def export_list(tree: ast.Module) -> dict[str, None]:
    """The strings in assignments to `__all__`, in order."""
    found: dict[str, None] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value) | ast.AugAssign(target=ast.Name(id="__all__"), value=value):
                strings = [c.value for c in ast.walk(value) if isinstance(c, ast.Constant) and isinstance(c.value, str)]
                found |= dict.fromkeys(strings)
    return found
