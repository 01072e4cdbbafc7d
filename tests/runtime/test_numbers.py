"""The numbers of the C runtime, built natively with sanitizers, against CPython."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import nat_cases
import number_cases

RUNTIME = Path(__file__).resolve().parents[2] / "runtime_wasm"
NATURAL_NUMBERS = ["bignat.c", "bignat_theory.c", "bignat_powmod.c", "bignat_text.c", "bignat_double.c", "dtoa.c", "tests/mem_stub.c"]
CFLAGS = ["-std=gnu17", "-m32", "-msse2", "-mfpmath=sse", "-O1", "-g", "-Wall", "-Wextra", "-Werror",
          "-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"]  # fmt: skip
# Functions whose last digit depends on the C library; the runtime's comes from musl, the native build's from the system.
LIBRARY_ROUNDED = {("math", name) for name in number_cases.ROUNDED_1 + ["pow", "atan2", "log"]} | {("binary", "8")}


@pytest.fixture(scope="session")
def names_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("names")
    subprocess.run([sys.executable, RUNTIME / "gen" / "tables.py", "names", directory], check=True)
    return directory


def compile_pure(main: str, directory: Path) -> Path:
    """An executable of one test program and the files that need no objects."""
    if shutil.which("gcc") is None:
        pytest.skip("needs gcc -m32")
    program = directory / Path(main).stem
    command = ["gcc", *CFLAGS, "-I", directory, main, *NATURAL_NUMBERS, "-lm", "-o", program]
    subprocess.run(command, cwd=RUNTIME, check=True)
    return program


def check(program: list[str | Path], cases: list[tuple[str, str]], same=lambda line, expected, got: expected == got) -> None:
    lines = "".join(line + "\n" for line, _ in cases)
    result = subprocess.run(program, input=lines, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr[-3000:]
    got = result.stdout.split("\n")[: len(cases)]
    wrong = [(line, expected, answer) for (line, expected), answer in zip(cases, got, strict=True) if not same(line, expected, answer)]
    assert not wrong, "\n".join(f"{line[:200]}\n  CPython: {e[:200]}\n  runtime: {g[:200]}" for line, e, g in wrong[:5])


@pytest.mark.parametrize("name", ["test_bignat", "test_dtoa"])
def test_unit(name: str, names_dir: Path) -> None:
    result = subprocess.run([compile_pure(f"tests/{name}.c", names_dir)], capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stdout + result.stderr


def same_number(_line: str, expected: str, got: str) -> bool:
    return expected == got or (got.startswith(("0x", "inf")) and float.fromhex(got).hex() == expected)


def test_natural_numbers(names_dir: Path) -> None:
    sys.set_int_max_str_digits(0)
    try:
        check([compile_pure("tests/bignat_calc.c", names_dir)], list(nat_cases.nat_cases(1, 1500)), same_number)
    finally:
        sys.set_int_max_str_digits(4300)


def test_decimals(names_dir: Path) -> None:
    check([compile_pure("tests/dtoa_calc.c", names_dir)], list(nat_cases.double_cases(1, 4000)))


def same_up_to_library(line: str, expected: str, got: str) -> bool:
    if expected == got:
        return True
    if tuple(line.split()[:2]) not in LIBRARY_ROUNDED or expected.startswith("!") or got.startswith("!"):
        return False
    return abs(float(expected) - float(got)) <= 4e-15 * abs(float(expected))


def test_objects() -> None:
    build = [sys.executable, RUNTIME / "gen" / "build_native.py", RUNTIME / "tests" / "num_calc.c"]
    program = subprocess.run(build, check=True, capture_output=True, text=True).stdout.strip().splitlines()[-1]
    cases = [*number_cases.chosen_cases(), *number_cases.cases(1, 200)]
    check([program], cases, same_up_to_library)
