"""The state of lowering: one module, one function, and how code leaves its nested regions."""

from __future__ import annotations

import ast
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from molt.base.source import SourceFile, Span
from molt.frontend.lower.ssa import SSA
from molt.frontend.scopes import FUNCTION, Scope, Scopes, mangle
from molt.ir.core import Block, Function, Instr, Module, Value, instr


@dataclass(frozen=True)
class ModuleEnv:
    """What the rest of the program means for one module.

    `modules`: every name that an import finds; `aliases` tells those that stand for another module. `submodules`: for a
    package, names that `from package import name` finds as submodules. `star_names`: what `from module import *` binds here,
    by module. `builtins`: names the target offers. `outside_stores`: names that other modules set
    on this one. `dropped`: top-level definitions nobody uses. `used_names`: every identifier the program mentions, or None
    when unknown.
    """

    modules: frozenset[str]
    builtins: frozenset[str]
    aliases: Mapping[str, str] = field(default_factory=dict)
    submodules: Mapping[str, frozenset[str]] = field(default_factory=dict)
    star_names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    outside_stores: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    used_names: frozenset[str] | None = None


@dataclass(eq=False)
class ModuleContext:
    """One module being lowered."""

    source: SourceFile
    package: str
    scopes: Scopes
    env: ModuleEnv
    module: Module
    postponed_annotations: bool
    class_names: frozenset[str] | None = None  # set where annotations are checked: the classes they may name
    global_names: dict[str, None] = field(default_factory=dict)  # in order of appearance
    bound_globals: set[str] = field(default_factory=set)

    def new_symbol(self, qualname: str) -> str:
        symbol, number = qualname, 1
        while symbol in self.module.functions:
            number += 1
            symbol = f"{qualname}#{number}"
        return symbol


@dataclass(eq=False)
class Loop:
    """`iterator` of a `for` loop lives until the loop is left."""

    break_block: Block
    continue_block: Block
    iterator: Value | None = None


@dataclass(eq=False)
class Finally:
    """A `finally` body that every way out of the region runs; `outer_handler` is where its own exceptions go."""

    body: list[ast.stmt]
    outer_handler: Block | None


@dataclass(eq=False)
class With:
    exit: Value
    span: Span
    outer_handler: Block | None


@dataclass(eq=False)
class Handler:
    """The body of an `except` clause, with the name it binds, or of a `finally` or `with` that an exception entered."""

    prev: Value
    name: str | None
    span: Span | None
    outer_handler: Block | None


Region = Loop | Finally | With | Handler


class FunctionContext:
    """One function being lowered: the block that code is added to, and the regions around it."""

    def __init__(self, module: ModuleContext, function: Function, scope: Scope) -> None:
        self.module = module
        self.function = function
        self.scope = scope  # changes inside of inlined comprehensions
        self.ssa = SSA(function)
        self.handler: Block | None = None
        self.leave = self.ssa.new_block("leave") if scope.kind == FUNCTION else None  # where exceptions go that no handler is for
        self.regions: list[Region] = []
        self.cells: dict[tuple[Scope, str], Value] = {}  # made by this function
        self.closure: dict[str, Value] = {}  # given to it
        self.namespace: Value | None = None  # of a class body
        self.check_result: Callable[[Value], None] | None = None  # emits the test of what is returned
        self._checked: set[tuple[Block, Value]] = set()
        entry = self.ssa.new_block("entry")
        self.ssa.place(entry)
        self.ssa.seal(entry)
        self.block: Block | None = entry

    @property
    def is_dead(self) -> bool:
        return self.block is None

    def mangle(self, name: str) -> str:
        return mangle(name, self.scope.private_class)

    # Instructions.

    def emit(self, name: str, /, *operands: Value, span: Span | None = None, **attrs: Any) -> Instr:
        """Adds an instruction; one that can raise gets an edge to the handler around it, or out of the function."""
        assert self.block is not None, f"{name} in dead code"
        made = instr(name, operands, span=span, **attrs)
        handler = self.handler or self.leave
        if made.op.raises and handler is not None:
            made.edges["raise"] = self.ssa.edge(self.block, handler)
        self.block.instrs.append(made)
        if made.op.terminator:
            self.block = None
        return made

    def value(self, name: str, /, *operands: Value, span: Span | None = None, **attrs: Any) -> Value:
        """Adds an instruction with one result and gives it."""
        return self.emit(name, *operands, span=span, **attrs).result

    def const(self, value: object) -> Value:
        return self.value("const", value=value)

    # Control flow.

    def new_block(self, name: str) -> Block:
        return self.ssa.new_block(name)

    def jump(self, target: Block, *args: Value) -> None:
        """Ends the current block, if it is not ended already."""
        if self.block is None:
            return
        edge = self.ssa.edge(self.block, target, args)
        self.emit("jump").edges["to"] = edge

    def branch(self, condition: Value, then: Block, otherwise: Block) -> None:
        assert self.block is not None
        edges = {"then": self.ssa.edge(self.block, then), "else": self.ssa.edge(self.block, otherwise)}
        self.emit("branch", condition).edges.update(edges)

    def side_edge(self, made: Instr, name: str, target: Block) -> None:
        """A further edge of an instruction just added."""
        assert self.block is not None
        made.edges[name] = self.ssa.edge(self.block, target)

    def start(self, block: Block, *, seal: bool = True) -> bool:
        """Goes on in a block; false, and dead, when nothing leads there."""
        assert self.block is None
        if seal:
            self.ssa.seal(block)
            if not self.ssa.has_preds(block):
                return False
        self.ssa.place(block)
        self.block = block
        return True

    def start_unreachable(self) -> None:
        """Goes on in a block that nothing leads to, for the rest of an expression that has raised already."""
        block = self.new_block("unreachable")
        self.ssa.seal(block)
        self.ssa.place(block)
        self.block = block

    def join_value(self, block: Block, hint: str = "") -> Value:
        """A parameter of a block that is given with each jump."""
        value = Value("value", hint)
        block.params.append(value)
        return value

    # Variables.

    def write(self, variable: Hashable, value: Value) -> None:
        assert self.block is not None
        self.ssa.write(variable, self.block, value)

    def read(self, variable: Hashable) -> Value:
        assert self.block is not None
        return self.ssa.read(variable, self.block)

    def check_bound(self, value: Value, name: str, span: Span) -> None:
        """UnboundLocalError unless a variable's value is bound; once a block for each value."""
        assert self.block is not None
        if self.ssa.is_known_bound(value) or (self.block, value) in self._checked:
            return
        self._checked.add((self.block, value))
        self.emit("check_bound", value, name=name, span=span)
