"""Builds the C runtime for WebAssembly, once, into the cache.

The build holds the objects and the graph of their references, the bitcode of the inlinable fast
paths, and the C library's archives (for mathematics and memory functions only).
It is addressed by the content of the sources and the compiler's version.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from molt_host.cache import write_atomically

from molt.base.files import publish_folder
from molt.base.paths import cache_dir, source_root
from molt.link import reach, uses
from molt.link.reach import Graph
from molt.tables.runtime import declarations_module

CPU = "mvp+bulk_memory+sign_ext+nontrapping_fptoint+multivalue+mutable_globals"
FLAGS = ["--target=wasm32-wasi", f"-mcpu={CPU}", "-std=c17", "-ffunction-sections", "-fdata-sections", "-fno-exceptions",
         "-fno-stack-protector", "-g0", "-Wall", "-Wextra", "-Werror", "-Wno-gnu-variable-sized-type-not-at-end", "-DMOLT_WASM"]
_GRAPH = "graph"
NOT_FOR_WASM = {"platform_posix.c"}
# Speed matters more than size in these.
HOT = {"inline.c", "dict.c", "list.c", "call.c", "instance.c", "attr_cache.c", "mem.c", "iterators.c", "generator.c", "str.c", "bignat.c", "bignat_powmod.c", "siphash.c", "class_call.c", "typed.c",
       "ascii_case.c", "builtin.c", "bytesearch.c", "dict_methods.c", "list_methods.c", "ops.c", "ops_build.c", "set.c", "sort.c", "str_find.c", "str_split.c",
       "strbuf.c", "tuple.c", "gc.c", "exc.c", "exc_message.c"}

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Runtime:
    """A built runtime: paths of its parts."""

    folder: Path
    debug: bool

    @property
    def objects(self) -> list[Path]:
        return sorted((self.folder / "objects").glob("*.o"))

    def graph(self) -> Graph:
        """What refers to what in the objects."""
        return reach.load(self.folder / _GRAPH)

    @property
    def bitcode(self) -> Path:
        return self.folder / "inline.bc"

    @property
    def libraries(self) -> list[Path]:
        return sorted(self.folder.glob("sys-*.a"))

    @property
    def key(self) -> str:
        return self.folder.name


class RuntimeBuildError(Exception):
    """The C compiler failed; the message holds its output."""


def zig(*args: str) -> list[str]:
    """A command line of the toolchain in the ziglang wheel."""
    return [sys.executable, "-m", "ziglang", *args]


def ensure_runtime(debug: bool = False, progress: Progress = lambda line: None) -> Runtime:
    """The runtime of the current sources, built if need be.

    debug: with object counting (MOLT_DEBUG).
    """
    sources = source_root() / "runtime_wasm"
    folder = cache_dir() / "runtime" / (_key(sources) + ("-debug" if debug else ""))
    if not folder.is_dir():
        publish_folder(folder, lambda scratch: _build(sources, scratch, debug, progress))
    return Runtime(folder, debug)


def _key(sources: Path) -> str:
    digest = hashlib.sha256(f"{version('ziglang')} {FLAGS} {sorted(HOT)}".encode())
    for path in sorted([*sources.glob("*.[ch]"), *sources.glob("*.inc"), *sources.glob("gen/*.py"), *(source_root() / "wit").rglob("*.wit"),
                        *Path(__file__).parent.glob("*.py")]):
        digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    digest.update(sys.version.encode())  # the Unicode tables come from the running interpreter
    return digest.hexdigest()[:20]


def _build(sources: Path, out: Path, debug: bool, progress: Progress) -> None:
    generated = out / "generated"
    _generate(sources, generated, progress)
    files = [p for p in sorted(sources.glob("*.c")) if p.name not in NOT_FOR_WASM] + sorted(generated.glob("*.c"))
    includes = ["-I", str(generated), "-I", str(sources)]
    defines = ["-DMOLT_DEBUG"] if debug else []
    objects = out / "objects"
    objects.mkdir()
    progress(f"building the runtime ({len(files)} C files{', debug' if debug else ''})")

    headers = hashlib.sha256(b"\0".join(p.read_bytes() for p in sorted([*sources.glob("*.h"), *sources.glob("*.inc"), *generated.glob("*.h"),
                                                                       generated / "names.def"])))

    def compile_one(path: Path) -> str:
        """Compiles one file unless an equal one was compiled before; what the compiler said if it failed."""
        options = [*FLAGS, *defines, "-O2" if path.name in HOT else "-Os"]
        key = headers.copy()
        key.update(repr((version("ziglang"), options, path.name)).encode() + path.read_bytes())
        kept = cache_dir() / "c-objects" / f"{key.hexdigest()}.o"
        if not kept.exists():
            output = _run(zig("cc", *options, *includes, "-c", str(path), "-o", str(objects / f"{path.stem}.o")))
            if output:
                return output
            write_atomically(kept, (objects / f"{path.stem}.o").read_bytes())
        shutil.copyfile(kept, objects / f"{path.stem}.o")
        return ""

    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        failures = [output for output in pool.map(compile_one, files) if output]
    if failures:
        raise RuntimeBuildError("the runtime does not compile:\n" + "\n".join(failures))
    _check(_run(zig("cc", *FLAGS, *defines, *includes, "-O2", "-emit-llvm", "-c", str(sources / "inline.c"), "-o", str(out / "inline.bc"))))
    reach.save(reach.graph_of(objects, uses.scan(sources, sorted(generated.glob("*.c")))), out / _GRAPH)
    for library in _system_libraries(out, progress):
        shutil.copyfile(library, out / f"sys-{library.name}")


def _generate(sources: Path, generated: Path, progress: Progress) -> None:
    tables = declarations_module()
    generated.mkdir()
    declarations = tables.read(sources)
    (generated / "names.def").write_text(tables.names_def(declarations))
    (generated / "names.c").write_text(tables.names_c(declarations))
    (generated / "ascii.c").write_text(tables.ascii_c())
    _check(_run([sys.executable, str(sources / "gen" / "unicode_tables.py"), str(generated / "unicode_tables.h")]))
    progress("generating bindings from wit/")
    from molt.package import component
    (generated / "wasi.h").write_text(component.bindings())


def _system_libraries(scratch: Path, progress: Progress) -> list[Path]:
    """The archives of the toolchain's C library, which it builds on demand: taken from the link line of a tiny program."""
    kept = cache_dir() / "c-library" / hashlib.sha256(f"{version('ziglang')} {CPU}".encode()).hexdigest()[:16]
    if not kept.is_dir():
        progress("building the C library's mathematics")
        publish_folder(kept, lambda folder: [shutil.copyfile(a, folder / a.name) for a in _find_libraries(scratch)] and None)
    return sorted(kept.glob("*.a"))


def _find_libraries(scratch: Path) -> list[Path]:
    probe = scratch / "probe.c"
    probe.write_text("#include <math.h>\ndouble probe(double x) { return sin(x); }\n")
    done = subprocess.run(zig("cc", "--target=wasm32-wasi", f"-mcpu={CPU}", "-nostartfiles", "-Wl,--no-entry", "-Wl,--export=probe",
                              "-v", str(probe), "-o", str(scratch / "probe.wasm")), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeBuildError(f"the C library does not build:\n{done.stderr[-2000:]}")
    link = next(line for line in reversed(done.stderr.splitlines()) if line.startswith("wasm-ld"))
    return [Path(word) for word in link.split() if word.endswith(".a") and "ubsan" not in word]


def _run(command: list[str]) -> str:
    """Runs a command; what it printed if it failed, else ''."""
    done = subprocess.run(command, capture_output=True, text=True)
    return (done.stderr + done.stdout or f"exit status {done.returncode}") if done.returncode else ""


def _check(output: str) -> None:
    if output:
        raise RuntimeBuildError(output)
