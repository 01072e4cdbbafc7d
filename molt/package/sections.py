"""The outermost layer of the WebAssembly binary format, which modules and components share: a header, then sections.

Specification: WebAssembly core, chapter 5.5, and `component-model/design/mvp/Binary.md`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

MODULE_HEADER = b"\0asm\x01\0\0\0"
COMPONENT_HEADER = b"\0asm\x0d\0\x01\0"

CUSTOM, TYPE, IMPORT, FUNCTION, EXPORT = 0, 1, 2, 3, 7
CORE_MODULE = 1  # in a component


class FormatError(ValueError):
    """Bytes that are not a WebAssembly module or component."""


class Section(NamedTuple):
    """One section. `payload` excludes id and size; of a custom section it includes the name."""

    id: int
    payload: bytes

    @property
    def name(self) -> str | None:
        """The name of a custom section."""
        return Reader(self.payload).text() if self.id == CUSTOM else None

    @property
    def content(self) -> bytes:
        """The payload, without the name of a custom section."""
        if self.id != CUSTOM:
            return self.payload
        reader = Reader(self.payload)
        reader.text()
        return self.payload[reader.at :]


class Reader:
    """Reads the elements of the binary format from `data`, from `at` on."""

    __slots__ = ("at", "data")

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data = data
        self.at = at

    def byte(self) -> int:
        if self.at >= len(self.data):
            raise FormatError("the file ends too early")
        self.at += 1
        return self.data[self.at - 1]

    def u32(self) -> int:
        """An unsigned LEB128."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7
            if shift > 28 + 7:
                raise FormatError("a number is too long")

    def take(self, count: int) -> bytes:
        end = self.at + count
        if end > len(self.data):
            raise FormatError("the file ends too early")
        taken = self.data[self.at : end]
        self.at = end
        return taken

    def text(self) -> str:
        try:
            return self.take(self.u32()).decode()
        except UnicodeDecodeError:
            raise FormatError("a name is not UTF-8") from None


def leb128(value: int) -> bytes:
    """The shortest unsigned LEB128 of `value`."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def is_component(data: bytes) -> bool:
    return data.startswith(COMPONENT_HEADER)


def read_sections(data: bytes) -> list[Section]:
    """The top-level sections of a module or component, in order."""
    if not data.startswith((MODULE_HEADER, COMPONENT_HEADER)):
        raise FormatError("not a WebAssembly module or component")
    reader = Reader(data, len(MODULE_HEADER))
    sections = []
    while reader.at < len(data):
        section_id = reader.byte()
        sections.append(Section(section_id, reader.take(reader.u32())))
    return sections


def write_section(section: Section) -> bytes:
    return bytes([section.id]) + leb128(len(section.payload)) + section.payload


def join_sections(header: bytes, sections: Iterable[Section]) -> bytes:
    """The inverse of `read_sections`, with every size in its shortest form."""
    return header + b"".join(map(write_section, sections))


def custom_section(data: bytes, name: str) -> bytes | None:
    """The content of the first top-level custom section called `name`."""
    return next((section.content for section in read_sections(data) if section.name == name), None)


def with_custom_section(data: bytes, name: str, content: bytes) -> bytes:
    """`data` with the custom section `name` holding `content`: in place of the one there is, else at the end."""
    encoded = name.encode()
    section = Section(CUSTOM, leb128(len(encoded)) + encoded + content)
    kept = [old for old in read_sections(data) if old.name != name]
    return join_sections(data[: len(MODULE_HEADER)], [*kept, section])
