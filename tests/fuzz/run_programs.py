"""Runs random programs under CPython and Molt's executors, and reduces those that behave differently.

    bin/fuzz programs [SECONDS] [--seed=N] [--jobs=N] [--out=DIR]
    bin/fuzz programs --reduce=FILE [--out=DIR]

SECONDS (default 60) is the time for new programs; a reduction may take a minute more. Program k has the seed N + k;
`--seed=N 0` runs one program. Each program runs under CPython, in the interpreter before and after the passes, and as
a component with the debug runtime, whose code is optimised every fifth time. A difference is written to DIR/SEED (default: a new folder, named at the end):
seed.py, reduced.py and report.txt. The exit status is 1 if there was one.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "host" / "python"), str(ROOT / "tests")]

from fuzz import executors  # noqa: E402
from fuzz.executors import REFERENCE, UNDER_TEST, Difference, Worker  # noqa: E402
from fuzz.generator import generate  # noqa: E402
from fuzz.reducer import reduce  # noqa: E402

SECONDS = 60
REDUCTION_SECONDS = 75
# One mistake shows in many programs: those of a kind that was seen this often are kept as they are.
REDUCED_OF_A_KIND = 3


@dataclass
class Settings:
    seconds: float = SECONDS
    seed: int = field(default_factory=lambda: time.time_ns() // 1000 % 2**31)
    jobs: int = 1
    out: Path | None = None
    reduce: Path | None = None


@dataclass
class Session:
    """What the threads share; `lock` guards all of it."""

    settings: Settings
    out: Path
    lock: threading.Lock = field(default_factory=threading.Lock)
    counts: Counter[str] = field(default_factory=Counter)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    started: int = 0

    def next_seed(self) -> int:
        with self.lock:
            self.started += 1
            return self.settings.seed + self.started - 1

    def count(self, what: str) -> None:
        with self.lock:
            self.counts[what] += 1

    def is_worth_reducing(self, difference: Difference) -> bool:
        with self.lock:
            self.kinds[difference.executor, difference.kind] += 1
            return self.kinds[difference.executor, difference.kind] <= REDUCED_OF_A_KIND


def run_one(session: Session, worker: Worker, seed: int) -> None:
    """Generates, runs and, if it must be, reports one program."""
    source = generate(seed)
    runs = worker.run(source, executors.for_seed(seed))
    session.count("programs")
    if not executors.is_usable(runs[REFERENCE]):
        return session.count("too slow for CPython")
    rejected = next((run for run in runs.values() if executors.is_rejected(run)), None)
    if rejected is not None:
        session.count(rejected.fault_line)
    found = executors.differences(runs)
    if found:
        session.count("different")
        report(session, worker, str(seed), source, found)


def report(session: Session, worker: Worker, name: str, source: str, found: list[Difference]) -> None:
    """Writes a difference's folder; `found` is not empty."""
    folder = session.out / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "seed.py").write_text(source)
    text = "\n".join(f"{d.executor}: {d.kind}\n{d.detail}\n" for d in found)
    (folder / "report.txt").write_text(text)
    print(f"{name}: {', '.join(f'{d.executor}: {d.kind}' for d in found)}", flush=True)
    if session.is_worth_reducing(found[0]):
        reduced = reduced_program(worker, source, found[0])
        (folder / "reduced.py").write_text(reduced)
        left = executors.differences(worker.run(reduced, (REFERENCE, *UNDER_TEST)))
        with (folder / "report.txt").open("a") as file:
            print("\nreduced:\n" + "\n".join(f"{d.executor}: {d.kind}\n{d.detail}\n" for d in left), file=file)
        print(f"{name}: reduced to {len(reduced.splitlines())} lines", flush=True)


def reduced_program(worker: Worker, source: str, wanted: Difference) -> str:
    """The source, smaller, with a difference of the same kind between CPython and the same executor."""
    def differs(candidate: str) -> bool:
        reference = worker.run(candidate, (REFERENCE,))
        if not executors.is_usable(reference[REFERENCE]):
            return False
        found = executors.differences(reference | worker.run(candidate, (wanted.executor,)))
        return any(d.kind == wanted.kind for d in found)

    try:
        return reduce(source, differs, REDUCTION_SECONDS)
    except ValueError:
        return source  # it depends on the layout of the source


def fuzz(session: Session) -> None:
    """One job: programs until the time is up."""
    deadline = time.monotonic() + session.settings.seconds
    with Worker() as worker:
        while True:
            run_one(session, worker, session.next_seed())
            if time.monotonic() >= deadline:
                return


def run_jobs(session: Session) -> int:
    start = time.monotonic()
    failures: list[BaseException] = []

    def job() -> None:
        try:
            fuzz(session)
        except BaseException as error:  # a thread's exception would be printed, and the exit status 0
            failures.append(error)

    threads = [threading.Thread(target=job) for _ in range(session.settings.jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    seconds = time.monotonic() - start
    programs = session.counts.pop("programs")
    rest = "".join(f", {n} {what}" for what, n in session.counts.most_common())
    print(f"{programs} programs from seed {session.settings.seed} in {seconds:.0f} s ({programs / seconds:.2f}/s){rest}")
    if session.kinds:
        print(f"differences: {session.out}")
    return 1 if session.kinds else 0


def reduce_file(session: Session, path: Path) -> int:
    source = path.read_text()
    with Worker() as worker:
        found = executors.differences(worker.run(source, (REFERENCE, *UNDER_TEST)))
        if not found:
            print(f"{path}: all executors agree")
            return 0
        report(session, worker, path.stem, source, found)
    print(f"differences: {session.out}")
    return 1


def settings(words: list[str]) -> Settings:
    """Raises ValueError with what is wrong."""
    chosen = Settings()
    rest = [part for word in words for part in (word.split("=", 1) if word.startswith("--") else [word])]
    while rest:
        word = rest.pop(0)
        if word.isdecimal():
            chosen.seconds = int(word)
        elif word in ("--seed", "--jobs", "--out", "--reduce") and rest:
            value = rest.pop(0)
            kind = int if word in ("--seed", "--jobs") else Path
            setattr(chosen, word[2:], kind(value))
        else:
            raise ValueError(f"bin/fuzz programs: {word}?")
    return chosen


def main(words: list[str]) -> int:
    if "-h" in words or "--help" in words:
        print(__doc__.strip())
        return 0
    try:
        chosen = settings(words)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    session = Session(chosen, chosen.out or Path(tempfile.mkdtemp(prefix="molt-differences-")))
    return run_jobs(session) if chosen.reduce is None else reduce_file(session, chosen.reduce)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
