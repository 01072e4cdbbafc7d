"""The command `bench/run`."""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from pydoc_data.topics import topics

from bench.harness.basics import compile_rows, start_rows
from bench.harness.catalogue import GROUPS, TEXT, Program, select
from bench.harness.executors import EXECUTORS, ROOT, Bench, NotTaken, set_up_molt
from bench.harness.plot import plot
from bench.harness.processes import Sample, build_launcher, run_in_turn
from bench.harness.report import report
from bench.harness.results import Results, Runs

RESULTS = ROOT / "bench" / "results"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench/run", description="Measures Molt against CPython, PyPy, mypyc, Nuitka and C. "
                                     "The tables are printed and, with a plot and the raw samples, written to bench/results/.")
    runs = parser.add_mutually_exclusive_group()
    runs.add_argument("--quick", action="store_const", const=1, dest="runs", help="one run of each")
    runs.add_argument("--runs", type=int, default=5, metavar="N", help="runs of each, taken in turn (5)")
    parser.add_argument("--only", type=_words, default=set(), metavar="NAME,...", help="these programs")
    parser.add_argument("--group", type=_words, default=set(), metavar="GROUP,...", help=f"the programs of these groups: {', '.join(GROUPS)}")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--executors", type=_words, default=set(), metavar="NAME,...", help=f"these executors: {', '.join(EXECUTORS)}")
    which.add_argument("--all", action="store_true", help="mypyc and Nuitka too, which are installed under Molt's cache when they are not there")
    words = parser.parse_args()
    if unknown := words.executors - EXECUTORS.keys():
        parser.error(f"no such executor: {', '.join(sorted(unknown))}")
    if words.runs < 1:
        parser.error("--runs takes a number of 1 or more")
    try:
        words.programs = select(words.only, words.group)
    except KeyError as unknown:
        parser.error(f"no such program or group: {unknown.args[0]}")
    return words


def _words(text: str) -> set[str]:
    return set(text.split(","))


def note(line: str) -> None:
    print(f"bench: {line}", file=sys.stderr, flush=True)


def find_executors(wanted: set[str], everything: bool) -> list[str]:
    """Those wanted that are there; a line says how to get one that is not."""
    found = []
    for name, executor in EXECUTORS.items():
        if name in wanted if wanted else everything or executor.by_default:
            hint = executor.find()
            if hint is None:
                found.append(name)
            else:
                note(f"skipped {executor.title}; to have it: {hint}")
    return found


def prepare(program: Program, bench: Bench, executors: list[str], results: Results) -> dict[str, list[str]]:
    """The command of each executor that takes the program, without the program's arguments."""
    commands = {}
    for name in executors:
        if EXECUTORS[name].needs_twin and program.twin is None:
            continue
        try:
            commands[name] = EXECUTORS[name].prepare(program, bench)
        except NotTaken as reason:
            results.skipped.setdefault(program.name, {})[name] = str(reason)
            note(f"{program.name}: skipped {EXECUTORS[name].title}: {reason}")
    return commands


def with_arguments(commands: dict[str, list[str]], words: tuple[str, ...], bench: Bench) -> dict[str, list[str]]:
    given = [str(bench.text) if word == TEXT else word for word in words]
    return {name: [*command, *given] for name, command in commands.items()}


def different_outputs(program: Program, samples: dict[str, list[Sample]]) -> dict[str, str]:
    """By executor: that the first executor in the list, which is CPython when it takes part, prints something else."""
    wrong: dict[str, str] = {}
    reference = next(iter(samples), None)
    for name, runs in samples.items():
        for sample in runs:
            if sample.output != samples[reference or name][0].output:
                wrong[name] = (f"{program.name}: {EXECUTORS[name].title} prints {sample.output[:80]!r}, "
                               f"{EXECUTORS[reference or name].title} {samples[reference or name][0].output[:80]!r}")
    return wrong


def measure(program: Program, bench: Bench, launcher: Path, executors: list[str], rounds: int, results: Results) -> None:
    commands = prepare(program, bench, executors, results)
    # A tiny run warms the caches of files and shows early what does not work.
    samples, failures = run_in_turn(launcher, with_arguments(commands, program.tiny, bench), 1)
    wrong = different_outputs(program, samples)
    sound = {name: commands[name] for name in samples if name not in wrong}
    samples, later_failures = run_in_turn(launcher, with_arguments(sound, program.arguments, bench), rounds)
    wrong |= different_outputs(program, samples)
    for name, reason in {**failures, **later_failures, **dict.fromkeys(wrong, "prints something else")}.items():
        results.skipped.setdefault(program.name, {})[name] = reason
        note(f"{program.name}: {EXECUTORS[name].title} failed: {reason}")
    results.wrong += wrong.values()
    results.runs[program.name] = {name: Runs([s.seconds for s in runs], [s.peak_kib for s in runs])
                                  for name, runs in samples.items() if name not in wrong}
    medians = [f"{name} {results.median(program.name, name):.3f}" for name in results.runs[program.name]]
    note(f"{program.name}: {', '.join(medians)}")


def machine() -> dict[str, str]:
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    return {"machine": f"{platform.system()} {platform.machine()}", "CPython": platform.python_version(), "commit": commit or "unknown"}


def write_results(results: Results, text: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.txt").write_text(text)
    (RESULTS / "latest.json").write_text(json.dumps(results.to_json(), indent=1))
    if any("cpython" in runs and len(runs) > 1 for runs in results.runs.values()):
        (RESULTS / "latest.svg").write_text(plot(results))
    note(f"the tables, the plot and the samples are in {RESULTS.relative_to(ROOT)}/")


def main() -> int:
    words = arguments()
    executors = find_executors(words.executors, words.all)
    results = Results(machine=machine())
    try:
        set_up_molt()
    except NotTaken as reason:
        note(f"Molt is not to be had: {reason}")
        executors = [name for name in executors if not name.startswith("molt-")]
    with tempfile.TemporaryDirectory(prefix="molt-bench-") as folder:
        scratch = Path(folder)
        text = scratch / "input" / "text.txt"
        text.parent.mkdir()
        # The help texts that come with every Python: half a million characters of English.
        text.write_text("\n".join(topics.values()), encoding="utf-8")
        bench = Bench(scratch, text, results.compile_seconds)
        launcher = build_launcher(scratch)
        if not (words.only or words.group or words.executors) and "molt-native" in executors:
            try:
                results.basics = start_rows(scratch, launcher, words.runs) + compile_rows(scratch)
            except NotTaken as reason:
                note(f"skipped start-up and sizes: {reason}")
        for program in words.programs:
            measure(program, bench, launcher, executors, words.runs, results)
    printed = report(results)
    print(printed, end="")
    write_results(results, printed)
    return 1 if results.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
