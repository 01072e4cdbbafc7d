"""The program: every module that the entry module reaches by import statements, and what each means for the others."""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass, field
from pathlib import Path

from molt.base.source import Span
from molt.diagnostics import CompileError, Diagnostic
from molt.frontend.check import Names, check_unit
from molt.frontend.guards import IMPORT_ERRORS, IN_FUNCTION, Caught, guarded_nodes
from molt.frontend.lower import ModuleEnv, lower_module
from molt.frontend.lower.imports import absolute_name
from molt.frontend.lower.spans import span_of
from molt.frontend.parse import Unit, parse, read_source
from molt.frontend.resolver import Located, Resolver, Shown, shown_from
from molt.frontend.stars import StarNames, export_list
from molt.frontend.target import Target, runtime_target
from molt.frontend.usage import Usage, find_usage
from molt.ir.core import Module

MAIN = "__main__"


@dataclass(eq=False)
class Program:
    """All modules, main first, then in the order in which import statements were met."""

    modules: list[Unit]
    c_modules: list[str]  # those in C that the program imports
    target: Target
    usage: Usage
    _envs: dict[str, ModuleEnv] = field(default_factory=dict)

    def env(self, module: str) -> ModuleEnv:
        """What lowering one module needs to know of the others."""
        return self._envs[module]

    def lower(self, type_hints: str = "hint") -> dict[str, Module]:
        """The TIR of every module."""
        return {unit.name: lower_module(unit, self.env(unit.name), type_hints) for unit in self.modules}


def load_program(entry: str | Path, *, is_module: bool = False, target: Target | None = None, relative_paths: bool = False) -> Program:
    """Reads a program: `entry` is a script's path, or with `is_module` a name as for `python -m`. Raises CompileError.

    Tracebacks show absolute paths, as CPython's do, or with `relative_paths` such as
    do not depend on where the program lies.
    """
    target = target or runtime_target()
    folder = Path.cwd() if is_module else Path(entry).resolve().parent
    loader = _Loader(target, Resolver(folder, target), shown_from(folder) if relative_paths else str)
    if is_module:
        loader.main_module(str(entry))
    else:
        loader.main_script(Path(entry))
    loader.follow()
    return loader.finish()


def used_names(program: Program) -> frozenset[str]:
    """Every identifier that the kept parts of a program mention."""
    return frozenset(program.usage.names)


@dataclass(eq=False)
class _Loader:
    target: Target
    resolver: Resolver
    shown: Shown
    units: dict[str, Unit] = field(default_factory=dict)  # by name, in order of discovery
    c_modules: dict[str, None] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    submodules: dict[str, set[str]] = field(default_factory=dict)  # package -> what `from package import` names in it
    importers: dict[str, tuple[Unit, Span]] = field(default_factory=dict)  # who imported a module first, and where
    failures: list[Diagnostic] = field(default_factory=list)

    def main_script(self, path: Path) -> None:
        # As CPython does, the script's own path is made absolute but links are not followed.
        self._parse_main(path.absolute(), package="")

    def main_module(self, name: str) -> None:
        located = self.resolver.find(name)
        if located is not None and located.is_package:
            name = f"{name}.__main__"
            located = self.resolver.find(name)
        if located is None or located.path is None:
            raise CompileError([Diagnostic("import-not-found", f"No module named {name}")])
        package = name.rpartition(".")[0]
        if package:
            self._add_with_parents(package)
        self._parse_main(located.path, package)

    def _parse_main(self, path: Path, package: str) -> None:
        try:
            unit = parse(read_source(path, module=MAIN, shown=self.shown(path)), package)
        except CompileError as error:
            self.failures += error.diagnostics
        else:
            self.units = {MAIN: unit} | self.units

    def follow(self) -> None:
        """Takes in every module within reach."""
        done: set[str] = set()
        while pending := [u for name, u in self.units.items() if name not in done]:
            for unit in pending:
                done.add(unit.name)
                for node, caught in guarded_nodes(unit.tree):
                    if isinstance(node, ast.Import):
                        self._follow_import(unit, node, caught)
                    elif isinstance(node, ast.ImportFrom):
                        self._follow_from(unit, node, caught)

    def _follow_import(self, unit: Unit, node: ast.Import, caught: Caught) -> None:
        for alias in node.names:
            if not self._add_with_parents(alias.name, (unit, span_of(node))):
                self._missing(unit, alias.name, span_of(node), caught)

    def _follow_from(self, unit: Unit, node: ast.ImportFrom, caught: Caught) -> None:
        if node.module == "__future__" and not node.level:
            return
        name, here = absolute_name(unit.package, node), (unit, span_of(node))
        if name is None or not self._add_with_parents(name, here):
            self._missing(unit, name or "." * node.level + (node.module or ""), span_of(node), caught)
            return
        located = self.resolver.find(name)
        assert located is not None
        if not located.is_package:
            return
        package = self.units[located.name]
        own = _own_names(package)
        wanted = export_list(package.tree) if node.names[0].name == "*" else [alias.name for alias in node.names]
        for tail in wanted:
            if tail not in own and self._add_with_parents(f"{name}.{tail}", here):
                self.submodules.setdefault(name, set()).add(tail)

    def _add_with_parents(self, name: str, importer: tuple[Unit, Span] | None = None) -> bool:
        """Adds a module after the packages it is in; false when one of them does not exist."""
        parent = name.rpartition(".")[0]
        if parent and not self._add_with_parents(parent, importer):
            return False
        located = self.resolver.find(name)
        if located is None:
            return False
        if located.name != name:
            self.aliases[name] = located.name
        if importer is not None:
            self.importers.setdefault(located.name, importer)
        self._add(located)
        return True

    def _add(self, located: Located) -> None:
        if located.path is None:
            self.c_modules[located.name] = None
        elif located.name not in self.units:
            try:
                self.units[located.name] = parse(located.read(self.shown))
            except CompileError as error:
                self.failures += error.diagnostics
                self.units[located.name] = parse(located.empty())

    def _missing(self, unit: Unit, name: str, span: Span, caught: Caught) -> None:
        """An import that nothing satisfies: an error, unless the program is prepared for it."""
        if caught & IMPORT_ERRORS:
            return
        if not unit.source.is_library:
            self.failures.append(_not_found(unit, name, span, self.resolver))
        elif IN_FUNCTION not in caught:
            self._unusable_library(unit, name)

    def _unusable_library(self, unit: Unit, missing: str) -> None:
        """A module of the library cannot be imported: told where the program's own code asks for it."""
        asked = unit.name
        while unit.source.is_library:
            asked = unit.name
            unit, span = self.importers[asked]
        self.failures.append(Diagnostic("unsupported-module", f"module '{asked}' is not supported: it needs '{missing}'",
                                        unit.source, span))

    def finish(self) -> Program:
        """The program, if nothing is wrong with it."""
        units = list(self.units.values())
        stars = StarNames(self.units, self.target, self.aliases)
        stores = _outside_stores(units)
        attributes = self._library_attributes(stars, stores)
        for unit in units:
            names = Names(stars.bound_in(unit) | stores.get(unit.name, frozenset()), stars.misses_names(unit), attributes)
            self.failures += check_unit(unit, self.target, names)
        if self.failures:
            raise CompileError(_in_order(list(dict.fromkeys(self.failures)), list(self.units)))
        usage = find_usage(units, stars)
        program = Program(units, list(self.c_modules), self.target, usage)
        for unit in units:
            program._envs[unit.name] = self._env(unit, stars, stores, usage)
        return program

    def _library_attributes(self, stars: StarNames, stores: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
        """The attributes of the modules whose attributes are known for sure: those in C and those of the library."""
        attributes = {name: self.target.c_modules[name] for name in self.c_modules}
        for unit in self.units.values():
            bound = unit.scopes.global_bindings
            if unit.source.is_library and "__getattr__" not in bound:
                submodules = self.submodules.get(unit.name, set())
                attributes[unit.name] = stars.bound_in(unit).union(bound, submodules, stores.get(unit.name, frozenset()))
        return attributes

    def _env(self, unit: Unit, stars: StarNames, stores: dict[str, frozenset[str]], usage: Usage) -> ModuleEnv:
        return ModuleEnv(
            modules=frozenset({*self.units, *self.c_modules, *self.aliases}) - {MAIN},
            builtins=self.target.builtins,
            aliases=self.aliases,
            submodules={package: frozenset(names) for package, names in self.submodules.items()},
            star_names=stars.imported_by(unit),
            outside_stores=stores.get(unit.name, frozenset()),
            dropped=usage.dropped.get(unit.name, frozenset()),
            used_names=frozenset(usage.names))


def _in_order(diagnostics: list[Diagnostic], modules: list[str]) -> list[Diagnostic]:
    """By module, then by place; what belongs to no module comes first."""
    def key(diagnostic: Diagnostic) -> tuple[int, Span]:
        module = diagnostic.file.module if diagnostic.file else ""
        return modules.index(module) + 1 if module in modules else 0, diagnostic.span or Span(0, 0, 0, 0)
    return sorted(diagnostics, key=key)


def _own_names(package: Unit) -> set[str]:
    """What a package's `__init__` binds, other than its submodules by importing them."""
    own = set(package.scopes.global_bindings)
    for node in ast.walk(package.tree):
        if isinstance(node, ast.ImportFrom) and absolute_name(package.package, node) == package.name:
            own -= {a.name for a in node.names if a.asname in (None, a.name)}
    return own


def _outside_stores(units: list[Unit]) -> dict[str, frozenset[str]]:
    """Names that modules set on one another: `module.name = value`."""
    stores: dict[str, set[str]] = {}
    for unit in units:
        aliases = [a for node in ast.walk(unit.tree) if isinstance(node, ast.Import) for a in node.names]
        imported = {a.asname: a.name for a in aliases if a.asname} | {top: top for a in aliases if not a.asname
                                                                      for top in [a.name.partition(".")[0]]}
        for node in ast.walk(unit.tree):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name):
                module = imported.get(node.value.id)
                if module is not None:
                    stores.setdefault(module, set()).add(node.attr)
    return {module: frozenset(names) for module, names in stores.items()}


def _not_found(unit: Unit, name: str, span: Span, resolver: Resolver) -> Diagnostic:
    if name.partition(".")[0] in sys.stdlib_module_names and resolver.find(name.partition(".")[0]) is None:
        return Diagnostic("unsupported-module", f"module '{name}' of the standard library is not supported", unit.source, span,
                          hint="import it inside `try` with `except ImportError` if the program can do without it")
    if name.startswith("."):
        return Diagnostic("import-not-found", "attempted relative import with no known parent package", unit.source, span)
    return Diagnostic("import-not-found", f"no module named '{name}'", unit.source, span,
                      hint="modules are looked for beside the program and in the library")
