"""Builds the constraints of a module's functions, solves them, and answers questions about the result."""

from __future__ import annotations

from molt.analysis.inference import ops
from molt.analysis.inference.classes import ClassTable
from molt.analysis.inference.solver import Atom, Node, Solver
from molt.analysis.inference.type_text import write_type
from molt.ir.core import ClassPrediction, Function, Module, Value


class Inference:
    """The nodes of a module: one a value, a global, a field of a class, a function's result."""

    def __init__(self, module: Module, *, use_annotations: bool) -> None:
        self.module = module
        self.solver = Solver()
        self.classes = ClassTable(module)
        self.nodes: dict[Value, Node] = {}
        self.constants: dict[Value, object] = {}  # what ops `const` give
        self.globals: dict[str, Node] = {}
        self.fields: dict[tuple[str, str], Node] = {}
        self.class_fields: dict[tuple[str, str], Node] = {}
        self.returns: dict[str, Node] = {}
        self.yields: dict[str, Node] = {}
        self.cells: dict[tuple[str, int], Node] = {}  # function and index of a free variable -> its cell
        self.use_annotations = use_annotations
        self.annotated: set[Value] = set()
        for function in module.functions.values():
            self._annotations(function)
        for function in module.functions.values():
            ops.constrain(self, function)
        self.solver.solve()

    def value(self, value: Value) -> Node:
        node = self.nodes.get(value)
        if node is None:
            node = self.nodes[value] = self.solver.node()
        return node

    def global_(self, name: str) -> Node:
        return self._named(self.globals, name)

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
        return self.value(self.module.functions[symbol].entry.params[index])

    def pass_argument(self, source: Node, symbol: str, index: int) -> None:
        """An argument reaches a parameter. What an annotation says stands above what callers pass."""
        parameter = self.module.functions[symbol].entry.params[index]
        if parameter not in self.annotated:
            self.solver.flow(source, self.value(parameter))

    def _named(self, table: dict, key: object) -> Node:
        node = table.get(key)
        if node is None:
            node = table[key] = self.solver.node()
        return node

    def _annotations(self, function: Function) -> None:
        if not self.use_annotations:
            return
        for name, parameter in zip(function.info.params, function.entry.params, strict=True):
            text = function.annotations.get(name)
            if text is not None:
                node = self.value(parameter)
                write_type(self.solver, node, text, {}, self.classes.by_name)
                if self.solver.sets[node]:
                    self.annotated.add(parameter)


class Hints:
    """What the inference found out."""

    def __init__(self, inference: Inference) -> None:
        self._inference = inference
        self.classes = inference.classes
        self.predictions: dict[str, ClassPrediction] = inference.classes.predictions

    def types(self, value: Value) -> list[Atom]:
        """The atoms of a value, `unset` included; empty: nothing is known."""
        node = self._inference.nodes.get(value)
        return [] if node is None else list(self._inference.solver.sets[node])

    def members(self, node: Node) -> list[Atom]:
        """The atoms of a node that is part of an atom."""
        return list(self._inference.solver.sets[node])

    def field(self, cls: str, name: str) -> list[Atom]:
        return self.members(self._inference.field(cls, name))

    def generator(self, value: Value) -> str | None:
        """The one function of which a value is likely a generator."""
        atoms = [atom for atom in self.types(value) if atom != "unset"]
        symbols = [symbol for symbol, node in self._inference.yields.items() if atoms == [("iter", node)]]
        return symbols[0] if symbols else None

    def is_annotated(self, parameter: Value) -> bool:
        """Are the types of a parameter those that the source says?"""
        return parameter in self._inference.annotated

    def global_types(self, name: str) -> list[Atom]:
        return self.members(self._inference.global_(name))


def infer(module: Module, *, use_annotations: bool = True) -> Hints:
    """Hints for all values of a module, which is in the form before specialisation."""
    return Hints(Inference(module, use_annotations=use_annotations))
