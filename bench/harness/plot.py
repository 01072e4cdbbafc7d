"""The plot: for each program, how many times as fast as CPython 3.12 each executor runs it, on a logarithmic scale."""

from __future__ import annotations

import math
from html import escape

from bench.harness.catalogue import GROUPS
from bench.harness.executors import EXECUTORS
from bench.harness.results import Results, ratio_of_runs

REFERENCE = "cpython"
_LEFT, _WIDTH, _RIGHT = 150, 760, 70
_BAR, _PROGRAM_GAP = 7, 9
_FONT = 'font-family="sans-serif" font-size'


def _speeds(results: Results) -> dict[str, dict[str, float]]:
    """By program and executor, in the order of EXECUTORS, without the reference itself."""
    speeds: dict[str, dict[str, float]] = {}
    for program in results.programs():
        found = {name: ratio_of_runs(results, program.name, REFERENCE, name) for name in EXECUTORS if name != REFERENCE}
        speeds[program.name] = {name: value for name, value in found.items() if value is not None}
    return speeds


def _ticks(low: float, high: float) -> list[float]:
    """1, 2 and 5 times the powers of ten that cover the range."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    steps = [m * 10.0**e for e in range(first, last + 1) for m in (1, 2, 5)]
    inside = [t for t in steps if low <= t <= high]
    return [max(t for t in steps if t <= low), *(t for t in inside if t > low), *[t for t in steps if t > high][:1]]


class _Drawing:
    """SVG elements from top to bottom, and the scale from a ratio to an x coordinate."""

    def __init__(self, ticks: list[float]) -> None:
        self.ticks = ticks
        self.parts: list[str] = []
        self.y = 0.0

    def x(self, ratio: float) -> float:
        low, high = math.log(self.ticks[0]), math.log(self.ticks[-1])
        return _LEFT + _WIDTH * (math.log(ratio) - low) / (high - low)

    def text(self, x: float, y: float, words: str, size: int = 11, anchor: str = "start", weight: str = "normal") -> None:
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" {_FONT}="{size}" text-anchor="{anchor}" font-weight="{weight}">{escape(words)}</text>')

    def bar(self, executor: str, ratio: float) -> None:
        start, end = sorted((self.x(1), self.x(ratio)))
        title = escape(f"{EXECUTORS[executor].title}: {ratio:.3g} times CPython")
        self.parts.append(f'<rect x="{start:.1f}" y="{self.y:.1f}" width="{max(end - start, 1):.1f}" height="{_BAR - 1}" '
                          f'fill="{EXECUTORS[executor].color}"><title>{title}</title></rect>')
        self.y += _BAR

    def legend(self, executors: list[str]) -> None:
        for i, name in enumerate(executors):
            x, y = _LEFT + i % 5 * 160, self.y + i // 5 * 18
            self.parts.append(f'<rect x="{x}" y="{y}" width="11" height="11" fill="{EXECUTORS[name].color}"/>')
            self.text(x + 16, y + 10, EXECUTORS[name].title)
        self.y += 18 * ((len(executors) + 4) // 5) + 8

    def grid(self, top: float) -> list[str]:
        """Lines for the ticks, to lie under the bars, with their numbers above and below."""
        lines = []
        for tick in self.ticks:
            x, stroke = self.x(tick), "#000000" if tick == 1 else "#dddddd"
            lines.append(f'<line x1="{x:.1f}" y1="{top:.1f}" x2="{x:.1f}" y2="{self.y:.1f}" stroke="{stroke}"/>')
            for y in (top - 4, self.y + 13):
                self.text(x, y, f"{tick:g}", 10, "middle")
        return lines


def plot(results: Results) -> str:
    """An SVG document; programs without a run under CPython 3.12 are not in it."""
    speeds = {program: values for program, values in _speeds(results).items() if values}
    everything = [value for values in speeds.values() for value in values.values()]
    drawing = _Drawing(_ticks(min([*everything, 0.9]), max([*everything, 1.1])))
    drawing.y = 14
    drawing.text(_LEFT, drawing.y, "Times as fast as CPython 3.12 (longer to the right is faster)", 14, weight="bold")
    drawing.y += 16
    drawing.legend([name for name in EXECUTORS if any(name in values for values in speeds.values())])
    drawing.y += 14
    top = drawing.y
    for group, title in GROUPS.items():
        programs = [p.name for p in results.programs(group) if p.name in speeds]
        if not programs:
            continue
        drawing.y += 18
        drawing.text(8, drawing.y, title, 12, weight="bold")
        drawing.y += 8
        for program in programs:
            drawing.text(_LEFT - 8, drawing.y + _BAR * len(speeds[program]) / 2 + 4, program, anchor="end")
            for executor, ratio in speeds[program].items():
                drawing.bar(executor, ratio)
            drawing.y += _PROGRAM_GAP
    body = drawing.grid(top) + drawing.parts
    width, height = _LEFT + _WIDTH + _RIGHT, drawing.y + 24
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height:.0f}" viewBox="0 0 {width} {height:.0f}">\n'
            f'<rect width="100%" height="100%" fill="#ffffff"/>\n' + "\n".join(body) + "\n</svg>\n")
