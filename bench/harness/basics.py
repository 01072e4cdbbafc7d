"""What every program pays: start-up, sizes, memory of a program that only prints, and compile times."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench.harness.executors import ROOT, cold_environment, molt_build, this_python
from bench.harness.processes import run_in_turn

_HELLO = 'print("hello")\n'
_HELLO_C = '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n'


def start_rows(scratch: Path, launcher: Path, rounds: int) -> list[list[str]]:
    hello, hello_c = scratch / "hello.py", scratch / "hello-c"
    hello.write_text(_HELLO)
    hello_c.with_suffix(".c").write_text(_HELLO_C)
    subprocess.run(["cc", "-O2", "-o", str(hello_c), str(hello_c.with_suffix(".c"))], check=True)
    files = {"hello component": scratch / "hello.component.wasm", "hello component, stripped": scratch / "hello.stripped.wasm",
             "hello native": scratch / "hello.native"}
    for flags, out in zip(([], ["--strip"], ["--native"]), files.values(), strict=True):
        molt_build(*flags, str(hello), "-o", str(out))
    commands = {
        "C program": [str(hello_c)],
        "Molt native": [str(files["hello native"])],
        "molt run, warm": [sys.executable, "-m", "molt", "run", str(hello)],
        "CPython": [this_python(), str(hello)],
        "CPython -I -S": [this_python(), "-I", "-S", str(hello)],
    }
    run_in_turn(launcher, commands, 1)  # fills the caches
    samples, failures = run_in_turn(launcher, commands, max(rounds * 2, 3))
    rows = [[name, f"{statistics.median(s.seconds for s in runs) * 1000:.1f} ms", f"{statistics.median(s.peak_kib for s in runs) / 1024:.1f} MiB"]
            for name, runs in samples.items()]
    rows += [[name, "failed", failure] for name, failure in failures.items()]
    return rows + [[name, f"{file.stat().st_size:,} B", ""] for name, file in files.items()]


def compile_rows(scratch: Path) -> list[list[str]]:
    """A program of the tests compiled with an empty cache, and again."""
    program = scratch / "program.py"
    shutil.copyfile(ROOT / "tests" / "run" / "algo_json.py", program)
    lines = len(program.read_text().splitlines())
    env = cold_environment(scratch)
    rows = []
    for state in ("cold", "warm"):
        start = time.perf_counter()
        molt_build(str(program), "-o", str(scratch / "program.wasm"), env=env)
        rows.append([f"compile {lines} lines, {state}", f"{time.perf_counter() - start:.2f} s", ""])
    return rows
