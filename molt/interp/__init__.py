"""The TIR interpreter: runs a program's IR on host Python objects, before or after any pass.

It is the third executor, beside CPython and the compiled component: when a
program's output differs, running its IR interpreted tells whether the front end
or a pass is wrong, or what comes after them.
"""

from molt.interp.program import run_program

__all__ = ["run_program"]
