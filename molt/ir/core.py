"""The data structures of TIR. See `molt.tables.ops` for the ops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from molt.base.source import SourceFile, Span
from molt.tables.ops import OPS, Op


class Value:
    """An SSA value: the result of one instruction or a parameter of one block."""

    __slots__ = ("hint", "type")

    def __init__(self, type: str = "value", hint: str = "") -> None:
        self.type = type
        self.hint = hint  # a source variable's name, for readable dumps

    def __repr__(self) -> str:
        return f"<Value {self.hint or hex(id(self))}: {self.type}>"


@dataclass(eq=False, slots=True)
class Edge:
    """A control transfer: the arguments become the block's parameters."""

    block: Block
    args: list[Value] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Instr:
    """One op with its operands. `edges` are side edges, or a terminator's targets, by name."""

    op: Op
    operands: list[Value]
    results: list[Value]
    attrs: dict[str, Any]
    edges: dict[str, Edge]
    span: Span | None = None

    @property
    def name(self) -> str:
        return self.op.name

    @property
    def result(self) -> Value:
        (value,) = self.results
        return value

    def takes(self, index: int) -> bool:
        """Does the op take ownership of operand `index`?"""
        return self._operand_name(index) in self.op.take

    def spends(self, index: int) -> bool:
        """Does the op take ownership of operand `index` where it leaves by no side edge?"""
        return self._operand_name(index) in self.op.spend

    def _operand_name(self, index: int) -> str:
        names = self.op.operands
        return names[min(index, len(names) - 1)].rstrip("*")


@dataclass(eq=False, slots=True)
class Block:
    """Straight-line code with side exits; the last instruction is its terminator."""

    name: str
    params: list[Value] = field(default_factory=list)
    instrs: list[Instr] = field(default_factory=list)

    @property
    def terminator(self) -> Instr:
        return self.instrs[-1]

    def edges(self) -> Iterator[Edge]:
        """All edges that leave the block, side edges included, in order."""
        for instr in self.instrs:
            yield from instr.edges.values()


@dataclass(frozen=True)
class FuncInfo:
    """What calls, tracebacks and introspection need to know of a function of the source."""

    name: str
    qualname: str
    line: int
    params: tuple[str, ...] = ()  # positional, keyword-only, then *args, then **kwargs
    n_positional: int = 0  # positional-only included
    n_positional_only: int = 0
    n_keyword_only: int = 0
    has_varargs: bool = False
    has_varkw: bool = False
    is_generator: bool = False
    doc: str | None = None
    free: tuple[str, ...] = ()  # free variables: the cells of the closure, in order


@dataclass(frozen=True)
class Note:
    """How one instruction of a function, as it was before specialisation, was compiled: `tests` are the ops with slow edges that were emitted for it."""

    instr: Instr
    is_generic: bool
    tests: tuple[Instr, ...]

    @property
    def guards(self) -> tuple[str, ...]:
        """The tests that may still fail, each name once."""
        return tuple(dict.fromkeys(test.name for test in self.tests if "slow" in test.edges))

    @property
    def kind(self) -> str:
        """`typed`, `guarded` or `generic`."""
        return "generic" if self.is_generic else "guarded" if self.guards else "typed"


@dataclass(eq=False)
class Function:
    """A function, class body or module body. The entry block's parameters are FuncInfo.params, one owned value each.

    With a `signature` the function has a typed entry beside the generic one: the types of its parameters there (`value`,
    `i64`, `f64`). The entry block then has no parameters; its code asks for them by the `param` ops.

    `symbol` is unique in its module: `f`, `C.method`, `outer.<locals>.inner`, with `#2` and so on for namesakes;
    a module body is `<module>`, a class body takes its namespace as the one parameter.
    """

    symbol: str
    info: FuncInfo
    blocks: list[Block] = field(default_factory=list)
    signature: tuple[str, ...] | None = None
    annotations: dict[str, str] = field(default_factory=dict)  # parameters' types as the source writes them, and `return`
    notes: list[Note] = field(default_factory=list)  # by the specialiser, for people

    @property
    def entry(self) -> Block:
        return self.blocks[0]


@dataclass(frozen=True)
class ClassPrediction:
    """What the instances of a class statement of the module will likely look like; the runtime checks it when the class is made.

    `slots`: the members of `__slots__`, bases' first. `names`: the attributes in the order in which `__init__` sets them.
    `methods`: name and function of every method, inherited ones included. `constructible`: is a call of the class a new
    instance and a call of its `__init__` (object's, if `methods` has none)? `exception`: does it derive from a built-in exception
    class? Then `slots` are the fields that every exception has. `floats`: the attributes that are floats in every instance of a
    predicted shape that has them. `members`: those of them in `slots`, in the order in which `__init__` sets them, before all `names`.

    The predicted shapes are those of instances after each of `steps`: the first is that of a new instance.
    """

    symbol: str  # of the class body
    slots: tuple[str, ...]
    names: tuple[str, ...]
    methods: tuple[tuple[str, str], ...]
    constructible: bool
    exception: bool = False
    floats: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[str, ...]:
        return self.members + self.names

    def slot(self, name: str) -> int | None:
        """The index of an attribute's slot; those of `__slots__` come first."""
        places = self.slots + self.names
        return places.index(name) if name in places else None

    def has_slot(self, slot: int, step: int) -> bool:
        """Has an instance a slot, set or not, after so many steps?"""
        return slot - len(self.slots) < max(step - len(self.members), 0)

    def holds_float(self, name: str, step: int) -> bool:
        return name in self.floats and name in self.steps[:step]


@dataclass(eq=False)
class Module:
    """One module of the program.

    Symbols of functions and class bodies stand for the module's own; `module:symbol` is one of another module. Of those,
    `foreign` has what the code refers to, and `predictions` the predictions. `exported` are the symbols that other modules
    refer to in this way, `exported_globals` the globals whose places they know. A module that `is_shown` is compiled on its
    own, and here only for others to see what it has.
    """

    source: SourceFile
    functions: dict[str, Function] = field(default_factory=dict)  # by symbol; the body is "<module>"
    globals: list[str] = field(default_factory=list)  # every global name the module binds or loads, in order of appearance
    predictions: dict[str, ClassPrediction] = field(default_factory=dict)  # by the symbol of the class body
    type_hints: str = "hint"  # what annotations are: `hint`, `check`, `trust` or `ignore` (docs/specialisation.md)
    foreign: dict[str, Function] = field(default_factory=dict)
    exported: set[str] = field(default_factory=set)
    exported_globals: set[str] = field(default_factory=set)
    is_shown: bool = False

    @property
    def name(self) -> str:
        return self.source.module

    def function(self, symbol: str) -> Function:
        """A function that the code refers to, of whichever module."""
        return self.foreign[symbol] if ":" in symbol else self.functions[symbol]

    def symbol_of(self, function: Function) -> str:
        """How the code refers to a function."""
        if self.functions.get(function.symbol) is function:
            return function.symbol
        return next(symbol for symbol, other in self.foreign.items() if other is function)


def qualified(module: str, symbol: str) -> str:
    """The symbol by which other modules know a function or class body."""
    return f"{module}:{symbol}"


def owner_of(symbol: str, module: str) -> tuple[str, str]:
    """The module that has what `symbol` stands for in `module`, and its symbol there."""
    owner, colon, own = symbol.rpartition(":")
    return (owner, own) if colon else (module, symbol)


def instr(name: str, operands: list[Value] | tuple[Value, ...] = (), /, *, n_results: int | None = None,
          span: Span | None = None, edges: dict[str, Edge] | None = None, **attrs: Any) -> Instr:
    """An instruction with fresh results of the types the table says. Attributes must be exactly those of the table."""
    op = OPS[name]
    if n_results is not None:
        attrs["n_results"] = n_results
    assert set(attrs) == set(op.attrs), f"{name}: attributes {sorted(attrs)}, expected {sorted(op.attrs)}"
    if op.results and op.results[-1].endswith("*"):
        types = [op.results[0].rstrip("*")] * attrs["n_results"]
    else:
        types = list(op.results)
    return Instr(op, list(operands), [Value(t) for t in types], attrs, dict(edges or {}), span)
