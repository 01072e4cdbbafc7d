"""What `molt inspect` says of a component: its interface, what it needs, and what takes the room."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from molt.package import tools
from molt.package.component import CAPABILITIES_SECTION, capabilities

_LARGEST = 15


def report(path: str | Path) -> dict[str, Any]:
    """The encoder's report on the component or module at `path`, with the capabilities noted in it."""
    facts = json.loads(tools.call_encoder("inspect", path, "--json"))
    if needed := capabilities(Path(path).read_bytes()):
        facts["capabilities"] = needed
    return facts


def wit_of(component: bytes) -> str:
    """The world of a component, as WIT."""
    return _shown("wit", component)


def disassemble(core: bytes) -> str:
    """A core module, or a component, in the text format."""
    return _shown("wat", core)


def _shown(command: str, binary: bytes) -> str:
    with tempfile.TemporaryDirectory(prefix="molt-") as folder:
        path = Path(folder, "program.wasm")
        path.write_bytes(binary)
        return tools.call_encoder(command, path)


def text(path: str | Path, facts: dict[str, Any]) -> str:
    """`facts`, from `report`, for people."""
    core = facts.get("core", {})
    lines = [f"{path}: {facts['kind']}, {_size(facts['size'])}"]
    if facts["kind"] == "component":
        lines += ["", "imports", *_indented(facts["imports"]), "", "exports", *_indented(facts["exports"])]
    if needed := facts.get("capabilities"):
        lines += ["", "capabilities it may need", *_indented(f"{name}: {_value(needed[name])}" for name in sorted(needed))]
    customs = [section for section in facts.get("custom_sections", ()) if section["name"] != CAPABILITIES_SECTION]
    if customs:
        lines += ["", "custom sections", *_sized(customs)]
    if core:
        lines += ["", f"core module, {_size(core['size'])}, by section", *_sized(core["sections"])]
        lines += _largest("functions", core["functions"])
        lines += _largest("data segments", core["data"])
    return "\n".join(lines) + "\n"


def _largest(title: str, items: list[dict[str, Any]]) -> list[str]:
    if not items:
        return []
    shown = items[:_LARGEST]
    count = f"the {len(shown)} largest of {len(items)}" if len(items) > len(shown) else f"{len(items)}"
    total = _size(sum(item["size"] for item in items))
    return ["", f"{title}, {count}, {total} in all", *_sized(shown)]


def _sized(items: list[dict[str, Any]]) -> list[str]:
    return [f"  {_size(item['size']):>10}  {item['name'] or '#' + str(item['index'])}" for item in items]


def _indented(items: Any) -> list[str]:
    return [f"  {item}" for item in items]


def _value(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _size(count: int) -> str:
    if count < 10_000:
        return f"{count} B"
    return f"{count / 1000:.1f} kB" if count < 1_000_000 else f"{count / 1_000_000:.2f} MB"
