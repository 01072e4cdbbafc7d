"""Reads the object files of a link: their pieces, and which piece refers to which symbol.

A piece is what the linker keeps or drops as a whole: a function, or a data
segment (a data object each, since the runtime is compiled with
-fdata-sections).

Format: WebAssembly tool conventions, Linking.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from molt.package.sections import CUSTOM, IMPORT, MODULE_HEADER, Reader, Section, join_sections, leb128, read_sections

_CODE, _DATA = 10, 11
_SYMBOL_TABLE = 8  # subsection of `linking`
_FUNCTION, _DATA_OBJECT, _SECTION = 0, 1, 3  # kinds of symbols
_LOCAL, _UNDEFINED, _EXPLICIT_NAME, _NO_STRIP = 0x02, 0x10, 0x40, 0x80  # flags of symbols
_FUNCTION_IMPORT, _TABLE_IMPORT, _GLOBAL_IMPORT = 0, 1, 3
_TYPE_INDEX = 6  # the relocation that names a type, not a symbol
# Relocations with an addend: those of memory addresses and of offsets in functions and sections.
_WITH_ADDEND = frozenset({3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25})

CLASS_IN_HEADER = 4  # offset of the class in an object; layout.c holds the header to it
NOWHERE = b"\xff\xff\xff\xff"  # an address and a table index at which the engine traps


@dataclass(frozen=True)
class Symbol:
    """An entry of the symbol table. `piece` is the index of the piece that defines it, or None."""

    name: str
    is_function: bool
    is_local: bool
    is_kept: bool  # by the linker, whoever refers to it
    piece: int | None
    offset: int = 0  # in its piece
    size: int = 0


@dataclass(frozen=True)
class Reference:
    """A place in a piece that the linker fills with a symbol's address or index."""

    offset: int  # in the piece's own bytes
    symbol: int


@dataclass
class Piece:
    name: str
    is_function: bool
    content: bytes
    references: list[Reference] = field(default_factory=list)


@dataclass
class ObjectFile:
    symbols: list[Symbol | None]  # None: neither function nor data
    pieces: list[Piece]  # functions, then data segments
    n_functions: int

    def definitions(self) -> Iterator[tuple[str, int, bool]]:
        """Name, piece and locality of each defined symbol."""
        for s in self.symbols:
            if s and s.piece is not None:
                yield s.name, s.piece, s.is_local


def read(data: bytes) -> ObjectFile:
    """A relocatable object, or a module linked with `--emit-relocs`."""
    sections = read_sections(data)
    by_id = {s.id: s for s in sections if s.id != CUSTOM}
    by_name = {s.name: s.content for s in sections if s.id == CUSTOM}
    imports = list(_function_imports(by_id[IMPORT])) if IMPORT in by_id else []
    code = list(_function_bodies(by_id[_CODE])) if _CODE in by_id else []
    segments = list(_segments(by_id[_DATA])) if _DATA in by_id else []
    symbols = list(_symbols(by_name["linking"], imports, len(code)))
    names = {s.piece: s.name for s in reversed(symbols) if s and s.piece is not None and s.offset == 0}
    pieces = [Piece(names.get(n, ""), n < len(code), content) for n, (_, content) in enumerate([*code, *segments])]
    for found, first, section in ((code, 0, "reloc.CODE"), (segments, len(code), "reloc.DATA")):
        starts = [start for start, _ in found]
        for offset, symbol, _ in relocations(by_name.get(section, b"\0\0")):
            at = bisect_right(starts, offset) - 1
            pieces[first + at].references.append(Reference(offset - starts[at], symbol))
    return ObjectFile(symbols, pieces, len(code))


def mentioned(data: bytes) -> tuple[set[str], set[str]]:
    """The names of all symbols of an object; and of those, the ones it refers to as the class of its static objects only."""
    file = read(data)
    otherwise: set[str] = set()
    as_class: set[str] = set()
    for piece in file.pieces:
        for reference in piece.references:
            symbol = file.symbols[reference.symbol]
            if symbol is not None:
                is_header = not piece.is_function and reference.offset == CLASS_IN_HEADER
                (as_class if is_header else otherwise).add(symbol.name)
    return {s.name for s in file.symbols if s}, as_class - otherwise


def without(data: bytes, dropped: set[tuple[int, int]]) -> bytes:
    """The object with references from its data dropped: (data segment, offset) each. NOWHERE is written in their place."""
    sections = read_sections(data)
    payload = bytearray(next(s.payload for s in sections if s.id == _DATA))
    places = {start + offset for segment, (start, _) in enumerate(_segments(Section(_DATA, bytes(payload))))
              for s, offset in dropped if s == segment}
    for place in places:
        payload[place : place + len(NOWHERE)] = NOWHERE
    return join_sections(MODULE_HEADER, [_replaced(s, bytes(payload), places) for s in sections])


def _replaced(section: Section, data: bytes, places: set[int]) -> Section:
    if section.id == _DATA:
        return Section(_DATA, data)
    if section.id != CUSTOM or section.name != "reloc.DATA":
        return section
    rows = [row for offset, _, row in relocations(section.content) if offset not in places]
    reader = Reader(section.content)
    name = b"reloc.DATA"
    return Section(CUSTOM, leb128(len(name)) + name + leb128(reader.u32()) + leb128(len(rows)) + b"".join(rows))


def relocations(content: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Offset in the section's payload, symbol index, and encoding of each relocation that names a symbol."""
    reader = Reader(content)
    reader.u32()  # the section they belong to
    for _ in range(reader.u32()):
        start = reader.at
        kind, offset, index = reader.byte(), reader.u32(), reader.u32()
        if kind in _WITH_ADDEND:
            _skip_leb128(reader)
        if kind != _TYPE_INDEX:
            yield offset, index, content[start : reader.at]


def _symbols(linking: bytes, imports: list[str], n_functions: int) -> Iterator[Symbol | None]:
    reader = Reader(linking)
    reader.u32()  # the version
    while reader.at < len(linking):
        kind, size = reader.byte(), reader.u32()
        if kind == _SYMBOL_TABLE:
            for _ in range(reader.u32()):
                yield _symbol(reader, imports, n_functions)
            return
        reader.take(size)


def _symbol(reader: Reader, imports: list[str], n_functions: int) -> Symbol | None:
    kind, flags = reader.byte(), reader.u32()
    local, kept, defined = bool(flags & _LOCAL), bool(flags & _NO_STRIP), not flags & _UNDEFINED
    if kind == _DATA_OBJECT:
        name = reader.text()
        if not defined:
            return Symbol(name, False, local, kept, None)
        return Symbol(name, False, local, kept, n_functions + reader.u32(), reader.u32(), reader.u32())
    index = reader.u32()
    if kind == _SECTION:
        return None
    if kind != _FUNCTION:
        if defined or flags & _EXPLICIT_NAME:
            reader.text()
        return None
    name = reader.text() if defined or flags & _EXPLICIT_NAME else imports[index]
    return Symbol(name, True, local, kept, index - len(imports) if defined else None)


def _function_bodies(section: Section) -> Iterator[tuple[int, bytes]]:
    """Where each function starts in the section's payload, with its size field, and its bytes."""
    reader = Reader(section.payload)
    for _ in range(reader.u32()):
        start = reader.at
        reader.take(reader.u32())
        yield start, section.payload[start : reader.at]


def _segments(section: Section) -> Iterator[tuple[int, bytes]]:
    """Where the content of each data segment starts in the section's payload, and the content."""
    reader = Reader(section.payload)
    for _ in range(reader.u32()):
        if reader.u32() == 0:  # active, in memory 0
            reader.byte()  # i32.const
            _skip_leb128(reader)
            reader.byte()  # end
        size = reader.u32()
        yield reader.at, reader.take(size)


def _function_imports(section: Section) -> Iterator[str]:
    reader = Reader(section.payload)
    for _ in range(reader.u32()):
        reader.text()
        name, kind = reader.text(), reader.byte()
        if kind == _FUNCTION_IMPORT:
            reader.u32()  # its type
            yield name
        elif kind == _GLOBAL_IMPORT:
            reader.take(2)  # type and mutability
        else:
            _skip_limits(reader, with_type=kind == _TABLE_IMPORT)


def _skip_limits(reader: Reader, *, with_type: bool) -> None:
    """The type of a table or memory."""
    if with_type:
        reader.byte()
    has_maximum = reader.u32() & 1
    reader.u32()
    if has_maximum:
        reader.u32()


def _skip_leb128(reader: Reader) -> None:
    while reader.byte() & 0x80:
        pass
