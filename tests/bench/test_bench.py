"""The bench is whole: each program runs, has its group and its twin, and tables and plot can be made of made-up samples."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import pytest

from bench.harness import __main__ as command
from bench.harness.catalogue import (
    AT_LEAST,
    AT_MOST,
    BARS,
    BELOW,
    COMPILE,
    GROUPS,
    PROGRAMS,
    PROGRAMS_FOLDER,
    RATIOS,
    TEXT,
    Bar,
    Program,
    select,
)
from bench.harness.executors import EXECUTORS, ROOT, Bench
from bench.harness.plot import plot
from bench.harness.processes import SECONDS_FILE, RunFailed, Sample, build_launcher, run_in_turn, run_once
from bench.harness.report import report
from bench.harness.results import Results, Runs, geomean, paired_ratio, verdicts

needs_cc = pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")


def tiny_arguments(program: Program) -> list[str]:
    return [str(ROOT / "LICENSE") if word == TEXT else word for word in program.tiny]


def made_up(seconds: dict[str, dict[str, list[float]]]) -> Results:
    runs = {program: {name: Runs(times, [1000] * len(times)) for name, times in by.items()} for program, by in seconds.items()}
    return Results(runs=runs, compile_seconds={program: 0.5 for program in seconds})


# Programs


def test_the_catalogue_lists_every_program_once() -> None:
    assert len(PROGRAMS) >= 24
    assert {p.source for p in PROGRAMS} == set(PROGRAMS_FOLDER.glob("*/*.py"))
    assert max(Counter(p.name for p in PROGRAMS).values()) == 1
    assert {p.group for p in PROGRAMS} == GROUPS.keys() == BARS.keys()


def test_numeric_programs_and_allocation_have_twins() -> None:
    assert {p.twin for p in PROGRAMS if p.twin} == set(PROGRAMS_FOLDER.glob("*/*.c"))
    assert {p.group for p in PROGRAMS if p.twin} == {"numeric", "allocation"}
    assert all(p.twin for p in PROGRAMS if p.group in ("numeric", "allocation"))


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.name)
def test_program_prints_the_same_twice(program: Program) -> None:
    runs = [subprocess.run([sys.executable, str(program.source), *tiny_arguments(program)], capture_output=True, env={"PYTHONHASHSEED": seed})
            for seed in ("1", "2")]
    assert [r.returncode for r in runs] == [0, 0], runs[0].stderr.decode()
    assert runs[0].stdout == runs[1].stdout != b""


@needs_cc
@pytest.mark.parametrize("program", [p for p in PROGRAMS if p.twin], ids=lambda p: p.name)
def test_twin_prints_what_the_program_prints(program: Program, tmp_path: Path) -> None:
    twin = tmp_path / "twin"
    subprocess.run(["cc", "-O2", "-Wall", "-Wextra", "-Werror", "-o", str(twin), str(program.twin), "-lm"], check=True)
    outputs = {subprocess.run([*words, *program.tiny], capture_output=True, check=True).stdout
               for words in ([str(twin)], [sys.executable, str(program.source)])}
    assert len(outputs) == 1


def test_default_sizes_of_twins() -> None:
    """Run without arguments, a twin does as much as its program."""
    for program in PROGRAMS:
        if program.twin:
            size = program.source.read_text().partition("len(sys.argv) > 1 else ")[2].split("\n")[0].rstrip(")")
            assert f"size_argument(argc, argv, {size})" in program.twin.read_text(), program.name


def test_select() -> None:
    assert select(set(), set()) == list(PROGRAMS)
    assert [p.name for p in select({"fib"}, {"bigints"})] == ["fib", "pidigits", "rsa"]
    with pytest.raises(KeyError, match="nothing"):
        select({"nothing"}, set())


# Processes


@needs_cc
def test_run_once(tmp_path: Path) -> None:
    launcher = build_launcher(tmp_path)
    sample = run_once(launcher, [sys.executable, "-c", "print(6 * 7)"])
    assert sample.output == b"42\n" and sample.seconds > 0 and sample.peak_kib > 1000
    own = "import sys; open(sys.argv[1], 'w').write('123.5')"
    assert run_once(launcher, [sys.executable, "-c", own, SECONDS_FILE]).seconds == 123.5
    with pytest.raises(RunFailed, match="status 3: told"):
        run_once(launcher, [sys.executable, "-c", "import sys; print('told', file=sys.stderr); sys.exit(3)"])


@needs_cc
def test_run_in_turn(tmp_path: Path) -> None:
    log = tmp_path / "log"
    words = {name: [sys.executable, "-c", f"open({str(log)!r}, 'a').write({name!r})"] for name in ("a", "b")}
    samples, failures = run_in_turn(build_launcher(tmp_path), {**words, "c": [sys.executable, "-c", "1 / 0"]}, 2)
    assert log.read_text() == "abab"
    assert {name: len(runs) for name, runs in samples.items()} == {"a": 2, "b": 2}
    assert failures == {"c": "status 1: ZeroDivisionError: division by zero"}


def test_different_outputs() -> None:
    samples = {"cpython": [Sample(1, 1, b"1\n")], "pypy": [Sample(1, 1, b"1\n")], "c-native": [Sample(1, 1, b"2\n")]}
    wrong = command.different_outputs(PROGRAMS[0], samples)
    assert wrong == {"c-native": "fib: C native prints b'2\\n', CPython 3.12 b'1\\n'"}


def test_commands_of_programs(tmp_path: Path) -> None:
    program = next(p for p in PROGRAMS if p.name == "word_count")
    bench = Bench(tmp_path, tmp_path / "text.txt")
    results = Results()
    commands = command.prepare(program, bench, ["cpython", "c-native"], results)
    assert list(commands) == ["cpython"] and not results.skipped
    assert command.with_arguments(commands, program.tiny, bench)["cpython"][1:] == [str(program.source), "1", str(bench.text)]


# Figures, tables, plot


def test_ratios_are_of_pairs() -> None:
    # The third round ran on a machine half as fast.
    assert paired_ratio([2.0, 2.0, 4.0], [1.0, 1.0, 2.0]) == 2.0
    assert geomean([1.0, 4.0]) == 2.0


def test_ratios_name_executors() -> None:
    assert {name for r in RATIOS.values() for name in (r.over, r.under)} <= EXECUTORS.keys()
    assert {bar.figure for bars in BARS.values() for bar in bars} <= RATIOS.keys()


def test_bars_hold_on_their_side() -> None:
    assert Bar("c-wasm", "each", AT_MOST, 2).holds(2) and not Bar("c-wasm", "each", AT_MOST, 2).holds(2.1)
    assert Bar("cpython", "each", AT_LEAST, 2).holds(2) and not Bar("cpython", "each", AT_LEAST, 2).holds(1.9)
    assert not Bar(COMPILE, "each", BELOW, 5).holds(5)
    assert Bar("cpython", "each", AT_LEAST, 2).worst({"a": 1.0, "b": 3.0}) == "a"
    assert Bar("c-wasm", "each", AT_MOST, 2).worst({"a": 1.0, "b": 3.0}) == "b"


def test_verdicts() -> None:
    results = made_up({
        "fib": {"cpython": [40.0], "molt-native": [1.0], "molt-engine": [1.0], "c-wasm": [1.0]},
        "fft": {"cpython": [40.0], "molt-native": [1.0], "molt-engine": [3.0], "c-wasm": [1.0]},
    })
    found = {(v.bar.figure, v.bar.of): (v.reached, v.program, v.missed) for v in verdicts(results, "numeric")}
    assert found == {
        ("c-wasm", "geomean"): (False, "", ()),
        ("c-wasm", "each"): (False, "fft", ("fft",)),
        ("cpython", "geomean"): (True, "", ()),
        ("memory", "each"): (True, "fib", ()),
        (COMPILE, "each"): (True, "fib", ()),
    }


def test_a_program_that_fails_keeps_a_bar_from_being_reached() -> None:
    results = made_up({"rsa": {"cpython": [1.0], "molt-native": [1.0]}, "pidigits": {"cpython": [1.0]}})
    assert {v.bar.figure: v.reached for v in verdicts(results, "bigints")} == {"cpython": True, "memory": True, COMPILE: True}
    results.skipped = {"pidigits": {"molt-native": "trapped"}}
    assert {v.bar.figure: v.absent for v in verdicts(results, "bigints")} == {"cpython": ("pidigits",), "memory": ("pidigits",), COMPILE: ()}
    assert "reached" not in report(results).partition("memory/CPython: each")[2].partition("\n")[0]
    assert "MISSED; no figure for pidigits" in report(results)


def test_report() -> None:
    results = made_up({"fib": {"cpython": [3.0, 3.0], "molt-native": [0.1, 0.1]}, "rsa": {"cpython": [1.0], "molt-native": [4.0]}})
    results.skipped = {"rsa": {"mypyc": "error: told so"}}
    results.wrong = ["fib: one prints another thing"]
    text = report(results)
    assert "CPython/Molt: geometric mean at least 30  30.00" in text and "reached" in text
    assert "0.250 (rsa)" in text and "MISSED by 1: rsa" in text
    assert "mypyc without rsa: error: told so" in text and "one prints another thing" in text
    assert "Objects" not in text


def test_report_of_nothing_measured() -> None:
    assert "fib" in report(made_up({"fib": {}}))
    assert json.loads(json.dumps(made_up({"fib": {"cpython": [1.0]}}).to_json()))["runs"]["fib"]["cpython"]["seconds"] == [1.0]


def test_plot() -> None:
    results = made_up({"fib": {"cpython": [3.0], "molt-native": [0.03], "pypy": [6.0]}, "rsa": {"cpython": [1.0]}, "fft": {"pypy": [1.0]}})
    svg = ElementTree.fromstring(plot(results))
    namespace = "{http://www.w3.org/2000/svg}"
    bars = {title.text: float(rect.attrib["width"]) for rect in svg.iter(f"{namespace}rect") for title in rect.iter(f"{namespace}title")}
    assert bars.keys() == {"Molt native: 100 times CPython", "PyPy: 0.5 times CPython"}
    assert bars["Molt native: 100 times CPython"] > bars["PyPy: 0.5 times CPython"] > 0
    words = [text.text for text in svg.iter(f"{namespace}text")]
    assert "fib" in words and "rsa" not in words and "fft" not in words


def test_an_executor_that_is_absent_is_skipped(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert command.find_executors({"pypy", "cpython"}, everything=False) == ["cpython"]
    assert "skipped PyPy; to have it: on Debian, apt-get install pypy3" in capsys.readouterr().err
