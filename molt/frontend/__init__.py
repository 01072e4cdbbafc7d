"""From source files to TIR."""

from molt.frontend.graph import Program, load_program, used_names
from molt.frontend.lower import ModuleEnv, lower_module
from molt.frontend.parse import Unit, parse, read_source
from molt.frontend.target import Target, host_target, runtime_target

__all__ = ["ModuleEnv", "Program", "Target", "Unit", "host_target", "load_program", "lower_module", "parse", "read_source",
           "runtime_target", "used_names"]
