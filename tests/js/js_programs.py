"""The programs of `tests/run` that are tried under the JavaScript hosts."""

from __future__ import annotations

from collections.abc import Callable

import programs
from molt import pipeline

# Of each corner of the language one, and all that touch the host: arguments, environment, streams, files.
NAMES = ("algo_json", "algo_life", "algo_queens", "class_core", "closure_core", "dict_core", "exc_chain", "exc_system_exit",
         "float_repr", "gen_core", "int_big", "io_argv_env", "io_files", "io_stdin", "io_stdin_read", "pkg_app", "set_order",
         "str_unicode", "tb_nested_calls", "tb_sys_exit")
PROGRAMS = [program for program in programs.all_programs() if program.name in NAMES]
# Further ones, of every topic.
MANY = [program for n, program in enumerate(programs.all_programs()) if n % 5 == 0 or program.name in NAMES]

Build = Callable[[programs.Program], pipeline.Built]
