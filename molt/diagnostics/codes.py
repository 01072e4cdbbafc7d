"""Every diagnostic code: its title, and what `molt explain` says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Code:
    """`wrong` and `right` are short programs; `right` is empty where there is nothing to write instead."""

    title: str
    meaning: str
    wrong: str = ""
    right: str = ""


CODES: dict[str, Code] = {
    "syntax-error": Code(
        "invalid syntax",
        "The file is not valid Python 3.12. The message and the place are CPython's own.",
        "if x = 1:\n    pass", "if x == 1:\n    pass"),
    "file-not-found": Code(
        "file cannot be read",
        "The program named on the command line does not exist or cannot be read."),
    "unsupported-encoding": Code(
        "source encoding is not supported",
        "The file's coding cookie names an encoding that Python does not know, or the text is not valid in that\n"
        "encoding. Source files are UTF-8 unless their first or second line says otherwise.",
        "# -*- coding: no-such-encoding -*-", "# -*- coding: utf-8 -*-"),
    "import-not-found": Code(
        "module not found",
        "No module of this name lies beside the program, ships with Molt, or belongs to Python's library. All modules\n"
        "of a program are known when it is compiled. An import inside `try` with `except ImportError` may fail: it then\n"
        "raises ModuleNotFoundError when the program runs.",
        "import nosuchmodule", "try:\n    import nosuchmodule\nexcept ImportError:\n    nosuchmodule = None"),
    "unsupported-module": Code(
        "module of the standard library is not supported",
        "The module belongs to CPython's standard library, but Molt does not offer it yet. Where the program can do\n"
        "without it, import it inside `try` with `except ImportError`.",
        "import tkinter", "try:\n    import tkinter\nexcept ImportError:\n    tkinter = None"),
    "unsupported-attribute": Code(
        "module has no such attribute",
        "The module is implemented in C, and what it offers is known when a program is compiled. The attribute either\n"
        "does not exist in CPython at all, or Molt does not offer it yet.",
        "import math\nprint(math.nosuch)", "import math\nprint(math.pi)"),
    "undefined-name": Code(
        "name is not defined",
        "Nothing binds this name: neither the function, nor its enclosing functions, nor the module, and it is no\n"
        "built-in. The program would raise NameError as soon as it came here. A name that may be missing on purpose can\n"
        "be used inside `try` with `except NameError`.",
        "def f():\n    return lenght", "def f(length):\n    return length"),
    "unsupported-builtin": Code(
        "built-in is not supported",
        "The program is compiled ahead of time: there is no compiler and no table of local variables when it runs, so\n"
        "exec, eval, compile, globals, locals, __import__ and breakpoint do not exist, nor do vars and dir without an\n"
        "argument. A few other built-ins are not implemented yet.",
        "value = eval(text)", "import ast\nvalue = ast.literal_eval(text)"),
    "unsupported-async": Code(
        "asynchronous code is not supported",
        "`async def`, `await`, `async for`, `async with` and asynchronous comprehensions are not compiled yet.",
        "async def f():\n    await g()", "def f():\n    g()"),
    "unsupported-except-star": Code(
        "`except*` is not supported",
        "Exception groups are not compiled yet.",
        "try:\n    f()\nexcept* ValueError:\n    pass", "try:\n    f()\nexcept ValueError:\n    pass"),
    "unsupported-complex": Code(
        "complex numbers are not supported",
        "Imaginary literals such as `2j` are not compiled yet.",
        "z = 1 + 2j", "re, im = 1.0, 2.0"),
    "unsupported-type-params": Code(
        "type parameters are not supported",
        "The syntax of PEP 695 (`def f[T](x: T)`, `class C[T]`, `type X = ...`) is not compiled yet.",
        "def first[T](items: list[T]) -> T:\n    return items[0]",
        "from typing import TypeVar\nT = TypeVar(\"T\")\ndef first(items: list[T]) -> T:\n    return items[0]"),
    "unsupported-dynamic": Code(
        "name exists in CPython's module namespace only",
        "CPython's import system puts this name into every module, but Molt has no loader when the program runs.",
        "print(__spec__.name)", "print(__name__)"),
    "too-deep": Code(
        "code is nested too deeply",
        "An expression or statement is nested deeper than the compiler follows it."),
    "internal-error": Code(
        "internal error of the compiler",
        "This is a mistake in Molt, not in the program. Please report it with the program that shows it."),
}
