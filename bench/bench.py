"""Measures sizes, start-up, compile times, memory and six kernels; prints one table.

Every figure is a median over whole processes run in turn, so that ratios hold
when the machine's speed drifts; only the C twins as WebAssembly are timed from
their first instruction, for their runs are as short as the engine's start. Nothing is asserted here but that all
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
WASM_RUNS_MIN, WASM_SECONDS_MIN = 3, 0.1
KERNELS = ("fib", "nbody", "spectral_norm", "sieve", "strings", "dicts")
HELLO = 'print("hello")\n'
# A process starts with the peak memory of the one that forked it, and the measuring Python's is large: this one is small.
LAUNCHER_C = """\
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv) {
  struct timespec start, end;
  struct rusage usage;
  int status;
  if (argc < 3) return 1;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child == 0) {
    execvp(argv[2], argv + 2);
    _exit(127);
  }
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) return 1;
  clock_gettime(CLOCK_MONOTONIC, &end);
  FILE *report = fopen(argv[1], "w");
  if (!report) return 1;
  double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
  fprintf(report, "%.6f %ld\\n", seconds, usage.ru_maxrss);
  fclose(report);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
"""
HELLO_C = '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n'


@dataclass(frozen=True)
class Sample:
    seconds: float
    peak_kib: int
    output: bytes


def run_once(launcher: Path, command: list[str]) -> Sample:
    """One whole process: wall seconds and peak resident memory."""
    with tempfile.NamedTemporaryFile("r") as report:
        done = subprocess.run([str(launcher), report.name, *command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        if done.returncode:
            sys.exit(f"bench: {' '.join(command)} failed with status {done.returncode}")
        seconds, peak_kib = report.read().split()
        return Sample(float(seconds), int(peak_kib), done.stdout)


def measure(launcher: Path, commands: dict[str, list[str]], rounds: int) -> dict[str, Sample]:
    """Medians of each command, run in turn; one round to warm up."""
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for n in range(rounds + 1):
        for name, command in commands.items():
            sample = run_once(launcher, command)
            if n:
                samples[name].append(sample)
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


def require_same_output(samples: dict[str, Sample]) -> None:
    outputs = {name: sample.output for name, sample in samples.items()}
    if len(set(outputs.values())) > 1:
        sys.exit(f"bench: outputs differ: {outputs}")


def wasm_seconds(path: Path, output: bytes) -> float:
    """The median time of one run of a core WASI module, from its start function to the end; starting the engine is not in it.

    A short program runs again and again until what the clock reads is well above its noise.
    """
    from wasmtime import Engine, ExitTrap, Linker, Module, Store, WasiConfig

    engine = Engine()
    module = Module.from_file(engine, str(path))
    linker = Linker(engine)
    linker.define_wasi()
    times: list[float] = []
    while len(times) < WASM_RUNS_MIN or sum(times) < WASM_SECONDS_MIN:
        with tempfile.NamedTemporaryFile("rb") as printed:
            store = Store(engine)
            wasi = WasiConfig()
            wasi.stdout_file = printed.name
            store.set_wasi(wasi)
            start_function = linker.instantiate(store, module).exports(store)["_start"]
            start = time.perf_counter()
            try:
                start_function(store)
            except ExitTrap as ended:
                if ended.code:
                    sys.exit(f"bench: {path.name} failed with status {ended.code}")
            times.append(time.perf_counter() - start)
            if printed.read() != output:
                sys.exit(f"bench: {path.name} prints something else")
    return statistics.median(times)


def kernel_rows(scratch: Path, launcher: Path, rounds: int) -> list[list[str]]:
    rows = []
    for name in KERNELS:
        python = ROOT / "bench" / "kernels" / f"{name}.py"
        compile_c(python.with_suffix(".c"), scratch / name)
        molt("build", str(python), "-o", str(scratch / f"{name}.component.wasm"))
        molt("build", "--native", str(python), "-o", str(scratch / f"{name}.native"))
        times = measure(launcher, {
            "cpython": [sys.executable, str(python)],
            "component": [sys.executable, "-m", "molt_host", str(scratch / f"{name}.component.wasm")],
            "native": [str(scratch / f"{name}.native")],
            "c": [str(scratch / name)],
        }, rounds)
        require_same_output(times)
        # The C twin's time is without the start of a process, so Molt's start is taken off where the two are compared.
        start = measure(launcher, {"native": [str(scratch / "hello.native")]}, rounds)["native"].seconds
        wasm = wasm_seconds(scratch / f"{name}.wasm", times["c"].output)
        t = {k: v.seconds for k, v in times.items()}
        rows.append([name, f"{t['cpython']:.3f}", f"{t['component']:.3f}", f"{t['native']:.3f}", f"{wasm:.4f}", f"{t['c']:.3f}",
                     f"{t['cpython'] / t['native']:.2f}x", f"{max(t['native'] - start, 0) / wasm:.1f}x",
                     f"{times['native'].peak_kib / times['cpython'].peak_kib:.2f}x"])
        print(".", end="", file=sys.stderr, flush=True)
    return rows


def start_rows(scratch: Path, launcher: Path, rounds: int) -> list[list[str]]:
    hello = scratch / "hello.py"
    hello.write_text(HELLO)
    (scratch / "hello-c.c").write_text(HELLO_C)
    subprocess.run(["cc", "-O2", "-o", str(scratch / "hello-c"), str(scratch / "hello-c.c")], check=True)
    molt("build", str(hello), "-o", str(scratch / "hello.component.wasm"))
    molt("build", "--strip", str(hello), "-o", str(scratch / "hello.stripped.wasm"))
    molt("build", "--native", str(hello), "-o", str(scratch / "hello.native"))
    times = measure(launcher, {
        "C program": [str(scratch / "hello-c")],
        "Molt native": [str(scratch / "hello.native")],
        "molt run, warm": [sys.executable, "-m", "molt", "run", str(hello)],
        "CPython": [sys.executable, str(hello)],
        "CPython -I -S": [sys.executable, "-I", "-S", str(hello)],
    }, max(rounds * 2, 3))
    require_same_output(times)
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
        launcher = scratch / "launcher"
        launcher.with_suffix(".c").write_text(LAUNCHER_C)
        subprocess.run(["cc", "-O2", "-o", str(launcher), str(launcher.with_suffix(".c"))], check=True)
        start = start_rows(scratch, launcher, rounds) + compile_rows(scratch)
        kernels = kernel_rows(scratch, launcher, rounds)
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
