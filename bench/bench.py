"""Measures sizes, start-up, compile times, memory and six kernels; prints one table.

Every figure is a median over whole processes run in turn, so that ratios hold
when the machine's speed drifts. Nothing is asserted here but that all
executors print the same. Results also go to `bench/results/`, which git ignores.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KERNELS = ("fib", "nbody", "spectral_norm", "sieve", "strings", "dicts")
HELLO = 'print("hello")\n'
HELLO_C = '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n'


@dataclass(frozen=True)
class Sample:
    seconds: float
    peak_kib: int
    output: bytes


def run_once(command: list[str], env: dict[str, str] | None = None) -> Sample:
    """One whole process: wall seconds and peak resident memory."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stdin=subprocess.DEVNULL, env=env)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"bench: {' '.join(command)} failed with status {process.returncode}")
        output.seek(0)
        return Sample(seconds, usage.ru_maxrss, output.read())


def measure(commands: dict[str, list[str]], rounds: int) -> dict[str, Sample]:
    """Medians of each command, run in turn; one round to warm up. All must print the same."""
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for n in range(rounds + 1):
        for name, command in commands.items():
            sample = run_once(command)
            if n:
                samples[name].append(sample)
    outputs = {name: runs[0].output for name, runs in samples.items()}
    if len(set(outputs.values())) > 1:
        sys.exit(f"bench: outputs differ: {outputs}")
    return {name: Sample(statistics.median(s.seconds for s in runs), int(statistics.median(s.peak_kib for s in runs)), runs[0].output)
            for name, runs in samples.items()}


def molt(*words: str, env: dict[str, str] | None = None) -> None:
    done = subprocess.run([sys.executable, "-m", "molt", *words], env=env, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"bench: molt {' '.join(words)}: {done.stderr}")


def compile_c(source: Path, out: Path) -> None:
    """The C twin, natively and as WebAssembly (for the engine that runs the component)."""
    subprocess.run(["cc", "-O2", "-o", str(out), str(source), "-lm"], check=True)
    subprocess.run([sys.executable, "-m", "ziglang", "cc", "--target=wasm32-wasi", "-O2", "-o", f"{out}.wasm", str(source), "-lm"], check=True,
                   stderr=subprocess.DEVNULL)


def wasm_runner(scratch: Path) -> Path:
    """A script that runs a core WASI module under wasmtime, compiled beforehand so that only its run is timed."""
    runner = scratch / "run_wasm.py"
    runner.write_text("""\
import os, sys
from wasmtime import Engine, Linker, Module, Store, WasiConfig, ExitTrap
engine = Engine()
path = sys.argv[1] + ".cwasm"
if not os.path.exists(path):
    open(path, "wb").write(Module.from_file(engine, sys.argv[1]).serialize())
module = Module.deserialize_file(engine, path)
store = Store(engine)
wasi = WasiConfig()
wasi.inherit_stdout()
store.set_wasi(wasi)
linker = Linker(engine)
linker.define_wasi()
try:
    linker.instantiate(store, module).exports(store)["_start"](store)
except ExitTrap as exit:
    os._exit(exit.code)
""")
    return runner


def kernel_rows(scratch: Path, rounds: int) -> list[list[str]]:
    runner = wasm_runner(scratch)
    rows = []
    for name in KERNELS:
        python = ROOT / "bench" / "kernels" / f"{name}.py"
        compile_c(python.with_suffix(".c"), scratch / name)
        molt("build", str(python), "-o", str(scratch / f"{name}.component.wasm"))
        molt("build", "--native", str(python), "-o", str(scratch / f"{name}.native"))
        # What starting the engine's process costs is measured apart and taken off the two that pay it.
        times = measure({
            "cpython": [sys.executable, str(python)],
            "component": [sys.executable, "-m", "molt_host", str(scratch / f"{name}.component.wasm")],
            "native": [str(scratch / f"{name}.native")],
            "c": [str(scratch / name)],
            "c-wasm": [sys.executable, str(runner), str(scratch / f"{name}.wasm")],
        }, rounds)
        start = measure({"c-wasm": [sys.executable, str(runner), str(scratch / "hello-c.wasm")]}, rounds)["c-wasm"].seconds
        wasm = max(times["c-wasm"].seconds - start, 0.001)
        t = {k: v.seconds for k, v in times.items()}
        rows.append([name, f"{t['cpython']:.3f}", f"{t['component']:.3f}", f"{t['native']:.3f}", f"{wasm:.3f}", f"{t['c']:.3f}",
                     f"{t['cpython'] / t['native']:.2f}x", f"{t['native'] / wasm:.2f}x",
                     f"{times['native'].peak_kib / times['cpython'].peak_kib:.2f}x"])
        print(".", end="", file=sys.stderr, flush=True)
    return rows


def start_rows(scratch: Path, rounds: int) -> list[list[str]]:
    hello = scratch / "hello.py"
    hello.write_text(HELLO)
    (scratch / "hello-c.c").write_text(HELLO_C)
    compile_c(scratch / "hello-c.c", scratch / "hello-c")
    molt("build", str(hello), "-o", str(scratch / "hello.component.wasm"))
    molt("build", "--strip", str(hello), "-o", str(scratch / "hello.stripped.wasm"))
    molt("build", "--native", str(hello), "-o", str(scratch / "hello.native"))
    times = measure({
        "C program": [str(scratch / "hello-c")],
        "Molt native": [str(scratch / "hello.native")],
        "molt run, warm": [sys.executable, "-m", "molt", "run", str(hello)],
        "CPython": [sys.executable, str(hello)],
        "CPython -I -S": [sys.executable, "-I", "-S", str(hello)],
    }, max(rounds * 2, 3))
    rows = [[name, f"{s.seconds * 1000:.1f} ms", f"{s.peak_kib / 1024:.1f} MiB"] for name, s in times.items()]
    sizes = {"hello component": "hello.component.wasm", "hello component, stripped": "hello.stripped.wasm", "hello native": "hello.native"}
    return rows + [[name, f"{(scratch / file).stat().st_size:,} B", ""] for name, file in sizes.items()]


def compile_rows(scratch: Path) -> list[list[str]]:
    program = scratch / "program.py"
    shutil.copyfile(ROOT / "tests" / "run" / "algo_json.py", program)
    lines = len(program.read_text().splitlines())
    rows = []
    # An empty cache but for what set-up makes once: the runtime and the tools.
    cache = scratch / "cache"
    from molt.base.paths import cache_dir
    for part in ("runtime", "tools", "wrappers"):
        if (cache_dir() / part).exists():
            cache.mkdir(exist_ok=True)
            (cache / part).symlink_to(cache_dir() / part)
    env = {**os.environ, "MOLT_CACHE_DIR": str(cache)}
    for name in ("cold", "warm"):
        start = time.perf_counter()
        molt("build", str(program), "-o", str(scratch / "program.wasm"), env=env)
        rows.append([f"compile {lines} lines, {name}", f"{time.perf_counter() - start:.2f} s", ""])
    return rows


def table(header: list[str], rows: list[list[str]]) -> str:
    widths = [max(len(r[i]) for r in [header, *rows]) for i in range(len(header))]
    def line(cells: list[str]) -> str:
        return "  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(cells, widths))).rstrip()
    return "\n".join([line(header), line(["-" * w for w in widths]), *map(line, rows)])


def main() -> int:
    rounds = 1 if "--quick" in sys.argv else 5
    with tempfile.TemporaryDirectory(prefix="molt-bench-") as folder:
        scratch = Path(folder)
        start = start_rows(scratch, rounds) + compile_rows(scratch)
        kernels = kernel_rows(scratch, rounds)
    kernel_header = ["kernel (seconds)", "CPython", "component", "native", "C wasm", "C", "CPython/native", "native/C wasm", "memory/CPython"]
    text = f"{table(['hello and compile', 'figure', 'peak memory'], start)}\n\n{table(kernel_header, kernels)}\n"
    print(file=sys.stderr)
    print(text, end="")
    results = ROOT / "bench" / "results"
    results.mkdir(exist_ok=True)
    (results / "latest.json").write_text(json.dumps({"start": start, "kernels": kernels}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
