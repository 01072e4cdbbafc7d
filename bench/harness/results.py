"""The samples of one run of the bench, and what follows from them: medians, ratios, means, bars."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from bench.harness.catalogue import BARS, BARS_OF_ALL, COMPILE, PROGRAMS, RATIOS, Bar, Program, Ratio


@dataclass
class Runs:
    """The samples of one program under one executor, in the order they were taken."""

    seconds: list[float]
    peak_kib: list[int]


@dataclass
class Results:
    """`runs[program][executor]`; `skipped` says why a program has no runs under an executor."""

    runs: dict[str, dict[str, Runs]] = field(default_factory=dict)
    compile_seconds: dict[str, float] = field(default_factory=dict)
    skipped: dict[str, dict[str, str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)  # lines that name a program and an executor whose outputs differ
    basics: list[list[str]] = field(default_factory=list)
    machine: dict[str, str] = field(default_factory=dict)

    def programs(self, group: str | None = None) -> list[Program]:
        return [p for p in PROGRAMS if p.name in self.runs and group in (None, p.group)]

    def executors(self, programs: Iterable[Program]) -> set[str]:
        return {executor for p in programs for executor in self.runs[p.name]}

    def median(self, program: str, executor: str, figure: str = "seconds") -> float | None:
        runs = self.runs[program].get(executor)
        return statistics.median(getattr(runs, figure)) if runs else None

    def to_json(self) -> dict[str, object]:
        return asdict(self)


def paired_ratio(over: list[float], under: list[float]) -> float:
    """The median of the ratios of runs that followed each other: what slows the machine for a while cancels out."""
    return statistics.median(a / b for a, b in zip(over, under, strict=True))


def ratio_of_runs(results: Results, program: str, over: str, under: str, figure: str = "seconds") -> float | None:
    runs = results.runs[program]
    if over not in runs or under not in runs:
        return None
    return paired_ratio(getattr(runs[over], figure), getattr(runs[under], figure))


def figure_of(results: Results, program: str, figure: str) -> float | None:
    """A ratio by its key in RATIOS, or the seconds of a cold build."""
    if figure == COMPILE:
        return results.compile_seconds.get(program)
    ratio: Ratio = RATIOS[figure]
    return ratio_of_runs(results, program, ratio.over, ratio.under, ratio.figure)


def figures(results: Results, group: str, figure: str) -> dict[str, float]:
    found = {p.name: figure_of(results, p.name, figure) for p in results.programs(group)}
    return {name: value for name, value in found.items() if value is not None}


def geomean(values: Iterable[float]) -> float:
    logs = [math.log(value) for value in values]
    return math.exp(sum(logs) / len(logs))


@dataclass(frozen=True)
class Verdict:
    bar: Bar
    value: float
    program: str  # the worst one; empty for a mean
    missed: tuple[str, ...]  # the programs beyond the bar
    absent: tuple[str, ...]  # the programs without a figure, for an executor did not take or run them

    @property
    def reached(self) -> bool:
        return self.bar.holds(self.value) and not self.absent


def _absent(results: Results, group: str, figure: str) -> tuple[str, ...]:
    executors = {"molt-component", "molt-native", "molt-engine"} if figure == COMPILE else {RATIOS[figure].over, RATIOS[figure].under}
    lacking = [p.name for p in results.programs(group) if figure_of(results, p.name, figure) is None]
    return tuple(name for name in lacking if executors & results.skipped.get(name, {}).keys())


def verdicts(results: Results, group: str) -> list[Verdict]:
    """The bars of a group for which there are figures."""
    found = []
    for bar in (*BARS[group], *BARS_OF_ALL):
        values = figures(results, group, bar.figure)
        if not values:
            continue
        absent = _absent(results, group, bar.figure)
        if bar.of == "geomean":
            found.append(Verdict(bar, geomean(values.values()), "", (), absent))
        else:
            worst = bar.worst(values)
            missed = tuple(name for name, value in values.items() if not bar.holds(value))
            found.append(Verdict(bar, values[worst], worst, missed, absent))
    return found
