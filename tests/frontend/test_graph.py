"""Programs of several modules: what is found, what is not, and what is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from molt.diagnostics import CompileError
from molt.frontend import host_target, load_program, used_names
from molt.frontend.graph import Program


def load(tmp_path: Path, files: dict[str, str], entry: str = "main.py") -> Program:
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return load_program(tmp_path / entry, target=host_target())


def names(program: Program) -> list[str]:
    return [unit.name for unit in program.modules]


def codes(tmp_path: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    with pytest.raises(CompileError) as caught:
        load(tmp_path, files)
    return [(d.file.module, d.code) for d in caught.value.diagnostics if d.file]


def test_packages_and_submodules(tmp_path: Path) -> None:
    program = load(tmp_path, {"main.py": "from pkg import leaf, value\nimport ns.mod", "pkg/__init__.py": "value = 1",
                              "pkg/leaf.py": "from . import value", "ns/mod.py": ""})
    assert names(program) == ["__main__", "pkg", "pkg.leaf", "ns", "ns.mod"]
    assert program.env("__main__").submodules == {"pkg": frozenset({"leaf"})}


def test_main_of_a_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path, {"main.py": "", "pkg/__init__.py": "", "pkg/tool.py": "from . import x", "pkg/x.py": ""})
    monkeypatch.chdir(tmp_path)
    program = load_program("pkg.tool", is_module=True, target=host_target())
    assert names(program) == ["__main__", "pkg", "pkg.x"]
    assert program.modules[0].package == "pkg"


def test_guarded_imports_may_fail(tmp_path: Path) -> None:
    text = "try:\n    import nothing\nexcept ImportError:\n    nothing = None"
    modules = load(tmp_path, {"main.py": text}).lower()
    assert any(i.name == "import_missing" for b in modules["__main__"].functions["<module>"].blocks for i in b.instrs)


def test_all_errors_are_collected(tmp_path: Path) -> None:
    files = {"main.py": "import nothing\nimport tkinter\nimport a\nprint(b)", "a.py": "x = = 1"}
    assert codes(tmp_path, files) == [("__main__", "import-not-found"), ("__main__", "unsupported-module"),
                                      ("__main__", "undefined-name"), ("a", "syntax-error")]


def test_names_for_type_checkers_are_not_imported(tmp_path: Path) -> None:
    text = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import nothing\n"
    assert names(load(tmp_path, {"main.py": text})) == ["__main__"]


def test_unused_definitions_are_dropped(tmp_path: Path) -> None:
    files = {"main.py": "import m\nm.used()", "m.py": "def used(): return helper()\ndef helper(): pass\ndef unused(): return other()\n"
             "def other(): pass\nclass Gone:\n    def f(self): pass\n"}
    program = load(tmp_path, files)
    assert program.usage.dropped == {"m": frozenset({"unused", "other", "Gone"})}
    assert {"used", "helper"} <= used_names(program)
    assert set(program.lower()["m"].functions) == {"<module>", "used", "helper"}


def test_unused_imports_of_the_library_are_dropped(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("from collections import UserList\nUserList()")
    dropped = load_program(tmp_path / "main.py").usage.dropped
    assert "UserList" not in dropped["collections"] | dropped["_user_containers"]
    assert {"UserDict", "UserString"} <= dropped["collections"] & dropped["_user_containers"]


def test_names_set_from_outside_shadow_builtins(tmp_path: Path) -> None:
    modules = load(tmp_path, {"main.py": "import m\nm.print = None", "m.py": "print(len)"}).lower()
    loads = [(i.name, i.attrs["name"]) for i in modules["m"].functions["<module>"].blocks[0].instrs if "name" in i.attrs]
    assert ("load_global", "print") in loads and ("load_builtin", "len") in loads


def test_lowering_is_deterministic(tmp_path: Path) -> None:
    from molt.ir.printer import print_module
    files = {"main.py": "import heapq, bisect\nheapq.heappush([], 1)"}
    first, second = ({n: print_module(m) for n, m in load(tmp_path, files).lower().items()} for _ in range(2))
    assert first == second
