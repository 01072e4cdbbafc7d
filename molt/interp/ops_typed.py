"""Specialised code: unboxed numbers, guards on built-in types, and containers whose type is known.

An `i64` is a host int, an `f64` a host float, a `ref` the object itself. What
leaves by `slow` here is what leaves by it in compiled code, as far as that can
be seen; so both take the same way through specialised code.
"""

from __future__ import annotations

import builtins
import itertools
import math
import operator
import sys
from collections.abc import Callable
from types import BuiltinFunctionType, CellType, FunctionType, GeneratorType, MethodType, ModuleType
from typing import Any

from molt.interp.machine import Frame
from molt.interp.table import LEAVE, framed, plain
from molt.tables.ops import COMPARE
from molt.tables.runtime import c_modules

_SMALL_INT = 1 << 47  # of that magnitude ints of 48 bits end
_I64 = 1 << 63
_EXACT_FLOAT = 1 << 53  # up to here every int is a float
_FLOAT_TO_INT = 2.0 ** 62
_LARGEST_SHIFT = 62

_TAG_TYPES = {
    **{cls.__name__: cls for cls in (int, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice)},
    "function": FunctionType, "builtin": BuiltinFunctionType, "method": MethodType, "cell": CellType, "class": type,
    "module": ModuleType, "generator": GeneratorType,
}
HEAP_TYPE = 1 << 9  # Py_TPFLAGS_HEAPTYPE: the class was made by Python code
_PLAIN_KEYS = (str, int, float, bool, type(None))
_PLAIN_TYPES = (float, bool, type(None), type(Ellipsis), type(NotImplemented))


# The functions of the modules in C as they are before the program can change them.
_ORIGINALS = {("math", name): getattr(math, name, None) for name in c_modules()["math"]}


def fast(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Registers a function of the operands, for an op with a `slow` edge."""
    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        framed(*names)(lambda frame, attrs, *operands: function(*operands))
        return function
    return register


def is_small_int(v: Any) -> bool:
    return type(v) is int and -_SMALL_INT <= v < _SMALL_INT


def is_heap_object(v: Any) -> bool:
    """Is v a pointer in compiled code? All else is in the Value itself."""
    return type(v) not in _PLAIN_TYPES and not is_small_int(v)


def _is_i64(n: int) -> bool:
    return -_I64 <= n < _I64


def _fitting(n: int) -> Any:
    """n, or LEAVE where it needs more than 64 bits."""
    return n if _is_i64(n) else LEAVE


def _known_i64(n: int) -> int:
    assert _is_i64(n), n
    return n


# Representations.

@framed("const_i64", "const_f64")
def const(frame: Frame, attrs: dict[str, Any]) -> Any:
    return attrs["value"]


@plain("own", "box_f64")
def same(v: Any) -> Any:
    return v


plain("box_i64")(_known_i64)


@plain("box_small")
def box_small(a: int) -> int:
    assert is_small_int(a), a
    return a


plain("bool_to_i64")(int)
plain("i64_to_f64")(float)


@plain("trust_f64")
def trust_f64(v: Any) -> float:
    """Where compiled code gives any number, this gives NaN."""
    return float(v) if type(v) is float or is_small_int(v) else math.nan


plain("trust_bool")(lambda v: v is True)


@fast("to_i64")
def to_i64(v: Any) -> Any:
    return v if is_small_int(v) else LEAVE


@fast("to_f64")
def to_f64(v: Any) -> Any:
    return v if type(v) is float else LEAVE


@fast("to_bool")
def to_bool(v: Any) -> Any:
    return v if type(v) is bool else LEAVE


@fast("i64_to_f64_exact")
def i64_to_f64_exact(a: int) -> Any:
    return float(a) if -_EXACT_FLOAT <= a <= _EXACT_FLOAT else LEAVE


@fast("f64_to_i64")
def f64_to_i64(a: float) -> Any:
    return int(a) if -_FLOAT_TO_INT <= a <= _FLOAT_TO_INT else LEAVE


# Guards give LEAVE or nothing.

@framed("guard_tag")
def guard_tag(frame: Frame, attrs: dict[str, Any], v: Any) -> Any:
    return None if type(v) is _TAG_TYPES[attrs["tag"]] else LEAVE


@framed("type_test")
def type_test(frame: Frame, attrs: dict[str, Any], v: Any) -> Any:
    if type(v).__flags__ & HEAP_TYPE:
        return LEAVE
    return isinstance(v, getattr(builtins, attrs["tag"]))


@framed("guard_count")
def guard_count(frame: Frame, attrs: dict[str, Any], v: tuple[Any, ...]) -> Any:
    return None if len(v) == attrs["n"] else LEAVE


# Arithmetic.

for _name in ("add", "sub", "mul"):
    fast("i64_" + _name)(lambda a, b, operate=getattr(operator, _name): _fitting(operate(a, b)))
    plain("f64_" + _name)(getattr(operator, _name))
for _name in ("floordiv", "mod"):
    fast("i64_" + _name)(lambda a, b, operate=getattr(operator, _name): _fitting(operate(a, b)) if b else LEAVE)
for _name in ("truediv", "floordiv", "mod"):
    fast("f64_" + _name)(lambda a, b, operate=getattr(operator, _name): operate(a, b) if b else LEAVE)
for _name in ("and", "or", "xor"):
    plain("i64_" + _name)(getattr(operator, _name if _name == "xor" else _name + "_"))
for _name in COMPARE:
    plain("i64_" + _name)(getattr(operator, _name))
    plain("f64_" + _name)(getattr(operator, _name))
plain("i64_invert")(operator.invert)
plain("i64_min")(min)
plain("i64_max")(max)
plain("f64_neg")(operator.neg)
plain("f64_abs")(abs)


@fast("i64_truediv")
def i64_truediv(a: int, b: int) -> Any:
    return a / b if b and max(abs(a), abs(b)) <= _EXACT_FLOAT else LEAVE


@fast("i64_pow")
def i64_pow(a: int, b: int) -> Any:
    if b < 0 or (abs(a) > 1 and b > 63):
        return LEAVE
    return _fitting(a ** b)


@fast("i64_lshift")
def i64_lshift(a: int, b: int) -> Any:
    return _fitting(a << b) if 0 <= b <= _LARGEST_SHIFT else LEAVE


@fast("i64_rshift")
def i64_rshift(a: int, b: int) -> Any:
    return a >> b if b >= 0 else LEAVE


@fast("i64_neg")
def i64_neg(a: int) -> Any:
    return _fitting(-a)


@fast("i64_abs")
def i64_abs(a: int) -> Any:
    return _fitting(abs(a))


@plain("i64_udiv")
def i64_udiv(a: int, b: int) -> int:
    assert a >= 0 and b > 0, (a, b)
    return a // b


@plain("i64_urem")
def i64_urem(a: int, b: int) -> int:
    assert a >= 0 and b > 0, (a, b)
    return a % b


@plain("i64_step")
def i64_step(a: int, b: int) -> int:
    return _known_i64(a + b)


@fast("f64_pow")
def f64_pow(a: float, b: float) -> Any:
    try:
        result = a ** b
    except (ZeroDivisionError, OverflowError):
        return LEAVE
    return result if type(result) is float else LEAVE


@fast("f64_sqrt")
def f64_sqrt(a: float) -> Any:
    return LEAVE if a < 0 else math.sqrt(a)


@framed("f64_math")
def f64_math(frame: Frame, attrs: dict[str, Any], *args: float) -> Any:
    try:
        result = getattr(math, attrs["name"])(*args)
    except (ValueError, OverflowError):
        return LEAVE
    return result if math.isfinite(result) else LEAVE


def _whole(operate: Callable[[float], int]) -> Callable[[float], float]:
    return lambda a: math.copysign(operate(a), a) if math.isfinite(a) else a


plain("f64_floor")(_whole(math.floor))
plain("f64_ceil")(_whole(math.ceil))


# Containers.

plain("list_len", "tuple_len", "str_len", "dict_len", "set_len")(len)
plain("str_eq")(operator.eq)
plain("str_lt")(operator.lt)
plain("str_add")(operator.add)
plain("str_add_last")(operator.add)
plain("str_has")(operator.contains)
plain("to_str", "int_to_str")(str)
plain("str_to_int")(int)
plain("str_to_float")(float)


@plain("str_slice", "list_slice")
def sequence_slice(v: Any, start: int, stop: int) -> Any:
    return v[start:stop]


@fast("list_pop")
def list_pop(v: list[Any], i: int) -> Any:
    return v.pop(i) if -len(v) <= i < len(v) else LEAVE


@fast("list_item", "tuple_item")
def sequence_item(v: Any, i: int) -> Any:
    return v[i] if -len(v) <= i < len(v) else LEAVE


@fast("list_set")
def list_set(v: list[Any], i: int, x: Any) -> Any:
    if not -len(v) <= i < len(v):
        return LEAVE
    v[i] = x
    return None


@fast("list_set_plain")
def list_set_plain(v: list[Any], i: int, x: Any) -> Any:
    if not -len(v) <= i < len(v) or is_heap_object(v[i]):
        return LEAVE
    v[i] = x
    return None


@framed("list_holds")
def list_holds(frame: Any, attrs: dict[str, Any], v: Any, start: int, stop: int) -> bool:
    first, end = start + attrs["before"], stop + attrs["after"]
    if type(v) is not list or start >= stop or first < 0 or end > len(v):
        return False
    match attrs["of"]:
        case "float":
            return all(type(item) is float for item in v[first:end])
        case "int":
            return all(type(item) is int and -_SMALL_INT <= item < _SMALL_INT for item in v[first:end])
    return all(type(item) is bool for item in v[first:end])


plain("list_f64", "list_i64", "list_bool")(operator.getitem)
plain("list_put_f64")(operator.setitem)


@fast("str_item")
def str_item(v: str, i: int) -> Any:
    return v[i] if v.isascii() and -len(v) <= i < len(v) else LEAVE


@fast("str_ord")
def str_ord(v: str) -> Any:
    return ord(v) if len(v) == 1 and v.isascii() else LEAVE


@fast("dict_item")
def dict_item(v: dict[Any, Any], k: Any) -> Any:
    """Keys of these types are found without running code of the program, unless another key runs its `__eq__`."""
    return v.get(k, LEAVE) if _is_plain_key(k) else LEAVE


@fast("dict_item_or_raise")
def dict_item_or_raise(v: dict[Any, Any], k: Any) -> Any:
    return v[k] if _is_plain_key(k) else LEAVE


@fast("dict_get")
def dict_get(v: dict[Any, Any], k: Any, default: Any) -> Any:
    return v.get(k, default) if _is_plain_key(k) else LEAVE


@fast("dict_has", "set_has")
def has(v: dict[Any, Any] | set[Any], k: Any) -> Any:
    return k in v if _is_plain_key(k) else LEAVE


def _is_plain_key(k: Any) -> bool:
    return type(k) in _PLAIN_KEYS or type(k) is tuple and all(type(part) in _PLAIN_KEYS for part in k)


@fast("dict_item_of")
def dict_item_of(v: dict[Any, Any], *parts: Any) -> Any:
    return v.get(parts, LEAVE) if _is_plain_key(parts) else LEAVE


@fast("dict_get_of")
def dict_get_of(v: dict[Any, Any], default: Any, *parts: Any) -> Any:
    return v.get(parts, default) if _is_plain_key(parts) else LEAVE


@fast("dict_has_of", "set_has_of")
def has_of(v: dict[Any, Any] | set[Any], *parts: Any) -> Any:
    return parts in v if _is_plain_key(parts) else LEAVE


@fast("list_has", "tuple_has")
def sequence_has(v: list[Any] | tuple[Any, ...], k: Any) -> Any:
    """Items up to the one that is found are compared, by their own `__eq__`."""
    if type(k) not in _PLAIN_KEYS:
        return LEAVE
    for item in v:
        if item is k:
            return True
        if type(item) not in _PLAIN_KEYS:
            return LEAVE
        if item == k:
            return True
    return False


# The place of an item of a dict or set is its number among the items here.

@framed("dict_seek")
def dict_seek(frame: Frame, attrs: dict[str, Any], v: dict[Any, Any], i: int) -> int:
    return _seek(frame, v, i, v.items())


@framed("set_seek")
def set_seek(frame: Frame, attrs: dict[str, Any], v: set[Any], i: int) -> int:
    return _seek(frame, v, i, v)


def _seek(frame: Frame, v: Any, i: int, iterable: Any) -> int:
    place, items, _ = frame.walks.pop(id(v), (-1, None, None))
    if place != i:
        items = itertools.islice(iterable, i, None)
    for item in items:
        frame.walks[id(v)] = (i + 1, items, item)
        return i
    return -1


def _item_at(frame: Frame, v: Any, i: int) -> Any:
    place, _, item = frame.walks[id(v)]
    assert place == i + 1, "the place that was sought last"
    return item


@framed("dict_key")
def dict_key(frame: Frame, attrs: dict[str, Any], v: dict[Any, Any], i: int) -> Any:
    return _item_at(frame, v, i)[0]


@framed("dict_value")
def dict_value(frame: Frame, attrs: dict[str, Any], v: dict[Any, Any], i: int) -> Any:
    return _item_at(frame, v, i)[1]


@framed("set_item")
def set_item(frame: Frame, attrs: dict[str, Any], v: set[Any], i: int) -> Any:
    return _item_at(frame, v, i)


# Parts of loops as objects.

plain("box_range")(range)


@plain("box_range_iter")
def box_range_iter(at: int, stop: int, step: int) -> Any:
    return iter(range(at, stop, step))


@plain("box_list_iter")
def box_list_iter(l: list[Any], i: int) -> Any:
    iterator = iter(l)
    iterator.__setstate__(i)
    return iterator


@plain("box_str_iter", "box_tuple_iter")
def box_sequence_iter(v: Any, i: int) -> Any:
    iterator = iter(v)
    iterator.__setstate__(i)
    return iterator


@framed("box_dict_view")
def box_dict_view(frame: Frame, attrs: dict[str, Any], d: dict[Any, Any]) -> Any:
    return getattr(d, attrs["name"])()


@framed("box_dict_iter")
def box_dict_iter(frame: Frame, attrs: dict[str, Any], d: dict[Any, Any], i: int, used: int, left: int) -> Any:
    """Where the dict has changed its size, an iterator that fails as the host's does."""
    frame.walks.pop(id(d), None)
    iterator = iter(getattr(d if len(d) == used else {None: None}, attrs["view"])())
    for _ in range(i):
        next(iterator, None)
    if len(d) != used:
        failing = {None: None}
        iterator = iter(failing)
        failing[0] = None
    return iterator


@framed("box_set_iter")
def box_set_iter(frame: Frame, attrs: dict[str, Any], s: set[Any], i: int, used: int) -> Any:
    frame.walks.pop(id(s), None)
    iterator = iter(s if len(s) == used else {None})
    for _ in range(i):
        next(iterator, None)
    if len(s) != used:
        failing = {None}
        iterator = iter(failing)
        failing.add(0)
    return iterator


@plain("box_enumerate")
def box_enumerate(it: Any, n: int) -> Any:
    return enumerate(it, n)


@plain("box_zip")
def box_zip(*its: Any) -> Any:
    return zip(*its)


@plain("box_slice")
def box_slice(start: Any, stop: Any) -> slice:
    return slice(start, stop)


@plain("bind_method")
def bind_method(o: Any, f: Any) -> Any:
    return MethodType(f, o)


@framed("box_method")
def box_method(frame: Frame, attrs: dict[str, Any], o: Any) -> Any:
    return getattr(o, attrs["name"])


@plain("box_tuple")
def box_tuple(*items: Any) -> tuple[Any, ...]:
    return items


# Names and parameters.

@framed("global_ref")
def global_ref(frame: Frame, attrs: dict[str, Any]) -> Any:
    return frame.module.globals.get(attrs["name"], LEAVE)


@framed("module_ref")
def module_ref(frame: Frame, attrs: dict[str, Any], m: Any) -> Any:
    return getattr(m, attrs["name"], LEAVE) if m is sys.modules.get(attrs["module"]) else LEAVE


@framed("guard_builtin")
def guard_builtin(frame: Frame, attrs: dict[str, Any], v: Any) -> Any:
    return None if v is _ORIGINALS.get((attrs["module"], attrs["name"])) else LEAVE


@fast("guard_depth")
def guard_depth() -> None:
    """The host counts its own levels."""


@framed("entry_is_typed")
def entry_is_typed(frame: Frame, attrs: dict[str, Any]) -> bool:
    return False  # all calls arrive as the host makes them, with objects


@framed("param_value")
def param_value(frame: Frame, attrs: dict[str, Any]) -> Any:
    return frame.take_parameter(attrs["index"])


@framed("param_i64", "param_f64")
def param_unboxed(frame: Frame, attrs: dict[str, Any]) -> Any:
    raise AssertionError("a parameter of the typed entry, and the generic one was called")
