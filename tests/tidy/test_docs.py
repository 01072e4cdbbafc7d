"""Pages that are made from tables are up to date, links lead somewhere, and no page names this checkout's place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from molt.tables import features

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "host" / "README.md", *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE_BLOCK = re.compile(r"^```.*?^```", re.M | re.S)


def anchors(page: Path) -> set[str]:
    """The headings of a page as GitHub names them."""
    headings = re.findall(r"^#+ (.*)$", _CODE_BLOCK.sub("", page.read_text()), re.M)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links(page: Path) -> None:
    for target in _LINK.findall(_CODE_BLOCK.sub("", page.read_text())):
        if re.match(r"https?://|mailto:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), f"{target} does not exist"
        if anchor:
            assert anchor in anchors(file), f"{target}: no such heading"


def test_features_page_is_up_to_date() -> None:
    assert (ROOT / "docs" / "features.md").read_text() == features.page(), "run: python -m molt.tables.features > docs/features.md"


# Files that the walk-throughs tell the reader to make.
EXAMPLES = {"molt/passes/none_tests.py", "tests/passes/none_tests.tir"}
# A path in the pages: `molt/pipeline.py`, `tests/run/`, `runtime_wasm/*.c`.
_PATH = re.compile(r"`((?:molt|runtime_wasm|host|native_shim|wit|tests|docs|examples|bench|bin)/[\w./*-]*)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_named_files_exist(page: Path) -> None:
    named = set(_PATH.findall(page.read_text())) - EXAMPLES
    assert not [name for name in named if not list(ROOT.glob(name.rstrip("/")))]
