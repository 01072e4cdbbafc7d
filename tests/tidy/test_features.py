"""The table of features agrees with the programs; every diagnostic code has something that triggers it."""

from __future__ import annotations

import fnmatch
import re
from pathlib import Path

import pytest

from molt.cli import main as cli
from molt.diagnostics import CODES, CompileError
from molt.frontend import load_program
from molt.tables.features import FEATURES, Feature

ROOT = Path(__file__).resolve().parents[2]
RUN = {p.stem for p in (ROOT / "tests" / "run").glob("*.py")} | {p.parent.name for p in (ROOT / "tests" / "run").glob("*/main.py")}
ERRORS = {p.stem: p for p in (ROOT / "tests" / "errors").glob("*.py")}
_CODE = re.compile(r"#\s*error(?:@\d+)?:\s*\[([\w-]+)\]")

# Codes that blame no line of a program, so that no program in tests/errors can show them: each has a test below.
WITHOUT_A_LINE = {"file-not-found", "unsupported-encoding", "too-deep", "internal-error"}


def candidates(feature: Feature) -> set[str]:
    return RUN if feature.folder == "tests/run" else set(ERRORS)


def named(feature: Feature) -> set[str]:
    return {n for pattern in feature.programs for n in fnmatch.filter(candidates(feature), pattern)}


@pytest.mark.parametrize("feature", FEATURES, ids=lambda f: f.title)
def test_programs_exist(feature: Feature) -> None:
    assert feature.programs
    for pattern in feature.programs:
        assert fnmatch.filter(candidates(feature), pattern), f"no program matches {pattern}"


@pytest.mark.parametrize("feature", [f for f in FEATURES if f.folder == "tests/errors"], ids=lambda f: f.title)
def test_rejections(feature: Feature) -> None:
    assert feature.code in CODES
    for name in named(feature):
        assert feature.code in _CODE.findall(ERRORS[name].read_text()), f"{name} does not expect {feature.code}"


def test_every_program_belongs_to_a_feature() -> None:
    for folder, names in (("tests/run", RUN), ("tests/errors", set(ERRORS))):
        assert not names - set().union(*(named(f) for f in FEATURES if f.folder == folder))


def test_every_code_has_a_program() -> None:
    shown = {code for path in ERRORS.values() for code in _CODE.findall(path.read_text())}
    assert set(CODES) == shown | WITHOUT_A_LINE


def codes_of(path: Path) -> list[str]:
    try:
        load_program(path)
    except CompileError as error:
        return [d.code for d in error.diagnostics]
    pytest.fail("the program is accepted")


def test_file_not_found(tmp_path: Path) -> None:
    assert codes_of(tmp_path / "absent.py") == ["file-not-found"]


def test_unsupported_encoding(tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text("# -*- coding: no-such-encoding -*-\n")
    assert codes_of(path) == ["unsupported-encoding"]


def test_too_deep(tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text("x = " + "-" * 20_000 + "1\n")
    assert codes_of(path) == ["too-deep"]


def test_internal_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(words: list[str]) -> int:
        raise ZeroDivisionError("a mistake of ours")

    import molt.cli.explain
    monkeypatch.setattr(molt.cli.explain, "main", broken)
    assert cli.main(["explain"]) == 70
    assert "internal error: ZeroDivisionError: a mistake of ours" in capsys.readouterr().err
