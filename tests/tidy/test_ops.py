"""Every op has a lowering, in one place, and nothing is lowered that is no op."""

from __future__ import annotations

from molt.backend.ops import CUSTOM
from molt.backend.rows import ARRAYS, CALLS, NAMED
from molt.tables.ops import OPS

# Gone after `refcount`.
NOT_LOWERED = {"keep"}


def test_every_op_is_lowered() -> None:
    assert CUSTOM.keys() | CALLS.keys() | ARRAYS.keys() | NAMED.keys() == OPS.keys() - NOT_LOWERED


def test_rows_do_not_overlap() -> None:
    tables = (CALLS, ARRAYS, NAMED)
    names = [name for table in tables for name in table]
    assert len(names) == len(set(names))
