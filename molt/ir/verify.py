"""Checks that functions and modules are well-formed TIR.

Beyond the shape of instructions: every value is defined once and defined on
every path to each of its uses. On a side edge only what was defined before the
instruction exists: neither its results nor anything later in its block.

A `ref` ends where code of the program may run: at every op with effects WRITE
but those that only count references or go to another block. The op itself may
have it as an operand. On a `slow` edge nothing has been done, so it lives on.
"""

from __future__ import annotations

from collections.abc import Iterator

from molt.ir.core import Block, ClassPrediction, Edge, Function, Instr, Module, Value
from molt.ir.graph import reverse_postorder
from molt.ir.printer import Names
from molt.tables.ops import WRITE

_OPERAND_TYPES = {"any": ("value", "ref"), "mixed": ("value", "ref", "bool", "i64", "f64")}
_OPTIONAL_EDGES = frozenset({"raise"})
_RUN_NO_CODE = frozenset({"jump", "branch", "incref", "incref_lent", "hold", "keep"})  # of the ops with effects WRITE
_PARAMETER_TYPES = ("value", "i64", "f64")  # in a signature
_PARAMETER_OPS = {"entry_is_typed": _PARAMETER_TYPES, "param_value": _PARAMETER_TYPES, "param_i64": ("i64",), "param_f64": ("f64",)}
_ATTR_TYPES = {"name": str, "n_results": int, "before": int, "index": int, "func": str, "module": str, "conversion": str,
               "kwnames": tuple, "given": tuple, "names": tuple, "is_free": bool, "n_positional": int, "cls": str, "method": str, "count": int, "n": int,
               "tag": str, "shapes": tuple, "op": str, "symbol": str, "kind": str, "body": str}


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
    for symbol, prediction in subject.predictions.items():
        if symbol != prediction.symbol:
            raise VerifyError(f"the prediction of class {prediction.symbol} is filed under {symbol}")
        for named in (symbol, *(method for _, method in prediction.methods)) if ":" not in symbol else ():
            if named not in subject.functions and named not in subject.foreign:
                raise VerifyError(f"in the prediction of class {symbol}: no function {named!r} in the module")
    for symbol in subject.exported:
        if symbol not in subject.functions:
            raise VerifyError(f"no function {symbol!r} to export")


def _check_references(module: Module, function: Function) -> None:
    """What an instruction needs of other functions and of predicted classes is there."""
    verifier = _Verifier(function)
    shaped = {i.result: i for block in function.blocks for i in block.instrs if i.name in ("guard_shape", "slot_add", "slot_add_f64")}
    for block in function.blocks:
        for instr in block.instrs:
            for problem in (*_function_problems(module, instr), *_class_problems(module, instr), *_promise_problems(module, instr, shaped)):
                raise verifier.error(block, instr, problem)


def _function_problems(module: Module, instr: Instr) -> Iterator[str]:
    """A function that the instruction names exists; it gets its cells, and arguments as its typed entry wants them."""
    if "func" not in instr.attrs:
        return
    named = module.functions.get(instr.attrs["func"]) or module.foreign.get(instr.attrs["func"])
    if named is None:
        yield f"no function {instr.attrs['func']!r} in the module"
        return
    if instr.name == "make_function":
        cells = len(instr.operands) - 3
        if cells != len(named.info.free):
            yield f"{cells} cells for {len(named.info.free)} free variables"
    if instr.name == "call_direct":
        types = tuple(value.type for value in instr.operands[1:])
        if types != named.signature:
            yield f"arguments of the types {types} for the signature {named.signature}"


def _class_problems(module: Module, instr: Instr) -> Iterator[str]:
    """The classes that the instruction names are predicted, and so is what the instruction wants of them."""
    named = [(instr.attrs["cls"], instr.attrs.get("count", 0))] if "cls" in instr.attrs else instr.attrs.get("shapes", ())
    for symbol, count in named:
        prediction = module.predictions.get(symbol)
        if prediction is None:
            yield f"no prediction of class {symbol!r} in the module"
        elif count > len(prediction.steps) - (instr.name in ("slot_add", "slot_add_f64")):
            yield f"attribute {count} of {len(prediction.steps)}"
        elif "cls" in instr.attrs:
            yield from _prediction_problems(prediction, instr)


def _promise_problems(module: Module, instr: Instr, shaped: dict[Value, Instr]) -> Iterator[str]:
    """A slot that is taken for a float is one in all shapes that its object may have."""
    if instr.name not in ("slot_load_f64", "slot_store_f64"):
        return
    origin = shaped.get(instr.operands[0])
    if origin is None:
        yield "no guard on the shape"
        return
    shapes = origin.attrs["shapes"] if origin.name == "guard_shape" else ((origin.attrs["cls"], origin.attrs["count"] + 1),)
    for symbol, step in shapes:
        prediction = module.predictions.get(symbol)
        if prediction is not None and not any(prediction.slot(name) == instr.attrs["index"] and prediction.holds_float(name, step) for name in prediction.floats):
            yield f"slot {instr.attrs['index']} of {symbol} may hold anything after {step} steps"


def _prediction_problems(prediction: ClassPrediction, instr: Instr) -> Iterator[str]:
    if instr.name == "method_ref" and instr.attrs["method"] not in dict(prediction.methods):
        yield f"no method {instr.attrs['method']!r} among {[name for name, _ in prediction.methods]}"
    if instr.name in ("new_instance", "new_exception") and not prediction.constructible:
        yield "the class is not constructible"
    if instr.name in ("new_instance", "new_exception") and prediction.exception != (instr.name == "new_exception"):
        yield f"the class is {'an' if prediction.exception else 'no'} exception"
    if instr.name in ("slot_add", "slot_add_f64") and instr.attrs["index"] != prediction.slot(prediction.steps[instr.attrs["count"]]):
        yield f"index {instr.attrs['index']} for attribute {instr.attrs['count']} after {len(prediction.slots)} slots"


class _Verifier:
    def __init__(self, function: Function) -> None:
        self.function = function
        self.bit: dict[Value, int] = {}  # the place of a value in the sets of available values
        self.refs = 0  # the set of all values of type `ref`

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
        signature = self.function.signature
        if signature is not None and (len(signature) != expected or not set(signature).issubset(_PARAMETER_TYPES)):
            raise self.error(None, None, f"the signature {signature} does not fit the {expected} parameters")
        if [p.type for p in entry.params] != ["value"] * (expected if signature is None else 0):
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
        """Forward data flow: a block may use what is defined, and has not ended, at the start of all edges to it."""
        self.refs = self._bits([value for value in self.bit if value.type == "ref"])
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
        for instr, before, after in self._states(block, available):
            for name, edge in instr.edges.items():
                yield edge, before if name == "slow" else after

    def _check_uses(self, block: Block, available: int) -> None:
        for instr, before, after in self._states(block, available):
            self._check_available(block, instr, instr.operands, before)
            for name, edge in instr.edges.items():
                self._check_available(block, instr, edge.args, before if name == "slow" else after)

    def _states(self, block: Block, available: int) -> Iterator[tuple[Instr, int, int]]:
        """Each instruction, with what is available before it and, its results aside, after it."""
        available |= self._bits(block.params)
        for instr in block.instrs:
            runs_code = instr.op.effects == WRITE and instr.name not in _RUN_NO_CODE
            after = available & ~self.refs if runs_code else available
            yield instr, available, after
            available = after | self._bits(instr.results)

    def _check_available(self, block: Block, instr: Instr, values: list[Value], available: int) -> None:
        for value in values:
            bit = self.bit.get(value, 0)
            if not bit & available:
                problem = "may have ended on a path to here" if bit & self.refs else "is not defined on every path here"
                raise self.error(block, instr, f"{Names(self.function).value(value)} {problem}")

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
    for index, value in enumerate(instr.operands):
        wanted = instr.op.operand_type(index)
        if value.type not in _OPERAND_TYPES.get(wanted, (wanted,)):
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
    if instr.name in _PARAMETER_OPS:
        yield from _parameter_problems(function, instr)


def _parameter_problems(function: Function, instr: Instr) -> Iterator[str]:
    signature = function.signature
    if signature is None:
        yield "the function has no signature"
        return
    index = instr.attrs.get("index", 0)
    if "index" in instr.attrs and not 0 <= index < len(signature):
        yield f"parameter {index} of {len(signature)}"
    elif "index" in instr.attrs and signature[index] not in _PARAMETER_OPS[instr.name]:
        yield f"parameter {index} is of type {signature[index]} in the signature"


def _edge_problems(instr: Instr) -> Iterator[str]:
    allowed = instr.op.edges
    for name in instr.edges:
        if name not in allowed:
            yield f"an edge {name!r}, the op has {list(allowed)}"
    for name in allowed:
        if name not in instr.edges and name not in _OPTIONAL_EDGES and not instr.op.may_be_certain:
            yield f"the edge {name!r} is missing"
    for name, edge in instr.edges.items():
        types, wanted = [value.type for value in edge.args], [value.type for value in edge.block.params]
        if types != wanted:
            yield f"edge {name!r} passes {types}, block {edge.block.name!r} takes {wanted}"
