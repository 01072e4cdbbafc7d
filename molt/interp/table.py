"""What performs each op: the interpreter's side of the op table.

Modules `ops_*` register one function an op: `plain` ones are called with the
operands alone, `framed` ones with the frame, the attributes and the operands.
The ops in KINDS are performed by the machine itself.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum, auto
from typing import Any


class Kind(IntEnum):
    """How the machine treats a step."""

    PLAIN = auto()
    FRAMED = auto()
    CALL = auto()
    MAY_END = auto()  # framed, leaves by `done` when the function gives DONE
    JUMP = auto()
    BRANCH = auto()
    # The rest ends a stretch of straight execution.
    CATCH = auto()
    UNCATCH = auto()
    YIELD = auto()
    RETURN = auto()


KINDS = {
    "call": Kind.CALL, "call_method": Kind.CALL, "call_ex": Kind.CALL,
    "next": Kind.MAY_END, "delegate_send": Kind.MAY_END, "delegate_throw": Kind.MAY_END,
    "jump": Kind.JUMP, "branch": Kind.BRANCH,
    "catch": Kind.CATCH, "uncatch": Kind.UNCATCH, "yield": Kind.YIELD, "ret": Kind.RETURN,
}
_Function = Callable[..., Any]
PLAIN: dict[str, _Function] = {}
FRAMED: dict[str, _Function] = {}


class _Mark:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"<{self.name}>"


UNSET = _Mark("unset")  # the value of op `unset`
DONE = _Mark("done")  # what the function of a MAY_END op gives to leave by that edge


def plain(*names: str) -> Callable[[_Function], _Function]:
    """Registers a function of the operands, for an op with at most one result."""
    return _registrar(PLAIN, names)


def framed(*names: str) -> Callable[[_Function], _Function]:
    """Registers a function of the frame, the attributes and the operands."""
    return _registrar(FRAMED, names)


def _registrar(table: dict[str, _Function], names: tuple[str, ...]) -> Callable[[_Function], _Function]:
    def register(function: _Function) -> _Function:
        for name in names:
            assert name not in PLAIN and name not in FRAMED, name
            table[name] = function
        return function
    return register
