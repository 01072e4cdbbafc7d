"""How stubs carry source locations: one unit of code that never runs for each span of the function."""

from __future__ import annotations

from opcode import opmap

from molt.base.source import Span

FRAME_LOCAL = ".frame"  # a stub's one variable beside its parameters; no identifier of a program
NOP = bytes([opmap["NOP"], 0])  # one unit of code
_LONG, _LINE_ONLY, _NONE = 14, 13, 15  # kinds of location entries: Objects/locations.md of CPython 3.12


def line_table(n_units: int, spans: list[Span | None], first_line: int) -> bytes:
    """Locations: none for the stub's own code, then one unit a span."""
    table = bytearray()
    while n_units:
        length = min(n_units, 8)
        table.append(0x80 | _NONE << 3 | length - 1)
        n_units -= length
    line = first_line
    for span in spans:
        if span is None:
            table.append(0x80 | _LINE_ONLY << 3)
            table += _signed_varint(first_line - line)
            line = first_line
        else:
            table.append(0x80 | _LONG << 3)
            table += _signed_varint(span.line - line)
            table += _varint(span.end_line - span.line) + _varint(span.col + 1) + _varint(span.end_col + 1)
            line = span.line
    return bytes(table)


def _varint(number: int) -> bytes:
    result = bytearray()
    while number >= 64:
        result.append(0x40 | number & 63)
        number >>= 6
    result.append(number)
    return bytes(result)


def _signed_varint(number: int) -> bytes:
    return _varint(-number << 1 | 1 if number < 0 else number << 1)
