"""What of Python Molt compiles, what it rejects, and the programs that show it: `python -m molt.tables.features > docs/features.md`.

A row's programs are patterns below `tests/run` (supported: the program behaves as under CPython) or below `tests/errors`
(rejected: the code is reported on the line that says so). Every program there belongs to a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from molt.tables.library import ALIASES, LIBRARY
from molt.tables.runtime import c_modules


@dataclass(frozen=True)
class Feature:
    """One row. `code` is that of the diagnostic that rejects it; empty where it is supported."""

    area: str
    title: str
    programs: tuple[str, ...]
    code: str = ""

    @property
    def folder(self) -> str:
        return "tests/errors" if self.code else "tests/run"


FEATURES: list[Feature] = []


def _supported(area: str, title: str, programs: str) -> None:
    FEATURES.append(Feature(area, title, tuple(programs.split())))


def _rejected(area: str, title: str, code: str, programs: str) -> None:
    FEATURES.append(Feature(area, title, tuple(programs.split()), code))


# Statements and scopes.
_supported("Statements", "`for`, `while`, `else` of loops, `break`, `continue`", "loop_*")
_supported("Statements", "assignment, unpacking with and without a star, chained and augmented targets", "unpack_*")
_supported("Statements", "`del` of names, items, slices and attributes", "del_core del_containers")
_supported("Statements", "`match`: every kind of pattern, guards, `__match_args__`", "match_*")
_supported("Statements", "`with`, several managers, suppression, targets", "with_*")
_supported("Statements", "`try`, `except`, `else`, `finally`, `raise ... from`, bare `raise`",
           "exc_finally exc_loops_jumps exc_nested_handlers exc_reraise exc_state_machine")
_supported("Statements", "`assert`", "exc_assert")
_supported("Statements", "`global`, module globals, names unbound at some point", "global_* scope_*")
_supported("Statements", "`import`, `from ... import`, `import *`, relative imports, packages, namespace packages, cycles", "pkg_*")
_rejected("Statements", "text that is not Python 3.12", "syntax-error", "syntax_*")
_rejected("Statements", "names that nothing binds", "undefined-name", "undefined_*")
_rejected("Statements", "`async def`, `await`, `async for`, `async with`", "unsupported-async", "async_*")
_rejected("Statements", "`except*`", "unsupported-except-star", "except_star_*")
_rejected("Statements", "type parameters and the `type` statement (PEP 695)", "unsupported-type-params", "type_*")
_rejected("Statements", "names of the import system (`__spec__`, `__loader__`, ...)", "unsupported-dynamic", "dynamic_*")

# Expressions.
_supported("Expressions", "slicing, slice objects, slice assignment", "slice_*")
_supported("Expressions", "comprehensions: scopes, nesting, conditions, exceptions inside", "comp_*")
_supported("Expressions", "f-strings, `str.format`, `%`, `format()` with the whole specification language", "format_*")
_supported("Expressions", "order of evaluation", "dict_eval_order func_call_order exc_before_arguments")

# Functions.
_supported("Functions", "all kinds of parameters, defaults, `*args`, `**kwargs`, and the TypeErrors of wrong calls",
           "func_args_* func_params func_positional_only func_defaults_late func_builtin_errors")
_supported("Functions", "functions as values, nested definitions, return values, names that hide built-ins",
           "func_first_class func_nested_defs func_return_values func_shadow_builtins")
_supported("Functions", "recursion, RecursionError at CPython's depth", "func_recursion")
_supported("Functions", "closures, `nonlocal`, late binding", "closure_*")
_supported("Functions", "decorators of functions and classes", "decor_*")
_supported("Functions", "generators: `send`, `throw`, `close`, `yield from`, `finally`, generator expressions", "gen_*")

# Classes.
_supported("Classes", "classes, inheritance, C3 order, `super()`, bound methods",
           "class_core class_init_new class_mro class_super_forms class_bound_methods class_linked_structures class_state_repr")
_supported("Classes", "subclasses of built-in types", "class_inherit_builtin dict_subclass")
_supported("Classes", "properties, descriptors, `__getattr__` and its kin, `__slots__`, private names",
           "class_property class_descriptor class_attr_hooks class_slots class_private_names class_iteration_proxy")
_supported("Classes", "classes changed or made while the program runs, `type(name, bases, ns)`",
           "class_dynamic class_attr_rebound class_bases_assigned class_cache_changes class_type_checks class_abstract_manual")
_supported("Classes", "`__init_subclass__`, `__set_name__`, metaclasses", "class_init_subclass meta_*")
_supported("Classes", "`__eq__`, `__hash__`, orderings, operators, in-place operators, conversions", "class_eq_hash class_operators_money dunder_*")

# Built-in types.
_supported("Types", "`int` of any size: arithmetic, bits, text, bytes, hashes", "int_*")
_supported("Types", "`float`: arithmetic, shortest text, parsing, rounding, special values", "float_*")
_supported("Types", "`bool`, mixed numbers, `divmod`, `round`", "num_*")
_supported("Types", "`str`: methods, Unicode, case, search, splitting, formatting, translation", "str_*")
_supported("Types", "`bytes` and `bytearray`", "bytes_*")
_supported("Types", "`list`: methods, sorting, changes during iteration, comparison", "list_* sort_*")
_supported("Types", "`tuple`", "tuple_*")
_supported("Types", "`dict`: insertion order, views, changes during iteration",
           "dict_core dict_dispatch dict_index_widths dict_iter_mutate dict_keys_hash dict_large dict_merge_views")
_supported("Types", "`set` and `frozenset`, iterated in CPython's order", "set_*")
_supported("Types", "`range`", "range_*")
_supported("Types", "iterators and the iterator protocol", "iter_*")
_rejected("Types", "complex numbers", "unsupported-complex", "complex_*")

# Exceptions.
_supported("Exceptions", "messages, attributes and `__notes__` of built-in exceptions",
           "exc_attributes exc_args_forms exc_messages_types exc_memory exc_lookup_errors exc_in_operators tb_notes")
_supported("Exceptions", "own exception classes", "exc_custom")
_supported("Exceptions", "`__cause__`, `__context__`, `__suppress_context__`", "exc_chain exc_context_details tb_raise_from tb_implicit_context")
_supported("Exceptions", "tracebacks of uncaught exceptions, with CPython's markers",
           "tb_expression tb_generator tb_in_class_body tb_multiline tb_nested_calls tb_recursion tb_recursion_uncaught")
_supported("Exceptions", "exit status, `sys.exit`, SystemExit", "exc_system_exit tb_exit_message tb_sys_exit")

# Memory.
_supported("Memory", "`__del__` at the moment the last reference goes", "del_order del_chains del_generators_closures del_tracebacks")
_supported("Memory", "cycles are collected", "gc_*")

# Built-ins and the library.
_supported("Library", "`print`, `input`, standard streams, files, encodings, arguments, environment", "io_*")
_supported("Library", "modules of the standard library", "lib_*")
_rejected("Library", "`eval`, `exec`, `compile`, `globals`, `locals`, `__import__`, `breakpoint`; `vars()`, `dir()`", "unsupported-builtin", "builtin_*")
_rejected("Library", "modules that Molt does not offer", "unsupported-module", "module_*")
_rejected("Library", "attributes that a module does not have", "unsupported-attribute", "attribute_*")
_rejected("Library", "modules that do not exist", "import-not-found", "import_*")
_supported("Programs", "whole programs", "algo_*")
_supported("Programs", "exactness under specialisation: hints that turn out wrong, and what changes behind a guard", "spec_* fuzz_*")


def modules() -> dict[str, str]:
    """The importable modules of the standard library, and how each comes."""
    folder = Path(__file__).resolve().parent.parent / "lib"
    found = {name: "C" for name in c_modules()}
    found |= {name: "CPython's source" for name in LIBRARY}
    found |= {p.stem: "Molt's own Python" for p in folder.glob("*.py")}
    found |= {p.parent.name: "Molt's own Python" for p in folder.glob("*/__init__.py")}
    found |= {alias: f"alias of `{target}`" for alias, target in ALIASES.items()}
    return {name: found[name] for name in sorted(found) if not name.startswith("_") or name == "__future__"}


def _row(feature: Feature) -> str:
    status = f"rejected: `{feature.code}`" if feature.code else "yes"
    programs = ", ".join(f"`{p}`" for p in feature.programs)
    return f"| {feature.title} | {status} | {feature.folder}: {programs} |"


def page() -> str:
    """The whole of docs/features.md."""
    lines = ["# Features", "", "Made by `python -m molt.tables.features > docs/features.md`; edit `molt/tables/features.py` instead.", "",
             "*yes*: the programs named must behave as under CPython 3.12, to the byte; `tests/test_run.py` runs them. *rejected*: the",
             "compiler reports the code, which `molt explain CODE` explains. `*` stands for any ending. The few rules that show only at run time are",
             "in [contract.md](contract.md)."]
    for area in dict.fromkeys(f.area for f in FEATURES):
        lines += ["", f"## {area}", "", "| feature | status | shown by |", "| --- | --- | --- |"]
        lines += [_row(f) for f in FEATURES if f.area == area]
    lines += ["", "## Modules of the standard library", "",
              "Those that a program can import. A module that is not listed is rejected with `unsupported-module`.", "",
              "| module | comes as |", "| --- | --- |", *(f"| `{name}` | {origin} |" for name, origin in modules().items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(page(), end="")
