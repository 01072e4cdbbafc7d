"""The constraints of each op: how the types of its operands make those of its results."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from molt.analysis.inference import calls
from molt.analysis.inference.solver import Atom, Node
from molt.ir.core import Block, Function, Instr
from molt.tables.ops import BINARY, COMPARE

if TYPE_CHECKING:
    from molt.analysis.inference.driver import Inference

Rule = Callable[["Inference", Function, Instr], None]
RULES: dict[str, Rule] = {}
NUMBERS = ("bool", "int", "float")


def rule(*names: str) -> Callable[[Rule], Rule]:
    def register(function: Rule) -> Rule:
        for name in names:
            RULES[name] = function
        return function
    return register


def constrain(inference: Inference, function: Function) -> None:
    """Adds the constraints of a function's instructions and edges."""
    for block in function.blocks:
        for i in block.instrs:
            handler = RULES.get(i.name)
            if handler is not None:
                handler(inference, function, i)
            else:
                for result in i.results:
                    if result.type == "value":
                        inference.solver.add(inference.value(result), "other")
            for edge in i.edges.values():
                _pass(inference, edge.block, edge.args)


def _pass(inference: Inference, block: Block, args: list) -> None:
    for parameter, argument in zip(block.params, args, strict=True):
        if parameter.type == "value":
            inference.solver.flow(inference.value(argument), inference.value(parameter))


def kind_of(atom: Atom) -> str:
    return atom if isinstance(atom, str) else atom[0]


def constant_atom(inference: Inference, value: object) -> Atom:
    match value:
        case None:
            return "none"
        case bool():
            return "bool"
        case int():
            return "int"
        case float():
            return "float"
        case str():
            return "str"
        case bytes():
            return "bytes"
        case tuple():
            return ("tuple", tuple(inference.solver.node(constant_atom(inference, item)) for item in value))
    return "other"


@rule("const")
def _const(inference: Inference, function: Function, i: Instr) -> None:
    inference.constants[i.result] = i.attrs["value"]
    inference.solver.add(inference.value(i.result), constant_atom(inference, i.attrs["value"]))


@rule("unset")
def _unset(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.add(inference.value(i.result), "unset")


@rule("box_bool", *COMPARE)
def _bool(inference: Inference, function: Function, i: Instr) -> None:
    result = inference.value(i.result)
    if i.name == "box_bool":
        inference.solver.add(result, "bool")
        return

    def left(atom: Atom) -> None:
        is_object = kind_of(atom) == "inst" and inference.classes.classes[atom[1]].method(f"__{i.name}__") is not None
        inference.solver.add(result, "other" if atom == "other" or is_object else "bool")
    inference.solver.watch(inference.value(i.operands[0]), left)


# Operators.

@rule(*BINARY, *("i" + name for name in BINARY))
def _binary(inference: Inference, function: Function, i: Instr) -> None:
    solver = inference.solver
    name = i.name[1:] if i.name[1:] in BINARY else i.name
    a, b, result = (inference.value(v) for v in (*i.operands, i.result))

    def changed(atom: Atom) -> None:
        for left in list(solver.sets[a]):
            for right in list(solver.sets[b]):
                binary_result(inference, name, left, right, result, (a, b))
    solver.watch(a, changed)
    solver.watch(b, changed)


def binary_result(inference: Inference, name: str, left: Atom, right: Atom, result: Node, operands: tuple[Node, Node]) -> None:
    """Adds the type of `left name right` to `result`."""
    solver = inference.solver
    if left in NUMBERS and right in NUMBERS:
        if name == "truediv" or "float" in (left, right):
            solver.add(result, "float")
        elif left == right == "bool" and name in ("and", "or", "xor"):
            solver.add(result, "bool")
        else:
            solver.add(result, "int")
        return
    kinds = kind_of(left), kind_of(right)
    match name, kinds:
        case ("add" | "mul" | "mod"), ("str", _):
            solver.add(result, "str")
        case "mul", ("int", "str"):
            solver.add(result, "str")
        case ("add", ("list", "list")) | ("or", ("dict", "dict")) | (("or" | "and" | "sub" | "xor"), ("set", "set")):
            solver.add(result, left)
            for mine, other in zip(left[1:], right[1:], strict=True):
                solver.flow(other, mine)
        case "mul", ("list", _):
            solver.add(result, left)
        case "mul", ("int", "list"):
            solver.add(result, right)
        case "add", ("tuple", "tuple"):
            solver.add(result, ("tuple", left[1] + right[1]))
        case _, ("inst", _):
            if not calls.call_dunder(inference, left, f"__{name}__", [operands[1]], result):
                solver.add(result, "other")
        case _, (_, "inst"):
            if not calls.call_dunder(inference, right, f"__r{name}__", [operands[0]], result):
                solver.add(result, "other")
        case _ if "none" in kinds or "unset" in kinds:
            pass  # an error
        case _:
            solver.add(result, "other")


@rule("neg", "pos", "invert")
def _unary(inference: Inference, function: Function, i: Instr) -> None:
    result = inference.value(i.result)

    def operand(atom: Atom) -> None:
        if kind_of(atom) == "inst" and calls.call_dunder(inference, atom, f"__{i.name}__", [], result):
            return
        inference.solver.add(result, {"int": "int", "bool": "int", "float": "float"}.get(kind_of(atom), "other"))
    inference.solver.watch(inference.value(i.operands[0]), operand)


# Attributes and items.

@rule("getattr")
def _getattr(inference: Inference, function: Function, i: Instr) -> None:
    result = inference.value(i.result)
    inference.solver.watch(inference.value(i.operands[0]), lambda atom: calls.attribute(inference, atom, i.attrs["name"], result))


@rule("setattr")
def _setattr(inference: Inference, function: Function, i: Instr) -> None:
    value = inference.value(i.operands[1])

    def receiver(atom: Atom) -> None:
        if kind_of(atom) == "inst":
            inference.store(i.operands[1], atom[1], i.attrs["name"])
        elif kind_of(atom) == "class":
            inference.solver.flow(value, inference.class_field(atom[1], i.attrs["name"]))
        elif kind_of(atom) == "module":
            inference.solver.flow(value, inference.global_(atom[1], i.attrs["name"]))
    inference.solver.watch(inference.value(i.operands[0]), receiver)


@rule("getitem")
def _getitem(inference: Inference, function: Function, i: Instr) -> None:
    solver = inference.solver
    result, key = inference.value(i.result), inference.value(i.operands[1])

    def receiver(atom: Atom) -> None:
        index = inference.constants.get(i.operands[1])
        match atom:
            case ("list", element):
                solver.watch(key, lambda k: solver.add(result, atom) if k == "slice" else solver.flow(element, result))
            case ("tuple", items):
                exact = isinstance(index, int) and -len(items) <= index < len(items)
                for item in [items[index]] if exact else items:
                    solver.flow(item, result)
            case ("dict", _, value):
                solver.flow(value, result)
            case "str" | "range":
                solver.watch(key, lambda k: solver.add(result, atom if k == "slice" or atom == "str" else "int"))
            case "bytes":
                solver.watch(key, lambda k: solver.add(result, "bytes" if k == "slice" else "int"))
            case ("inst", _) if calls.call_dunder(inference, atom, "__getitem__", [key], result):
                pass
            case _ if atom != "unset" and atom != "none":
                solver.add(result, "other")
    solver.watch(inference.value(i.operands[0]), receiver)


@rule("setitem")
def _setitem(inference: Inference, function: Function, i: Instr) -> None:
    solver = inference.solver
    key, value = (inference.value(v) for v in i.operands[1:])

    def receiver(atom: Atom) -> None:
        match atom:
            case ("list", element):
                solver.watch(key, lambda k: k == "slice" and calls.iterate(inference, value, element) or k != "slice" and solver.flow(value, element))
            case ("dict", keys, values):
                solver.flow(key, keys)
                solver.flow(value, values)
            case ("inst", _):
                calls.call_dunder(inference, atom, "__setitem__", [key, value], solver.node())
    solver.watch(inference.value(i.operands[0]), receiver)


# Building.

@rule("build_list", "build_set")
def _build(inference: Inference, function: Function, i: Instr) -> None:
    element = inference.solver.node()
    for item in i.operands:
        inference.solver.flow(inference.value(item), element)
    inference.solver.add(inference.value(i.result), (i.name[6:], element))


@rule("build_tuple")
def _build_tuple(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.add(inference.value(i.result), ("tuple", tuple(inference.value(item) for item in i.operands)))


@rule("build_dict")
def _build_dict(inference: Inference, function: Function, i: Instr) -> None:
    solver = inference.solver
    keys, values = solver.node(), solver.node()
    for n, item in enumerate(i.operands):
        solver.flow(inference.value(item), values if n % 2 else keys)
    solver.add(inference.value(i.result), ("dict", keys, values))


@rule("build_string", "format")
def _string(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.add(inference.value(i.result), "str")


@rule("build_slice")
def _slice(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.add(inference.value(i.result), "slice")


@rule("list_append", "set_add")
def _append(inference: Inference, function: Function, i: Instr) -> None:
    value = inference.value(i.operands[1])

    def container(atom: Atom) -> None:
        if kind_of(atom) in ("list", "set"):
            inference.solver.flow(value, atom[1])
    inference.solver.watch(inference.value(i.operands[0]), container)


@rule("dict_set")
def _dict_set(inference: Inference, function: Function, i: Instr) -> None:
    def container(atom: Atom) -> None:
        if kind_of(atom) == "dict":
            for operand, part in zip(i.operands[1:], atom[1:], strict=True):
                inference.solver.flow(inference.value(operand), part)
    inference.solver.watch(inference.value(i.operands[0]), container)


@rule("list_extend", "set_update")
def _extend(inference: Inference, function: Function, i: Instr) -> None:
    def container(atom: Atom) -> None:
        if kind_of(atom) in ("list", "set"):
            calls.iterate(inference, inference.value(i.operands[1]), atom[1])
    inference.solver.watch(inference.value(i.operands[0]), container)


# Iteration.

@rule("iter", "yield_from_iter")
def _iter(inference: Inference, function: Function, i: Instr) -> None:
    solver, element = inference.solver, inference.solver.node()

    def iterable(atom: Atom) -> None:
        if kind_of(atom) == "iter":
            solver.add(inference.value(i.result), atom)
        elif atom not in ("none", "unset") and not calls.call_dunder(inference, atom, "__iter__", [], inference.value(i.result)):
            calls.iterate_atom(inference, atom, element)
            solver.add(inference.value(i.result), ("iter", element))
    solver.watch(inference.value(i.operands[0]), iterable)


@rule("next")
def _next(inference: Inference, function: Function, i: Instr) -> None:
    calls.iterate(inference, inference.value(i.operands[0]), inference.value(i.result))


@rule("unpack")
def _unpack(inference: Inference, function: Function, i: Instr) -> None:
    solver = inference.solver

    def operand(atom: Atom) -> None:
        if kind_of(atom) == "tuple":
            if len(atom[1]) == len(i.results):
                for item, result in zip(atom[1], i.results, strict=True):
                    solver.flow(item, inference.value(result))
            return
        element = solver.node()
        calls.iterate_atom(inference, atom, element)
        for result in i.results:
            solver.flow(element, inference.value(result))
    solver.watch(inference.value(i.operands[0]), operand)


@rule("yield")
def _yield(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.flow(inference.value(i.operands[0]), inference.yielded(inference.group.symbol(function)))
    inference.solver.add(inference.value(i.result), "other")


# Names.

@rule("load_global")
def _load_global(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.flow(inference.global_(inference.group.home_of(function), i.attrs["name"]), inference.value(i.result))


@rule("store_global")
def _store_global(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.flow(inference.value(i.operands[0]), inference.global_(inference.group.home_of(function), i.attrs["name"]))


@rule("load_builtin")
def _load_builtin(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.add(inference.value(i.result), ("builtin", i.attrs["name"]))


@rule("load_name")
def _load_name(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.flow(inference.class_field(inference.group.symbol(function), i.attrs["name"]), inference.value(i.result))
    inference.solver.flow(inference.global_(inference.group.home_of(function), i.attrs["name"]), inference.value(i.result))


@rule("store_name")
def _store_name(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.flow(inference.value(i.operands[1]), inference.class_field(inference.group.symbol(function), i.attrs["name"]))


@rule("make_cell")
def _make_cell(inference: Inference, function: Function, i: Instr) -> None:
    content = inference.solver.node()
    inference.solver.flow(inference.value(i.operands[0]), content)
    inference.solver.add(inference.value(i.result), ("cell", content))


@rule("load_cell", "store_cell")
def _cell(inference: Inference, function: Function, i: Instr) -> None:
    def cell(atom: Atom) -> None:
        if kind_of(atom) == "cell":
            if i.name == "load_cell":
                inference.solver.flow(atom[1], inference.value(i.result))
            else:
                inference.solver.flow(inference.value(i.operands[1]), atom[1])
    inference.solver.watch(inference.value(i.operands[0]), cell)


@rule("closure")
def _closure(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.flow(inference.cell(inference.group.symbol(function), i.attrs["index"]), inference.value(i.result))


# Functions, classes, calls.

@rule("make_function")
def _make_function(inference: Inference, function: Function, i: Instr) -> None:
    symbol = inference.group.named_in(function, i.attrs["func"])
    inference.solver.add(inference.value(i.result), ("func", symbol))
    for index, cell in enumerate(i.operands[3:]):
        inference.solver.flow(inference.value(cell), inference.cell(symbol, index))
    calls.defaults(inference, symbol, inference.value(i.operands[0]))


@rule("class_create")
def _class_create(inference: Inference, function: Function, i: Instr) -> None:
    symbol = inference.group.named_in(function, i.attrs["body"])
    known = symbol in inference.classes.classes
    inference.solver.add(inference.value(i.result), ("class", symbol) if known else "other")
    if known and (cell := inference.value(i.operands[4])) is not None:
        _fill_class_cell(inference, cell, symbol)


def _fill_class_cell(inference: Inference, cell: Node, symbol: str) -> None:
    def found(atom: Atom) -> None:
        if kind_of(atom) == "cell":
            inference.solver.add(atom[1], ("class", symbol))
    inference.solver.watch(cell, found)
    inference.solver.watch(inference.result(symbol), found)


@rule("call")
def _call(inference: Inference, function: Function, i: Instr) -> None:
    calls.call(inference, inference.value(i.operands[0]), [inference.value(v) for v in i.operands[1:]], i.attrs["kwnames"],
               inference.value(i.result), function)


@rule("call_method")
def _call_method(inference: Inference, function: Function, i: Instr) -> None:
    calls.call_method(inference, inference.value(i.operands[0]), i.attrs["name"], [inference.value(v) for v in i.operands[1:]],
                      i.attrs["kwnames"], inference.value(i.result))


@rule("ret")
def _ret(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.flow(inference.value(i.operands[0]), inference.result(inference.group.symbol(function)))


@rule("import_module")
def _import_module(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.add(inference.value(i.result), ("module", i.attrs["module"]))


@rule("import_from")
def _import_from(inference: Inference, function: Function, i: Instr) -> None:
    inference.solver.watch(inference.value(i.operands[0]),
                           lambda atom: calls.attribute(inference, atom, i.attrs["name"], inference.value(i.result)))


@rule("import_star")
def _import_star(inference: Inference, function: Function, i: Instr) -> None:
    here = inference.group.modules[inference.group.home_of(function)]

    def exporter(atom: Atom) -> None:
        if kind_of(atom) == "module" and atom[1] in inference.group.modules:
            for name in inference.group.modules[atom[1]].globals:
                if name in here.globals and not name.startswith("_"):
                    inference.solver.flow(inference.global_(atom[1], name), inference.global_(here.name, name))
    inference.solver.watch(inference.value(i.operands[0]), exporter)


@rule("with_enter")
def _with_enter(inference: Inference, function: Function, i: Instr) -> None:
    solver = inference.solver
    leave, entered = (inference.value(r) for r in i.results)
    error = solver.node("none", "other")

    def manager(atom: Atom) -> None:
        calls.call_dunder(inference, atom, "__exit__", [error] * 3, solver.node())
        if kind_of(atom) == "iter":  # a file
            solver.add(entered, atom)
        elif not calls.call_dunder(inference, atom, "__enter__", [], entered):
            solver.add(entered, "other")
    solver.add(leave, "other")
    inference.solver.watch(inference.value(i.operands[0]), manager)
