"""Runs a component as a program of this process's terminal: its streams, its signals, its exit status."""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import sys
import threading
from pathlib import Path

from wasmtime import Engine, Store, Trap, WasiConfig, WasmtimeError
from wasmtime import __file__ as _wasmtime_file
from wasmtime.component import Component, Func, Instance, Linker

from molt_host.cache import cache_dir, write_atomically
from molt_host.engine import GUEST_STACK_BYTES, engine_for_this_process
from molt_host.grants import Grants

TRAPPED = 134  # the status of a process that died of SIGABRT, which is what a trap is to a program
NOT_STARTED = 125

_HOST_STACK_BYTES = 1 << 20
_RUN = ("wasi:cli/run@0.2.0", "run")
_STATUS = ("molt:runtime/status@0.1.0", "exit-code")


class HostError(Exception):
    """The program could not be run to its end. `status` is the exit status that says so."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


def run(path: str | os.PathLike[str], argv: list[str], env: dict[str, str] | None = None, grants: Grants = Grants()) -> int:
    """Runs the component at `path` (or one compiled already, `.cwasm`) and returns its exit status.

    `argv` starts with the program's name. `env` is what grants choose from, by default this process's environment.
    What goes wrong with the host is one line on standard error and a status of 125, or 134 for a trap.
    """
    try:
        return execute(path, argv, env, grants)
    except HostError as error:
        print(f"molt: {error}", file=sys.stderr, flush=True)
        return error.status


def execute(path: str | os.PathLike[str], argv: list[str], env: dict[str, str] | None, grants: Grants) -> int:
    """As `run`, but raises HostError."""
    _occupy_standard_descriptors()
    engine = engine_for_this_process()
    component = _load(engine, Path(path))
    store = Store(engine)
    store.set_wasi(_wasi(argv, dict(os.environ) if env is None else env, grants))
    linker = Linker(engine)
    linker.add_wasip2()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    with _default_interrupt():
        return _on_large_stack(lambda: _call(store, linker, component))


def _occupy_standard_descriptors() -> None:
    """Opens those of 0, 1 and 2 that are closed to nowhere: else the next file opened would be the guest's output."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is this one


def _load(engine: Engine, path: Path) -> Component:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise HostError(f"cannot read '{path}': {error.strerror}", NOT_STARTED) from None
    if path.suffix == ".cwasm":
        try:
            return Component.deserialize(engine, data)
        except WasmtimeError as error:
            raise HostError(f"'{path}' does not fit this machine or this host: {_one_line(error)}", NOT_STARTED) from None
    kept = _kept_path(data)
    if kept.exists():
        # What was kept may be from another machine that shares the folder: then it is compiled anew.
        with contextlib.suppress(WasmtimeError):
            return Component.deserialize_file(engine, str(kept))
    try:
        component = Component(engine, data)
    except WasmtimeError as error:
        raise HostError(f"'{path}' is not a valid component: {_one_line(error)}", NOT_STARTED) from None
    # A folder that cannot be written costs time, not correctness.
    with contextlib.suppress(OSError):
        write_atomically(kept, component.serialize())
    return component


def _kept_path(component: bytes) -> Path:
    # The file's own date stands for the version of the engine: asking for the version takes longer than starting.
    engine_stamp = str(os.stat(_wasmtime_file).st_mtime_ns).encode()
    return cache_dir() / "cwasm" / (hashlib.sha256(engine_stamp + component).hexdigest() + ".cwasm")


def _wasi(argv: list[str], env: dict[str, str], grants: Grants) -> WasiConfig:
    wasi = WasiConfig()
    # WASI has text only. What is not UTF-8 in an argument arrives as U+FFFD, as in the native host.
    wasi.argv = [os.fsencode(word).decode(errors="replace") for word in argv]
    wasi.env = [(name, value) for name, value in grants.environment(env).items() if _is_text(name + value)]
    wasi.inherit_stdin()
    wasi.inherit_stdout()
    wasi.inherit_stderr()
    for directory, writable in grants.preopens():
        if not os.path.isdir(directory):
            raise HostError(f"cannot grant '{directory}': it is not a directory", NOT_STARTED)
        try:
            wasi.preopen_dir(directory, directory, writable)
        except WasmtimeError as error:
            raise HostError(f"cannot grant '{directory}': {_one_line(error)}", NOT_STARTED) from None
    return wasi


def _is_text(value: str) -> bool:
    """WASI has UTF-8 only; Python holds other bytes of the environment as lone surrogates."""
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)


def _call(store: Store, linker: Linker, component: Component) -> int:
    try:
        instance = linker.instantiate(store, component)
    except Trap as trap:
        raise _trapped(trap) from None
    except WasmtimeError as error:
        raise HostError(f"cannot run the program: {_one_line(error)}", NOT_STARTED) from None
    run = _export(store, instance, _RUN)
    if run is None:
        raise HostError(f"not a program: the component does not export {_RUN[0]}", NOT_STARTED)
    try:
        if run(store).tag == "ok":
            return 0
        run.post_return(store)
        status = _export(store, instance, _STATUS)
        # `run` says no more than that it failed; a component that is not Molt's has no more to say.
        return 1 if status is None else status(store)
    except (Trap, WasmtimeError) as trap:
        raise _trapped(trap) from None


def _export(store: Store, instance: Instance, path: tuple[str, str]) -> Func | None:
    interface = instance.get_export_index(store, path[0])
    function = interface and instance.get_export_index(store, path[1], interface)
    return instance.get_func(store, function) if function else None


def _trapped(error: Exception) -> HostError:
    """Of a trap's text, the cause is the last line of the chain; before it come the frames, which name no Python.

    They help who works on the compiler: MOLT_BACKTRACE=1 in the environment shows them too.
    """
    if os.environ.get("MOLT_BACKTRACE") == "1":
        print(error, file=sys.stderr, flush=True)
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    cause = next((line for line in reversed(lines) if "wasm trap: " in line), lines[-1] if lines else "unknown")
    return HostError(f"the program trapped: {cause.partition('wasm trap: ')[2] or cause}", TRAPPED)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


@contextlib.contextmanager
def _default_interrupt():
    """Lets Ctrl-C end the process as it ends a program in C: the guest does not come back to Python to be asked."""
    ours = threading.current_thread() is threading.main_thread()
    if not ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield  # ignored, or somebody's own: theirs to decide
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _on_large_stack(work) -> int:
    """Calls `work` on a thread whose stack is as large as the engine lets the guest use."""
    outcome: list[int] = []
    failure: list[BaseException] = []

    def body() -> None:
        try:
            outcome.append(work())
        except BaseException as error:
            failure.append(error)

    previous = threading.stack_size(GUEST_STACK_BYTES + _HOST_STACK_BYTES)
    try:
        thread = threading.Thread(target=body, name="molt-guest")
        thread.start()
    finally:
        threading.stack_size(previous)
    thread.join()
    if failure:
        raise failure[0]
    return outcome[0]
