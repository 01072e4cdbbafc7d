"""Why an operation is done on objects, and what would make it faster.

The specialiser only knows that a rule did not apply. What is said here is
derived from the same hints: which operand's type is in doubt, which class is
not predicted, which function has no typed entry.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from molt.analysis.inference import Hints
from molt.explain.names import short, type_text, value_text
from molt.ir.core import Function, Instr, Module, Value
from molt.passes.specialise.plan import Plan
from molt.tables.ops import BINARY, COMPARE

_ARITHMETIC = frozenset({*BINARY, *("i" + name for name in BINARY), *COMPARE, "neg", "pos", "invert"})
_HOOKS = ("__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__new__")


@dataclass(frozen=True)
class Obstacle:
    """What stands in the way, and what to do about it; `advice` is empty where nothing can be done."""

    text: str
    advice: str = ""


@dataclass(frozen=True, eq=False)
class Case:
    """A function and what is known about it."""

    module: Module
    function: Function
    hints: Hints
    plan: Plan

    def name(self, value: Value) -> str:
        return value_text(self.module.source, self.plan, value)

    def types(self, value: Value) -> str:
        return type_text(self.hints, self.hints.types(value))


def obstacle(case: Case, i: Instr) -> Obstacle | None:
    """Why a generic operation is generic; None where the runtime has nothing better."""
    finder = _FINDERS.get(i.name)
    if finder is not None:
        return finder(case, i)
    return _numbers(case, i) if i.name in _ARITHMETIC else None


def no_typed_entry(function: Function) -> str | None:
    """Why a function is only called generically."""
    info = function.info
    if info.is_generator:
        return "it is a generator"
    if info.has_varargs or info.has_varkw:
        return "it takes " + " and ".join(star for star, there in (("*args", info.has_varargs), ("**kwargs", info.has_varkw)) if there)
    if info.n_keyword_only:
        return "it has keyword-only parameters"
    return None


# Values whose type is in doubt.

def doubt(case: Case, value: Value) -> Obstacle | None:
    """Why the type of a value is not known well enough; None if it is."""
    kinds = case.plan.kinds(value)
    if value in case.plan.constants or len(kinds) == 1 and "other" not in kinds:
        return None
    name, types = f"`{case.name(value)}`", case.types(value)
    if "other" in kinds and len(kinds) > 1:
        return Obstacle(f"{name} is {types}", "find where the value of unknown type comes in, and annotate it there")
    if kinds and "other" not in kinds:
        return Obstacle(f"{name} is {types}", "keep values of one type in one variable")
    return _unknown(case, value, name)


def _unknown(case: Case, value: Value, name: str) -> Obstacle:
    text = f"the type of {name} is not known"
    params, function = case.function.info.params, short(case.function.symbol)
    if params and value.hint == params[0] == "self":
        return Obstacle(f"no call of `{function}` is seen", "call it on objects whose class the compiler can follow")
    if value.hint in params:
        return Obstacle(f"the type of the parameter {name} of `{function}` is not known", "annotate it, or call the function by its name")
    made = case.plan.definition.get(value)
    if made is None:
        return Obstacle(text, "annotate the parameter that it comes from")
    match made.name:
        case "load_global":
            return Obstacle(f"{text}: it is not bound to anything that the compiler follows",
                            "pass it as an annotated parameter")
        case "call" | "call_method" | "call_ex":
            return Obstacle(f"{text}: it comes from a call that the compiler does not follow", "pass the result to a function with an annotated parameter")
        case "unpack" | "getitem" | "next" | "iter" if (deeper := doubt(case, made.operands[0])) is not None:
            return deeper
        case "next":
            return Obstacle(f"{text}: it is an item of something whose items are not known", "annotate the container, such as list[float]")
        case "catch":
            return Obstacle(f"{text}: it is a caught exception")
        case "load_cell":
            return Obstacle(f"{text}: it is a variable of an enclosing function", "pass it as a parameter")
        case "getattr":
            if case.plan.kinds(made.operands[0]) == {"module"}:
                return Obstacle(f"{text}: the compiler does not follow the attribute of the module", "pass it as an annotated parameter")
            return Obstacle(f"{text}: no value of known type is assigned to the attribute `{made.attrs['name']}`",
                            "annotate the parameter that it is assigned from")
    return Obstacle(text, "annotate the parameter that it comes from")


def _first_doubt(case: Case, values: list[Value]) -> Obstacle | None:
    return next((found for value in values if (found := doubt(case, value)) is not None), None)


# Operations.

def _numbers(case: Case, i: Instr) -> Obstacle | None:
    """Arithmetic and comparisons are unboxed for int and float."""
    found = _first_doubt(case, i.operands)
    if found is not None:
        return found
    kinds = [case.plan.kinds(o) for o in i.operands]
    if not all(k <= {"int", "float", "bool"} for k in kinds):
        return _operators_of_instances(case, i)
    constants = [case.plan.constant(o) for o in i.operands]
    if any(type(c) is int and abs(c) >= 1 << 63 for c in constants):
        return Obstacle("a constant needs more than 64 bits", "")
    if i.name in ("pow", "ipow"):
        return Obstacle("the power of an int is an int only if the exponent is not negative",
                        "use a constant exponent below 64, or make the base a float")
    return Obstacle(f"{' and '.join(map(case.types, i.operands))}: this operator has no unboxed form for them", "")


def _operators_of_instances(case: Case, i: Instr) -> Obstacle | None:
    if any(case.plan.kinds(o) == {"inst"} for o in i.operands):
        return Obstacle("an operator of a class of the program is looked up when it runs", "in a hot loop, call a method by name instead")
    return None  # of a built-in type: the runtime does it


def _attribute(case: Case, i: Instr) -> Obstacle | None:
    receiver, name = i.operands[0], i.attrs["name"]
    kinds = case.plan.kinds(receiver)
    if receiver in case.plan.constants or kinds and kinds <= {"module", "c function", "super"}:
        return None
    if kinds == {"class"}:
        return Obstacle("attributes of classes are looked up", "")
    classes = _classes(case, receiver)
    if not classes:
        return doubt(case, receiver)
    return _unpredicted(case, receiver, classes) or _no_slot(case, classes[0], name)


def _classes(case: Case, receiver: Value) -> list[str]:
    """The classes of the program that a value may be an instance of."""
    return [atom[1] for atom in case.hints.types(receiver) if atom[0] == "inst"]


def _unpredicted(case: Case, receiver: Value, classes: list[str]) -> Obstacle | None:
    """Why the layout of an object of one of the classes is not predicted."""
    problem = next((problem for cls in classes if (problem := class_problem(case, cls)) is not None), None)
    if problem is None and len(classes) > 2:
        return Obstacle(f"`{case.name(receiver)}` is of many classes: {case.types(receiver)}", "split the loop by class, if it is hot")
    return problem


def class_problem(case: Case, symbol: str) -> Obstacle | None:
    """Why the layout of a class's instances is not predicted."""
    if symbol in case.hints.predictions:
        return None
    info = case.hints.class_info(symbol)
    text = f"the layout of `{short(symbol)}` is not predicted: "
    hooks = sorted({name for cls in info.mro for name in (*cls.methods, *cls.others) if name in _HOOKS})
    if not info.is_known:
        return Obstacle(text + "it has a base that is no class of the program, a metaclass or a decorator", "derive only from classes of the program")
    if hooks:
        return Obstacle(f"{text}it defines {', '.join(hooks)}", "use a property for the attribute in question")
    return Obstacle(text + "a method and an attribute share a name, or there are more than 60 attributes", "")


def _no_slot(case: Case, symbol: str, name: str) -> Obstacle:
    cls, info = short(symbol), case.hints.class_info(symbol)
    prediction = case.hints.predictions[symbol]
    if any(name in base.properties for base in info.mro):
        return Obstacle(f"`{name}` is a property of `{cls}`", "read the attribute behind it in hot code, or make it a method")
    if info.method(name) is not None:
        return Obstacle(f"`{name}` is a method of `{cls}`: as a value it is a new object each time", "call it at once")
    if any(name in base.others for base in info.mro):
        return Obstacle(f"`{name}` is an attribute of the class `{cls}`", "assign it in __init__ or to a local variable")
    if prediction.slot(name) is None:
        return Obstacle(f"`{name}` is not assigned in `{cls}.__init__`", "assign it there, so that every instance has it at the same place")
    return Obstacle(f"the instance may not have `{name}` yet", "")


def _call(case: Case, i: Instr) -> Obstacle | None:
    callee, *args = i.operands
    if case.plan.builtin(callee) is not None:
        found = _first_doubt(case, args)
        return found if found is not None and case.plan.builtin(callee) in _UNBOXED_BUILTINS else None
    for name in ("func", "class"):
        atom = case.plan.only(callee, name)
        if atom is not None:
            return _known_call(case, i, atom, args)
    return None if case.plan.kinds(callee) == {"c function"} else _unknown_callee(case, callee)


_UNBOXED_BUILTINS = frozenset({"len", "abs", "min", "max", "int", "float", "ord", "chr", "range", "round"})


def _unknown_callee(case: Case, callee: Value) -> Obstacle:
    name = case.name(callee)
    if len(case.plan.kinds(callee) - {"other"}) or len(case.hints.types(callee)) > 1:
        return Obstacle(f"`{name}` is one of several things to call: {case.types(callee)}", "")
    return Obstacle(f"it is not known what `{name}` is when it is called", "call a function of the program by its name")


def _known_call(case: Case, i: Instr, atom: tuple, args: list[Value]) -> Obstacle | None:
    if i.attrs["kwnames"]:
        return Obstacle("arguments are given by keyword", "give them by position where it matters")
    if atom[0] == "func":
        return _direct_call(case, atom[1], args, 0)
    problem = class_problem(case, atom[1])
    if problem is not None:
        return problem
    prediction = case.hints.predictions[atom[1]]
    init = dict(prediction.methods).get("__init__")
    if not prediction.constructible:
        return Obstacle(f"what a call of `{short(atom[1])}` does is not predicted", "define __init__ plainly")
    return _direct_call(case, init, args, 1) if init is not None else None


def _direct_call(case: Case, symbol: str, args: list[Value], n_given: int) -> Obstacle | None:
    function = case.module.function(symbol)
    name = short(symbol)
    problem = no_typed_entry(function)
    if problem is not None or function.signature is None:
        return Obstacle(f"`{name}` has no typed entry: {problem or 'it is not specialised'}", "give hot functions plain positional parameters")
    wanted = function.signature[n_given:]
    if len(wanted) != len(args):
        return Obstacle(f"`{name}` is called with {len(args)} of {len(wanted)} arguments", "give all arguments, defaults too, where it matters")
    for parameter, arg, type_ in zip(function.info.params[n_given:], args, wanted, strict=True):
        if type_ in ("i64", "f64") and case.plan.kinds(arg) != {{"i64": "int", "f64": "float"}[type_]}:
            return Obstacle(f"`{name}` takes an unboxed `{parameter}`, and `{case.name(arg)}` is {case.types(arg)}", "")
    return None


def _method_call(case: Case, i: Instr) -> Obstacle | None:
    receiver, *args = i.operands
    name, kinds = i.attrs["name"], case.plan.kinds(receiver)
    if kinds == {"super"}:
        return None
    classes = _classes(case, receiver)
    if not classes:
        is_builtin = len(kinds) == 1 and not kinds & {"other", "class"}
        return None if is_builtin or receiver in case.plan.constants else doubt(case, receiver)
    if i.attrs["kwnames"]:
        return Obstacle("arguments are given by keyword", "give them by position where it matters")
    problem = _unpredicted(case, receiver, classes)
    if problem is not None:
        return problem
    for cls in classes:
        symbol = dict(case.hints.predictions[cls].methods).get(name)
        if symbol is None:
            return Obstacle(f"`{name}` is not a plain method of `{short(cls)}`", "define it with `def` in the class statement")
        problem = _direct_call(case, symbol, args, 1)
        if problem is not None:
            return problem
    return None


def _global(case: Case, i: Instr) -> Obstacle | None:
    if case.hints.types(i.result):
        return None
    return Obstacle(f"nothing is known of the global `{i.attrs['name']}`", "bind it at the top level of this module")


def _item(case: Case, i: Instr) -> Obstacle | None:
    receiver, key = i.operands[0], i.operands[1]
    found = _first_doubt(case, [receiver, key])
    if found is not None:
        return found
    if case.plan.kinds(receiver) == {"inst"}:
        return Obstacle("`[]` of a class of the program is looked up when it runs", "in a hot loop, call a method by name instead")
    return None


def _iteration(case: Case, i: Instr) -> Obstacle | None:
    """Told at `next`, which is what runs in the loop."""
    made = case.plan.definition.get(i.operands[0])
    if made is None or made.name != "iter":
        return None
    container = made.operands[0]
    if case.plan.kinds(container) == {"range"}:
        return Obstacle("this range() is not counted in a register", "give it a constant step, and ints for its ends")
    found = doubt(case, container)
    if found is not None:
        return found
    return Obstacle(f"iterating over {case.types(container)} asks an iterator object for each item", "loops over range(), lists, tuples, str and dicts are faster")


def _unpacking(case: Case, i: Instr) -> Obstacle | None:
    return doubt(case, i.operands[0])


_FINDERS: dict[str, Callable[[Case, Instr], Obstacle | None]] = {
    "getattr": _attribute, "setattr": _attribute, "call": _call, "call_method": _method_call, "load_global": _global, "getitem": _item,
    "setitem": _item, "next": _iteration, "unpack": _unpacking, "truth": _unpacking,
}
