"""The process that runs programs: the compiler is imported once, each run is a forked child.

Standard input carries requests and standard output answers, one JSON object a line:

    {"source": TEXT, "executors": [NAME, ...]} -> {NAME: {"stdout", "stderr", "status", "fault"}, ...}

A child's output goes to files, so a program that floods or kills its process harms nobody else. `fault` says what
ended a run that is no program's own end: `rejected: CODE`, `compiler: PASS OR EXCEPTION`, `timeout` or `signal N`.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

from molt import pipeline
from molt.diagnostics import CompileError
from molt.interp import run_program
from molt.ir.verify import verify
from molt.passes.manager import PassCrash, PassManager
from molt_host.cache import cache_dir
from molt_host.engine import engine_for_this_process
from molt_host.grants import Grants
from molt_host.runner import run as run_component
from wasmtime.component import Component

PROGRAM = "program.py"  # the name in tracebacks
_COMPILED = "program.cwasm"
_FAULT = "fault.txt"
_FAULTED = 70
_MEMORY_BYTES = 4 << 30
# Parts of the cache that do not depend on the programs that are compiled: taken from the user's own.
_SHARED = ("runtime", "c-objects", "c-library", "wrappers", "tools")


def cpython() -> int:
    _limit_memory()
    os.execv(sys.executable, [sys.executable, PROGRAM])


def interpreter_before_passes() -> int:
    modules = pipeline.load(PROGRAM, for_interpreter=True).lower()
    for module in modules.values():
        verify(module)
    _limit_memory()
    return run_program(modules, "__main__", [PROGRAM])


def interpreter_after_passes() -> int:
    program = pipeline.load(PROGRAM, for_interpreter=True)
    modules = pipeline.optimised_modules(program, _options())
    _limit_memory()
    return run_program(modules, "__main__", [PROGRAM])


def component(optimise: int) -> int:
    """With the debug runtime: an object left behind is exit status 97."""
    built = pipeline.build(pipeline.load(PROGRAM), _options(optimise))
    # Compiled by the engine here, so that it is not kept in the cache.
    Path(_COMPILED).write_bytes(Component(engine_for_this_process(), built.component).serialize())
    return run_component(_COMPILED, [PROGRAM], grants=Grants())


EXECUTORS: dict[str, Callable[[], int]] = {
    "cpython": cpython,
    "interp-before": interpreter_before_passes,
    "interp-after": interpreter_after_passes,
    "component": partial(component, 0),
    "component-optimised": partial(component, 2),
}
# Generous: the machine may be busy.
_TIMEOUT_S = {"cpython": 10, "interp-before": 60, "interp-after": 60, "component": 90, "component-optimised": 90}


def _options(optimise: int = 0) -> pipeline.Options:
    return pipeline.Options(debug=True, optimise=optimise, passes=PassManager(verify_each=True))


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))


def run_in_child(name: str) -> dict[str, str | int]:
    """One run, in the current folder."""
    for file in (_FAULT, "stdout", "stderr"):
        Path(file).write_bytes(b"")
    child = os.fork()
    if child == 0:
        _be_child(name)
    _, state = os.waitpid(child, 0)
    fault = Path(_FAULT).read_text()
    if os.WIFSIGNALED(state):
        number = os.WTERMSIG(state)
        fault = "timeout" if number == signal.SIGALRM else f"signal {number}"
    return {"stdout": Path("stdout").read_bytes().decode("latin-1"), "stderr": Path("stderr").read_bytes().decode("latin-1"),
            "status": os.waitstatus_to_exitcode(state), "fault": fault}


def _be_child(name: str) -> None:
    """Becomes the run; does not return."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open("stdout", os.O_WRONLY), 1)
    os.dup2(os.open("stderr", os.O_WRONLY), 2)
    signal.alarm(_TIMEOUT_S[name])
    status = _FAULTED
    try:
        status = EXECUTORS[name]()
    except CompileError as error:
        Path(_FAULT).write_text(f"rejected: {', '.join(d.code for d in error.diagnostics)}\n{error}")
    except PassCrash as crash:
        Path(_FAULT).write_text(f"compiler: {crash}\n{traceback.format_exc()}")
    except BaseException as error:
        Path(_FAULT).write_text(f"compiler: {type(error).__name__}: {error}\n{traceback.format_exc()}")
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def private_cache() -> Path:
    """A cache folder of our own, else a thousand programs' objects would stay behind in the user's."""
    folder = Path(tempfile.mkdtemp(prefix="molt-fuzz-"))
    pipeline.ensure_runtime(True, lambda line: print(line, file=sys.stderr))
    for part in _SHARED:
        if (cache_dir() / part).is_dir():
            (folder / part).symlink_to(cache_dir() / part)
    os.environ["MOLT_CACHE_DIR"] = str(folder)
    return folder


def _load_compiler() -> None:
    """Compiles a small program: children find all modules imported and all tables made."""
    Path(PROGRAM).write_text("print('ready')\n")
    pipeline.build(pipeline.load(PROGRAM), _options())


def main() -> int:
    # Children inherit descriptor 1 and may print: answers go another way.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    folder = private_cache()
    try:
        (folder / "work").mkdir()
        os.chdir(folder / "work")
        _load_compiler()
        for line in sys.stdin:
            request = json.loads(line)
            Path(PROGRAM).write_text(request["source"])
            outcomes = {name: run_in_child(name) for name in request["executors"]}
            shutil.rmtree(folder / "objects", ignore_errors=True)
            print(json.dumps(outcomes), file=answers, flush=True)
    finally:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
