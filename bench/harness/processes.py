"""Runs commands as whole processes, in turn, and takes their times and peak memory."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

LIMIT_SECONDS = 120
# In a command: the file where a program that takes its own time writes the seconds.
SECONDS_FILE = "{seconds}"

# A process starts with the peak memory of the one that forked it, and the measuring Python's is large: this one is small.
_LAUNCHER_C = """\
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* launcher REPORT LIMIT COMMAND...: the report holds seconds and KiB; the alarm outlives exec and ends a run too long. */
int main(int argc, char **argv) {
  struct timespec start, end;
  struct rusage usage;
  int status;
  if (argc < 4) return 1;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child == 0) {
    alarm((unsigned)atoi(argv[2]));
    execvp(argv[3], argv + 3);
    _exit(127);
  }
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) return 1;
  clock_gettime(CLOCK_MONOTONIC, &end);
  FILE *report = fopen(argv[1], "w");
  if (!report) return 1;
  double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
  fprintf(report, "%.6f %ld\\n", seconds, usage.ru_maxrss);
  fclose(report);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
"""


class RunFailed(Exception):
    """A command did not end with status 0; the message is one line."""


@dataclass(frozen=True)
class Sample:
    """One run: seconds of the whole process, or what a command with SECONDS_FILE wrote there; peak resident memory."""

    seconds: float
    peak_kib: int
    output: bytes


def build_launcher(scratch: Path) -> Path:
    source = scratch / "launcher.c"
    source.write_text(_LAUNCHER_C)
    launcher = scratch / "launcher"
    subprocess.run(["cc", "-O2", "-o", str(launcher), str(source)], check=True)
    return launcher


def run_once(launcher: Path, command: list[str]) -> Sample:
    with tempfile.NamedTemporaryFile("r") as report, tempfile.NamedTemporaryFile("r") as own_seconds:
        words = [own_seconds.name if word == SECONDS_FILE else word for word in command]
        done = subprocess.run([str(launcher), report.name, str(LIMIT_SECONDS), *words], stdin=subprocess.DEVNULL, capture_output=True)
        if done.returncode:
            last = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["no message"]
            raise RunFailed(f"status {done.returncode}: {last[0]}")
        seconds, peak_kib = report.read().split()
        if SECONDS_FILE in command:
            seconds = own_seconds.read()
        return Sample(float(seconds), int(peak_kib), done.stdout)


def run_in_turn(launcher: Path, commands: dict[str, list[str]], rounds: int) -> tuple[dict[str, list[Sample]], dict[str, str]]:
    """`rounds` samples of each command, taken A B C A B C, so that ratios hold when the machine's speed drifts.

    A command that fails is left out; the second result says why.
    """
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    failures: dict[str, str] = {}
    for _ in range(rounds):
        for name, command in commands.items():
            if name in failures:
                continue
            try:
                samples[name].append(run_once(launcher, command))
            except RunFailed as failure:
                failures[name] = str(failure)
    return {name: runs for name, runs in samples.items() if name not in failures}, failures
