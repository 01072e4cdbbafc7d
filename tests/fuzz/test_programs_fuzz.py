"""The fuzzer of programs: what it makes is reproducible and runs, what it finds is reduced, and today's compiler passes a little of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from fuzz import executors
from fuzz.executors import REFERENCE, Run, Worker
from fuzz.expressions import Scope
from fuzz.generator import SCENES, generate
from fuzz.reducer import reduce
from fuzz.run_programs import settings
from fuzz.scene import Scene
from molt.cli.compare import Outcome, cpython_environment, execute

ROOT = Path(__file__).resolve().parents[2]


def test_a_seed_is_a_program() -> None:
    assert generate(7) == generate(7)
    assert generate(7) != generate(8)


def test_programs_do_not_depend_on_hashes() -> None:
    code = f"import sys; sys.path[:0] = {[str(ROOT), str(ROOT / 'tests')]}; from fuzz.generator import generate; print(*map(generate, range(9)))"
    printed = {subprocess.run([sys.executable, "-c", code], env={**cpython_environment(), "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
               for seed in ("0", "1", "2")}
    assert len(printed) == 1


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_programs_are_python() -> None:
    for seed in range(60):
        compile(generate(seed), f"seed {seed}", "exec")


@pytest.mark.parametrize("scene", sorted(set(SCENES), key=lambda scene: scene.__name__), ids=lambda scene: scene.__name__)
def test_scenes_show_something(scene, tmp_path: Path) -> None:
    """Each scene catches what its calls raise, and gets past its definitions."""
    for seed in range(3):
        made = Scene(Scope(Random(seed)), 1)
        scene(made)
        program = tmp_path / "program.py"
        program.write_text("class Whole(int): pass\nclass Real(float): pass\n" + "\n".join(made.lines) + "\n")
        done = execute([sys.executable, "-W", "ignore", str(program)], env=cpython_environment(), timeout_s=20)
        assert (done.status, done.stderr) == (0, b"") and done.stdout


def test_programs_end() -> None:
    for seed in range(1, 6):
        done = execute([sys.executable, "-W", "ignore", "-"], stdin=generate(seed).encode(), env=cpython_environment(), timeout_s=20)
        assert done.status in (0, 1) and done.stdout


DIVIDES = """\
import sys
class Unused:
    x = 1
def helper(a, b):
    print('helper')
    return a + b
def wrong(values, extra, divisor=3):
    total = 0
    for v in values:
        if v > 2 and extra:
            try:
                total += helper(v, 1)
            finally:
                total -= 1 // (v - v)
        else:
            total += len('text')
    return total
print(helper(1, 2))
print(wrong([1, 2, 3], 5, divisor=2))
"""


def ends_with(source: str, message: bytes) -> bool:
    return execute([sys.executable, "-c", source]).stderr.rstrip().endswith(message)


def test_reducer_keeps_what_matters() -> None:
    message = b"ZeroDivisionError: integer division or modulo by zero"
    assert ends_with(DIVIDES, message)
    assert reduce(DIVIDES, lambda source: ends_with(source, message)) == "1 // 0\n"


def test_reducer_drops_parameters_with_their_arguments() -> None:
    source = "def f(a, b, c=1):\n    return b\nf(1, 2)\nf(b=3, a=4)\n"
    kept = reduce(source, lambda text: "return b" in text and text.count("f(") >= 3 and ("2" in text or "3" in text) and runs(text))
    assert "def f(b)" in kept and "4" not in kept


def runs(source: str) -> bool:
    return execute([sys.executable, "-c", source]).status == 0


def test_reducer_refuses_what_does_not_differ() -> None:
    with pytest.raises(ValueError):
        reduce("x = 1\n", lambda source: False)


def test_differences_have_kinds() -> None:
    def run(stdout: bytes = b"", status: int = 0, fault: str = "") -> Run:
        return Run(Outcome(stdout, b"", status, 0.0), fault)

    found = executors.differences({
        REFERENCE: run(b"1\n"), "interp-before": run(b"1\n"), "interp-after": run(fault="compiler: panic during fold while compiling f: %12 is gone"),
        "component": run(b"1\n", 97), "component-optimised": run(b"2\n")})
    assert [(d.executor, d.kind) for d in found] == [
        ("interp-after", "compiler: panic during fold while compiling f: N is gone"), ("component", "leak"), ("component-optimised", "stdout")]
    assert not executors.differences({REFERENCE: run(b"1\n"), "component": run(fault="rejected: unsupported-builtin")})


def test_settings() -> None:
    chosen = settings(["90", "--seed=4", "--jobs", "2", "--out=there"])
    assert (chosen.seconds, chosen.seed, chosen.jobs, chosen.out, chosen.reduce) == (90, 4, 2, Path("there"), None)
    with pytest.raises(ValueError):
        settings(["--fast"])


def test_executors_agree() -> None:
    with Worker() as worker:
        for seed in (22, 32, 55):
            ran = worker.run(generate(seed), executors.for_seed(seed))
            assert executors.is_usable(ran[REFERENCE]) and not any(map(executors.is_rejected, ran.values()))
            assert not executors.differences(ran)
