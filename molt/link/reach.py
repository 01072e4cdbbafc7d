"""Which parts of the runtime a program can reach.

The linker keeps whatever something it keeps refers to. That is too much: a
type's Slots refer to all that the type can do, each type is referred to by
those that only compare with it, and every method is in its type's table. So
the references from data are followed here only once they can be used
(rapid type analysis: Bacon and Sweeney, OOPSLA 1996):

- a class's slots and methods once it may have instances or be called,
- a slot once a function that reads this slot can run,
- a method once its name may be looked up, so too the wrapper of a slot,
- a GATE's function once one of the symbols or names it is for is there.

What is never used is dropped from the objects before they are linked. NOWHERE
stands in its place, not NULL: a slot still looks present to whoever only tests
it, and a call through it, which this analysis says cannot happen, traps.
"""

from __future__ import annotations

import pickle
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from molt.link import objects
from molt.link.uses import LOOKUP, MADE, NAMED, OP, SLOT, SYMBOL, Uses

# Offsets in struct Class and struct Slots; layout.c holds the header to them.
_CLASS_BASE, _CLASS_SLOTS, _CLASS_METHODS = 20, 24, 28
_WORD_BYTES = 4
_SLOT_ROW_BYTES, _SLOT_ROW_NAME, _SLOT_ROW_FUNCTION = 24, 0, 4
_SLOT_ROWS = "slot_rows"

# Facts: the program mentions an identifier; the program has static objects of a class; where there are user classes, a name is
# looked up and an operator applied.
NAME, CONSTANT, USER_LOOKUP, USER_OP = "name:", "constant:", "user-lookup:", "user-op:"
_OF_USERS = {LOOKUP: USER_LOOKUP, OP: USER_OP}
OPS_SYMBOL = "ops:"  # what the symbol begins with that lists a module's ops
_STRING = "str__"  # what the symbols of strings begin with
_MAKES_CLASSES = SYMBOL + "type_new"
# What the runtime does not look up in descriptors of its own.
_OF_DESCRIPTORS = frozenset({"__get__", "__set__", "__delete__", "__isabstractmethod__"})
_OPERATOR_METHOD = re.compile(r"__[ri]?(add|sub|mul|matmul|truediv|floordiv|divmod|mod|pow|lshift|rshift|and|xor|or)__$")
# Wrappers that calling any class looks up.
_CALLING = frozenset({"__new__", "__init__", "__call__"})
COMPUTED_NAMES = NAME + "*"
ANY_CLASS = NAMED + "*"
# Names by which a program gets at classes that it does not name.
_CLASS_NAMES = ("type", "__class__", "__subclasses__", "__mro__", "mro", "__base__", "__bases__", "__objclass__", "__thisclass__",
                  "__self_class__", "__origin__")


@dataclass(frozen=True)
class Edge:
    target: int | str  # a node, or a symbol that is not the runtime's
    needs: tuple[str, ...] | None  # one of these facts; None: none
    implies: tuple[str, ...] = ()  # facts that following it makes true
    place: tuple[int, int] = (0, 0)  # data segment and offset in the object, if it can be dropped


@dataclass
class Node:
    stem: str  # of its object file
    facts: tuple[str, ...]
    edges: list[Edge] = field(default_factory=list)


@dataclass
class Graph:
    """The references in a built runtime."""

    nodes: list[Node]
    by_name: dict[str, int]
    start: list[int]  # what the host calls
    inline_facts: tuple[str, ...]


@dataclass
class Reached:
    facts: set[str]
    methods: frozenset[str]  # symbols of the methods that may be called
    dropped: Mapping[str, set[tuple[int, int]]]  # by object file: references to drop


def graph_of(folder: Path, uses: Uses) -> Graph:
    """The graph of the objects in a folder."""
    files = {path.stem: objects.read(path.read_bytes()) for path in sorted(folder.glob("*.o"))}
    first: dict[str, int] = {}
    total = 0
    for stem, file in files.items():
        first[stem] = total
        total += len(file.pieces)
    by_name: dict[str, int] = {}
    for stem, file in files.items():
        for name, piece, is_local in file.definitions():
            if not is_local:
                by_name.setdefault(name, first[stem] + piece)
    builder = _Builder(uses, by_name, _classes_of_slots(files))
    nodes = [node for stem, file in files.items() for node in builder.nodes(stem, file, first[stem])]
    start = [first["main"] + s.piece for s in files["main"].symbols if s and s.piece is not None]
    start += [first[stem] + s.piece for stem, file in files.items() for s in file.symbols if s and s.is_kept and s.piece is not None]
    return Graph(nodes, by_name, start, tuple(uses.inline))


def save(graph: Graph, path: Path) -> None:
    path.write_bytes(pickle.dumps(graph, protocol=pickle.HIGHEST_PROTOCOL))


def load(path: Path) -> Graph:
    return pickle.loads(path.read_bytes())


def _classes_of_slots(files: Mapping[str, objects.ObjectFile]) -> dict[str, list[str]]:
    """The classes with each table of slots. Static tables of one name count as one."""
    classes: dict[str, list[str]] = defaultdict(list)
    for file in files.values():
        for piece in file.pieces:
            if class_id := _class_id(piece):
                for r in piece.references:
                    symbol = file.symbols[r.symbol]
                    if r.offset == _CLASS_SLOTS and symbol is not None:
                        classes[symbol.name].append(class_id)
    return dict(classes)


class _Builder:
    """Makes the nodes of one object file after another."""

    def __init__(self, uses: Uses, by_name: dict[str, int], classes: dict[str, list[str]]) -> None:
        self.uses = uses
        self.by_name = by_name
        self.classes = classes  # by table of slots

    def nodes(self, stem: str, file: objects.ObjectFile, first: int) -> list[Node]:
        names: dict[int, list[str]] = defaultdict(list)
        for name, piece, _ in file.definitions():
            names[piece].append(name)
        found = []
        for n, piece in enumerate(file.pieces):
            facts = [SYMBOL + name for name in names[n]]
            if piece.is_function:
                for name in names[n]:
                    facts += self.uses.of(stem, name)
            node = Node(stem, tuple(facts))
            for reference in piece.references:
                symbol = file.symbols[reference.symbol]
                if symbol is not None:
                    target = first + symbol.piece if symbol.piece is not None else self.by_name.get(symbol.name, symbol.name)
                    place = (n - file.n_functions, reference.offset)
                    node.edges.append(Edge(target, None) if piece.is_function else
                                      self._data_edge(file, piece, reference.offset, symbol, target, place))
            found.append(node)
        return found

    def _data_edge(self, file: objects.ObjectFile, piece: objects.Piece, offset: int, symbol: objects.Symbol,
                   target: int | str, place: tuple[int, int]) -> Edge:
        if class_id := _class_id(piece):
            if offset in (_CLASS_SLOTS, _CLASS_METHODS):
                return Edge(target, (MADE + class_id, NAMED + class_id), place=place)
        if symbol.name in self.uses.compared:
            return Edge(target, None)
        if piece.name.endswith("_slots") and len(piece.content) == _WORD_BYTES * len(self.uses.slots):
            return Edge(target, self._slot_needs(piece.name, self.uses.slots[offset // _WORD_BYTES]), place=place)
        if piece.name.startswith("gate__"):
            words = self.uses.gates[piece.name.removeprefix("gate__")]
            return Edge(target, (*words, *(kind + word for word in words for kind in (SYMBOL, NAME)), COMPUTED_NAMES), place=place)
        if piece.name == _SLOT_ROWS and offset % _SLOT_ROW_BYTES == _SLOT_ROW_FUNCTION:
            name = _row_name(file, piece, offset - _SLOT_ROW_FUNCTION)
            return Edge(target, _wrapper_lookup(name), place=place)
        if symbol.name.endswith("_class"):
            class_id = symbol.name.removesuffix("_class")
            return Edge(target, None, (MADE + class_id,) if offset in (objects.CLASS_IN_HEADER, _CLASS_BASE) else (MADE + class_id, NAMED + class_id))
        return Edge(target, None)

    def _slot_needs(self, table: str, slot: str) -> tuple[str, ...]:
        if slot == "make" and table in self.classes:
            return (*(NAMED + class_id for class_id in self.classes[table]), ANY_CLASS)
        return (SLOT + slot,)


def _lookup(name: str, by_runtime: str = LOOKUP) -> tuple[str, ...]:
    """The facts that say a name may be looked up."""
    return (by_runtime + name, NAME + name, COMPUTED_NAMES)


def _wrapper_lookup(name: str) -> tuple[str, ...]:
    """The same for the wrapper of a slot. The runtime looks most up in built-in classes only as bases of others."""
    if operator := _OPERATOR_METHOD.match(name):
        return (USER_OP + operator[1], f"{USER_OP}i{operator[1]}", NAME + name, COMPUTED_NAMES)
    return _lookup(name, LOOKUP if name in _CALLING else USER_LOOKUP)


def _class_id(piece: objects.Piece) -> str | None:
    return piece.name.removesuffix("_class") if piece.name.endswith("_class") and not piece.is_function else None


def _row_name(file: objects.ObjectFile, piece: objects.Piece, row: int) -> str:
    """The name in the MethodDef at an offset of a table."""
    reference = next(r for r in piece.references if r.offset == row + _SLOT_ROW_NAME)
    symbol = file.symbols[reference.symbol]
    assert symbol is not None and symbol.piece is not None
    text = file.pieces[symbol.piece].content[symbol.offset :]
    return text[: text.index(b"\0")].decode()


def reach(graph: Graph, symbols: Iterable[str], constants: Iterable[str], names: frozenset[str] | None, methods: Mapping[str, Mapping[str, str]]) -> Reached:
    """What can be reached from the host's calls and a program's objects.

    symbols: those that the program's objects mention. constants: those of classes that it has static objects of. names: the identifiers
    that it mentions; None: it computes names. methods: by class id, the symbol
    of the MethodDef by method name.
    """
    walk = _Walk(graph, methods)
    for fact in graph.inline_facts:
        walk.hold(fact)
    for name in names or ():
        walk.hold(NAME + name)
    if names is None:
        walk.hold(COMPUTED_NAMES)
    if names is None or not names.isdisjoint(_CLASS_NAMES):
        walk.hold(ANY_CLASS)
    constant = set(constants)
    for symbol in constant:
        walk.hold(MADE + symbol.removesuffix("_class"))
        walk.hold(CONSTANT + symbol.removesuffix("_class"))
    for symbol in symbols:
        walk.mention(symbol, is_named=symbol not in constant)
    for node in graph.start:
        walk.visit(node)
    walk.run()
    return walk.result()


class _Walk:
    """One traversal: nodes wait in `pending`, edges that need a fact in `waiting`."""

    def __init__(self, graph: Graph, methods: Mapping[str, Mapping[str, str]]) -> None:
        self.graph = graph
        self.methods = methods
        self.facts: set[str] = set()
        self.seen: set[int] = set()
        self.pending: list[int] = []
        self.waiting: dict[str, list[tuple[str, Edge]]] = defaultdict(list)
        self.followed: set[tuple[str, Edge]] = set()
        self.held_back: set[tuple[str, Edge]] = set()
        self.tables: set[str] = set()

    def visit(self, node: int) -> None:
        if node not in self.seen:
            self.seen.add(node)
            self.pending.append(node)

    def mention(self, symbol: str, *, is_named: bool) -> None:
        """A symbol that the program refers to. A class that it names may be called and have instances."""
        self.hold(SYMBOL + symbol)
        if symbol.startswith(OPS_SYMBOL):
            for op in symbol.rpartition(":")[2].split():
                self.hold(OP + op)
        if symbol.startswith(_STRING):
            self.hold(LOOKUP + symbol.removeprefix(_STRING))
            self.hold(USER_LOOKUP + symbol.removeprefix(_STRING))
        if is_named and symbol.endswith("_class"):
            self.hold(MADE + symbol.removesuffix("_class"))
            self.hold(NAMED + symbol.removesuffix("_class"))
        if symbol in self.graph.by_name:
            self.visit(self.graph.by_name[symbol])

    def hold(self, fact: str) -> None:
        """Makes a fact true."""
        if fact in self.facts:
            return
        self.facts.add(fact)
        for stem, edge in self.waiting.pop(fact, ()):
            self.follow(stem, edge)
        if _MAKES_CLASSES in self.facts:
            for one in list(self.facts) if fact == _MAKES_CLASSES else [fact]:
                kind, colon, rest = one.partition(":")
                if kind + colon in _OF_USERS:
                    self.hold(_OF_USERS[kind + colon] + rest)

    def run(self) -> None:
        while self.pending:
            node = self.graph.nodes[self.pending.pop()]
            for fact in node.facts:
                self.hold(fact)
            for edge in node.edges:
                self.consider(node.stem, edge)

    def consider(self, stem: str, edge: Edge) -> None:
        if edge.needs is None or not self.facts.isdisjoint(edge.needs):
            self.follow(stem, edge)
            return
        self.held_back.add((stem, edge))
        for fact in edge.needs:
            self.waiting[fact].append((stem, edge))

    def follow(self, stem: str, edge: Edge) -> None:
        if edge.needs is not None:
            self.held_back.discard((stem, edge))
        for fact in edge.implies:
            self.hold(fact)
        if isinstance(edge.target, int):
            self.visit(edge.target)
        elif edge.target.endswith("_methods"):
            self.open_table(edge.target)
        else:
            self.hold(SYMBOL + edge.target)

    def open_table(self, table: str) -> None:
        """The methods of a class, which the link plan puts into its table."""
        if table in self.tables:
            return
        self.tables.add(table)
        for name, symbol in self.methods.get(table.removesuffix("_methods"), {}).items():
            self.consider("", Edge(self.graph.by_name[symbol], _lookup(name, USER_LOOKUP if name in _OF_DESCRIPTORS else LOOKUP)))

    def result(self) -> Reached:
        dropped: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for stem, edge in self.held_back:
            if stem:
                dropped[stem].add(edge.place)
        live = {symbol for rows in self.methods.values() for symbol in rows.values() if self.graph.by_name[symbol] in self.seen}
        return Reached(self.facts, frozenset(live), dropped)
