"""From a core module to a component.

The encoder is a Rust program; starting it costs more than the work. But a component is a wrapper around the core
module that depends on nothing but the module's imports and exports, so the wrapper is kept, and the next module with
the same imports and exports is put into it here. The result is the encoder's to the byte.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

from molt_host.cache import write_atomically

from molt.base.paths import cache_dir, source_root
from molt.package import tools
from molt.package.sections import (
    CORE_MODULE,
    EXPORT,
    FUNCTION,
    IMPORT,
    MODULE_HEADER,
    TYPE,
    FormatError,
    Reader,
    Section,
    custom_section,
    join_sections,
    leb128,
    read_sections,
    with_custom_section,
)

CAPABILITIES_SECTION = "molt.capabilities"

_FUNCTION_KIND = 0
_LIMITS_KINDS = (1, 2)  # table, memory


class EncodeError(Exception):
    """A core module that does not make a component of the world."""


def encode(core: bytes, world: str = "command") -> bytes:
    """The component around `core`, which imports and exports what `world` of `wit/molt-runtime.wit` says.

    `core` exports `memory`, `cabi_realloc`, `_initialize` and the functions of the world under their mangled names.
    """
    # The encoder writes section sizes in the shortest form; wasm-ld pads them.
    module = join_sections(MODULE_HEADER, _core_sections(core))
    kept = cache_dir() / "wrappers" / _wrapper_key(module, world)
    if kept.exists():
        return _splice(kept.read_bytes(), module)
    component = encode_uncached(module, world)
    at = component.find(module)
    if at < 0:
        raise EncodeError("the encoder changed the core module")
    size = leb128(len(module))
    before, after = component[: at - len(size)], component[at + len(module) :]
    write_atomically(kept, len(before).to_bytes(8, "little") + before + after)
    return component


def encode_uncached(core: bytes, world: str = "command") -> bytes:
    """As `encode`, by the encoder."""
    with tempfile.TemporaryDirectory(prefix="molt-") as folder:
        source, result = Path(folder, "core.wasm"), Path(folder, "component.wasm")
        source.write_bytes(core)
        try:
            tools.call_encoder("encode", source, "--wit", _wit(), "--world", world, "-o", result)
        except tools.ToolError as error:
            raise EncodeError(str(error)) from None
        return result.read_bytes()


def bindings(world: str = "command") -> str:
    """The C header that declares the imports of `world`."""
    with tempfile.TemporaryDirectory(prefix="molt-") as folder:
        header = Path(folder, "wasi.h")
        tools.call_encoder("bindings", "--wit", _wit(), "--world", world, "-o", header)
        return header.read_text()


def core_module(component: bytes) -> bytes:
    """The program's core module: the largest one, as the others only connect it."""
    modules = [section.payload for section in read_sections(component) if section.id == CORE_MODULE]
    if not modules:
        raise FormatError("the component holds no core module")
    return max(modules, key=len)


def capabilities(binary: bytes) -> dict[str, object]:
    """What the program may need, as its compiler wrote down; empty if nothing was."""
    content = custom_section(binary, CAPABILITIES_SECTION)
    return json.loads(content) if content else {}


def with_capabilities(binary: bytes, needed: dict[str, object]) -> bytes:
    """`binary`, a module or a component, with a note of what the program may need."""
    content = json.dumps(needed, sort_keys=True, separators=(",", ":")).encode()
    return with_custom_section(binary, CAPABILITIES_SECTION, content)


def _wit() -> Path:
    return source_root() / "wit"


def _core_sections(core: bytes) -> list[Section]:
    if not core.startswith(MODULE_HEADER):
        raise FormatError("not a core module")
    return read_sections(core)


def _splice(wrapper: bytes, module: bytes) -> bytes:
    split = 8 + int.from_bytes(wrapper[:8], "little")
    return b"".join((wrapper[8:split], leb128(len(module)), module, wrapper[split:]))


def _wrapper_key(module: bytes, world: str) -> str:
    """A hash of all that a wrapper depends on: the encoder, the WIT, and how the module looks from outside."""
    digest = hashlib.sha256(tools.tools_key().encode())
    for path in sorted(_wit().rglob("*.wit")):
        digest.update(path.read_bytes())
    digest.update(repr((world, _interface(module))).encode())
    return digest.hexdigest()


def _interface(module: bytes) -> tuple[list[object], list[object]]:
    """The imports and exports of a core module, each with its type."""
    payloads = {section.id: section.payload for section in read_sections(module)}
    types = _types(payloads.get(TYPE, b"\0"))
    imports, signatures = [], []
    reader = Reader(payloads.get(IMPORT, b"\0"))
    for _ in range(reader.u32()):
        name = reader.text(), reader.text()
        kind = reader.byte()
        if kind == _FUNCTION_KIND:
            signatures.append(types[reader.u32()])
            imports.append((name, signatures[-1]))
        else:
            imports.append((name, kind, _other_import(reader, kind)))
    functions = Reader(payloads.get(FUNCTION, b"\0"))
    signatures += [types[functions.u32()] for _ in range(functions.u32())]
    exports = []
    reader = Reader(payloads.get(EXPORT, b"\0"))
    for _ in range(reader.u32()):
        name, kind, index = reader.text(), reader.byte(), reader.u32()
        exports.append((name, kind, signatures[index] if kind == _FUNCTION_KIND else None))
    return imports, exports


def _types(payload: bytes) -> list[tuple[bytes, bytes]]:
    """The function types; modules with other types have no business with a component's interface."""
    reader = Reader(payload)
    types = []
    for _ in range(reader.u32()):
        if reader.byte() != 0x60:
            raise EncodeError("the core module has types other than functions")
        types.append((reader.take(reader.u32()), reader.take(reader.u32())))
    return types


def _other_import(reader: Reader, kind: int) -> bytes:
    """The type of an imported table, memory, global or tag, as bytes."""
    start = reader.at
    if kind not in _LIMITS_KINDS:
        reader.take(2)  # global: type, mutability; tag: attribute, type
        return reader.data[start : reader.at]
    if kind == 1:
        reader.byte()
    has_maximum = reader.byte() & 1
    reader.u32()
    if has_maximum:
        reader.u32()
    return reader.data[start : reader.at]
