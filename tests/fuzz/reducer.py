"""Shrinks a program while it keeps a property: delta debugging over the syntax tree.

Zeller, Hildebrandt: "Simplifying and Isolating Failure-Inducing Input" (2002) for lists of statements; around it,
compound statements give way to their bodies, expressions to their parts or to constants, and parameters go together
with the arguments of the calls by name.
"""

from __future__ import annotations

import ast
import copy
import time
import warnings
from collections.abc import Callable, Iterator

Property = Callable[[str], bool]
_LISTS = ("body", "orelse", "finalbody", "handlers")
_CONSTANTS = (0, 1, None, "")


class _OutOfTime(Exception):
    pass


class Reducer:
    """One reduction. `holds` says of a source text whether it still has the property."""

    def __init__(self, source: str, holds: Property, seconds: float) -> None:
        self.tree = ast.parse(source)
        self._holds = holds
        self._deadline = time.monotonic() + seconds
        self._tried: set[str] = set()

    def run(self) -> str:
        """The smallest program found in the time. What does not survive being printed anew stays as it is."""
        if not self._still_holds():
            raise ValueError("the property does not hold of the program as it is printed from its tree")
        try:
            while any([step() for step in (self._statements, self._bodies, self._parameters, self._parts, self._expressions)]):
                pass
        except _OutOfTime:
            pass
        return ast.unparse(self.tree) + "\n"

    def _still_holds(self) -> bool:
        """Is the tree, as it is now, a program with the property?"""
        if time.monotonic() > self._deadline:
            raise _OutOfTime
        try:
            source = ast.unparse(ast.fix_missing_locations(self.tree)) + "\n"
            with warnings.catch_warnings(action="ignore"):
                compile(source, "program.py", "exec")
        except (SyntaxError, ValueError, TypeError, AttributeError, KeyError, IndexError):
            return False  # a tree of no program: ast.unparse fails in many ways
        if source in self._tried:
            return False
        self._tried.add(source)
        return self._holds(source)

    def _attempt(self, owner: ast.AST, name: str, value: object) -> bool:
        """Sets a field of a node if the property survives that."""
        before = getattr(owner, name)
        setattr(owner, name, value)
        kept = False
        try:
            kept = self._still_holds()
        finally:
            if not kept:
                setattr(owner, name, before)
        return kept

    def _statements(self) -> bool:
        """Removes runs of statements, long ones first."""
        return any([self._thin(node, name) for node in list(ast.walk(self.tree)) for name in _LISTS if isinstance(getattr(node, name, None), list)])

    def _thin(self, owner: ast.AST, name: str) -> bool:
        changed = False
        size = len(getattr(owner, name))
        while size:
            start = 0
            while start < len(getattr(owner, name)):
                items = getattr(owner, name)
                fewer = items[:start] + items[start + size:]
                if not fewer and name == "body" and not isinstance(owner, ast.Module):
                    fewer = [ast.Pass()]
                if ast_equal(fewer, items) or not self._attempt(owner, name, fewer):
                    start += size
                else:
                    changed = True
            size //= 2
        return changed

    def _bodies(self) -> bool:
        """Puts what a statement holds in its place."""
        changed = False
        for owner in list(ast.walk(self.tree)):
            for name in ("body", "orelse", "finalbody"):
                items = getattr(owner, name, None)
                for statement in list(items) if isinstance(items, list) else []:
                    for held in _held(statement):
                        now = getattr(owner, name)
                        if statement in now:
                            at = now.index(statement)
                            changed |= self._attempt(owner, name, now[:at] + held + now[at + 1:])
        return changed

    def _parameters(self) -> bool:
        """Drops a parameter and, in calls by the function's name, the argument at its place."""
        changed = False
        for name, index in [(f.name, i) for f in _functions(self.tree) for i in reversed(range(len(f.args.args)))]:
            before, self.tree = self.tree, copy.deepcopy(self.tree)
            without_parameter(self.tree, next(f for f in _functions(self.tree) if f.name == name), index)
            kept = False
            try:
                kept = self._still_holds()
            finally:
                if not kept:
                    self.tree = before
            changed |= kept
        return changed

    def _parts(self) -> bool:
        """Thins lists of expressions: elements, arguments, defaults of displays, names of except clauses."""
        changed = False
        for node in list(ast.walk(self.tree)):
            for name in ("elts", "args", "keywords", "decorator_list", "generators", "ifs", "bases", "values"):
                items = getattr(node, name, None)
                if isinstance(items, list) and not isinstance(node, (ast.Dict, ast.BoolOp)):
                    for index in reversed(range(len(items))):
                        now = getattr(node, name)
                        changed |= self._attempt(node, name, now[:index] + now[index + 1:])
            if getattr(node, "annotation", None) is not None and isinstance(node, ast.arg):
                changed |= self._attempt(node, "annotation", None)
            if getattr(node, "returns", None) is not None:
                changed |= self._attempt(node, "returns", None)
        return changed

    def _expressions(self) -> bool:
        """Replaces an expression by a part of it, or by a constant."""
        changed = False
        for owner, name, index in list(_expression_places(self.tree)):
            items = getattr(owner, name)
            if index is not None and (not isinstance(items, list) or index >= len(items)):
                continue
            current = items if index is None else items[index]
            for simpler in _simpler(current):
                value = simpler if index is None else items[:index] + [simpler] + items[index + 1:]
                if self._attempt(owner, name, value):
                    changed = True
                    break
        return changed


def _held(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    """The blocks of a compound statement; the value of one that assigns or returns."""
    for name in ("body", "orelse", "finalbody"):
        if isinstance(block := getattr(statement, name, None), list) and block:
            yield block
    if isinstance(statement, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return)) and statement.value:
        yield [ast.Expr(statement.value)]


def _functions(tree: ast.AST) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def ast_equal(left: list[ast.AST], right: list[ast.AST]) -> bool:
    return [ast.dump(node) for node in left] == [ast.dump(node) for node in right]


def without_parameter(tree: ast.AST, function: ast.FunctionDef, index: int) -> None:
    """Takes one out, in place. Of functions of one name, the first may have fewer parameters: then nothing happens."""
    parameters = function.args
    if index >= len(parameters.args):
        return
    from_end = len(parameters.args) - index
    if from_end <= len(parameters.defaults):
        del parameters.defaults[-from_end]
    name = parameters.args.pop(index).arg
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == function.name:
            if index < len(call.args):
                del call.args[index]
            call.keywords = [keyword for keyword in call.keywords if keyword.arg != name]


def _expression_places(tree: ast.AST) -> Iterator[tuple[ast.AST, str, int | None]]:
    """Where an expression stands that is read: its owner, the field, and the place if the field is a list."""
    for owner in ast.walk(tree):
        for name, value in ast.iter_fields(owner):
            if isinstance(value, ast.expr):
                yield owner, name, None
            elif isinstance(value, list):
                yield from ((owner, name, index) for index, item in enumerate(value) if isinstance(item, ast.expr))


def _simpler(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, (ast.Constant, ast.Name)) or isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
        return
    if not (isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant)):
        for constant in _CONSTANTS:
            yield ast.Constant(constant)
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child


def reduce(source: str, holds: Property, seconds: float = 60) -> str:
    """The smallest program with the property that is found in the time. Raises ValueError if there is none to start from."""
    return Reducer(source, holds, seconds).run()
