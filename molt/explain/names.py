"""Values and types of TIR in the words of the source."""

from __future__ import annotations

from molt.analysis.inference import Hints
from molt.analysis.inference.solver import Atom
from molt.base.source import SourceFile, Span
from molt.ir.core import Value
from molt.passes.specialise.plan import Plan

UNKNOWN = "unknown"
ANYTHING = "anything"
_DEPTH = 2  # list[list[...]] and no further
_MEMBERS = 4  # of a union
_LENGTH = 60  # of a piece of source
_PLAIN = {"none": "None", "other": ANYTHING, "unset": "unbound"}


def type_text(hints: Hints, atoms: list[Atom], depth: int = _DEPTH) -> str:
    """Atoms of the inference as an annotation would say it."""
    texts = list(dict.fromkeys(_atom_text(hints, atom, depth if len(atoms) <= _MEMBERS else 0) for atom in atoms))
    if len(texts) > _MEMBERS:
        texts[_MEMBERS - 1:] = [f"{len(texts) - _MEMBERS + 1} more"]
    return " | ".join(texts) or UNKNOWN


def _atom_text(hints: Hints, atom: Atom, depth: int) -> str:
    def part(node: int) -> str:
        return type_text(hints, hints.members(node), depth - 1)

    match atom:
        case str():
            return _PLAIN.get(atom, atom)
        case ("list" | "set" | "dict" | "tuple" as name, *_) if not depth:
            return name
        case ("iter", _) if not depth:
            return "iterator"
        case ("list" | "set" as name, element):
            return f"{name}[{part(element)}]"
        case ("iter", element):
            return f"iterator of {part(element)}"
        case ("dict", key, value):
            return f"dict[{part(key)}, {part(value)}]"
        case ("tuple", items):
            return f"tuple[{', '.join(map(part, items)) or '()'}]"
        case ("inst", cls):
            return short(cls)
        case ("class", cls):
            return f"class {short(cls)}"
        case ("func", symbol):
            return f"function {short(symbol)}"
        case ("method", symbol, _):
            return f"method {short(symbol)}"
        case ("builtin", name):
            return f"built-in {name}"
        case ("module" | "c function", *parts):
            return f"{atom[0]} {'.'.join(map(str, parts))}"
    return str(atom[0])


def short(symbol: str) -> str:
    """A symbol without module and serial number."""
    return symbol.rpartition(":")[2].partition("#")[0].replace("<locals>.", "")


def piece(source: SourceFile, span: Span) -> str:
    """The source text of a span on one line, shortened."""
    text = source.line(span.line).encode()
    if span.line == span.end_line:
        shown = text[span.col:span.end_col].decode(errors="replace")
    else:
        shown = text[span.col:].decode(errors="replace").rstrip() + " ..."
    return shown if len(shown) <= _LENGTH else shown[:_LENGTH - 4] + " ..."


def value_text(source: SourceFile, plan: Plan, value: Value) -> str:
    """What a value is called: a constant, a variable, or the expression that it is the result of."""
    if value in plan.constants:
        origin = plan.constants[value]
        return repr(origin.attrs["value"]) if origin.name == "const" else str(origin.attrs.get("name", "a captured variable"))
    made = plan.definition.get(value)
    if made is not None and made.name == "load_global":
        return made.attrs["name"]
    if value.hint:
        return value.hint
    return piece(source, made.span) if made is not None and made.span is not None else "a value"
