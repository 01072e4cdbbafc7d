"""Builds the constraints of the functions of a group of modules, solves them, and answers questions about the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from molt.analysis.inference import ops
from molt.analysis.inference.classes import ClassInfo, ClassTable
from molt.analysis.inference.group import Group
from molt.analysis.inference.solver import Atom, Node, Solver
from molt.analysis.inference.type_text import write_type
from molt.ir.core import ClassPrediction, Function, Instr, Module, Value, owner_of, qualified


class Inference:
    """The nodes of a group of modules: one a value, a global, a field of a class, a function's result. All symbols are qualified."""

    def __init__(self, modules: Sequence[Module]) -> None:
        self.group = Group(modules)
        self.solver = Solver()
        self.classes = ClassTable(self.group)
        self.nodes: dict[Value, Node] = {}
        self.constants: dict[Value, object] = {}  # what ops `const` give
        self.globals: dict[tuple[str, str], Node] = {}
        self.fields: dict[tuple[str, str], Node] = {}
        self.class_fields: dict[tuple[str, str], Node] = {}
        self.returns: dict[str, Node] = {}
        self.yields: dict[str, Node] = {}
        self.cells: dict[tuple[str, int], Node] = {}  # function and index of a free variable -> its cell
        self.annotated: set[Value] = set()
        self.passed: dict[Value, Node] = {}  # what callers in sight pass for annotated parameters
        self.stored: dict[tuple[str, str], Node] = {}  # and which of that becomes the value of a field
        for module in modules:
            if module.type_hints != "ignore":
                for function in module.functions.values():
                    self._annotations(module, function)
        for function in self.group.functions.values():
            ops.constrain(self, function)
        self.solver.solve()
        if len(modules) == 1 and modules[0].source.is_library:
            self._assume_receivers()
            self.solver.solve()

    def _assume_receivers(self) -> None:
        """Methods that nobody in sight calls are called all the same: on instances of their class."""
        for info in self.classes.classes.values():
            for symbol in (*info.methods.values(), *info.copies.values()):
                for receiver in self.group.functions[symbol].entry.params[:1]:
                    if not self.solver.sets[self.value(receiver)]:
                        self.solver.add(self.value(receiver), ("inst", info.symbol))

    def value(self, value: Value) -> Node:
        node = self.nodes.get(value)
        if node is None:
            node = self.nodes[value] = self.solver.node()
        return node

    def global_(self, module: str, name: str) -> Node:
        return self._named(self.globals, (module, name))

    def field(self, cls: str, name: str) -> Node:
        """An attribute of the instances of a class."""
        return self._named(self.fields, (cls, name))

    def class_field(self, cls: str, name: str) -> Node:
        """An attribute in the dictionary of a class."""
        return self._named(self.class_fields, (cls, name))

    def result(self, symbol: str) -> Node:
        return self._named(self.returns, symbol)

    def yielded(self, symbol: str) -> Node:
        return self._named(self.yields, symbol)

    def cell(self, symbol: str, index: int) -> Node:
        return self._named(self.cells, (symbol, index))

    def parameter(self, symbol: str, index: int) -> Node:
        return self.value(self.group.functions[symbol].entry.params[index])

    def pass_argument(self, source: Node, symbol: str, index: int) -> None:
        """An argument reaches a parameter. What an annotation says stands above what callers pass."""
        parameter = self.group.functions[symbol].entry.params[index]
        self.solver.flow(source, self.value(parameter) if parameter not in self.annotated else self._named(self.passed, parameter))

    def store(self, value: Value, cls: str, name: str) -> None:
        """An attribute of the instances of a class is set."""
        self.solver.flow(self.value(value), self.field(cls, name))
        if value in self.annotated:
            self.solver.flow(self._named(self.passed, value), self._named(self.stored, (cls, name)))

    def holds_floats(self, cls: str, name: str) -> bool:
        """Is an attribute a float in every instance of a class? An int that is passed for a parameter `x: float` stays one."""
        stored = self.solver.sets[self._named(self.stored, (cls, name))]
        return self.solver.sets[self.field(cls, name)].keys() == {"float"} and stored.keys() <= {"float"}

    def _named(self, table: dict, key: object) -> Node:
        node = table.get(key)
        if node is None:
            node = table[key] = self.solver.node()
        return node

    def _annotations(self, module: Module, function: Function) -> None:
        class_of = partial(self.classes.by_name, module.name)
        for name, parameter in zip(function.info.params, function.entry.params, strict=True):
            text = function.annotations.get(name)
            if text is not None:
                node = self.value(parameter)
                write_type(self.solver, node, text, {}, class_of)
                if self.solver.sets[node]:
                    self.annotated.add(parameter)


class Hints:
    """What the inference found out, as one module of the group sees it: its own functions and classes have their plain symbols."""

    def __init__(self, inference: Inference, module: str) -> None:
        self._inference = inference
        self._module = module
        self._prefix = qualified(module, "")
        self._types: dict[Node, list[Atom]] = {}
        self.predictions: dict[str, ClassPrediction] = {}
        for prediction in inference.classes.predictions.values():
            symbol, methods = self._local(prediction.symbol), tuple((name, self._local(function)) for name, function in prediction.methods)
            self.predictions[symbol] = replace(prediction, symbol=symbol, methods=methods, **self._promises(prediction))

    def _promises(self, prediction: ClassPrediction) -> dict[str, tuple[str, ...]]:
        """What shapes say of the attributes of a class: `floats` and `members`, in all modules the same."""
        home = self._inference.group.home(prediction.symbol)
        if home.is_shown:
            known = home.predictions[owner_of(prediction.symbol, "")[1]]
            return {"floats": known.floats, "members": known.members}
        order = self._inference.classes.orders.get(prediction.symbol, [])
        places = (prediction.slots + prediction.names)[:_MASK_BITS]
        floats = [name for name in order if name in places and self._inference.holds_floats(prediction.symbol, name)]
        first_name = next((n for n, name in enumerate(order) if name in prediction.names), len(order))
        members = tuple(name for name in order[:first_name] if name in floats)
        return {"floats": tuple(name for name in floats if name in prediction.names) + members, "members": members}

    def _local(self, symbol: str) -> str:
        return symbol.removeprefix(self._prefix)

    def _qualified(self, symbol: str) -> str:
        return symbol if ":" in symbol else self._prefix + symbol

    def _atom(self, atom: Atom) -> Atom:
        if isinstance(atom, tuple) and atom[0] in _SYMBOLIC:
            return (atom[0], *map(self._local, atom[1:]))
        return atom

    def types(self, value: Value) -> list[Atom]:
        """The atoms of a value, `unset` included; empty: nothing is known."""
        node = self._inference.nodes.get(value)
        return [] if node is None else self.members(node)

    def members(self, node: Node) -> list[Atom]:
        """The atoms of a node that is part of an atom."""
        known = self._types.get(node)
        if known is None:
            known = self._types[node] = [self._atom(atom) for atom in self._inference.solver.sets[node]]
        return known

    def field(self, cls: str, name: str) -> list[Atom]:
        return self.members(self._inference.field(self._qualified(cls), name))

    def generator(self, value: Value) -> str | None:
        """The one function of the module of which a value is likely a generator."""
        atoms = [atom for atom in self.types(value) if atom != "unset"]
        symbols = [self._local(symbol) for symbol, node in self._inference.yields.items() if atoms == [("iter", node)]]
        return symbols[0] if symbols and ":" not in symbols[0] else None

    def is_annotated(self, parameter: Value) -> bool:
        """Are the types of a parameter those that the source says?"""
        return parameter in self._inference.annotated

    def has_global(self, module: str, name: str) -> bool:
        """Is a name a global of a module of the group?"""
        found = self._inference.group.modules.get(module)
        return found is not None and name in found.globals

    def global_types(self, module: str, name: str) -> list[Atom]:
        return self.members(self._inference.global_(module, name))

    def class_info(self, cls: str) -> ClassInfo:
        return self._inference.classes.classes[self._qualified(cls)]

    def target(self, cls: str, name: str) -> str | None:
        """The function that a call of a method of a class runs: the copy that is for this class, if there is one."""
        symbol = self.class_info(cls).target(name)
        return self._local(symbol) if symbol is not None else None

    def next_target(self, cls: str, owner: str, name: str) -> str | None:
        """The same for `super().name` in a method of `owner`, on an instance of `cls`."""
        symbol = self.class_info(cls).next_target(self._qualified(owner), name)
        return self._local(symbol) if symbol is not None else None

    def leaves_to_builtin(self, cls: str, owner: str, name: str) -> bool:
        """Is `super().name` in a method of `owner`, on an instance of `cls`, what the built-in base class has?"""
        return self.class_info(cls).leaves_to_builtin(self._qualified(owner), name)

    def attributes_set(self, cls: str, i: Instr) -> int | None:
        """How many of the `steps` of a predicted class are done before an instruction of its `__init__`."""
        classes, symbol = self._inference.classes, self._qualified(cls)
        count = classes.counts.get((symbol, i))
        return sum(name in self.predictions[cls].steps for name in classes.orders[symbol][:count]) if count is not None else None


_MASK_BITS = 64  # a shape says of so many slots whether they hold floats
_SYMBOLIC = frozenset({"inst", "class", "func", "method", "super"})  # atoms whose parts are symbols


def infer(*modules: Module) -> dict[str, Hints]:
    """Hints for all values of a group of modules, which are in the form before specialisation; by module, those shown left out."""
    inference = Inference(modules)
    return {module.name: Hints(inference, module.name) for module in modules if not module.is_shown}
