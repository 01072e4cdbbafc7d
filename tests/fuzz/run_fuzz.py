"""Fuzzes the C runtime: each target of `runtime_wasm/fuzz` for a time, under the address and undefined-behaviour sanitizers.

    bin/fuzz [SECONDS] [TARGET ...]

SECONDS (default 60) is the time of each target; TARGET is a name such as `utf8` (default: all). An input that a target
refuses, or that a sanitizer objects to, is a finding: its output is printed, and the exit status is 1. The seed is
printed with it and `--seed=N` repeats it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FUZZ = ROOT / "runtime_wasm" / "fuzz"
sys.path.insert(0, str(ROOT / "runtime_wasm" / "gen"))
import build_native  # noqa: E402

# Inputs worth starting from, by target; mutation finds its way from there.
CORPUS = {
    "float_parse": (b"0", b"1.5e308", b"4.9e-324", b"9007199254740993", b"0.1", b"1_000.000_1e-10", b"179769313486231580793e289"),
    "format_spec": (b"", b">10", b"*^+#020_.3e", b"=,d", "\u20ac<8.2f".encode(), b"z.0%", b"0>1000000000000"),
    "int_parse": (b"\x0a0", b"\x0a" + b"9" * 60, b"\x10deadbeefdeadbeef", b"\x02" + b"1" * 130, b"\x24zzzzzzzzzz"),
    "utf8": (b"", b"plain", "h\u00e9llo w\u00f6rld".encode(), "\u4e2d\u6587\U0001f600".encode(), b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc3"),
}
SECONDS = 60


@dataclass(frozen=True)
class Result:
    """What one target did; `executions` is None when it ended before its time."""

    executions: int | None
    output: str


def targets() -> list[str]:
    return sorted(p.stem.removeprefix("fuzz_") for p in FUZZ.glob("fuzz_*.c"))


def build(target: str) -> Path:
    """The executable of one target: the whole native runtime, the target and `driver.c`."""
    out = build_native.cache_dir() / "native"
    build_native.generate(out)
    flags = build_native.BASE_FLAGS + build_native.DEBUG_FLAGS
    runtime = [p for p in sorted(build_native.RUNTIME.glob("*.c")) if p.name not in {*build_native.WASM_ONLY, "main.c"}]
    sources = [*runtime, out / "names.c", out / "methods.c", FUZZ / f"fuzz_{target}.c", FUZZ / "driver.c"]
    objects = build_native.compile_all(sources, out, flags)
    program = out / f"fuzz_{target}"
    link = ["gcc", *flags, *map(str, objects), "-Wl,--gc-sections", "-lm", "-o", str(program)]
    if subprocess.run(link).returncode:
        raise SystemExit(f"bin/fuzz: fuzz_{target}.c does not link")
    return program


def write_corpus(target: str, folder: Path) -> list[Path]:
    """The starting inputs as files, as the driver wants them."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number, content in enumerate(CORPUS.get(target, (b"0",))):
        files.append(folder / str(number))
        files[-1].write_bytes(content)
    return files


def run(target: str, seconds: int, seed: int) -> Result:
    """Builds and runs one target."""
    program = build(target)
    corpus = write_corpus(target, program.parent / "corpus" / target)
    command = [str(program), f"-seed={seed}", f"-max_total_time={seconds}", *map(str, corpus)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    last = done.stdout.rstrip().rpartition("\n")[2]
    finished = done.returncode == 0 and last.endswith(" runs")
    return Result(int(last.split()[0]) if finished else None, done.stdout)


def main(words: list[str]) -> int:
    seconds, seed, chosen = SECONDS, time.time_ns() // 1000 % 2**31, []
    for word in words:
        if word in ("-h", "--help"):
            print(__doc__.strip())
            return 0
        if word.isdecimal():
            seconds = int(word)
        elif word.startswith("--seed="):
            seed = int(word.removeprefix("--seed="))
        elif word in targets():
            chosen.append(word)
        else:
            print(f"bin/fuzz: {word}: the targets are {', '.join(targets())}", file=sys.stderr)
            return 2
    findings = 0
    for target in chosen or targets():
        result = run(target, seconds, seed)
        if result.executions is None:
            findings += 1
            print(f"{target}: FINDING (--seed={seed})\n{result.output}", flush=True)
        else:
            print(f"{target}: {result.executions:,} executions in {seconds} s (seed {seed})", flush=True)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
