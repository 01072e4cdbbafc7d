"""What is decided about a function before it is specialised: representations by hint, and which objects stay virtual."""

from __future__ import annotations

from molt.analysis.inference import Hints
from molt.analysis.inference.solver import Atom
from molt.ir.core import ClassPrediction, Function, Instr, Value, instr
from molt.passes.specialise import virtual
from molt.passes.specialise.known import UNBOXED
from molt.passes.specialise.live import LIFETIME
from molt.tables.runtime import c_callables

IMMEDIATE = frozenset({"int", "float", "bool", "none", "unset"})
CONSTANTS = frozenset({"const", "unset", "load_builtin", "closure"})
I64_MIN, I64_MAX = -(1 << 63), (1 << 63) - 1
MAX_CLASSES = 4  # that one place in the source is specialised for


class Plan:
    """Facts about the values of one function of the source."""

    def __init__(self, function: Function, hints: Hints) -> None:
        self.function = function
        self.hints = hints
        self.constants: dict[Value, Instr] = {}
        self.definition: dict[Value, Instr] = {}
        self._uses: dict[Value, list[Instr]] = {}
        self.passed: dict[Value, list[Value]] = {}  # arguments of edges, and the parameters they are for
        for block in function.blocks:
            for i in block.instrs:
                self._scan(i)
        self.keys = {i.result for i in self.definition.values() if i.name == "build_tuple" and virtual.is_key(self, i)}  # tuples that stay virtual
        self._immediate = self._surely_immediate()
        self.layouts: dict[Value, tuple] = {}  # of the virtual objects
        for block in function.blocks:
            for i in block.instrs:
                self._plan(i)

    def _scan(self, i: Instr) -> None:
        for result in i.results:
            self.definition[result] = i
            if i.name in CONSTANTS:
                self.constants[result] = i
        for operand in i.operands:
            self._uses.setdefault(operand, []).append(i)
        for edge in i.edges.values():
            for parameter, argument in zip(edge.block.params, edge.args, strict=True):
                self.passed.setdefault(argument, []).append(parameter)

    def kinds(self, value: Value) -> set[str]:
        """The kinds of the types a value may have, by the hints; the unset mark aside."""
        return {kind(atom) for atom in self.hints.types(value)} - {"unset"}

    def only(self, value: Value, name: str) -> Atom | None:
        """The one type of a value, if it is one of this kind."""
        types = [atom for atom in self.hints.types(value) if atom != "unset"]
        return types[0] if len(types) == 1 and kind(types[0]) == name else None

    def is_immediate(self, value: Value) -> bool:
        """Is a value in specialised code surely such that nothing depends on how long it lives?"""
        return value in self._immediate

    def _surely_immediate(self) -> set[Value]:
        """Values that are unboxed behind guards or constant, or virtual tuples, and parameters of blocks that get no others."""
        found = {value for value, i in self.definition.items() if self.rep(value) in UNBOXED.values() or _is_none(i)} | self.keys
        for block in self.function.blocks:
            found.update(p for p in block.params if self._seems_immediate(p) and (block is not self.function.entry or self.rep(p) != "value"))
        work = [parameter for argument, parameters in self.passed.items() if argument not in found for parameter in parameters]
        while work:
            parameter = work.pop()
            if parameter in found and self.rep(parameter) == "value":
                found.remove(parameter)
                work += self.passed.get(parameter, ())
        return found

    def _seems_immediate(self, value: Value) -> bool:
        types = self.hints.types(value)
        return bool(types) and all(atom in IMMEDIATE or kind(atom) == "tuple" for atom in types)

    def rep(self, value: Value) -> str:
        """The representation of a value in specialised code, virtual objects aside."""
        if value.type != "value":
            return value.type
        types = self.hints.types(value)
        return UNBOXED.get(types[0], "value") if len(types) == 1 and isinstance(types[0], str) else "value"

    def layout(self, value: Value) -> tuple:
        return self.layouts.get(value) or (self.rep(value), ())

    def constant(self, value: Value) -> object:
        """The Python constant that a value is; None also where it is none."""
        i = self.constants.get(value)
        return i.attrs["value"] if i is not None and i.name == "const" else None

    def builtin(self, value: Value) -> str | None:
        """The built-in name that a value was loaded by."""
        i = self.constants.get(value)
        return i.attrs["name"] if i is not None and i.name == "load_builtin" else None

    def uses(self, value: Value) -> list[Instr]:
        """What uses a value but to keep it alive."""
        return [i for i in self._uses.get(value, ()) if i.name not in LIFETIME]

    def used_only_by(self, value: Value, *names: str) -> bool:
        return value not in self.passed and all(i.name in names for i in self._uses.get(value, ()))

    def _plan(self, i: Instr) -> None:
        match i.name:
            case "call" if layout := virtual.range_layout(self, i) or virtual.divmod_layout(self, i):
                self.layouts[i.result] = layout
            case "call" if self.builtin(i.operands[0]) == "super" and len(i.operands) == 3 and self._is_receiver(i.result):
                self.layouts[i.result] = ("super", (("value", ()), ("value", ())))
            case "iter" if layout := virtual.iterator_layout(self, i):
                self.layouts[i.result] = layout
            case "next" if layout := virtual.item_layout(self, i):
                self.layouts[i.result] = layout
            case "call" if layout := virtual.adapter_layout(self, i):
                self.layouts[i.result] = layout
            case "call_method" if layout := virtual.view_layout(self, i):
                self.layouts[i.result] = layout
            case "build_slice" if layout := virtual.slice_layout(self, i):
                self.layouts[i.result] = layout
            case "getattr" if self._is_only_called(i.result) and self._has_method(i):
                self.layouts[i.result] = ("bound", (("value", ()), ("value", ())))
            case "with_enter" if self._is_predicted_manager(i):
                self.layouts[i.results[0]] = ("bound", (("value", ()), ("value", ())))
            case "getattr" if self._is_method(i):
                self.layouts[i.result] = ("method", (("value", ()), ("const", instr("const", value=i.attrs["name"]))))
            case "build_tuple" if i.result in self.keys:
                self.layouts[i.result] = ("tuple", tuple((self.rep(o), ()) for o in i.operands))
            case "build_tuple" if i.operands and self.used_only_by(i.result, "unpack") and i.result in self._uses:
                if all(len(use.results) == len(i.operands) for use in self._uses[i.result]):
                    self.layouts[i.result] = ("tuple", tuple((self.rep(o), ()) for o in i.operands))

    def _is_predicted_manager(self, i: Instr) -> bool:
        """Does a `with` statement enter an instance of a predicted class, and only leave it?"""
        predictions = self.predicted(i.operands[0])
        has_methods = len(predictions) == 1 and {"__enter__", "__exit__"} <= dict(predictions[0].methods).keys()
        return has_methods and self.used_only_by(i.results[0], "call", "with_exit", "keep")

    def _is_receiver(self, value: Value) -> bool:
        """Is a value used for calls of its methods only, and for what is tried where their arguments fail?"""
        return self.used_only_by(value, "call_method", "getattr") and all(value not in i.operands[1:] for i in self._uses.get(value, ()))

    def _is_method(self, i: Instr) -> bool:
        """Does an instruction look a method of a built-in type up, to call it only?"""
        kinds = self.kinds(i.operands[0]) - {"none"}
        if len(kinds) != 1 or f"c__{min(kinds)}__{i.attrs['name']}" not in c_callables() or i.result in self.passed:
            return False
        return self._is_only_called(i.result)

    def _is_only_called(self, value: Value) -> bool:
        """Is a value used as the callee of calls only, without keyword arguments?"""
        return value not in self.passed and all(
            use.name == "call" and use.operands[0] is value and value not in use.operands[1:] and not use.attrs["kwnames"]
            for use in self._uses.get(value, ()))

    def _has_method(self, i: Instr) -> bool:
        """Does an instruction look a predicted method of the module's own classes up?"""
        predictions = self.predicted(i.operands[0])
        return bool(predictions) and all(i.attrs["name"] in dict(p.methods) for p in predictions)

    def predicted(self, value: Value) -> list[ClassPrediction]:
        """The classes that a value is likely an instance of, if they are few and their layouts predicted."""
        classes = [atom[1] for atom in self.hints.types(value) if atom[0] == "inst"]
        predictions = self.hints.predictions
        return [predictions[cls] for cls in classes] if len(classes) <= MAX_CLASSES and all(cls in predictions for cls in classes) else []


def _is_none(i: Instr) -> bool:
    """Is the result the constant None, or the mark of a variable that is not bound?"""
    return i.name == "unset" or i.name == "const" and i.attrs["value"] is None


def are_numbers(atoms: list[Atom]) -> bool:
    """Are values of these types likely numbers, or bools, or None? None alone is a place for something that was not seen."""
    return all(atom in IMMEDIATE for atom in atoms) and any(atom not in ("none", "unset") for atom in atoms)


def kind(atom: Atom) -> str:
    return atom if isinstance(atom, str) else atom[0]
