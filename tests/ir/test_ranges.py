"""Range analysis: intervals of ops one by one, of loops, and of random functions against what running them gives."""

from __future__ import annotations

import itertools
import random

import pytest

from molt.analysis import intervals
from molt.analysis.intervals import EXACT, I64
from molt.analysis.ranges import COMPARISONS, Ranges
from molt.base.source import SourceFile
from molt.frontend import ModuleEnv, lower_module, parse
from molt.interp.table import FRAMED, LEAVE, PLAIN
from molt.ir.core import Function
from molt.ir.parser import parse_function
from molt.passes.manager import PassManager

_ENV = ModuleEnv(modules=frozenset(), builtins=frozenset({"range", "abs", "min", "max"}), used_names=frozenset())
_NUMBERS = (I64[0], I64[0] + 1, -(1 << 47), -65, -8, -3, -1, 0, 1, 2, 5, 7, 62, 63, 64, 1 << 31, 1 << 47, I64[1] - 1, I64[1])


def perform(name: str, *operands: int) -> object:
    return FRAMED[name](None, {}, *operands) if name in FRAMED else PLAIN[name](*operands)


def an_interval(r: random.Random) -> tuple[int, int]:
    low, high = sorted(r.choices(_NUMBERS, k=2))
    return low, high


def sample(r: random.Random, interval: tuple[int, int]) -> list[int]:
    low, high = interval
    return [low, high, r.randint(low, high), *(n for n in _NUMBERS if low <= n <= high)]


@pytest.mark.parametrize("name", [name for name in EXACT if name != "i64_step"])
def test_results_are_in_their_interval(name: str) -> None:
    r = random.Random(name)
    n_operands = EXACT[name].__code__.co_argcount
    for _ in range(60):
        given = [an_interval(r) for _ in range(n_operands)]
        found, succeeds = intervals.result(name, *given), intervals.always_succeeds(name, *given)
        for operands in itertools.product(*(sample(r, interval) for interval in given)):
            result = perform(name, *operands)
            if result is LEAVE:
                assert not succeeds, (given, operands)
            else:
                assert found is not None and found[0] <= result <= found[1], (given, operands, found)


@pytest.mark.parametrize("name", ["i64_truediv", "i64_to_f64_exact"])
def test_ops_that_succeed(name: str) -> None:
    r = random.Random(name)
    for _ in range(200):
        given = [an_interval(r) for _ in range(2 if name == "i64_truediv" else 1)]
        if intervals.always_succeeds(name, *given):
            assert LEAVE not in [perform(name, *operands) for operands in itertools.product(*(sample(r, i) for i in given))]


@pytest.mark.parametrize("name", COMPARISONS)
def test_comparisons(name: str) -> None:
    r = random.Random(name)
    for _ in range(100):
        a, b = an_interval(r), an_interval(r)
        outcome, left = intervals.compare(COMPARISONS[name], a, b), intervals.where(COMPARISONS[name], a, b)
        for x, y in itertools.product(sample(r, a), sample(r, b)):
            assert outcome in (None, perform(name, x, y))
            assert not perform(name, x, y) or left is not None and left[0] <= x <= left[1]


def ranges_of(text: str) -> dict[str, tuple[int, int] | None]:
    """The interval of each int of a function, by the name that its text gives it."""
    function = parse_function("func @f() line 1 {\n^entry:\n  %s = const None\n  %list = build_list\n" + text + "\n^slow:\n  ret %s\n}\n")
    ranges = Ranges(function)
    values = [v for b in function.blocks for v in (*b.params, *(r for i in b.instrs for r in i.results))]
    return {value.hint: ranges.result(value) for value in values if value.type == "i64"}


COUNTED = """\
  %n = list_len %list
  %zero = const_i64 0
  %one = const_i64 1
  jump -> ^for(%zero)
^for(%i: i64):
  %more = i64_lt %i, %n
  branch %more -> then ^item, else ^end
^item:
  %next = i64_add %i, %one -> slow ^slow
  jump -> ^for1(%zero)
^for1(%j: i64):
  %more1 = i64_le %j, %i
  branch %more1 -> then ^item1, else ^for(%next)
^item1:
  %sum = i64_add %i, %j -> slow ^slow
  %next1 = i64_add %j, %one -> slow ^slow
  jump -> ^for1(%next1)
^end:
  ret %s"""


def test_nested_loops_are_narrowed_to_their_conditions() -> None:
    found = ranges_of(COUNTED)
    most = intervals.LENGTH[1]
    assert found["i"] == (0, most) and found["next"] == (1, most)
    assert found["j"] == (0, most) and found["sum"] == (0, 2 * (most - 1))


def test_a_counter_without_bound_grows_to_the_end() -> None:
    found = ranges_of("  %zero = const_i64 0\n  %one = const_i64 1\n  jump -> ^loop(%zero)\n^loop(%i: i64):\n  %next = i64_add %i, %one -> slow ^slow\n  jump -> ^loop(%next)")
    assert found["i"] == (0, I64[1]) and found["next"] == (1, I64[1])


def test_what_an_op_has_shown_does_not_hold_where_it_has_left() -> None:
    found = ranges_of("  %o = const 3\n  %big = const 4\n  %a = to_i64 %o -> slow ^slow\n  %b = i64_mul %a, %a -> slow ^slow\n"
                      "  %item = list_item %list, %b -> slow ^left\n  %c = i64_invert %b\n  ret %s\n^left:\n  %d = i64_invert %b\n  ret %s")
    assert found["c"] == (-(1 << 29), -1) and found["d"] == (-(1 << 63), -1)


def test_the_root_of_a_bounded_square() -> None:
    found = ranges_of("  %o = const 3\n  %a = to_i64 %o -> slow ^slow\n  %limit = const_i64 1000\n  %b = i64_mul %a, %a -> slow ^slow\n"
                      "  %in = i64_lt %b, %limit\n  branch %in -> then ^in, else ^out\n^in:\n  %c = i64_neg %a -> slow ^slow\n  ret %s\n^out:\n  ret %s")
    assert found["c"] == (-31, 31)


# Random functions.

class _Writer:
    """Writes the body of a function of ints."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.lines: list[str] = []
        self.counters = 0

    def expression(self, depth: int = 2) -> str:
        r = self.random
        if depth == 0 or r.random() < 0.3:
            return r.choice(("a", "b", "c", "x", "y", str(r.choice((0, 1, 2, 3, 7, 16, 100, 2**31, 2**40)))))
        left, right = self.expression(depth - 1), self.expression(depth - 1)
        return r.choice((f"({left} + {right})", f"({left} - {right})", f"({left} * {right})", f"({left} // {right})", f"({left} % {right})",
                         f"({left} & {right})", f"({left} | {right})", f"({left} ^ {right})", f"({left} >> {right})", f"({left} << {right})",
                         f"(-{left})", f"(~{left})", f"abs({left})", f"min({left}, {right})", f"max({left}, {right})", f"{left} ** 2"))

    def block(self, indent: str, depth: int) -> None:
        for _ in range(self.random.randint(1, 3)):
            self.statement(indent, depth)

    def statement(self, indent: str, depth: int) -> None:
        r = self.random
        kind = r.choice(("assign", "assign", "if", "for", "while")) if depth else r.choice(("assign", "add"))
        if kind == "add":
            self.lines.append(f"{indent}{r.choice('xyab')} {r.choice('+-')}= {r.choice(('1', '3', 'c', 'x'))}")
            return
        if kind == "assign":
            self.lines.append(f"{indent}{r.choice('xyab')} = {self.expression()}")
            return
        condition = f"{r.choice('xyabc')} {r.choice(('<', '<=', '>', '>=', '==', '!='))} {self.expression(1)}"
        if kind == "for":
            self.counters += 1
            bounds = r.choice((self.expression(1), f"{self.expression(1)}, {self.expression(1)}", f"{self.expression(1)}, {self.expression(1)}, {r.choice((-3, -1, 2))}"))
            self.lines.append(f"{indent}for i{self.counters} in range({bounds}):")
            self.lines.append(f"{indent}    {r.choice('xy')} = i{self.counters} {r.choice('+-*')} {r.choice('xyc')}")
        else:
            self.lines.append(f"{indent}{kind} {condition}:")
        self.block(indent + "    ", depth - 1)
        if kind == "if":
            self.lines.append(f"{indent}else:")
            self.block(indent + "    ", depth - 1)

    def text(self) -> str:
        self.lines.append("def f(a, b, c):")
        self.lines.append("    x = y = 1")
        self.block("    ", 3)
        return "\n".join([*self.lines, "    return x", "", "f(1, 2, 3)", ""])


def specialised(text: str) -> Function:
    module = lower_module(parse(SourceFile("case.py", text, "__main__")), _ENV)
    PassManager(stop_before="ranges").run_module(module)
    return module.functions["f"]


def check_run(function: Function, arguments: tuple[int, ...], steps: int) -> None:
    """Runs the typed code as far as it is only about ints, and compares each operand with its interval."""
    ranges, known, block = Ranges(function), {}, function.entry
    while True:
        for i in block.instrs:
            steps -= 1
            if steps < 0:
                return
            ints = [known[o] for o in i.operands if o.type == "i64"]
            if ints:
                bounds = ranges.operands(i)
                assert bounds is not None and all(low <= n <= high for (low, high), n in zip(bounds, ints, strict=True)), (i.name, ints, bounds)
            match i.name:
                case "entry_is_typed":
                    known[i.result] = True
                case "param_i64":
                    known[i.result] = arguments[i.attrs["index"]]
                case "jump" | "branch":
                    edge = i.edges["to"] if i.name == "jump" else i.edges["then" if known[i.operands[0]] else "else"]
                case "const_i64":
                    known[i.result] = i.attrs["value"]
                case "not" | "bool_to_i64":
                    known[i.result] = perform(i.name, known[i.operands[0]])
                case name if name.startswith("i64_"):
                    known[i.result] = perform(name, *ints)
                    if known[i.result] is LEAVE:
                        return
                case "keep":
                    pass
                case _:
                    return
        passed = [known.get(argument) for argument in edge.args]
        known.update(zip(edge.block.params, passed, strict=True))
        block = edge.block


@pytest.mark.parametrize("seed", range(150))
def test_random_functions(seed: int) -> None:
    text = _Writer(seed).text()
    function = specialised(text)
    r = random.Random(seed)
    for _ in range(6):
        check_run(function, tuple(r.choice(_NUMBERS) for _ in range(3)), 4000)
