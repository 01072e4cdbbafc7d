"""The tables that a run prints."""

from __future__ import annotations

from bench.harness.catalogue import COMPILE, GROUPS, RATIOS, Bar
from bench.harness.executors import EXECUTORS
from bench.harness.results import Results, Verdict, figure_of, figures, geomean, verdicts

_FIGURES = {**{key: ratio.title for key, ratio in RATIOS.items()}, COMPILE: "cold build, s"}


def table(header: list[str], rows: list[list[str]]) -> str:
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]

    def line(cells: list[str]) -> str:
        return "  ".join(cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(cells, widths))).rstrip()

    return "\n".join([line(header), line(["-" * w for w in widths]), *map(line, rows)])


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 100 else f"{value:.0f}"


def _times(results: Results, group: str) -> str:
    programs = results.programs(group)
    present = results.executors(programs)
    executors = [name for name in EXECUTORS if name in present]
    header = ["median seconds", *(EXECUTORS[name].title for name in executors)]
    return table(header, [[p.name, *(_number(results.median(p.name, e)) for e in executors)] for p in programs])


def _ratios(results: Results, group: str) -> str:
    columns = [key for key in _FIGURES if figures(results, group, key)]
    if not columns:
        return ""
    rows = [[p.name, *(_number(figure_of(results, p.name, key)) for key in columns)] for p in results.programs(group)]
    means = [_number(geomean(figures(results, group, key).values())) for key in columns]
    return table(["ratios of pairs", *(_FIGURES[key] for key in columns)], [*rows, ["geometric mean", *means]])


def _limit(bar: Bar) -> str:
    subject = "geometric mean" if bar.of == "geomean" else "each"
    return f"{_FIGURES[bar.figure]}: {subject} {bar.relation} {bar.limit:g}"


def _verdict(verdict: Verdict) -> list[str]:
    value = _number(verdict.value) + (f" ({verdict.program})" if verdict.program else "")
    outcome = "reached" if verdict.reached else "MISSED"
    if verdict.missed:
        outcome += f" by {len(verdict.missed)}: {', '.join(verdict.missed)}"
    if verdict.absent:
        outcome += f"; no figure for {', '.join(verdict.absent)}"
    return [_limit(verdict.bar), value, outcome]


def _bars(results: Results, group: str) -> str:
    rows = [_verdict(verdict) for verdict in verdicts(results, group)]
    widths = [max((len(row[i]) for row in rows), default=0) for i in range(2)]
    return "\n".join(f"  {bar.ljust(widths[0])}  {value.ljust(widths[1])}  {outcome}" for bar, value, outcome in rows)


def _skipped(results: Results) -> str:
    """One line for each program that an executor did not take or run."""
    return "\n".join(f"  {EXECUTORS[executor].title} without {program}: {reason}"
                     for program, reasons in results.skipped.items() for executor, reason in reasons.items())


def report(results: Results) -> str:
    parts = []
    if results.machine:
        parts.append("\n".join(f"{key}: {value}" for key, value in results.machine.items()))
    if results.basics:
        parts.append(table(["hello and compile", "figure", "peak memory"], results.basics))
    for group, title in GROUPS.items():
        if results.programs(group):
            sections = [_times(results, group), _ratios(results, group), _bars(results, group)]
            parts.append(f"## {title}\n\n" + "\n\n".join(filter(None, sections)))
    if skipped := _skipped(results):
        parts.append("## Skipped\n\n" + skipped)
    if results.wrong:
        parts.append("## WRONG OUTPUT\n\n" + "\n".join("  " + line for line in results.wrong))
    return "\n\n".join(parts) + "\n"
