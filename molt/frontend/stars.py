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
    _exports: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def imported_by(self, unit: Unit) -> dict[str, frozenset[str] | None]:
        """For each module that this one imports everything from: the names, or None when they are unknown."""
        if not unit.scopes.module.star_import:
            return {}
        modules = [absolute_name(unit.package, node) or "" for node in ast.walk(unit.tree)
                   if isinstance(node, ast.ImportFrom) and node.names[0].name == "*"]
        return {name: self._exports_of(name) for name in modules}

    def bound_in(self, unit: Unit) -> tuple[frozenset[str], bool]:
        """All names that star imports bind in a module, and whether there are unknown ones."""
        imported = self.imported_by(unit).values()
        return frozenset().union(*(names for names in imported if names is not None)), None in imported

    def all_imported(self, units: list[Unit]) -> set[str]:
        """Every name that some module gets by a star import."""
        return set().union(*(self.bound_in(unit)[0] for unit in units))

    def _exports_of(self, name: str) -> frozenset[str] | None:
        if name not in self._exports:
            self._exports[name] = frozenset()  # what an import cycle sees
            self._exports[name] = self._find_exports(name)
        return self._exports[name]

    def _find_exports(self, name: str) -> frozenset[str] | None:
        if name in self.target.c_modules:
            return frozenset(n for n in self.target.c_modules[name] if not n.startswith("_"))
        unit = self.units.get(name)
        if unit is None:
            return None
        names = {*unit.scopes.global_bindings}
        for imported in self.imported_by(unit).values():
            if imported is None:
                return None
            names |= imported
        listed = export_list(unit.tree)
        return frozenset(n for n in names.union(listed) if not n.startswith("_") or n in listed)


def export_list(tree: ast.Module) -> dict[str, None]:
    """The strings in assignments to `__all__`, in order."""
    found: dict[str, None] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value) | ast.AugAssign(target=ast.Name(id="__all__"), value=value):
                strings = [c.value for c in ast.walk(value) if isinstance(c, ast.Constant) and isinstance(c.value, str)]
                found |= dict.fromkeys(strings)
    return found
