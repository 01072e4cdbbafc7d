"""Structural pattern matching (PEP 634), as Python/ceval.c has it."""

from __future__ import annotations

from typing import Any

from molt.interp.machine import Frame
from molt.interp.table import framed, plain

# Bits of type.__flags__ (Include/object.h).
_SEQUENCE, _MAPPING, _MATCH_SELF = 1 << 5, 1 << 6, 1 << 22
_ABSENT = object()


@plain("match_sequence")
def match_sequence(v: Any) -> bool:
    return bool(type(v).__flags__ & _SEQUENCE)


@plain("match_mapping")
def match_mapping(v: Any) -> bool:
    return bool(type(v).__flags__ & _MAPPING)


@framed("match_class")
def match_class(frame: Frame, attrs: dict[str, Any], v: Any, cls: Any) -> tuple[Any, ...] | None:
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(v, cls):
        return None
    n_positional = attrs["n_positional"]
    match_args, matches_self = _match_args(cls) if n_positional else ((), False)
    allowed = 1 if matches_self else len(match_args)
    if n_positional > allowed:
        raise TypeError(f"{cls.__name__}() accepts {allowed} positional sub-pattern{'' if allowed == 1 else 's'} "
                        f"({n_positional} given)")
    values: list[Any] = []
    seen: set[str] = set()
    names = () if matches_self else match_args[:n_positional]
    if matches_self and n_positional:
        values.append(v)
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"__match_args__ elements must be strings (got {type(name).__name__})")
    for name in (*names, *attrs["names"]):
        if name in seen:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
        seen.add(name)
        value = getattr(v, name, _ABSENT)
        if value is _ABSENT:
            return None
        values.append(value)
    return tuple(values)


def _match_args(cls: type) -> tuple[tuple[Any, ...], bool]:
    """The class's __match_args__, and whether its one positional pattern is the subject itself."""
    found = getattr(cls, "__match_args__", _ABSENT)
    if found is _ABSENT:
        return (), bool(cls.__flags__ & _MATCH_SELF)
    if type(found) is not tuple:
        raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {type(found).__name__})")
    return found, False


@plain("match_keys")
def match_keys(v: Any, keys: tuple[Any, ...]) -> tuple[Any, ...] | None:
    seen: set[Any] = set()
    values: list[Any] = []
    get = v.get if keys else None
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.add(key)
        value = get(key, _ABSENT)
        if value is _ABSENT:
            return None
        values.append(value)
    return tuple(values)
