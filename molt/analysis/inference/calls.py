"""Calls, attributes and iteration: what depends on what the receiver is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from molt.analysis.inference.builtin_types import FUNCTIONS, METHODS, MODULE_FUNCTIONS
from molt.analysis.inference.solver import Atom, Node
from molt.analysis.inference.type_text import write_type
from molt.ir.core import Function

if TYPE_CHECKING:
    from molt.analysis.inference.driver import Inference

NUMBERS = ("bool", "int", "float")


def call(inference: Inference, callee: Node, args: list[Node], kwnames: tuple[str, ...], result: Node, caller: Function | None = None) -> None:
    """`callee(*args)`, the last arguments by keyword."""
    inference.solver.watch(callee, lambda atom: call_atom(inference, atom, args, kwnames, result, caller))


def call_atom(inference: Inference, atom: Atom, args: list[Node], kwnames: tuple[str, ...], result: Node, caller: Function | None = None) -> None:
    match atom:
        case ("func", symbol):
            call_function(inference, symbol, args, kwnames, result)
        case ("method", symbol, cls):
            receiver = inference.solver.node(("inst", cls))
            call_function(inference, symbol, [receiver, *args], kwnames, result)
        case ("class", cls):
            _construct(inference, cls, args, kwnames, result)
        case ("builtin", "super") if caller is not None:
            _super(inference, caller, result)
        case ("builtin", name):
            call_builtin(inference, name, args[:len(args) - len(kwnames)], dict(zip(kwnames, args[len(args) - len(kwnames):], strict=True)), result)
        case ("bound", receiver, name):
            builtin_method(inference, receiver, name, args, result)
        case ("c function", module, name):
            write_type(inference.solver, result, MODULE_FUNCTIONS.get((module, name), "other"), {})
        case ("inst", _):
            call_dunder(inference, atom, "__call__", args, result)
        case "unset" | "none":
            pass
        case _:
            inference.solver.add(result, "other")


def call_function(inference: Inference, symbol: str, args: list[Node], kwnames: tuple[str, ...], result: Node) -> None:
    """Arguments flow to parameters, what it returns to `result`."""
    solver, function = inference.solver, inference.group.functions[symbol]
    info = function.info
    positional = args[:len(args) - len(kwnames)]
    for index, arg in enumerate(positional[:info.n_positional]):
        inference.pass_argument(arg, symbol, index)
    for name, arg in zip(kwnames, args[len(positional):], strict=True):
        if name in info.params:
            inference.pass_argument(arg, symbol, info.params.index(name))
    if info.has_varargs:
        element = solver.node()
        for arg in positional[info.n_positional:]:
            solver.flow(arg, element)
        solver.add(inference.parameter(symbol, info.n_positional + info.n_keyword_only), ("list", element))  # a tuple of any length
    if info.is_generator:
        solver.add(result, ("iter", inference.yielded(symbol)))
    else:
        solver.flow(inference.result(symbol), result)


def defaults(inference: Inference, symbol: str, given: Node) -> None:
    """The defaults of positional parameters."""
    info = inference.group.functions[symbol].info

    def found(atom: Atom) -> None:
        if isinstance(atom, tuple) and atom[0] == "tuple":
            first = info.n_positional - len(atom[1])
            for n, item in enumerate(atom[1]):
                inference.pass_argument(item, symbol, first + n)
    inference.solver.watch(given, found)


def _construct(inference: Inference, cls: str, args: list[Node], kwnames: tuple[str, ...], result: Node) -> None:
    solver, info = inference.solver, inference.classes.classes[cls]
    solver.add(result, ("inst", cls))
    init = info.target("__init__")
    if init is not None:
        call_function(inference, init, [solver.node(("inst", cls)), *args], kwnames, solver.node())


def _super(inference: Inference, caller: Function, result: Node) -> None:
    """`super()` in a method: instances of any class below the one that owns the method."""
    for info in inference.classes.classes.values():
        for owner in info.mro:
            if any(info.copies.get(symbol, symbol) == inference.group.symbol(caller) for symbol in owner.methods.values()):
                inference.solver.add(result, ("super", owner.symbol, info.symbol))


def call_dunder(inference: Inference, atom: Atom, name: str, args: list[Node], result: Node) -> bool:
    """Calls a method of an instance; false when its class has none."""
    if not (isinstance(atom, tuple) and atom[0] == "inst"):
        return False
    symbol = inference.classes.classes[atom[1]].target(name)
    if symbol is None:
        return False
    call_function(inference, symbol, [inference.solver.node(atom), *args], (), result)
    return True


def call_method(inference: Inference, receiver: Node, name: str, args: list[Node], kwnames: tuple[str, ...], result: Node) -> None:
    """`receiver.name(*args)`."""
    solver = inference.solver

    def found(atom: Atom) -> None:
        match atom:
            case ("inst", cls) if (symbol := inference.classes.classes[cls].target(name)) is not None:
                call_function(inference, symbol, [solver.node(atom), *args], kwnames, result)
            case ("super", owner, cls):
                symbol = inference.classes.classes[cls].next_target(owner, name)
                if symbol is not None:
                    call_function(inference, symbol, [solver.node(("inst", cls)), *args], kwnames, result)
            case ("inst" | "class" | "module", *_):
                attribute_node = solver.node()
                attribute(inference, atom, name, attribute_node)
                call(inference, attribute_node, args, kwnames, result)
            case "none" | "unset":
                pass
            case _:
                builtin_method(inference, atom, name, args, result)
    solver.watch(receiver, found)


def builtin_method(inference: Inference, atom: Atom, name: str, args: list[Node], result: Node) -> None:
    """A method of a built-in type, by the table."""
    solver = inference.solver
    text = METHODS.get((atom if isinstance(atom, str) else atom[0], name))
    if text is None:
        solver.add(result, "other")
        return
    parts: dict[str, Node] = {"self": solver.node(atom), **{f"arg{n}": arg for n, arg in enumerate(args)}}
    parts["default"] = args[1] if len(args) > 1 else solver.node("none")
    if isinstance(atom, tuple) and atom[0] == "dict":
        parts |= {"key": atom[1], "value": atom[2], "elem": atom[1]}
    elif isinstance(atom, tuple) and atom[0] in ("list", "set", "iter"):
        parts["elem"] = atom[1]
    given, _, effects = text.partition(";")
    write_type(solver, result, given, parts)
    for effect in effects.split():
        part, index = effect[1:-1], int(effect[-1]) if effect[-1].isdigit() else 0
        if index < len(args) and part == "all":
            iterate(inference, args[index], parts["elem"])
        elif index < len(args) and part in parts:
            solver.flow(args[index], parts[part])


def attribute(inference: Inference, atom: Atom, name: str, result: Node) -> None:
    """`o.name`, for one type of o."""
    solver = inference.solver
    match atom:
        case ("inst", cls):
            info = inference.classes.classes[cls]
            solver.flow(inference.field(cls, name), result)
            symbol = info.target(name)
            if symbol is not None:
                solver.add(result, ("method", symbol, cls))
                return
            for base in info.mro:
                if name in base.properties:
                    call_function(inference, base.properties[name], [solver.node(atom)], (), result)
                    return
                solver.flow(inference.class_field(base.symbol, name), result)
        case ("class", cls):
            for base in inference.classes.classes[cls].mro:
                solver.flow(inference.class_field(base.symbol, name), result)
        case ("module", module) if module in inference.group.modules:
            if f"{module}.{name}" in inference.group.modules:
                solver.add(result, ("module", f"{module}.{name}"))
            solver.flow(inference.global_(module, name), result)
        case ("module", module):
            if (module, name) in MODULE_FUNCTIONS:
                text = MODULE_FUNCTIONS[module, name]
                solver.add(result, "float" if name in ("pi", "e", "tau", "inf", "nan") and text == "float" else ("c function", module, name))
            else:
                solver.add(result, "other")
        case "none" | "unset":
            pass
        case _:
            is_known = (atom if isinstance(atom, str) else atom[0], name) in METHODS
            solver.add(result, ("bound", atom, name) if is_known else "other")


def iterate(inference: Inference, iterable: Node, element: Node) -> None:
    """What iteration gives flows to `element`."""
    inference.solver.watch(iterable, lambda atom: iterate_atom(inference, atom, element))


def iterate_atom(inference: Inference, atom: Atom, element: Node) -> None:
    solver = inference.solver
    match atom:
        case "range" | "bytes":
            solver.add(element, "int")
        case "str":
            solver.add(element, "str")
        case ("list" | "set" | "iter" | "dict", inner, *_):
            solver.flow(inner, element)
        case ("tuple", items):
            for item in items:
                solver.flow(item, element)
        case ("inst", _):
            iterator = solver.node()
            if call_dunder(inference, atom, "__iter__", [], iterator):
                solver.watch(iterator, lambda made: made != atom and iterate_atom(inference, made, element))
            call_dunder(inference, atom, "__next__", [], element)
        case "none" | "unset":
            pass
        case _:
            solver.add(element, "other")


def call_builtin(inference: Inference, name: str, args: list[Node], keywords: dict[str, Node], result: Node) -> None:
    """A call of a built-in function or class."""
    solver = inference.solver
    text, _, effects = FUNCTIONS.get(name, "other").partition(";")
    element = solver.node()
    if args and ("elem" in text or "key" in effects or text in ("sum", "map", "pick") and len(args) == 1):
        iterate(inference, args[0], element)
    if "key" in keywords:
        call(inference, keywords["key"], [element if len(args) == 1 else args[0]] if args else [], (), solver.node())
    match text:
        case "pick":
            for source in [element] if len(args) == 1 else args:
                solver.flow(source, result)
            if "default" in keywords:
                solver.flow(keywords["default"], result)
        case "sum":
            start = args[1] if len(args) > 1 else keywords.get("start", solver.node("int"))
            solver.flow(start, result)
            solver.flow(element, result)
        case "zip":
            items = tuple(solver.node() for _ in args)
            for arg, item in zip(args, items, strict=True):
                iterate(inference, arg, item)
            solver.add(result, ("iter", solver.node(("tuple", items))))
        case "map":
            made = solver.node()
            items = [solver.node() for _ in args[1:]]
            for arg, item in zip(args[1:], items, strict=True):
                iterate(inference, arg, item)
            if args:
                call(inference, args[0], items, (), made)
            solver.add(result, ("iter", made))
        case "round":
            if len(args) > 1:
                solver.flow(args[0], result)
            else:
                solver.add(result, "int")
        case "arg0" | "arith":
            for arg in args[:1] if text == "arg0" else args[:2]:
                solver.watch(arg, lambda atom: solver.add(result, atom if atom in ("int", "float") else "int" if atom == "bool" else "other"))
        case _:
            _write_builtin(inference, text, args, element, result)


def _write_builtin(inference: Inference, text: str, args: list[Node], element: Node, result: Node) -> None:
    solver = inference.solver
    key, value = solver.node(), solver.node()
    if text.startswith("dict") and args:
        _pairs(inference, args[0], key, value)
    names = {"elem": element, "key": key, "value": value}
    if "arith" in text:
        names["arith"] = arith = solver.node()
        for arg in args:
            solver.watch(arg, lambda atom: solver.add(arith, atom if atom in ("int", "float") else "other"))
    write_type(solver, result, text, names)


def _pairs(inference: Inference, source: Node, key: Node, value: Node) -> None:
    """What dict() takes: a dict, or pairs."""
    solver, pair = inference.solver, inference.solver.node()

    def given(atom: Atom) -> None:
        if isinstance(atom, tuple) and atom[0] == "dict":
            solver.flow(atom[1], key)
            solver.flow(atom[2], value)
        else:
            iterate_atom(inference, atom, pair)

    def item(atom: Atom) -> None:
        if isinstance(atom, tuple) and atom[0] == "tuple" and len(atom[1]) == 2:
            solver.flow(atom[1][0], key)
            solver.flow(atom[1][1], value)
        else:
            iterate_atom(inference, atom, key)
            iterate_atom(inference, atom, value)
    solver.watch(source, given)
    solver.watch(pair, item)
