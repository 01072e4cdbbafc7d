"""What belongs to one whole program: method tables, built-in functions, C modules, start.

Only what the program names goes in, so that the linker can drop the rest of the
runtime: the arrays of methods of each built-in class, one object for each
built-in function, one Module for each module implemented in C.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from molt.backend import layout
from molt.backend.data import Data
from molt.backend.lower import module_symbol, slot_symbol
from molt.backend.module import TARGET
from molt.tables import runtime

BUILTIN_TYPE = "{ i32, ptr, ptr, ptr, i64 }"


@dataclass(frozen=True)
class ProgramPlan:
    """`names`: every identifier the program (or the runtime itself) may look up; None: any, since it looks up computed names."""

    modules: tuple[str, ...]  # those compiled from Python, main first
    c_modules: tuple[str, ...]
    names: frozenset[str] | None

    def wants(self, name: str) -> bool:
        return self.names is None or name in self.names


def program_symbols(plan: ProgramPlan) -> Iterator[str]:
    """The symbols of the runtime that the program's own object refers to, but for methods of built-in classes."""
    for module in (*plan.c_modules, "builtins"):
        yield from (d.symbol for d in runtime.declarations().of_module(module) if plan.wants(d.name))
    yield from (f"{name}_class" for name in runtime.builtin_classes() if plan.wants(name))


def program_text(plan: ProgramPlan, methods: frozenset[str]) -> str:
    """LLVM IR of the program's own object. `methods`: symbols of the methods of built-in classes that it may call."""
    data = Data()
    functions = [_c_module(data, plan, name) for name in (*plan.c_modules, "builtins")]
    _method_tables(data, methods)
    everything = [*plan.modules, *plan.c_modules, "builtins"]
    pointers = [data.external(module_symbol("module", m)) if m in plan.modules else module_symbol("module", m) for m in everything]
    data.add("@program_modules", f"@program_modules = constant [{len(pointers) + 1} x ptr] "
                                 f"[{', '.join(f'ptr {p}' for p in pointers)}, ptr null]")
    data.add("@program_main", f"@program_main = constant ptr {pointers[0]}")
    return "\n".join([f'target triple = "{TARGET}"', *data.lines, *functions, ""])


def _method_tables(data: Data, methods: frozenset[str]) -> None:
    declarations = runtime.declarations()
    for class_id in declarations.classes:
        rows = [d for d in declarations.of_class(class_id) if d.symbol in methods]
        symbols = [data.external(f"@{d.symbol}") for d in rows]
        entries = "".join(f"ptr {s}, " for s in symbols)
        data.add(f"@{class_id}_methods", f"@{class_id}_methods = constant [{len(rows) + 1} x ptr] [{entries}ptr null]")


def builtin_symbol(module: str, name: str) -> str:
    """The symbol of the function object of a function of a C module."""
    return f"@builtin__{name}" if module == "builtins" else f"@builtin.{module}.{name}"


def _c_module(data: Data, plan: ProgramPlan, module: str) -> str:
    """The Module object of a module implemented in C, and the function that fills in its constants."""
    rows = [d for d in runtime.declarations().of_module(module) if plan.wants(d.name)]
    words: list[str] = []
    names: list[str] = [d.name for d in rows]
    body: list[str] = []
    globals_symbol = module_symbol("globals", module)
    for n, d in enumerate(rows):
        if d.kind == "CONSTANT":
            words.append(f"{{ i32, i32 }} {{ i32 {layout.UNSET & 0xFFFFFFFF}, i32 {layout.UNSET >> 32} }}")
            body += _constant(data, d.symbol, globals_symbol, n)
        else:
            symbol = _builtin_object(data, module, d.name, d.symbol)
            words.append(f"{{ i32, i32 }} {{ i32 ptrtoint (ptr {symbol} to i32), i32 {0xFFFF0000 | layout.TAG['builtin']} }}")
    if module == "builtins":
        for name in sorted(c for c in runtime.builtin_classes() if plan.wants(c)):
            names.append(name)
            words.append(f"{{ i32, i32 }} {{ i32 ptrtoint (ptr {data.class_of(name)} to i32), i32 {0xFFFF0000 | layout.TAG['class']} }}")
    array = f"[{len(words)} x {{ i32, i32 }}]"
    data.lines += [f"{slot_symbol(module, d.name)} = hidden alias {{ i32, i32 }}, getelementptr ({array}, ptr {globals_symbol}, i32 0, i32 {n})"
                   for n, d in enumerate(rows) if module != "builtins"]
    data.add(globals_symbol, f"{globals_symbol} = internal global [{len(words)} x {{ i32, i32 }}] [{', '.join(words)}], align 8")
    names_symbol = data.array(module_symbol("names", module), "ptr", [data.string(n) for n in names])
    init = module_symbol("body", module)
    data.add(module_symbol("module", module),
             f"{module_symbol('module', module)} = hidden global {{ i32, ptr, ptr, ptr, i32, ptr, ptr, ptr, i32, ptr, ptr, i32 }} {{ "
             f"i32 {layout.RC_STATIC}, ptr {data.class_of('module')}, ptr {data.string(module)}, ptr null, i32 {len(names)}, "
             f"ptr {names_symbol}, ptr {globals_symbol}, ptr {init}, i32 0, ptr null, ptr null, i32 0 }}")
    raised = ["raised:", f"  ret i64 {layout.signed(layout.RAISED)}"] if body else []
    return "\n".join([f"define internal i64 {init}() {{", *body, f"  ret i64 {layout.signed(layout.NONE)}", *raised, "}"])


def _constant(data: Data, symbol: str, globals_symbol: str, n: int) -> list[str]:
    """Code that stores what the constant's function gives: MethodDef.fn is its second word."""
    definition = data.external(f"@{symbol}")
    return [f"  %at{n} = getelementptr inbounds i8, ptr {definition}, i32 4",
            f"  %fn{n} = load ptr, ptr %at{n}",
            f"  %v{n} = call i64 %fn{n}()",
            f"  %bad{n} = icmp eq i64 %v{n}, {layout.signed(layout.RAISED)}",
            f"  br i1 %bad{n}, label %raised, label %ok{n}",
            f"ok{n}:",
            f"  %slot{n} = getelementptr inbounds i64, ptr {globals_symbol}, i32 {n}",
            f"  store i64 %v{n}, ptr %slot{n}"]


def _builtin_object(data: Data, module: str, name: str, symbol: str) -> str:
    """The function object of a C function, which compiled code may refer to."""
    definition = data.external(f"@{symbol}")
    object_name = builtin_symbol(module, name)
    return data.add(object_name, f"{object_name} = hidden global {BUILTIN_TYPE} {{ i32 {layout.RC_STATIC}, ptr {data.class_of('builtin')}, "
                                 f"ptr {definition}, ptr null, i64 {layout.signed(layout.NONE)} }}, align 8")
