"""Constants, operators, attributes, items, containers and iteration."""

from __future__ import annotations

import builtins
import operator
from collections.abc import Callable
from functools import cache
from typing import Any

from molt.interp.machine import Frame
from molt.interp.table import LEAVE, UNSET, framed, plain
from molt.tables.ops import BINARY, COMPARE

_OPERATORS = {"and": "and_", "or": "or_"}
for _name in BINARY:
    plain(_name)(getattr(operator, _OPERATORS.get(_name, _name)))
    plain("i" + _name)(getattr(operator, "i" + _name))
plain("add_last")(operator.add)
for _name in COMPARE:
    plain(_name)(getattr(operator, _name))
for _name in ("neg", "pos", "invert", "truth", "getitem", "setitem", "delitem"):
    plain(_name)(getattr(operator, _name))
plain("is")(operator.is_)
plain("not")(operator.not_)
plain("box_bool")(bool)
plain("iter")(iter)
plain("build_slice")(slice)


@framed("const")
def const(frame: Frame, attrs: dict[str, Any]) -> Any:
    return attrs["value"]


@plain("unset")
def unset() -> Any:
    return UNSET


@plain("in")
def contains(item: Any, container: Any) -> bool:
    return operator.contains(container, item)


@framed("getattr")
def get_attribute(frame: Frame, attrs: dict[str, Any], o: Any) -> Any:
    return getattr(o, attrs["name"])


@framed("setattr")
def set_attribute(frame: Frame, attrs: dict[str, Any], o: Any, v: Any) -> None:
    setattr(o, attrs["name"], v)


@framed("delattr")
def delete_attribute(frame: Frame, attrs: dict[str, Any], o: Any) -> None:
    delattr(o, attrs["name"])


@plain("build_list")
def build_list(*items: Any) -> list[Any]:
    return [*items]


@plain("build_tuple")
def build_tuple(*items: Any) -> tuple[Any, ...]:
    return items


@plain("build_set")
def build_set(*items: Any) -> set[Any]:
    return {*items}


@plain("build_dict")
def build_dict(*items: Any) -> dict[Any, Any]:
    result = {}
    for key, value in zip(items[::2], items[1::2], strict=True):
        result[key] = value
    return result


@plain("build_string")
def build_string(*items: str) -> str:
    return "".join(items)


_CONVERSIONS: dict[str, Callable[[Any], Any]] = {"s": str, "r": repr, "a": ascii}


@framed("format")
def format_field(frame: Frame, attrs: dict[str, Any], v: Any, spec: Any) -> str:
    if attrs["conversion"]:
        v = _CONVERSIONS[attrs["conversion"]](v)
    return format(v, "" if spec is UNSET else spec)


@plain("list_append")
def list_append(l: list[Any], v: Any) -> None:
    l.append(v)


@plain("list_extend")
def list_extend(l: list[Any], it: Any) -> None:
    l.extend([*it])  # the display gives the display's messages


@plain("list_to_tuple")
def list_to_tuple(l: list[Any]) -> tuple[Any, ...]:
    return tuple(l)


@plain("set_add")
def set_add(s: set[Any], v: Any) -> None:
    s.add(v)


@plain("set_update")
def set_update(s: set[Any], it: Any) -> None:
    s.update(it)


@plain("dict_set")
def dict_set(d: dict[Any, Any], k: Any, v: Any) -> None:
    d[k] = v


@plain("dict_update")
def dict_update(d: dict[Any, Any], m: Any) -> None:
    d.update({**m})  # as above; dict.update alone would take pairs too


@plain("dict_merge")
def dict_merge(d: dict[str, Any], m: Any, f: Any) -> None:
    """`f(**d, **m)`: Python/ceval.c format_kwargs_error words the errors."""
    if not hasattr(m, "keys"):
        raise TypeError(f"{_function_text(f)} argument after ** must be a mapping, not {type(m).__name__}")
    for key in m.keys():
        if key in d:
            raise TypeError(f"{_function_text(f)} got multiple values for keyword argument {key!r}"
                            if isinstance(key, str) else "keywords must be strings")
        d[key] = m[key]


def _function_text(f: Any) -> str:
    """What CPython's _PyObject_FunctionStr gives."""
    qualname = getattr(f, "__qualname__", None)
    if qualname is None:
        return str(f)
    module = getattr(f, "__module__", None)
    if module is not None and module != "builtins":
        return f"{module}.{qualname}()"
    return f"{qualname}()"


@framed("next", "resume_next")
def advance(frame: Frame, attrs: dict[str, Any], it: Any) -> Any:
    return next(it, LEAVE)


@framed("unpack")
def unpack(frame: Frame, attrs: dict[str, Any], v: Any) -> Any:
    return _unpacker(attrs["n_results"], None)(v)


@framed("unpack_ex")
def unpack_ex(frame: Frame, attrs: dict[str, Any], v: Any) -> Any:
    return _unpacker(attrs["n_results"], attrs["before"])(v)


@cache
def _unpacker(n_results: int, starred: int | None) -> Callable[[Any], tuple[Any, ...]]:
    """A host function that unpacks, so that the messages are the host's."""
    names = [f"v{index}" for index in range(n_results)]
    targets = ["*" * (index == starred) + name for index, name in enumerate(names)]
    result = names[0] if n_results == 1 else f"[{', '.join(names)}]"
    text = f"def unpack(v):\n    [{', '.join(targets)}] = v\n    return {result}\n"
    namespace: dict[str, Any] = {"__name__": __name__, "__builtins__": builtins}
    exec(compile(text, __file__, "exec"), namespace)
    return namespace["unpack"]
