"""Tables derived from the runtime's sources: well-known names and method tables.

The C files declare methods one a line (`METHOD(str, split, ...)`) and name
static strings with `S(identifier)`. This script reads those declarations; the
compiler uses the same functions to make the tables of one program, which hold
only what that program names.

    python tables.py names OUTDIR      names.def and names.c
    python tables.py methods OUT.c     every method of every type (test builds)
"""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import dataclass
from pathlib import Path

SOURCE_DIR = Path(__file__).resolve().parent.parent

_DECLARATION = re.compile(r"^(METHOD|CLASS_METHOD|STATIC_METHOD|GETTER|FUNCTION|CONSTANT)\((\w+), (\w+),"
                          r"(?: (CALL_\w+), (\d+), (\d+), (?:0|\"([^\"]*)\"),)?", re.M)
_CLASS = re.compile(r"^\s*(?:CLASS_DEFINE|EXCEPTION)\((\w+),", re.M)
_NAME = re.compile(r"\bS\((\w+)\)")


@dataclass(frozen=True)
class Declaration:
    """One function of the runtime that Python code can name. What follows the name is as in a MethodDef."""

    kind: str  # METHOD, CLASS_METHOD, STATIC_METHOD, GETTER, FUNCTION or CONSTANT
    owner: str  # class id or module name
    name: str
    call: str = ""  # CallKind; GETTER and CONSTANT have none
    min: int = 0
    max: int = 0
    names: tuple[str, ...] = ()

    @property
    def symbol(self) -> str:
        prefix = {"FUNCTION": "function", "CONSTANT": "constant"}.get(self.kind, "method")
        return f"{prefix}__{self.owner}__{self.name}"


@dataclass(frozen=True)
class Declarations:
    methods: tuple[Declaration, ...]
    classes: tuple[str, ...]
    names: tuple[str, ...]

    def of_class(self, class_id: str) -> list[Declaration]:
        return [d for d in self.methods if d.owner == class_id and d.symbol.startswith("method__")]

    def of_module(self, module: str) -> list[Declaration]:
        return [d for d in self.methods if d.owner == module and not d.symbol.startswith("method__")]


def read(source_dir: Path = SOURCE_DIR) -> Declarations:
    """All declarations in the runtime's C files, in file order."""
    methods: list[Declaration] = []
    classes: list[str] = []
    names: set[str] = set()
    for path in sorted([*source_dir.glob("*.c"), *source_dir.glob("inline.h"), *source_dir.glob("*.inc")]):
        text = path.read_text()
        methods += [_declaration(*m.groups(default="")) for m in _DECLARATION.finditer(text)]
        classes += [m[1] for m in _CLASS.finditer(text) if m[1] != "id"]
        names |= set(_NAME.findall(text))
    return Declarations(tuple(methods), tuple(classes), tuple(sorted(names)))


def _declaration(kind: str, owner: str, name: str, call: str, low: str, high: str, names: str) -> Declaration:
    return Declaration(kind, owner, name, call, int(low or 0), int(high or 0), tuple(names.split(",")) if names else ())


def names_def(declarations: Declarations) -> str:
    return "".join(f"NAME({name})\n" for name in declarations.names)


def names_c(declarations: Declarations) -> str:
    """Definitions of the well-known names; weak, so that they merge with a program's own constants."""
    head = """\
#define NAMES_DEFINED_HERE /* the header would declare them as Str, without room for data */
#include "molt.h"
#define DEFINE(id, text) \\
  __attribute__((weak)) struct { \\
    Obj h; int64_t hash; uint32_t size, length, capacity, *index; char data[sizeof(text)]; \\
  } str__##id = {{RC_STATIC, &str_class}, -1, sizeof(text) - 1, sizeof(text) - 1, 0, 0, text};
"""
    return head + "".join(f'DEFINE({name}, "{name}")\n' for name in declarations.names)


def ascii_c() -> str:
    """The strings of one ASCII character, under the names that the compiler gives them in static data, and the table of them."""
    head = """\
#include "ops.h"
#define DEFINE(n, symbol, text) \\
  extern Str ascii_##n __asm__(symbol); \\
  __attribute__((weak)) struct { \\
    Obj h; int64_t hash; uint32_t size, length, capacity, *index; char data[1]; \\
  } ascii_data_##n __asm__(symbol) = {{RC_STATIC, &str_class}, -1, 1, 1, 0, 0, {text}};
"""
    return head + "".join(f'DEFINE({n}, "{_symbol(chr(n))}", {n})\n' for n in range(128)) \
        + f"Str *const ascii_strs[128] = {{{', '.join(f'&ascii_{n}' for n in range(128))}}};\n"


def _symbol(text: str) -> str:
    """As `string_symbol` in the compiler."""
    if text.isascii() and text.isidentifier():
        return f"str__{text}"
    return f"str.{hashlib.sha256(text.encode()).hexdigest()[:20]}"


def methods_c(tables: dict[str, list[Declaration]]) -> str:
    """The array `X_methods` of each class in `tables`, NULL-terminated."""
    out = ['#include "molt.h"']
    for class_id, rows in tables.items():
        out += [f"extern const MethodDef {d.symbol};" for d in rows]
        entries = "".join(f"&{d.symbol}, " for d in rows)
        out.append(f"const MethodDef *const {class_id}_methods[] = {{{entries}0}};")
    return "\n".join(out) + "\n"


def main(argv: list[str]) -> int:
    declarations = read()
    match argv:
        case ["names", out_dir]:
            out = Path(out_dir)
            out.mkdir(parents=True, exist_ok=True)
            (out / "names.def").write_text(names_def(declarations))
            (out / "names.c").write_text(names_c(declarations))
            (out / "ascii.c").write_text(ascii_c())
        case ["methods", out_file]:
            Path(out_file).write_text(methods_c({c: declarations.of_class(c) for c in declarations.classes}))
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
