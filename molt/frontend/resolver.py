"""Finding modules: the program's own, Molt's replacements, those in C, and CPython's library."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from molt.base.source import SourceFile
from molt.frontend.parse import read_source
from molt.frontend.target import Target
from molt.tables.library import ALIASES, LIBRARY

Shown = Callable[[Path], str]  # how a file is called in tracebacks and `__file__`
REPLACEMENTS = Path(__file__).resolve().parent.parent / "lib"
# Modules that CPython has imported before a program starts, or finds before it looks at sys.path.
_FIRST = frozenset(sys.builtin_module_names) | {"abc", "codecs", "encodings", "io", "os", "posixpath", "genericpath", "site", "stat",
                                                "_collections_abc", "_sitebuiltins"}


@dataclass(frozen=True)
class Located:
    """Where a module was found. `path` is None for one in C; `portions` are a package's folders."""

    name: str
    path: Path | None
    portions: tuple[Path, ...] = ()
    is_library: bool = False

    @property
    def is_package(self) -> bool:
        return bool(self.portions)

    @property
    def is_namespace(self) -> bool:
        return self.is_package and self.path is not None and self.path.is_dir()

    def read(self, shown: Shown) -> SourceFile:
        assert self.path is not None
        if self.is_namespace:
            return SourceFile("", "", self.name, is_package=True)
        return read_source(self.path, module=self.name, shown=shown(self.path), is_package=self.is_package, is_library=self.is_library)

    def empty(self) -> SourceFile:
        """Stands in for a file that could not be read or parsed, so that the rest of the program is still looked at."""
        return SourceFile(str(self.path), "", self.name, self.is_package, self.is_library)


@dataclass(eq=False)
class Resolver:
    """Finds modules by absolute name, parents first; remembers what it found."""

    program_dir: Path
    target: Target
    _found: dict[str, Located | None] = field(default_factory=dict)

    def find(self, name: str) -> Located | None:
        """The module of this name; for an alias the module behind it."""
        if name not in self._found:
            self._found[name] = self._locate(name)
        return self._found[name]

    def _locate(self, name: str) -> Located | None:
        parent, _, tail = name.rpartition(".")
        if parent:
            package = self.find(parent)
            if package is not None and package.is_package:
                return _in_folders(package.portions, tail, name, package.is_library)
            if name in self.target.c_modules:
                return Located(name, None)
            return self.find(ALIASES[name]) if name in ALIASES else None
        if name in _FIRST:
            return self._supported(name) or self._in_program(name)
        return self._in_program(name) or self._supported(name)

    def _in_program(self, name: str) -> Located | None:
        return _in_folders((self.program_dir,), name, name, is_library=False)

    def _supported(self, name: str) -> Located | None:
        if self.target.has_own_library and name in self.target.c_modules:
            return Located(name, None)
        replacement = _in_folders((REPLACEMENTS,), name, name, is_library=True)
        if replacement is not None and not replacement.is_namespace:
            return replacement
        if name in self.target.c_modules:
            return Located(name, None)
        if name in LIBRARY:
            return _in_folders((Path(sysconfig.get_path("stdlib")),), name, name, is_library=True)
        return None


def _in_folders(folders: tuple[Path, ...], tail: str, name: str, is_library: bool) -> Located | None:
    """A regular package, else a file, of the first folder that has one; else a namespace package of all of them."""
    portions = []
    for folder in folders:
        directory = folder / tail
        if (directory / "__init__.py").is_file():
            return Located(name, directory / "__init__.py", (directory,), is_library)
        if (folder / f"{tail}.py").is_file():
            return Located(name, folder / f"{tail}.py", (), is_library)
        if directory.is_dir() and tail.isidentifier():
            portions.append(directory)
    return Located(name, portions[0], tuple(portions), is_library) if portions else None


def shown_from(folder: Path) -> Shown:
    """Paths that do not tell where a program was built: relative to its folder, or to the library's."""
    roots = ((folder, ""), (REPLACEMENTS, "molt/"), (Path(sysconfig.get_path("stdlib")), "python/"))

    def shown(path: Path) -> str:
        for root, prefix in roots:
            if path.is_relative_to(root):
                return prefix + path.relative_to(root).as_posix()
        return path.name

    return shown
