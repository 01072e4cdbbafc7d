"""What performs each op: the interpreter's side of the op table.

Modules `ops_*` register one function an op: `plain` ones are called with the
operands alone, `framed` ones with the frame, the attributes and the operands.
The ops in KINDS are performed by the machine itself.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum, auto
from typing import Any

from molt.tables.ops import OPS


class Kind(IntEnum):
    """How the machine treats a step."""

    PLAIN = auto()
    FRAMED = auto()
    CALL = auto()
    MAY_LEAVE = auto()  # framed, leaves by the op's side edge (`done` or `slow`) when the function gives LEAVE
    JUMP = auto()
    BRANCH = auto()
    # The rest ends a stretch of straight execution.
    CATCH = auto()
    UNCATCH = auto()
    YIELD = auto()
    RETURN = auto()


SIDE_EDGES = ("done", "slow")  # an op has one of them at most
KINDS = {
    **{name: Kind.MAY_LEAVE for name, op in OPS.items() if not set(SIDE_EDGES).isdisjoint(op.edges)},
    "call": Kind.CALL, "call_method": Kind.CALL, "call_ex": Kind.CALL, "call_direct": Kind.CALL, "call_c": Kind.CALL,
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
LEAVE = _Mark("leave")  # what the function of a MAY_LEAVE op gives to leave by the side edge


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
