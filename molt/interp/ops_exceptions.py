"""Exceptions, context managers, generators, and the ops that only say how long values live.

`catch`, `uncatch` and `yield` are the machine's (`molt.interp.machine`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from molt.interp import tracebacks
from molt.interp.machine import Frame
from molt.interp.table import LEAVE, UNSET, framed, plain


@plain("exc_match")
def exc_match(e: BaseException, cls: Any) -> bool:
    """Python/ceval.c check_except_type_valid and PyErr_GivenExceptionMatches: by the MRO, without __subclasscheck__."""
    classes = cls if isinstance(cls, tuple) else (cls,)
    for candidate in classes:
        if not (isinstance(candidate, type) and BaseException in candidate.__mro__):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
    mro = type(e).__mro__
    return any(candidate in mro for candidate in classes)


@plain("raise")
def raise_(e: Any, cause: Any) -> None:
    if cause is UNSET:
        raise e
    raise e from cause


@framed("raise_current")
def raise_current(frame: Frame, attrs: dict[str, Any]) -> None:
    frame.pending = sys.exception()
    raise


@framed("reraise")
def reraise(frame: Frame, attrs: dict[str, Any], e: BaseException) -> None:
    frame.pending = e
    _raise_as_it_is(e)


@framed("unwind")
def unwind(frame: Frame, attrs: dict[str, Any]) -> None:
    assert frame.pending is not None, "no exception is pending"
    _raise_as_it_is(frame.pending)


def _raise_as_it_is(exception: BaseException) -> None:
    context, traceback = exception.__context__, exception.__traceback__
    try:
        raise exception
    finally:
        tracebacks.restore(exception, context, traceback)


@framed("with_enter")
def with_enter(frame: Frame, attrs: dict[str, Any], o: Any) -> tuple[Any, Any]:
    name = type(o).__name__
    enter = _special(o, "__enter__")
    if enter is None:
        raise TypeError(f"'{name}' object does not support the context manager protocol")
    exit_ = _special(o, "__exit__")
    if exit_ is None:
        raise TypeError(f"'{name}' object does not support the context manager protocol (missed __exit__ method)")
    return exit_, enter()


def _special(o: Any, name: str) -> Callable[..., Any] | None:
    """A special method, looked up on the type and bound."""
    for base in type(o).__mro__:
        if name in base.__dict__:
            found = base.__dict__[name]
            bind = getattr(type(found), "__get__", None)
            return found if bind is None else bind(found, o, type(o))
    return None


@plain("with_exit")
def with_exit(exit: Callable[..., Any], e: BaseException) -> bool:
    return bool(exit(type(e), e, e.__traceback__))


@plain("yield_from_iter")
def yield_from_iter(o: Any) -> Any:
    return iter(o)


@framed("delegate_send", "resume_send")
def delegate_send(frame: Frame, attrs: dict[str, Any], it: Any, v: Any) -> Any:
    try:
        return next(it) if v is None else it.send(v)
    except StopIteration as stop:
        frame.delegate_result = stop.value
        return LEAVE


@framed("delegate_throw")
def delegate_throw(frame: Frame, attrs: dict[str, Any], it: Any) -> Any:
    """PEP 380; Objects/genobject.c _gen_throw."""
    exception = frame.take_pending()
    if isinstance(exception, GeneratorExit):
        close = getattr(it, "close", None)
        if close is not None:
            close()
        _raise_as_it_is(exception)
    throw = getattr(it, "throw", None)
    if throw is None:
        _raise_as_it_is(exception)
    try:
        return throw(exception)
    except StopIteration as stop:
        frame.delegate_result = stop.value
        return LEAVE


@framed("gen_result")
def gen_result(frame: Frame, attrs: dict[str, Any]) -> Any:
    return frame.take_delegate_result()


@plain("keep", "incref", "decref", "incref_lent", "decref_given")
def lifetime(v: Any) -> None:
    """Nothing: registers are emptied after the last use, and this is one."""


@framed("hold")
def hold(frame: Frame, attrs: dict[str, Any], v: Any) -> None:
    """The frame lives as long as the traceback that shows it."""
    frame.held.append(v)
