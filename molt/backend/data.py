"""Static data of one module: constants as ready-made objects, and descriptors.

Objects are written as LLVM globals with the layouts of `molt.h`. A string is a
COMDAT named after its content, so that a program holds each string once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from molt.backend import layout

INT_MASK = 0xFFFFFFFF


class Data:
    """Collects the global definitions of one LLVM module, each under one name."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._known: set[str] = set()
        self._tuples: dict[str, str] = {}

    def add(self, name: str, line: str) -> str:
        """Defines a global once; gives its name."""
        if name not in self._known:
            self._known.add(name)
            self.lines.append(line)
        return name

    def external(self, name: str) -> str:
        """Declares data that is defined elsewhere."""
        return self.add(name, f"{name} = external global i8")

    def class_of(self, type_name: str) -> str:
        return self.external(f"@{type_name}_class")

    def string(self, text: str) -> str:
        """A static Str: the name of its global."""
        data = text.encode("utf-8", "surrogatepass")
        name = string_symbol(text)
        comdat = f'${name[1:]} = comdat any\n'
        head = f"i32 {layout.RC_STATIC}, ptr {self.class_of('str')}, i64 -1, i32 {len(data)}, i32 {len(text)}, i32 0, ptr null"
        return self.add(name, f"{comdat}{name} = linkonce_odr hidden global {{ i32, ptr, i64, i32, i32, i32, ptr, [{len(data)} x i8] }} "
                              f"{{ {head}, [{len(data)} x i8] {_bytes(data)} }}, comdat, align 8")

    def optional_string(self, text: str | None) -> str:
        return "null" if text is None else self.string(text)

    def value_parts(self, constant: object) -> tuple[str, int]:
        """A constant as the two 32-bit words of a Value: the low one as an LLVM constant, the high one."""
        bits = layout.immediate(constant)
        if bits is not None:
            return str(bits & INT_MASK), bits >> 32
        name, tag = self.object(constant)
        return f"ptrtoint (ptr {name} to i32)", 0xFFFF0000 | layout.TAG[tag]

    def value(self, constant: object) -> str:
        """A constant as an i64 operand."""
        bits = layout.immediate(constant)
        if bits is not None:
            return str(layout.signed(bits))
        name, tag = self.object(constant)
        return pointer_value(name, layout.TAG[tag])

    def object(self, constant: object) -> tuple[str, str]:
        """The global and type of a constant that is a heap object."""
        match constant:
            case str():
                return self.string(constant), "str"
            case bytes():
                return self._bytes(constant), "bytes"
            case int():
                return self._int(constant), "int"
            case tuple():
                return self._tuple(constant), "tuple"
        raise TypeError(f"no static object for {constant!r}")

    def array(self, name: str, element: str, items: Iterable[str]) -> str:
        """A constant array of pointers or numbers."""
        items = list(items)
        body = ", ".join(f"{element} {i}" for i in items)
        return self.add(name, f"{name} = internal constant [{len(items)} x {element}] [{body}]")

    def _bytes(self, data: bytes) -> str:
        name = f"@bytes.{hashlib.sha256(data).hexdigest()[:16]}"
        return self.add(name, f"{name} = internal global {{ i32, ptr, i64, i32, i32, [{len(data)} x i8] }} {{ i32 {layout.RC_STATIC}, "
                              f"ptr {self.class_of('bytes')}, i64 -1, i32 {len(data)}, i32 0, [{len(data)} x i8] {_bytes(data)} }}, align 8")

    def _int(self, n: int) -> str:
        limbs = [(abs(n) >> shift) & INT_MASK for shift in range(0, abs(n).bit_length(), 32)]
        name = f"@int.{'m' if n < 0 else ''}{hashlib.sha256(hex(n).encode()).hexdigest()[:16]}"
        body = ", ".join(f"i32 {limb}" for limb in limbs)
        count = -len(limbs) if n < 0 else len(limbs)
        return self.add(name, f"{name} = internal global {{ i32, ptr, i32, [{len(limbs)} x i32] }} {{ i32 {layout.RC_STATIC}, "
                              f"ptr {self.class_of('int')}, i32 {count}, [{len(limbs)} x i32] [{body}] }}, align 8")

    def _tuple(self, items: tuple) -> str:
        words = ", ".join(f"{{ i32, i32 }} {{ i32 {low}, i32 {high} }}" for low, high in map(self.value_parts, items))
        name = self._tuples.setdefault(words, f"@tuple.{len(self._tuples)}")
        return self.add(name, f"{name} = internal global {{ i32, ptr, i32, i32, [{len(items)} x {{ i32, i32 }}] }} {{ i32 {layout.RC_STATIC}, "
                              f"ptr {self.class_of('tuple')}, i32 {len(items)}, i32 0, [{len(items)} x {{ i32, i32 }}] [{words}] }}, align 8")


def string_symbol(text: str) -> str:
    """The symbol of a string's static object, the same in every module and in the C runtime (for identifiers)."""
    if text.isascii() and text.isidentifier():
        return f"@str__{text}"
    return f"@str.{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def pointer_value(symbol: str, tag: int) -> str:
    """The Value of a static object, as a constant expression."""
    return f"add (i64 ptrtoint (ptr {symbol} to i64), i64 {layout.signed((0xFFFF0000 | tag) << 32)})"


def _bytes(data: bytes) -> str:
    if not data:
        return "zeroinitializer"
    return 'c"' + "".join(chr(b) if 32 <= b < 127 and b not in (34, 92) else f"\\{b:02X}" for b in data) + '"'
