"""`python -m bench.harness.inside SECONDS FOLDER ARTEFACT.cwasm [ARGUMENT...]`: the time a program takes inside the engine.

Runs a precompiled core module of the first WASI (the C twins) or a component (Molt's) in an engine with the settings
components are run with, and writes to SECONDS the median time from its first instruction to its last: neither the start
of a process nor of the engine is in it. A short program runs again and again, each time in a new instance, until
what the clock reads is well above its noise. FOLDER may be read by the program. What it prints is printed once.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import wasmtime
from wasmtime import Engine, ExitTrap, Store, WasiConfig, component

from molt_host.engine import GUEST_STACK_BYTES, engine_for_this_process

_TOTAL_SECONDS_MIN = 0.2
_RUN = ("wasi:cli/run@0.2.0", "run")


def precompile(artefact: Path) -> Path:
    """Compiles a core module or a component to a file beside it."""
    engine = engine_for_this_process()
    data = artefact.read_bytes()
    kind = component.Component if _is_component(data) else wasmtime.Module
    # The file's name tells the two kinds apart again.
    compiled = artefact.with_name(f"{'component' if _is_component(data) else 'module'}-{artefact.stem}.cwasm")
    compiled.write_bytes(kind(engine, data).serialize())
    return compiled


def _is_component(data: bytes) -> bool:
    return data[4:8] == b"\x0d\x00\x01\x00"  # version 13, layer 1; a core module is version 1, layer 0


def _module_entry(engine: Engine, path: Path) -> Callable[[Store], Callable[[], None]]:
    module = wasmtime.Module.deserialize_file(engine, str(path))
    linker = wasmtime.Linker(engine)
    linker.define_wasi()

    def instantiate(store: Store) -> Callable[[], None]:
        start = linker.instantiate(store, module).exports(store)["_start"]

        def run() -> None:
            try:
                start(store)
            except ExitTrap as ended:
                if ended.code:
                    raise
        return run
    return instantiate


def _component_entry(engine: Engine, path: Path) -> Callable[[Store], Callable[[], None]]:
    loaded = component.Component.deserialize_file(engine, str(path))
    linker = component.Linker(engine)
    linker.add_wasip2()

    def instantiate(store: Store) -> Callable[[], None]:
        instance = linker.instantiate(store, loaded)
        interface = instance.get_export_index(store, _RUN[0])
        start = instance.get_func(store, instance.get_export_index(store, _RUN[1], interface))

        def run() -> None:
            if start(store).tag != "ok":
                raise RuntimeError(f"{path.name} failed")
        return run
    return instantiate


def _measure(folder: str, path: Path, arguments: list[str]) -> tuple[float, bytes]:
    engine = engine_for_this_process()
    instantiate = (_component_entry if path.name.startswith("component-") else _module_entry)(engine, path)
    times: list[float] = []
    outputs: set[bytes] = set()
    while sum(times) < _TOTAL_SECONDS_MIN:
        with tempfile.NamedTemporaryFile("rb") as printed:
            wasi = WasiConfig()
            wasi.argv = [path.stem, *arguments]
            wasi.stdout_file = printed.name
            wasi.inherit_stderr()
            wasi.preopen_dir(folder, folder, False)
            store = Store(engine)
            store.set_wasi(wasi)
            run = instantiate(store)
            start = time.perf_counter()
            run()
            times.append(time.perf_counter() - start)
            outputs.add(printed.read())
    if len(outputs) != 1:
        raise RuntimeError(f"{path.name} prints something else each time")
    return statistics.median(times), outputs.pop()


def main() -> None:
    seconds_file, folder, artefact, *arguments = sys.argv[1:]
    seconds, output = _measure(folder, Path(artefact), arguments)
    Path(seconds_file).write_text(f"{seconds:.9f}")
    sys.stdout.buffer.write(output)
    sys.stdout.flush()


if __name__ == "__main__":
    ended: list[bool] = []
    # The engine lets the guest use a large stack of the thread that calls it.
    threading.stack_size(GUEST_STACK_BYTES + (1 << 20))
    thread = threading.Thread(target=lambda: ended.append(main() is None))
    thread.start()
    thread.join()
    sys.exit(0 if ended else 1)
