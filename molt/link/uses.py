"""What the text of the runtime's C functions says that their object code does not.

Object code shows which symbols a function refers to. Which entries of a type's
Slots it reads, and whether it only compares with a class or also makes
instances of it, is read from the source: the runtime accesses slots as
`slots->name` and classes as `&name_class`, nowhere else and in no other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
_STRING = re.compile(r'"(?:\\.|[^"\\\n])*"')
_WORD = re.compile(r"[A-Za-z_]\w*")
_HEAD = re.compile(r"^(?:[A-Za-z_][\w \t*]*?[ \t*])?(\w+)\(")
_INVOCATION = re.compile(r"[A-Z_]+\(.*\)$")
_MACRO = re.compile(r"#\s*define\s+(\w+)")
# Calls and copies of a slot. Merely testing one says nothing, but to compare it one must know it.
_SLOT_CALL = re.compile(r"slots->(\w+)\(")
_SLOT_COPY = re.compile(r"[^=!<>]=\s*[^;=]*slots->(\w+);")
_SLOT_COMPARED = re.compile(r"slots->\w+ [=!]= (\w+)")
# A class that values are only compared with need not have instances.
_COMPARISON = re.compile(r"[!=]=\s*(?:\(Obj \*\))?&\w+_class|&\w+_class\s*[!=]=|"
                         r"\b(?:is_instance|class_is_subclass|exc_matches)\((?:[^()]|\([^()]*\))*?&\w+_class\)|[!=]=\s*class_value\(&\w+_class\)")
_CLASS = re.compile(r"&(\w+)_class\b")
_ALLOCATED = re.compile(r"obj_alloc\(&(\w+)_class\b")
_OPERATOR = re.compile(r"[(,]\s*BIN_(\w+)\s*[,)]")
_NAMED = re.compile(r"class_value\(&(\w+)_class\)")
_LOOKUP = re.compile(r"\bS\((\w+)\)")
_NAME_COMPARISON = re.compile(r"str_equal\([^()]*(?:\([^()]*\))?, S\(\w+\)\)")
_GATE = re.compile(r'^GATE\((\w+), "([^"]*)",', re.M)
# A method's function has a second name, by which compiled code calls it: see CALLABLE.
_CALLABLE = re.compile(r"^(?:METHOD|FUNCTION)\((\w+), (\w+),.*\b(\w+)\)$", re.M)
_SLOT_FIELD = re.compile(r"\(\*(\w+)\)\(")

# Facts: a slot is read; a class has instances, and on the heap; a class can be called; a name is looked up; a symbol is reached.
# And: an op is in the program, or an operator is applied.
SLOT, MADE, ALLOCATED, NAMED, LOOKUP, SYMBOL, OP = "slot:", "made:", "allocated:", "named:", "lookup:", "symbol:", "op:"


@dataclass
class _Chunk:
    """A function or macro: what its text says, and whom it mentions."""

    is_macro: bool = False
    facts: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


@dataclass
class Uses:
    """By file stem and function: the facts that hold once the function can run."""

    files: dict[str, dict[str, frozenset[str]]]
    headers: dict[str, frozenset[str]]
    macros: dict[str, frozenset[str]]  # by file stem, for functions that a macro made
    inline: frozenset[str]  # those of the functions that are inlined into compiled code
    gates: dict[str, tuple[str, ...]]
    compared: frozenset[str]  # functions that slots are compared with
    slots: tuple[str, ...]  # the fields of Slots in order

    def of(self, stem: str, function: str) -> frozenset[str]:
        for known in (self.files.get(stem, {}), self.headers):
            if function in known:
                return known[function]
        return self.macros.get(stem, frozenset()) | self.inline


def scan(source_dir: Path, generated: Iterable[Path] = ()) -> Uses:
    """Reads all C files of the runtime."""
    sources = {path: path.read_text() for path in (*sorted(source_dir.glob("*.c")), *generated)}
    gates = {m[1]: tuple(m[2].split()) for text in sources.values() for m in _GATE.finditer(text)}
    functions = {path: dict(_chunks(text)) for path, text in sources.items()}
    opening = frozenset(word for words in gates.values() for word in words if any(word in own for own in functions.values()))
    headers: dict[str, _Chunk] = {}
    inline: set[str] = set()
    for path in sorted([*source_dir.glob("*.h"), *source_dir.glob("*.inc")]):
        found = dict(_chunks(path.read_text()))
        headers.update(found)
        if path.name == "inline.h":
            inline = set(found)
    compared: set[str] = set()
    files: dict[str, dict[str, frozenset[str]]] = {}
    macros: dict[str, frozenset[str]] = {}
    for path, text in sources.items():
        compared.update(_SLOT_COMPARED.findall(text))
        own = functions[path]
        known = headers | own
        facts = {name: _closure(name, known, opening) for name in own}
        called = {f"c__{owner}__{name}": facts[function] for owner, name, function in _CALLABLE.findall(text) if function in facts}
        files[path.stem] = facts | called
        macros[path.stem] = frozenset().union(*(facts[name] for name, chunk in own.items() if chunk.is_macro))
    in_headers = {name: _closure(name, headers, opening) for name in headers}
    inlined = frozenset().union(*(in_headers[name] for name in inline))
    header = _without_comments((source_dir / "molt.h").read_text())
    fields = header[header.index("typedef struct Slots {") : header.index("} Slots;")]
    slots = tuple(_SLOT_FIELD.findall(fields))
    return Uses(files, in_headers, macros, inlined, gates, frozenset(compared), slots)


def _without_comments(text: str) -> str:
    return _COMMENT.sub(" ", text)


def _chunks(text: str) -> Iterator[tuple[str, _Chunk]]:
    """The functions and macros of a file. A function starts and ends in column 0."""
    lines = _without_comments(text).split("\n")
    chunks: dict[str, _Chunk] = {}
    at = 0
    while at < len(lines):
        start, line = at, lines[at]
        at += 1
        if macro := _MACRO.match(line):
            while lines[at - 1].endswith("\\"):
                at += 1
            name = macro[1]
        elif (head := _HEAD.match(line)) and not _INVOCATION.match(line):
            name = head[1]
            while at < len(lines) and not lines[at - 1].rstrip().endswith(("{", "}", ";")):
                at += 1
            if lines[at - 1].rstrip().endswith("{"):
                while lines[at] != "}":
                    at += 1
                at += 1
        else:
            continue
        _note(chunks.setdefault(name, _Chunk(macro is not None)), "\n".join(lines[start:at]))
    yield from chunks.items()


def _note(chunk: _Chunk, text: str) -> None:
    text = _STRING.sub('""', text)
    chunk.words |= set(_WORD.findall(_LOOKUP.sub(" ", text)))
    chunk.facts |= {LOOKUP + name for name in _LOOKUP.findall(_NAME_COMPARISON.sub(" ", text))}
    chunk.facts |= {SLOT + name for pattern in (_SLOT_CALL, _SLOT_COPY) for name in pattern.findall(text)}
    text = _COMPARISON.sub(" ", text)
    chunk.facts |= {MADE + name for name in _CLASS.findall(text)}
    chunk.facts |= {OP + name.lower() for name in _OPERATOR.findall(text)}
    chunk.facts |= {ALLOCATED + name for name in _ALLOCATED.findall(text)}
    chunk.facts |= {NAMED + name for name in _NAMED.findall(text)}


def _closure(name: str, chunks: dict[str, _Chunk], opening: frozenset[str]) -> frozenset[str]:
    """The facts of a function and of those of the same file and the headers that may be inlined into it.

    opening: what opens gates counts as reached when mentioned, since it may be inlined.
    """
    seen = {name}
    pending = [name]
    facts: set[str] = set()
    while pending:
        chunk = chunks[pending.pop()]
        facts |= chunk.facts
        facts |= {SYMBOL + word for word in chunk.words & opening}
        for word in chunk.words & chunks.keys() - seen:
            seen.add(word)
            pending.append(word)
    return frozenset(facts)
