"""What the compiler has to say about a program: diagnostics, their codes and their look."""

from molt.diagnostics.codes import CODES, Code
from molt.diagnostics.core import CompileError, Diagnostic, Label
from molt.diagnostics.render import explain, render, render_all

__all__ = ["CODES", "Code", "CompileError", "Diagnostic", "Label", "explain", "render", "render_all"]
