"""Builds a native test program of the runtime, with the address and undefined-behaviour sanitizers, and runs it.

    python gen/build_native.py tests/test_X.c [--run] [--release]

32-bit code, so that layouts are those of wasm32. Object files are cached by the content of the source, of all
headers and of the flags, under $MOLT_CACHE_DIR (default ~/.cache/molt). --release leaves out the sanitizers and the
debug heap, to test the real allocator.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import tables  # noqa: E402

RUNTIME = tables.SOURCE_DIR
BASE_FLAGS = ["-std=gnu17", "-m32", "-msse2", "-mfpmath=sse", "-g", "-Wall", "-Wextra", "-ffunction-sections", "-fdata-sections"]
DEBUG_FLAGS = ["-O1", "-fsanitize=address,undefined", "-fno-sanitize=alignment", "-fno-sanitize-recover=undefined", "-DMOLT_DEBUG"]
RELEASE_FLAGS = ["-O2"]
# layout.c states the offsets of wasm32, where 64-bit fields are aligned to 8 bytes; i386 aligns them to 4.
WASM_ONLY = {"platform_wasi.c", "layout.c"}


def cache_dir() -> Path:
    root = os.environ.get("MOLT_CACHE_DIR")
    return Path(root) if root else Path.home() / ".cache" / "molt"


def partial_path(path: Path) -> Path:
    """Where to write a file first: tests that run at the same time share the folder, so it must appear whole or not at all."""
    return path.with_name(f"{path.name}.{os.getpid()}")


def write_if_changed(path: Path, text: str) -> None:
    if not path.exists() or path.read_text() != text:
        partial = partial_path(path)
        partial.write_text(text)
        partial.replace(path)


def generate(out: Path) -> None:
    """The generated sources: names, method tables of every class, Unicode tables."""
    out.mkdir(parents=True, exist_ok=True)
    declarations = tables.read()
    write_if_changed(out / "names.def", tables.names_def(declarations))
    write_if_changed(out / "names.c", tables.names_c(declarations))
    write_if_changed(out / "methods.c", tables.methods_c({c: declarations.of_class(c) for c in declarations.classes}))
    unicode_script = RUNTIME / "gen" / "unicode_tables.py"
    unicode_tables = out / "unicode_tables.h"
    if not unicode_tables.exists():
        subprocess.run([sys.executable, unicode_script, partial_path(unicode_tables)], check=True)
        partial_path(unicode_tables).replace(unicode_tables)


def content_key(source: Path, headers: str, flags: list[str]) -> str:
    digest = hashlib.sha256()
    for part in (headers, " ".join(flags), source.name):
        digest.update(part.encode() + b"\0")
    digest.update(source.read_bytes())
    return digest.hexdigest()[:24]


def headers_text(generated: Path) -> str:
    files = sorted([*RUNTIME.glob("*.h"), *RUNTIME.glob("*.inc"), *RUNTIME.glob("tests/*.h"), generated / "names.def"])
    return "".join(f.read_text() for f in files)


def compile_all(sources: list[Path], out: Path, flags: list[str]) -> list[Path]:
    """Object files of `sources`, compiling only what changed; at most two compilers at a time."""
    headers = headers_text(out)
    objects, running, failed = [], [], False
    for source in sources:
        target = out / "objects" / f"{source.stem}-{content_key(source, headers, flags)}.o"
        target.parent.mkdir(exist_ok=True)
        objects.append(target)
        if target.exists():
            continue
        partial = partial_path(target)
        command = ["gcc", *flags, f"-I{out}", f"-I{RUNTIME}", "-c", str(source), "-o", str(partial)]
        running.append((subprocess.Popen(command), partial, target))
        if len(running) == 2:
            failed |= not finish_compiling(*running.pop(0))
    failed |= not all([finish_compiling(*row) for row in running])
    if failed:
        raise SystemExit("build_native: a file does not compile")
    return objects


def finish_compiling(compiler: subprocess.Popen[bytes], partial: Path, target: Path) -> bool:
    """Waits for a compiler and puts its object into place; whether it succeeded."""
    if compiler.wait() != 0:
        return False
    partial.replace(target)
    return True


def build(test: Path, release: bool = False) -> Path:
    """Compiles and links the runtime with one test program; the executable."""
    out = cache_dir() / ("native-release" if release else "native")
    generate(out)
    flags = BASE_FLAGS + (RELEASE_FLAGS if release else DEBUG_FLAGS)
    runtime = [p for p in sorted(RUNTIME.glob("*.c")) if p.name not in WASM_ONLY]
    runtime = [p for p in runtime if p.name != "main.c" or "int main" not in p.read_text()]
    sources = [*runtime, out / "names.c", out / "methods.c", test]
    objects = compile_all(sources, out, flags)
    program = out / test.stem
    if subprocess.run(["gcc", *flags, *map(str, objects), "-Wl,--gc-sections", "-lm", "-o", str(program)]).returncode:
        raise SystemExit(f"build_native: {test.name} does not link")
    return program


def main(argv: list[str]) -> int:
    files = [a for a in argv if not a.startswith("--")]
    if len(files) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    program = build(Path(files[0]).resolve(), release="--release" in argv)
    if "--run" not in argv:
        print(program)
        return 0
    return subprocess.run([program]).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
