"""Direct calls of functions, methods and classes of the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from molt.ir.core import ClassPrediction, Function, Instr, Value
from molt.passes.specialise.known import Known
from molt.passes.specialise.rules.c_calls import raise_edge
from molt.passes.specialise.rules.instances import dispatch, expected, guard_shape, predicted, whole
from molt.passes.specialise.rules.registry import rule

if TYPE_CHECKING:
    from molt.passes.specialise.emitter import Emitter

NUMBERS = {"i64": "int", "f64": "float"}  # what an argument must be for an unboxed parameter


def call_function(e: Emitter, i: Instr, callee: Value, symbol: str, args: list[Value]) -> bool:
    function = e.s.module.function(symbol)
    if not _is_direct(e, function, args):
        return False
    made = e.any(callee)
    if e.get(callee).fact != ("func", symbol):
        e.fast("guard_function", made, func=symbol)
        e.set_fact(callee, ("func", symbol))
    _enter(e, i, function, args, lambda: e.value(callee) if function.info.free else e.new("unset"))
    return True


def call_loaded(e: Emitter, i: Instr, load: Callable[[], Value], symbol: str, args: list[Value]) -> bool:
    """A call of a function that is no operand: `load` emits what gives it."""
    function = e.s.module.function(symbol)
    if not _is_direct(e, function, args) or function.info.free:
        return False
    e.fast("guard_function", load(), func=symbol)
    _enter(e, i, function, args, lambda: e.new("unset"))
    return True


def _is_direct(e: Emitter, function: Function, args: list[Value], n_given: int = 0) -> bool:
    """May the typed entry of a function be called with these arguments, after `n_given` others?"""
    signature = function.signature
    return signature is not None and len(signature) == len(args) + n_given and all(
        type_ == "value" or e.number(arg) == NUMBERS[type_] for arg, type_ in zip(args, signature[n_given:], strict=True))


def arguments(e: Emitter, function: Function, args: list[Value], n_given: int = 0) -> list[Value]:
    """The operands for the typed entry: unboxed ones first, since they may leave by guards."""
    assert function.signature is not None
    types = function.signature[n_given:]
    unboxed = {n: e.i64(arg) if type_ == "i64" else e.f64(arg) for n, (arg, type_) in enumerate(zip(args, types, strict=True)) if type_ != "value"}
    e.secure()
    return [unboxed[n] if n in unboxed else e.value(arg) for n, arg in enumerate(args)]


def _enter(e: Emitter, i: Instr, function: Function, args: list[Value], closure: Callable[[], Value]) -> Value:
    """A call with all arguments: in line where the function only reads, elsewhere direct. `closure` makes the function object if it is needed."""
    from molt.passes.specialise.inline import inline_call
    def call(operands: list[Value]) -> Value:
        return _direct(e, i, closure(), operands, e.s.module.symbol_of(function))
    result = inline_call(e, i, function, args, call)
    return result if result is not None else call(arguments(e, function, args))


def _direct(e: Emitter, i: Instr, f: Value, operands: list[Value], symbol: str) -> Value:
    """Emits a direct call with the edges of the instruction; its result is the instruction's."""
    e.secure()
    before = dict(e.known)
    made = e.op("call_direct", f, *operands, func=symbol, given=(), span=i.span)
    raise_edge(e, i, made, before)
    e.define(i.result, Known("value", made.result))
    return made.result


def construct(e: Emitter, i: Instr, load: Callable[[], Value], symbol: str, args: list[Value]) -> bool:
    """A new instance, and a direct call of its `__init__`. `load` gives the class."""
    prediction = e.s.module.predictions.get(symbol)
    if prediction is None or not prediction.constructible:
        return False
    function = _method_of(e, prediction, "__init__")
    if args and not prediction.exception if function is None else not _is_direct(e, function, args, 1):
        return False
    e.fast("guard_class", load(), cls=symbol)
    operands = arguments(e, function, args, 1) if function is not None else []
    e.secure()
    shown = [e.value(a) for a in args] if prediction.exception else []
    before = dict(e.known)
    made = e.op("new_exception", *shown, cls=symbol, span=i.span) if prediction.exception else e.op("new_instance", cls=symbol, span=i.span)
    raise_edge(e, i, made, before)
    if function is not None:
        f = _closure_of(e, function, prediction, "__init__")
        called = e.op("call_direct", f, made.result, *operands, func=e.s.module.symbol_of(function), given=(), span=i.span)
        raise_edge(e, i, called, before)
        checked = e.op("check_init", called.result, span=i.span)
        raise_edge(e, i, checked, before)
    e.define(i.result, Known("value", made.result))
    return True


def _method_of(e: Emitter, prediction: ClassPrediction, name: str) -> Function | None:
    """The function that a method of a predicted class is: the copy for the class, if there is one."""
    symbol = e.plan.hints.target(prediction.symbol, name) if name in dict(prediction.methods) else None
    return e.s.module.function(symbol) if symbol is not None else None


def _closure_of(e: Emitter, function: Function, prediction: ClassPrediction, name: str) -> Value:
    """The function object of a method, where its code needs it."""
    return e.new("own", e.new("method_ref", cls=prediction.symbol, method=name)) if function.info.free else e.new("unset")


def _methods_of(e: Emitter, predictions: list[ClassPrediction], name: str, args: list[Value]) -> dict[str, Function] | None:
    """The function that a method is, by class; None unless all of them can be called directly with the arguments."""
    functions: dict[str, Function] = {}
    for prediction in predictions:
        function = _method_of(e, prediction, name)
        if function is None or not _is_direct(e, function, args, 1) or function.signature[0] != "value":
            return None
        functions[prediction.symbol] = function
    return functions


def _call_each(e: Emitter, i: Instr, receiver: Value, predictions: list[ClassPrediction], call: Callable[[ClassPrediction], Value]) -> None:
    """Emits the call for the one class of the receiver, or for each of several."""
    if len(predictions) == 1:
        call(predictions[0])
    else:
        dispatch(e, i, receiver, predictions, call)


def call_method(e: Emitter, i: Instr, predictions: list[ClassPrediction], args: list[Value]) -> bool:
    """`receiver.name(...)` of instances of predicted classes."""
    receiver, name = i.operands[0], i.attrs["name"]
    functions = _methods_of(e, predictions, name, args)
    if functions is None:
        return False

    def call(prediction: ClassPrediction) -> Value:
        function = functions[prediction.symbol]
        guard_shape(e, receiver, expected(e, i, receiver, [prediction]))
        return _enter(e, i, function, [receiver, *args], lambda: _closure_of(e, function, prediction, name))
    _call_each(e, i, receiver, predictions, call)
    return True


def call_bound(e: Emitter, i: Instr, args: list[Value]) -> bool:
    """A call of a method that `getattr` left virtual: a receiver and a function object."""
    lookup = e.plan.definition[i.operands[0]]
    name = "__exit__" if lookup.name == "with_enter" else lookup.attrs["name"]
    me, function_object = e.get(i.operands[0]).parts
    predictions = e.plan.predicted(lookup.operands[0])
    functions = _methods_of(e, predictions, name, args)
    if functions is None:
        return False
    receiver = Value("value", "receiver")
    e.known[receiver] = me

    def call(prediction: ClassPrediction) -> Value:
        function = functions[prediction.symbol]
        if len(predictions) > 1:
            e.fast("guard_function", function_object.new, func=dict(prediction.methods)[name])
        return _enter(e, i, function, [receiver, *args], lambda: function_object.new if function.info.free else e.new("unset"))
    _call_each(e, i, receiver, predictions, call)
    return True


@rule("with_enter")
def _with_enter(e: Emitter, i: Instr) -> bool:
    """Enters an instance of a predicted class; its `__exit__` is bound to it virtually."""
    (manager,), (leave, entered) = i.operands, i.results
    predictions = predicted(e, manager)
    if e.plan.layout(leave)[0] != "bound" or len(predictions) != 1:
        return False
    (prediction,) = predictions
    guard_shape(e, manager, expected(e, i, manager, predictions))
    e.secure()
    receiver = e.value(manager)
    exit_function = e.new("own", e.new("method_ref", cls=prediction.symbol, method="__exit__"))
    before = dict(e.known)
    enter = _method_of(e, prediction, "__enter__")
    if enter is not None and _is_direct(e, enter, [], 1) and enter.signature == ("value",):
        made = e.op("call_direct", _closure_of(e, enter, prediction, "__enter__"), receiver, func=e.s.module.symbol_of(enter), given=(), span=i.span)
    else:
        function = e.new("own", e.new("method_ref", cls=prediction.symbol, method="__enter__"))
        made = e.op("call", function, receiver, kwnames=(), span=i.span)
    raise_edge(e, i, made, before)
    e.define(leave, Known("bound", parts=(Known("value", receiver), Known("value", exit_function))))
    e.define(entered, Known("value", made.result))
    return True


@rule("with_exit")
def _with_exit(e: Emitter, i: Instr) -> bool:
    """Leaves such an instance by an exception."""
    leave, error = i.operands
    if e.get(leave).rep != "bound":
        return False
    (prediction,) = e.plan.predicted(e.plan.definition[leave].operands[0])
    function = _method_of(e, prediction, "__exit__")
    if function is None or function.signature != ("value",) * 4:
        return False
    receiver, function_object = (part.new for part in e.get(leave).parts)
    kind, traceback = e.op("exception_info", e.value(error)).results
    result = _direct(e, i, function_object if function.info.free else e.new("unset"), [receiver, kind, e.value(error), traceback], e.s.module.symbol_of(function))
    before = dict(e.known)
    truth = e.op("truth", result, span=i.span)
    raise_edge(e, i, truth, before)
    e.define(i.result, Known("bool", truth.result))
    return True


def call_next(e: Emitter, i: Instr, args: list[Value]) -> bool:
    """`super().name(...)`: what it is for the class of `self`, which a guard on its shape shows."""
    receiver = i.operands[0]
    me = e.plan.definition[receiver].operands[2]
    predictions = predicted(e, me) if me in e.known else []
    if len(predictions) != 1:
        return False
    (prediction,) = predictions
    if i.attrs["name"] not in dict(prediction.methods):
        return False  # no change of it would void the prediction
    owners = [atom[1] for atom in e.plan.hints.types(receiver) if atom[0] == "super" and atom[2] == prediction.symbol]
    if len(owners) != 1:
        return False
    if prediction.exception and i.attrs["name"] == "__init__" and e.plan.hints.leaves_to_builtin(prediction.symbol, owners[0], "__init__"):
        return _init_exception(e, i, me, prediction, args)
    symbol = e.plan.hints.next_target(prediction.symbol, owners[0], i.attrs["name"])
    function = e.s.module.function(symbol) if symbol is not None else None
    if function is None or not _is_direct(e, function, args, 1) or function.info.free:
        return False
    guard_shape(e, me, expected(e, i, me, predictions))
    _enter(e, i, function, [me, *args], lambda: e.new("unset"))
    return True


def _init_exception(e: Emitter, i: Instr, me: Value, prediction: ClassPrediction, args: list[Value]) -> bool:
    """`super().__init__(...)` of a class that derives from a built-in exception."""
    guard_shape(e, me, expected(e, i, me, [prediction]))
    e.secure()
    operands = [e.value(a) for a in (me, *args)]
    before = dict(e.known)
    raise_edge(e, i, e.op("exception_init", *operands, span=i.span), before)
    e.define(i.result, Known("const", origin=e.none))
    return True


def call_operator(e: Emitter, i: Instr, name: str) -> bool:
    """An operator whose left operand is an instance that has the method for it, and whose right one has no say before it."""
    a, b = i.operands
    predictions = predicted(e, a)
    if len(predictions) != 1:
        return False
    (prediction,) = predictions
    function = _method_of(e, prediction, f"__{name}__")
    if function is None or not _is_direct(e, function, [b], 1) or function.info.free:
        return False
    if i.name != name and f"__{i.name}__" in dict(prediction.methods):
        return False
    number = e.number(b)
    if predicted(e, b) != predictions and number is None:
        return False
    guard_shape(e, a, whole(predictions))
    if number is None:
        guard_shape(e, b, whole(predictions))
    elif number == "int":
        e.i64(b)
    elif number == "float":
        e.f64(b)
    left, right = e.value(a), e.value(b)
    result = _enter(e, i, function, [a, b], lambda: e.new("unset"))
    if result.type != "value":
        return True
    before = dict(e.known)
    checked = e.op("check_implemented", result, left, right, op=i.name, span=i.span)
    raise_edge(e, i, checked, before)
    e.define(i.result, Known("value", checked.result))
    return True
