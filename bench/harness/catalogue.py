"""The programs, their groups, and the bars each group is held to."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PROGRAMS_FOLDER = Path(__file__).resolve().parents[1] / "programs"

# Stands for the path of the text in a program's arguments.
TEXT = "{text}"


@dataclass(frozen=True)
class Program:
    """A program in `bench/programs/GROUP/NAME.py`.

    Without arguments it runs for about a second or more under CPython; `tiny` makes it end at once, for tests and to
    warm up. `arguments` come after the interpreter's and before none: they replace the program's own size.
    """

    name: str
    group: str
    tiny: tuple[str, ...]
    arguments: tuple[str, ...] = ()
    has_twin: bool = False

    @property
    def source(self) -> Path:
        return PROGRAMS_FOLDER / self.group / f"{self.name}.py"

    @property
    def twin(self) -> Path | None:
        return self.source.with_suffix(".c") if self.has_twin else None


def _numeric(name: str, tiny: str) -> Program:
    return Program(name, "numeric", (tiny,), has_twin=True)


PROGRAMS = (
    _numeric("fib", "15"),
    _numeric("nbody", "100"),
    _numeric("spectral_norm", "20"),
    _numeric("fannkuch", "6"),
    _numeric("mandelbrot", "20"),
    _numeric("matmul", "20"),
    _numeric("sieve", "5000"),
    _numeric("collatz", "500"),
    _numeric("fft", "8"),
    _numeric("lu", "20"),
    _numeric("heat", "20"),  # the annotated one
    Program("binary_trees", "allocation", ("6",), has_twin=True),
    Program("linked_list", "allocation", ("1",), has_twin=True),
    Program("richards", "objects", ("500",)),
    Program("constraint_solver", "objects", ("5",)),
    Program("raytracer", "objects", ("16",)),
    Program("lru_cache", "objects", ("2000",)),
    Program("word_count", "data", ("1", TEXT), ("100", TEXT)),
    Program("json_parser", "data", ("20",)),
    Program("csv_aggregate", "data", ("200",)),
    Program("levenshtein", "data", ("8",)),
    Program("markdown", "data", ("10",)),
    Program("graph_search", "data", ("200",)),
    Program("histogram", "data", ("60000",)),
    Program("memo_recursion", "data", ("1",)),
    Program("generators", "data", ("2000",)),
    Program("exceptions", "data", ("500",)),
    Program("sorting", "data", ("500",)),
    Program("pidigits", "bigints", ("60",)),
    Program("rsa", "bigints", ("128",)),
)

GROUPS = {
    "numeric": "Numeric loops",
    "allocation": "Allocation",
    "objects": "Objects",
    "data": "Text, dicts, sets, generators, exceptions, sorting",
    "bigints": "Big integers",
}


@dataclass(frozen=True)
class Ratio:
    """What is compared: the figure of `over` divided by that of `under`, for each round of runs."""

    title: str
    over: str
    under: str
    figure: str = "seconds"  # or "peak_kib"


RATIOS = {
    "c-wasm": Ratio("Molt/C wasm", "molt-engine", "c-wasm"),
    "cpython": Ratio("CPython/Molt", "cpython", "molt-native"),
    "pypy": Ratio("PyPy/Molt", "pypy", "molt-native"),
    "memory": Ratio("memory/CPython", "molt-native", "cpython", "peak_kib"),
}
COMPILE = "compile"  # not a ratio: seconds of a cold build

AT_MOST, AT_LEAST, BELOW = "at most", "at least", "below"
_HOLDS: dict[str, Callable[[float, float], bool]] = {AT_MOST: operator.le, AT_LEAST: operator.ge, BELOW: operator.lt}


@dataclass(frozen=True)
class Bar:
    """A limit for the geometric mean of a group's figures (`of` = "geomean") or for the worst of them ("each")."""

    figure: str  # a key of RATIOS, or COMPILE
    of: str
    relation: str
    limit: float

    def holds(self, value: float) -> bool:
        return _HOLDS[self.relation](value, self.limit)

    def worst(self, values: dict[str, float]) -> str:
        """The program that comes nearest to missing the bar, or misses it by most."""
        return (min if self.relation == AT_LEAST else max)(values, key=values.__getitem__)


BARS = {
    "numeric": (Bar("c-wasm", "geomean", AT_MOST, 1.5), Bar("c-wasm", "each", AT_MOST, 2.5), Bar("cpython", "geomean", AT_LEAST, 30)),
    "allocation": (Bar("c-wasm", "each", AT_MOST, 3), Bar("cpython", "each", AT_LEAST, 8)),
    "objects": (Bar("cpython", "geomean", AT_LEAST, 15), Bar("cpython", "each", AT_LEAST, 6)),
    "data": (Bar("cpython", "geomean", AT_LEAST, 4), Bar("cpython", "each", AT_LEAST, 1.5)),
    "bigints": (Bar("cpython", "each", AT_LEAST, 0.5),),
}
BARS_OF_ALL = (Bar("pypy", "each", AT_LEAST, 1), Bar("memory", "each", AT_MOST, 1), Bar(COMPILE, "each", BELOW, 5))


def select(names: set[str], groups: set[str]) -> list[Program]:
    """The programs of these names or groups; all, when neither is given. Raises KeyError with a word that is neither."""
    for unknown in (names - {p.name for p in PROGRAMS}) | (groups - GROUPS.keys()):
        raise KeyError(unknown)
    return [p for p in PROGRAMS if p.name in names or p.group in groups or not (names or groups)]
