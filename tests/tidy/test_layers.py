"""Layers import downward only; llvmlite is imported in `backend/` alone; hosts know nothing of the compiler."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOLT = ROOT / "molt"

# Lowest first. A layer imports those below it, and itself.
LAYERS = (
    {"base"},
    {"tables", "diagnostics"},
    {"ir"},
    {"analysis"},
    {"passes", "interp", "frontend"},
    {"backend"},
    {"link"},
    {"package"},
    {"pipeline"},
    {"dev", "explain"},
    {"cli"},
    {"__main__"},
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}

# (importing layer, imported module): each measured, each with its reason.
EXCEPTIONS = {
    # The runtime's build generates wasi.h from wit/ with the encoder, which packaging owns.
    ("link", "molt.package"),
    # What is read of object files is the outermost layer of the binary format, which lies in packaging.
    ("link", "molt.package.sections"),
    # For a type annotation only, behind TYPE_CHECKING.
    ("package", "molt.pipeline"),
}
# Packages outside the standard library, and the layers that may import them.
OUTSIDE = {
    "llvmlite": {"backend"},
    "wasmtime": {"package"},
}
SOURCES = sorted(p for p in MOLT.rglob("*.py") if "lib" not in p.relative_to(MOLT).parts)


def layer_of(path: Path) -> str:
    return path.relative_to(MOLT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, anywhere in it; `from molt import x` is `molt.x`."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            if node.module == "molt":
                yield from (f"molt.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_down(path: Path) -> None:
    layer = layer_of(path)
    if layer == "__init__":
        assert not [i for i in imports(path) if i.startswith("molt")]
        return
    assert layer in LEVEL, f"{layer} is in no layer: give it a place in LAYERS"
    for name in imports(path):
        parts = name.split(".")
        if parts[0] in OUTSIDE:
            assert layer in OUTSIDE[parts[0]], f"{path.relative_to(ROOT)} imports {name}"
        if parts[0] != "molt" or len(parts) == 1 or parts[1] == "__version__" or (layer, name) in EXCEPTIONS:
            continue
        below = parts[1] == layer or LEVEL[parts[1]] < LEVEL[layer]
        assert below, f"{path.relative_to(ROOT)} ({layer}) imports {name}"


def test_hosts_do_not_import_the_compiler() -> None:
    for path in (ROOT / "host" / "python").rglob("*.py"):
        assert not [i for i in imports(path) if i.split(".")[0] == "molt"], path


def test_every_exception_is_needed() -> None:
    found = {(layer_of(p), name) for p in SOURCES for name in imports(p)}
    assert EXCEPTIONS <= found
