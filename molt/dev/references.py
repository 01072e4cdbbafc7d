"""What refers to what in a linked program: functions and data objects, from the linker's relocations.

A core module linked with `--emit-relocs` carries a `linking` section with its
symbols and a `reloc.*` section for code and data. Each relocation says that
the symbol around its offset refers to another symbol.

Format: WebAssembly tool conventions, Linking.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from molt.package.sections import IMPORT, Reader, Section, read_sections

_CODE, _DATA = 10, 11
_SYMBOL_TABLE = 8  # subsection of `linking`
_FUNCTION, _DATA_OBJECT, _SECTION = 0, 1, 3  # kinds of symbols
_UNDEFINED, _EXPLICIT_NAME, _NO_STRIP = 0x10, 0x40, 0x80  # flags of symbols
_TYPE_INDEX = 6  # the relocation that names a type, not a symbol
# Relocations with an addend: those of memory addresses and of offsets in functions and sections.
_WITH_ADDEND = frozenset({3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25})


@dataclass(eq=False)
class Item:
    """A function or a data object of the program."""

    name: str
    size: int  # bytes, in the core module
    is_function: bool
    refers_to: list[Item] = field(default_factory=list)


@dataclass
class References:
    """The graph: `roots` are what the host may call."""

    items: list[Item]
    roots: list[Item]


@dataclass(frozen=True)
class _Symbol:
    kind: int
    name: str
    index: int  # function: its index; data: its segment
    offset: int = 0
    size: int = 0
    kept: bool = False  # by the linker, whoever refers to it


def read(core: bytes) -> References:
    """The graph of a core module linked with `--emit-relocs`."""
    sections = read_sections(core)
    by_id = {s.id: s for s in sections if s.id}
    by_name = {s.name: s.content for s in sections if not s.id}
    symbols = _symbols(by_name["linking"])
    functions = {s.index: s for s in symbols if s and s.kind == _FUNCTION}
    first_defined = sum(1 for kind, _ in _imports(by_id[IMPORT]) if kind == 0) if IMPORT in by_id else 0
    code = _Places(_function_bodies(by_id[_CODE], first_defined, functions))
    data = _Places(_data_objects(by_id[_DATA], symbols))
    items = {**code.items, **data.items}
    for places, section in ((code, "reloc.CODE"), (data, "reloc.DATA")):
        for offset, symbol in _relocations(by_name.get(section, b"\0\0")):
            source, target = places.at(offset), items.get(_key(symbols[symbol]))
            if source is not None and target is not None and target is not source and target not in source.refers_to:
                source.refers_to.append(target)
    # Not the export section: the functions there are the linker's own, which call those kept for export.
    return References(list(items.values()), [items[_key(s)] for s in symbols if s and s.kept and _key(s) in items])


class _Places:
    """Items by their place in a section."""

    def __init__(self, found: Iterator[tuple[int, tuple[int, ...], Item]]) -> None:
        rows = sorted(found, key=lambda row: row[0])
        self._starts = [start for start, _, _ in rows]
        self._rows = [item for _, _, item in rows]
        self.items = {key: item for _, key, item in rows}

    def at(self, offset: int) -> Item | None:
        n = bisect_right(self._starts, offset)
        if n == 0 or offset >= self._starts[n - 1] + self._rows[n - 1].size:
            return None
        return self._rows[n - 1]


def _key(symbol: _Symbol | None) -> tuple[int, ...]:
    """What identifies the item: several symbols may name one."""
    if symbol is None:
        return ()
    return (symbol.kind, symbol.index) if symbol.kind == _FUNCTION else (symbol.kind, symbol.index, symbol.offset)


def _symbols(linking: bytes) -> list[_Symbol | None]:
    """The symbol table; None for symbols that are neither functions nor data of this module."""
    reader = Reader(linking)
    reader.u32()  # the version
    while (kind := reader.byte()) != _SYMBOL_TABLE:
        reader.take(reader.u32())
    reader.u32()  # the subsection's size
    return [_symbol(reader) for _ in range(reader.u32())]


def _symbol(reader: Reader) -> _Symbol | None:
    kind, flags = reader.byte(), reader.u32()
    if kind == _DATA_OBJECT:
        name = reader.text()
        if flags & _UNDEFINED:
            return None
        return _Symbol(kind, name, reader.u32(), reader.u32(), reader.u32())
    index = reader.u32()
    if kind == _SECTION:
        return None
    named = not flags & _UNDEFINED or flags & _EXPLICIT_NAME
    name = reader.text() if named else ""
    return _Symbol(kind, name, index, kept=bool(flags & _NO_STRIP)) if kind == _FUNCTION else None


def _relocations(content: bytes) -> Iterator[tuple[int, int]]:
    """Offset in the section's payload and symbol index of each relocation."""
    reader = Reader(content)
    reader.u32()  # the section they belong to
    for _ in range(reader.u32()):
        kind, offset, index = reader.byte(), reader.u32(), reader.u32()
        if kind in _WITH_ADDEND:
            _skip_leb128(reader)
        if kind != _TYPE_INDEX:
            yield offset, index


def _function_bodies(section: Section, first: int, functions: dict[int, _Symbol]) -> Iterator[tuple[int, tuple[int, ...], Item]]:
    reader = Reader(section.payload)
    for index in range(first, first + reader.u32()):
        start = reader.at
        reader.take(reader.u32())
        name = functions[index].name if index in functions else f"function {index}"
        yield start, (_FUNCTION, index), Item(name, reader.at - start, True)


def _data_objects(section: Section, symbols: list[_Symbol | None]) -> Iterator[tuple[int, tuple[int, ...], Item]]:
    starts = list(_segment_starts(section))
    seen: set[tuple[int, int]] = set()
    for s in symbols:
        if s and s.kind == _DATA_OBJECT and s.size and s.index < len(starts) and (s.index, s.offset) not in seen:
            seen.add((s.index, s.offset))
            yield starts[s.index] + s.offset, (_DATA_OBJECT, s.index, s.offset), Item(s.name, s.size, False)


def _segment_starts(section: Section) -> Iterator[int]:
    """Where the content of each data segment begins in the section's payload."""
    reader = Reader(section.payload)
    for _ in range(reader.u32()):
        if reader.u32() == 0:  # active, in memory 0
            reader.byte()  # i32.const
            _skip_leb128(reader)
            reader.byte()  # end
        size = reader.u32()
        yield reader.at
        reader.take(size)


def _imports(section: Section) -> Iterator[tuple[int, str]]:
    """Kind and name of each import. wasm-ld imports functions only."""
    reader = Reader(section.payload)
    for _ in range(reader.u32()):
        reader.text()
        name, kind = reader.text(), reader.byte()
        reader.u32()  # the function's type
        yield kind, name


def _skip_leb128(reader: Reader) -> None:
    while reader.byte() & 0x80:
        pass
