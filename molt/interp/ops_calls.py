"""Functions, classes and calls.

The function of a call op only prepares the call: it leaves the arguments in the
frame and gives what to call. The machine makes the call, so that nothing but the
callee holds the arguments.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from types import CellType, FunctionType, MethodType
from typing import Any

from molt.interp.machine import Frame
from molt.interp.table import UNSET, framed, plain
from molt.tables.runtime import c_callables

_METHOD_DESCRIPTOR = 1 << 17  # Py_TPFLAGS_METHOD_DESCRIPTOR
# The built-in classes whose attribute lookup is the generic one each have a wrapper of their own for it.
_GENERIC_GETATTR = frozenset(cls.__getattribute__ for cls in (
    object, BaseException, bytearray, bytes, complex, dict, float, frozenset, int, list, set, str, tuple))


@framed("call")
def call(frame: Frame, attrs: dict[str, Any], f: Any, *args: Any) -> Any:
    if type(f) is MethodType:
        _pass(frame, attrs["kwnames"], [f.__self__, *args])
        return f.__func__
    _pass(frame, attrs["kwnames"], [*args])
    return f


@framed("call_method")
def call_method(frame: Frame, attrs: dict[str, Any], o: Any, *args: Any) -> Any:
    function = _plain_method(o, attrs["name"])
    if function is None:
        frame.at_lookup = True
        function = getattr(o, attrs["name"])
        frame.at_lookup = False
        _pass(frame, attrs["kwnames"], [*args])
        return function
    _pass(frame, attrs["kwnames"], [o, *args])
    return function


@framed("call_ex")
def call_ex(frame: Frame, attrs: dict[str, Any], f: Any, args: tuple[Any, ...], kwargs: Any) -> Any:
    if not hasattr(type(args), "__iter__") and not hasattr(type(args), "__getitem__"):
        raise TypeError(f"{_function_text(f)} argument after * must be an iterable, not {type(args).__name__}")
    frame.arguments = [f.__self__, *args] if type(f) is MethodType else [*args]
    frame.keywords = None if kwargs is UNSET else kwargs
    return f.__func__ if type(f) is MethodType else f


@framed("call_direct")
def call_direct(frame: Frame, attrs: dict[str, Any], f: Any, *args: Any) -> Any:
    """The arguments are the parameters, those for `*` and `**` as a tuple and a dict."""
    symbol = attrs["func"]
    info = frame.module.module.function(symbol).info
    split = info.n_positional + info.n_keyword_only
    rest = [*args[split:]]
    frame.arguments = [*args[:info.n_positional], *(rest.pop(0) if info.has_varargs else ())]
    named = zip(info.params[info.n_positional:split], args[info.n_positional:split], strict=True)
    frame.keywords = {**dict(named), **(rest.pop() if info.has_varkw else {})}
    if f is not UNSET and f.__code__ is frame.module.stub_code(symbol):
        return f
    return _code_of(frame, symbol, f)


def _code_of(frame: Frame, symbol: str, f: Any) -> FunctionType:
    """A function that needs nothing of its function object, or a copy of f's for a class that inherits it, over the same cells."""
    owner, own = frame.module.owner(symbol)
    assert owner is not None, f"no guard on {symbol}"
    if f is UNSET:
        return owner.make_function(own)
    assert f.__code__ is frame.module.stub_code(symbol.partition("@")[0]), f"{f} is not made from {symbol}"
    cells = dict(zip(f.__code__.co_freevars, f.__closure__, strict=True))
    return owner.make_function(own, f.__defaults__, tuple(cells[name] for name in owner.module.functions[own].info.free))


@framed("call_c")
def call_c(frame: Frame, attrs: dict[str, Any], self: Any, *args: Any) -> Any:
    """The host's function of the same name: a method of self's built-in type, or a function of a module, which has no use for self."""
    declared = c_callables()[attrs["symbol"]]
    if declared.kind == "FUNCTION":
        frame.arguments = [*args]
        return getattr(importlib.import_module(declared.owner), declared.name)
    frame.arguments = [self, *args]
    return getattr(type(self), declared.name)


def _function_text(f: Any) -> str:
    """How messages name a function; Objects/object.c _PyObject_FunctionStr."""
    name = getattr(f, "__qualname__", None)
    if name is None:
        return str(f)
    module = getattr(f, "__module__", None)
    return f"{name}()" if module in (None, "builtins") else f"{module}.{name}()"


def _pass(frame: Frame, kwnames: tuple[str, ...], args: list[Any]) -> None:
    if kwnames:
        split = len(args) - len(kwnames)
        frame.keywords = dict(zip(kwnames, args[split:], strict=True))
        del args[split:]
    frame.arguments = args


def _plain_method(o: Any, name: str) -> Callable[..., Any] | None:
    """The function that `o.name(...)` calls with o, where no bound method is needed (CPython's _PyObject_GetMethod).

    Calling it directly keeps the call from passing through the host's C code,
    and errors name the class that defines the method.
    """
    cls = type(o)
    if cls.__getattribute__ not in _GENERIC_GETATTR:
        return None
    for base in cls.__mro__:
        if name in base.__dict__:
            found = base.__dict__[name]
            if not type(found).__flags__ & _METHOD_DESCRIPTOR or name in getattr(o, "__dict__", ()):
                return None
            return found
    return None


@framed("make_function")
def make_function(frame: Frame, attrs: dict[str, Any], defaults: Any, kwdefaults: Any, annotations: Any,
                  *cells: CellType) -> FunctionType:
    function = frame.module.make_function(attrs["func"], defaults, cells)
    function.__kwdefaults__ = kwdefaults
    if annotations is not UNSET:
        function.__annotations__ = annotations
    return function


@plain("class_bases")
def class_bases(bases: tuple[Any, ...]) -> tuple[Any, ...]:
    """PEP 560; Python/bltinmodule.c update_bases."""
    resolved: list[Any] = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            resolved.append(base)
            continue
        replacement = base.__mro_entries__(bases)
        if not isinstance(replacement, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved += replacement
    return tuple(resolved) if len(resolved) != len(bases) or any(map(_differ, resolved, bases)) else bases


def _differ(a: Any, b: Any) -> bool:
    return a is not b


@plain("class_prepare")
def class_prepare(name: str, bases: tuple[Any, ...], kwargs: Any) -> Any:
    """PEP 3115; Python/bltinmodule.c builtin___build_class__."""
    metaclass, keywords = _metaclass(bases, kwargs)
    prepare = getattr(metaclass, "__prepare__", None)
    if prepare is None:
        return {}
    namespace = prepare(name, bases, **keywords)
    if not hasattr(namespace, "__getitem__"):
        owner = metaclass.__name__ if isinstance(metaclass, type) else "<metaclass>"
        raise TypeError(f"{owner}.__prepare__() must return a mapping, not {type(namespace).__name__}")
    return namespace


@framed("class_create")
def class_create(frame: Frame, attrs: dict[str, Any], name: str, bases: tuple[Any, ...], ns: Any, kwargs: Any, cell: Any) -> Any:
    metaclass, keywords = _metaclass(bases, kwargs)
    if cell is not UNSET:
        ns["__classcell__"] = cell
    cls = metaclass(name, bases, ns, **keywords)
    if cell is not UNSET and isinstance(cls, type):
        _check_class_cell(cls, name, cell)
    frame.module.predicted.class_made(attrs["body"], cls)
    return cls


def _metaclass(bases: tuple[Any, ...], kwargs: Any) -> tuple[Callable[..., Any], dict[str, Any]]:
    keywords = {} if kwargs is UNSET else dict(kwargs)
    default = type(bases[0]) if bases else type
    metaclass = keywords.pop("metaclass", default)
    return (_most_derived(metaclass, bases) if isinstance(metaclass, type) else metaclass), keywords


def _most_derived(metaclass: type, bases: tuple[Any, ...]) -> type:
    """Objects/typeobject.c _PyType_CalculateMetaclass."""
    winner = metaclass
    for base in bases:
        candidate = type(base)
        if candidate in winner.__mro__:
            continue
        if winner not in candidate.__mro__:
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                            "metaclasses of all its bases")
        winner = candidate
    return winner


def _check_class_cell(cls: type, name: str, cell: CellType) -> None:
    content = _content_or_unset(cell)
    if content is UNSET:
        raise RuntimeError(f"__class__ not set defining {name!r} as {cls!r}. Was __classcell__ propagated to type.__new__?")
    if content is not cls:
        raise TypeError(f"__class__ set to {content!r} defining {name!r} as {cls!r}")


def _content_or_unset(cell: CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:
        return UNSET
