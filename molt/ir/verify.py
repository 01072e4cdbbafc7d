"""Checks that functions and modules are well-formed TIR.

Beyond the shape of instructions: every value is defined once and defined on
every path to each of its uses. On a side edge only what was defined before the
instruction exists: neither its results nor anything later in its block.
"""

from __future__ import annotations

from collections.abc import Iterator

from molt.ir.core import Block, Edge, Function, Instr, Module, Value
from molt.ir.graph import reverse_postorder
from molt.ir.printer import Names

_BOOL_OPERANDS = frozenset({"not", "box_bool", "branch"})
_OPTIONAL_EDGES = frozenset({"raise"})
_ATTR_TYPES = {"name": str, "n_results": int, "before": int, "index": int, "func": str, "module": str, "conversion": str,
               "kwnames": tuple, "names": tuple, "is_free": bool, "n_positional": int}


class VerifyError(Exception):
    """The IR breaks a rule; the message names function, block and instruction."""


def verify(subject: Function | Module) -> None:
    """Raises VerifyError at the first broken rule."""
    if isinstance(subject, Function):
        _Verifier(subject).run()
        return
    for symbol, function in subject.functions.items():
        if symbol != function.symbol:
            raise VerifyError(f"function {function.symbol} is filed under {symbol}")
        _Verifier(function).run()
        _check_references(subject, function)


def _check_references(module: Module, function: Function) -> None:
    """Functions that `make_function` names exist and get their cells."""
    verifier = _Verifier(function)
    for block in function.blocks:
        for instr in block.instrs:
            if instr.name == "make_function":
                made = module.functions.get(instr.attrs["func"])
                if made is None:
                    raise verifier.error(block, instr, f"no function {instr.attrs['func']!r} in the module")
                cells = len(instr.operands) - 3
                if cells != len(made.info.free):
                    raise verifier.error(block, instr, f"{cells} cells for {len(made.info.free)} free variables")


class _Verifier:
    def __init__(self, function: Function) -> None:
        self.function = function
        self.bit: dict[Value, int] = {}  # the place of a value in the sets of available values

    def error(self, block: Block | None, instr: Instr | None, message: str) -> VerifyError:
        names = Names(self.function)
        where = f"in {self.function.symbol}"
        if block is not None:
            where += f", block {names.block(block)}"
        if instr is not None:
            where += f", `{names.instr(instr)}`"
        return VerifyError(f"{where}: {message}")

    def run(self) -> None:
        self._info()
        self._structure()
        for block in self.function.blocks:
            for instr in block.instrs:
                self._instr(block, instr)
        self._definitions()
        self._availability()

    def _info(self) -> None:
        info = self.function.info
        expected = info.n_positional + info.n_keyword_only + info.has_varargs + info.has_varkw
        if len(info.params) != expected or info.n_positional_only > info.n_positional:
            raise self.error(None, None, f"the parameters {info.params} do not fit their counts")
        if not self.function.blocks:
            raise self.error(None, None, "no blocks")
        entry = self.function.entry
        if [p.type for p in entry.params] != ["value"] * expected:
            raise self.error(entry, None, f"the entry block must have the {expected} parameters of the function")

    def _structure(self) -> None:
        blocks = set(self.function.blocks)
        if len(blocks) != len(self.function.blocks):
            raise self.error(None, None, "a block is listed twice")
        for block in self.function.blocks:
            if not block.instrs or not block.terminator.op.terminator:
                raise self.error(block, None, "the block does not end in a terminator")
            for instr in block.instrs[:-1]:
                if instr.op.terminator:
                    raise self.error(block, instr, "a terminator in the middle of the block")
            for edge in block.edges():
                if edge.block not in blocks:
                    raise self.error(block, None, f"an edge to a block {edge.block.name!r} that is not in the function")
                if edge.block is self.function.entry:
                    raise self.error(block, None, "an edge to the entry block")
        for block in blocks.difference(reverse_postorder(self.function)):
            raise self.error(block, None, "the block cannot be reached")

    def _instr(self, block: Block, instr: Instr) -> None:
        for problem in (*_operand_problems(instr), *_attribute_problems(self.function, instr), *_edge_problems(instr)):
            raise self.error(block, instr, problem)

    def _definitions(self) -> None:
        for block in self.function.blocks:
            for value in block.params:
                self._define(block, None, value)
            for instr in block.instrs:
                for value in instr.results:
                    self._define(block, instr, value)

    def _define(self, block: Block, instr: Instr | None, value: Value) -> None:
        if value in self.bit:
            raise self.error(block, instr, f"%{value.hint} is defined twice")
        self.bit[value] = 1 << len(self.bit)

    def _availability(self) -> None:
        """Forward data flow: a block may use what is defined at the start of all edges to it."""
        everything = (1 << len(self.bit)) - 1
        available = dict.fromkeys(self.function.blocks, everything)
        available[self.function.entry] = 0
        order = reverse_postorder(self.function)
        changed = True
        while changed:
            changed = False
            for block in order:
                for edge, defined in self._edges_with_definitions(block, available[block]):
                    narrowed = available[edge.block] & defined
                    if narrowed != available[edge.block]:
                        available[edge.block] = narrowed
                        changed = True
        for block in order:
            self._check_uses(block, available[block])

    def _edges_with_definitions(self, block: Block, available: int) -> Iterator[tuple[Edge, int]]:
        available |= self._bits(block.params)
        for instr in block.instrs:
            for edge in instr.edges.values():
                yield edge, available
            available |= self._bits(instr.results)

    def _check_uses(self, block: Block, available: int) -> None:
        available |= self._bits(block.params)
        for instr in block.instrs:
            used = [*instr.operands, *(value for edge in instr.edges.values() for value in edge.args)]
            for value in used:
                if not self.bit.get(value, 0) & available:
                    raise self.error(block, instr, f"{Names(self.function).value(value)} is not defined on every path here")
            available |= self._bits(instr.results)

    def _bits(self, values: list[Value]) -> int:
        bits = 0
        for value in values:
            bits |= self.bit[value]
        return bits


def _operand_problems(instr: Instr) -> Iterator[str]:
    names = instr.op.operands
    variable = bool(names) and names[-1].endswith("*")
    fixed = len(names) - variable
    if len(instr.operands) < fixed or (len(instr.operands) > fixed and not variable):
        yield f"{len(instr.operands)} operands, expected {'at least ' * variable}{fixed}"
    wanted = "bool" if instr.name in _BOOL_OPERANDS else "value"
    for value in instr.operands:
        if value.type != wanted:
            yield f"an operand of type {value.type}, expected {wanted}"
    types = instr.op.results
    if types and types[-1].endswith("*"):
        types = (types[-1].rstrip("*"),) * instr.attrs.get("n_results", 0)
    if tuple(value.type for value in instr.results) != types:
        yield f"results of the types {[value.type for value in instr.results]}, expected {list(types)}"


def _attribute_problems(function: Function, instr: Instr) -> Iterator[str]:
    attrs = instr.attrs
    if set(attrs) != set(instr.op.attrs):
        yield f"attributes {sorted(attrs)}, expected {sorted(instr.op.attrs)}"
    for name, value in attrs.items():
        wanted = _ATTR_TYPES.get(name)
        if wanted is not None and type(value) is not wanted:
            yield f"attribute {name} is {value!r}, expected {wanted.__name__}"
    if "kwnames" in attrs and len(attrs["kwnames"]) > len(instr.operands) - 1:
        yield "more keyword names than arguments"
    if instr.name == "closure" and attrs["index"] >= len(function.info.free):
        yield f"closure index {attrs['index']} of {len(function.info.free)} free variables"
    if instr.name == "yield" and not function.info.is_generator:
        yield "a yield outside of a generator"


def _edge_problems(instr: Instr) -> Iterator[str]:
    allowed = instr.op.edges
    for name in instr.edges:
        if name not in allowed:
            yield f"an edge {name!r}, the op has {list(allowed)}"
    for name in allowed:
        if name not in instr.edges and name not in _OPTIONAL_EDGES:
            yield f"the edge {name!r} is missing"
    for name, edge in instr.edges.items():
        types, wanted = [value.type for value in edge.args], [value.type for value in edge.block.params]
        if types != wanted:
            yield f"edge {name!r} passes {types}, block {edge.block.name!r} takes {wanted}"
