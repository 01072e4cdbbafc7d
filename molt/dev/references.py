"""What refers to what in a linked program: functions and data objects, from a core module linked with `--emit-relocs`."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from molt.link import objects


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


def read(core: bytes) -> References:
    """The graph of a core module. A data segment holds many objects: the symbols tell where each begins."""
    file = objects.read(core)
    found: dict[int, dict[int, Item]] = {}  # by piece and offset in it
    for symbol in file.symbols:
        if symbol and symbol.piece is not None:
            piece = file.pieces[symbol.piece]
            size = len(piece.content) if piece.is_function else symbol.size if any(piece.content) else 0
            found.setdefault(symbol.piece, {}).setdefault(symbol.offset, Item(symbol.name, size, piece.is_function))
    for n, piece in enumerate(file.pieces):
        starts = sorted(found.get(n, {}))
        for reference in piece.references:
            symbol, at = file.symbols[reference.symbol], bisect_right(starts, reference.offset) - 1
            if symbol is None or symbol.piece is None or at < 0:
                continue
            source, target = found[n][starts[at]], found[symbol.piece][symbol.offset]
            if target is not source and target not in source.refers_to:
                source.refers_to.append(target)
    # Not the export section: the functions there are the linker's own, which call those kept for export.
    roots = [found[s.piece][s.offset] for s in file.symbols if s and s.is_kept and s.piece is not None]
    return References([item for items in found.values() for item in items.values()], roots)
