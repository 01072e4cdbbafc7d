"""Specialised code: guards on functions and classes of the program, and instances whose shape is known."""

from __future__ import annotations

from types import FunctionType, MemberDescriptorType
from typing import Any

from molt.interp.machine import Frame
from molt.interp.ops_typed import is_heap_object
from molt.interp.predicted import lookup
from molt.interp.table import LEAVE, framed, plain
from molt.ir.core import ClassPrediction

_BINARY_SYMBOLS = {"add": "+", "sub": "-", "mul": "*", "matmul": "@", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "** or pow()",
                   "lshift": "<<", "rshift": ">>", "and": "&", "or": "|", "xor": "^"}
_SYMBOLS = _BINARY_SYMBOLS | {"i" + name: symbol.split(" ")[0] + "=" for name, symbol in _BINARY_SYMBOLS.items()}


@framed("guard_function")
def guard_function(frame: Frame, attrs: dict[str, Any], v: Any) -> Any:
    made_from = type(v) is FunctionType and v.__code__ is frame.module.stub_code(attrs["func"])
    return None if made_from else LEAVE


@framed("guard_class")
def guard_class(frame: Frame, attrs: dict[str, Any], v: Any) -> Any:
    cls = frame.module.predicted.current(attrs["cls"])
    return None if cls is not None and v is cls else LEAVE


@framed("guard_shape")
def guard_shape(frame: Frame, attrs: dict[str, Any], v: Any) -> Any:
    predicted = frame.module.predicted
    for body, count in attrs["shapes"]:
        cls = predicted.current(body)
        if cls is not None and type(v) is cls and _has_shape(v, predicted.prediction_of(cls), count):
            return v
    return LEAVE


def _has_shape(v: Any, prediction: ClassPrediction, count: int) -> bool:
    done = prediction.steps[:count]
    return (tuple(getattr(v, "__dict__", ())) == done[len(prediction.members):]
            and all(type(_slot_value(v, name)) is float for name in prediction.floats if name in done))


@framed("method_ref")
def method_ref(frame: Frame, attrs: dict[str, Any]) -> Any:
    cls = frame.module.predicted.current(attrs["cls"])
    assert cls is not None, f"no guard on class {attrs['cls']}"
    return lookup(cls, attrs["method"])


@framed("new_instance")
def new_instance(frame: Frame, attrs: dict[str, Any]) -> Any:
    cls = frame.module.predicted.current(attrs["cls"])
    assert cls is not None, f"no guard on class {attrs['cls']}"
    return object.__new__(cls)


@framed("new_exception")
def new_exception(frame: Frame, attrs: dict[str, Any], *args: Any) -> Any:
    cls = frame.module.predicted.current(attrs["cls"])
    assert cls is not None, f"no guard on class {attrs['cls']}"
    return cls.__new__(cls, *args)


@framed("exception_info")
def exception_info(frame: Frame, attrs: dict[str, Any], e: BaseException) -> tuple[Any, Any]:
    return type(e), e.__traceback__


@plain("exception_init")
def exception_init(o: BaseException, *args: Any) -> None:
    BaseException.__init__(o, *args)


@plain("check_init")
def check_init(v: Any) -> None:
    if v is not None:
        raise TypeError(f"__init__() should return None, not '{type(v).__name__}'")


@framed("check_implemented")
def check_implemented(frame: Frame, attrs: dict[str, Any], r: Any, a: Any, b: Any) -> Any:
    """The operator done over would call the method again, so the error is made here."""
    if r is NotImplemented:
        raise TypeError(f"unsupported operand type(s) for {_SYMBOLS[attrs['op']]}: '{type(a).__name__}' and '{type(b).__name__}'")
    return r


@framed("slot_load")
def slot_load(frame: Frame, attrs: dict[str, Any], o: Any) -> Any:
    return _slot_value(o, _slot_name(frame, attrs, o))


@framed("slot_load_f64")
def slot_load_f64(frame: Frame, attrs: dict[str, Any], o: Any) -> float:
    value = _slot_value(o, _slot_name(frame, attrs, o))
    assert type(value) is float, f"no guard on {value!r}"
    return value


@framed("slot_store", "slot_store_f64")
def slot_store(frame: Frame, attrs: dict[str, Any], o: Any, x: Any) -> None:
    setattr(o, _slot_name(frame, attrs, o), x)


@framed("slot_store_plain")
def slot_store_plain(frame: Frame, attrs: dict[str, Any], o: Any, x: Any) -> Any:
    name = _slot_name(frame, attrs, o)
    old = _slot_value(o, name)
    if old is not LEAVE and is_heap_object(old):
        return LEAVE
    setattr(o, name, x)
    return None


@framed("slot_add")
def slot_add(frame: Frame, attrs: dict[str, Any], o: Any, x: Any) -> Any:
    prediction = frame.module.predicted.prediction_of(type(o))
    name = prediction.steps[attrs["count"]]
    assert prediction.slot(name) == attrs["index"] and name not in o.__dict__, name
    assert name not in prediction.floats or type(x) is float, f"{name} = {x!r}"
    setattr(o, name, x)
    return o


@framed("slot_add_f64")
def slot_add_f64(frame: Frame, attrs: dict[str, Any], o: Any, x: float) -> Any:
    return o if slot_store_plain(frame, attrs, o, x) is None else LEAVE


def _slot_name(frame: Frame, attrs: dict[str, Any], o: Any) -> str:
    prediction = frame.module.predicted.prediction_of(type(o))
    return (prediction.slots + prediction.names)[attrs["index"]]


def _slot_value(o: Any, name: str) -> Any:
    """LEAVE when it is unset; a class attribute of that name does not count."""
    attributes = getattr(o, "__dict__", ())
    if name in attributes:
        return attributes[name]
    return getattr(o, name, LEAVE) if type(lookup(type(o), name)) is MemberDescriptorType else LEAVE
