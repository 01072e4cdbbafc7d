"""Reading and parsing source files. What is wrong with them is found by CPython itself and told in its words."""

from __future__ import annotations

import ast
import io
import sys
import tokenize
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from molt.base.source import SourceFile, Span
from molt.diagnostics import CompileError, Diagnostic
from molt.frontend.scopes import Scopes, analyse

# Deep enough for any program that CPython's own parser accepts.
_RECURSION_LIMIT = 60_000


@dataclass(frozen=True, eq=False)
class Unit:
    """One module: its source and its syntax tree, without what only type checkers run."""

    source: SourceFile
    tree: ast.Module
    package: str  # `__package__`, what relative imports are relative to; "" outside of packages
    postponed_annotations: bool  # from __future__ import annotations

    @property
    def name(self) -> str:
        return self.source.module

    @cached_property
    def scopes(self) -> Scopes:
        with deep_recursion(self.source):
            return analyse(self.tree, postponed_annotations=self.postponed_annotations)


def read_source(path: Path, *, module: str, shown: str | None = None, is_package: bool = False,
                is_library: bool = False) -> SourceFile:
    """Reads a file as CPython does: byte order mark, coding cookie, any line ends."""
    shown = str(path) if shown is None else shown
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CompileError([Diagnostic("file-not-found", f"cannot read {shown}: {error.strerror}")]) from error
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = io.TextIOWrapper(io.BytesIO(data), encoding).read()
    except (SyntaxError, UnicodeDecodeError) as error:
        raise CompileError([Diagnostic("unsupported-encoding", f"{shown}: {error}")]) from error
    return SourceFile(shown, text, module, is_package, is_library)


def parse(source: SourceFile, package: str | None = None) -> Unit:
    """The module's tree; every error that CPython's parser or compiler finds is a diagnostic.

    `package` is given for a main module, whose name does not tell it.
    """
    if package is None:
        package = source.module if source.is_package else source.module.rpartition(".")[0]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source.text, source.path)
            if not source.is_library:  # `return` outside of a function and the like are found by the compiler only
                compile(source.text, source.path, "exec", dont_inherit=True)
    except SyntaxError as error:
        raise CompileError([_syntax_error(source, error)]) from error
    except (RecursionError, MemoryError) as error:
        raise CompileError([Diagnostic("too-deep", f"{source.path} is nested too deeply to be parsed", source)]) from error
    except ValueError as error:  # null bytes
        raise CompileError([Diagnostic("syntax-error", str(error), source)]) from error
    postponed = _has_future(tree, "annotations")
    _skip_type_checking(tree)
    if source.module != "__main__":
        _skip_if(tree, _is_main_test)
    return Unit(source, tree, package, postponed)


def _syntax_error(source: SourceFile, error: SyntaxError) -> Diagnostic:
    line = error.lineno or 1
    end_line = error.end_lineno or line
    col = _byte_offset(source, line, (error.offset or 1) - 1)
    end_col = _byte_offset(source, end_line, error.end_offset - 1) if error.end_offset and error.end_offset > 0 else col + 1
    return Diagnostic("syntax-error", error.msg, source, Span(line, col, end_line, end_col))


def _byte_offset(source: SourceFile, line: int, offset: int) -> int:
    return len(source.line(line)[:max(offset, 0)].encode("utf-8", "surrogatepass"))


def _has_future(tree: ast.Module, feature: str) -> bool:
    return any(isinstance(s, ast.ImportFrom) and s.module == "__future__" and s.level == 0
               and any(a.name == feature for a in s.names) for s in tree.body)


def _skip_type_checking(tree: ast.Module) -> None:
    """Removes `if TYPE_CHECKING:` bodies, when that name is typing's, and its import where nothing else uses it."""
    names = {alias.asname or alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "typing"
             and node.level == 0 for alias in node.names if alias.name == "TYPE_CHECKING"}
    modules = {alias.asname or alias.name for node in ast.walk(tree) if isinstance(node, ast.Import)
               for alias in node.names if alias.name == "typing"}
    if not names and not modules:
        return
    _skip_if(tree, lambda test: _is_type_checking(test, names, modules))
    still_used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for node in ast.walk(tree):
        for body in _bodies(node):
            body[:] = [s for s in (_without_flag(s, names - still_used) for s in body) if s is not None] or [_pass_at(body[0])]


def _without_flag(statement: ast.stmt, unused: set[str]) -> ast.stmt | None:
    if isinstance(statement, ast.ImportFrom) and statement.module == "typing" and statement.level == 0:
        statement.names = [a for a in statement.names if not (a.name == "TYPE_CHECKING" and (a.asname or a.name) in unused)]
        return statement if statement.names else None
    return statement


def _bodies(node: ast.AST) -> list[list[ast.stmt]]:
    found = [getattr(node, name, None) for name in ("body", "orelse", "finalbody")]
    return [body for body in found if isinstance(body, list) and body]


def _skip_if(tree: ast.Module, is_false: Callable[[ast.expr], bool]) -> None:
    """Leaves of each `if` whose test is known to be false what runs then."""
    for node in ast.walk(tree):
        for body in _bodies(node):
            kept: list[ast.stmt] = []
            for statement in body:
                if isinstance(statement, ast.If) and is_false(statement.test):
                    kept += statement.orelse
                else:
                    kept.append(statement)
            body[:] = kept or [_pass_at(body[0])]


def _pass_at(statement: ast.stmt) -> ast.stmt:
    return ast.copy_location(ast.Pass(), statement)


def _is_main_test(test: ast.expr) -> bool:
    match test:
        case ast.Compare(left=ast.Name(id="__name__"), ops=[ast.Eq()], comparators=[ast.Constant(value="__main__")]):
            return True
    return False


def _is_type_checking(test: ast.expr, names: set[str], modules: set[str]) -> bool:
    match test:
        case ast.Name(id=name):
            return name in names
        case ast.Attribute(value=ast.Name(id=module), attr="TYPE_CHECKING"):
            return module in modules
    return False


@contextmanager
def deep_recursion(source: SourceFile) -> Iterator[None]:
    """Lets the tree be as deep as it likes, within reason."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _RECURSION_LIMIT))
    try:
        yield
    except RecursionError as error:
        raise CompileError([Diagnostic("too-deep", "the module's code is nested too deeply", source)]) from error
    finally:
        sys.setrecursionlimit(limit)
