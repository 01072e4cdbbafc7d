"""The folder that `molt build --browser` makes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import node_host
from molt.package.browser import build_site
from molt.package.tools import ToolError
from molt.pipeline import Built


@pytest.fixture
def built(compile_text: Callable[[str], Built]) -> Built:
    return compile_text("print('one')")


def test_files(built: Built, tmp_path: Path) -> None:
    build_site(built, tmp_path / "out" / "site")
    names = {path.name for path in (tmp_path / "out" / "site").iterdir()}
    assert names == {"index.html", "app.wasm", "molt.mjs", "abi.mjs", "files.mjs", "molt.d.mts", "worker.mjs"}
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["site"]
    assert "{{" not in (tmp_path / "out" / "site" / "index.html").read_text()


def test_a_site_is_replaced_and_other_files_stay(built: Built, compile_text: Callable[[str], Built], tmp_path: Path) -> None:
    site = tmp_path / "site"
    build_site(built, site)
    (site / "mine.txt").write_text("mine")
    before = (site / "app.wasm").read_bytes()
    build_site(compile_text("print('two')"), site)
    assert (site / "app.wasm").read_bytes() != before
    assert (site / "mine.txt").read_text() == "mine"


def test_an_empty_folder_is_used(built: Built, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    build_site(built, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").exists()


@pytest.mark.parametrize("content", ["index.html", "notes.txt"])
def test_another_folder_is_refused(built: Built, tmp_path: Path, content: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / content).write_text("<title>not ours</title>")
    with pytest.raises(ToolError, match="is not empty and no site of Molt's"):
        build_site(built, tmp_path / "site")
    assert [path.name for path in (tmp_path / "site").iterdir()] == [content]


def test_a_file_is_refused(built: Built, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    with pytest.raises(ToolError, match="is not a folder"):
        build_site(built, tmp_path / "site")


@pytest.mark.skipif(node_host.executable() is None, reason="node is not installed")
def test_the_site_is_a_library(built: Built, tmp_path: Path) -> None:
    build_site(built, tmp_path / "site")
    done = node_host.run(tmp_path / "site" / "app.wasm", ["one"], host=tmp_path / "site" / "molt.mjs")
    assert (done.stdout, done.stderr, done.status) == (b"one\n", b"", 0)
