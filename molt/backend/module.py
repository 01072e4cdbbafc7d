"""One TIR module (with explicit counts) as the text of one LLVM module."""

from __future__ import annotations

from molt.backend import layout
from molt.backend.lower import ModuleContext, define_info, module_symbol, slot_symbol
from molt.backend.twin import define_area, lower_function
from molt.ir.core import Module

TARGET = "wasm32-unknown-wasi"


def module_text(module: Module, attributes: str) -> str:
    """LLVM IR of the module; `attributes` are those of the runtime's bitcode, which inlining needs to be equal."""
    context = ModuleContext(module)
    functions = [lower_function(context, f) for f in module.functions.values()]
    define_area(context)
    define_exports(context)
    while pending := [f for s, f in context.infos.items() if s not in context.defined_infos]:
        for function in pending:
            context.defined_infos.add(function.symbol)
            define_info(context, function)
    define_module(context)
    define_ops(context)
    declarations = [line for line in context.declared.values()]
    return "\n".join([
        f'target triple = "{TARGET}"',
        f'source_filename = "{module.name}"',
        *context.data.lines,
        *declarations,
        *functions,
        f"attributes #0 = {{ {attributes} }}",
        "attributes #1 = { alwaysinline }",
        "attributes #2 = { noinline }",
        '!0 = !{!"branch_weights", i32 1, i32 4000}',
        '!1 = !{!"branch_weights", i32 4000, i32 1}',
        "",
    ])


def define_module(context: ModuleContext) -> None:
    """The globals array and the Module object."""
    module, data = context.module, context.data
    n = len(module.globals)
    values = ", ".join(f"i64 {layout.signed(layout.UNSET)}" for _ in module.globals)
    data.add(context.globals_symbol, f"{context.globals_symbol} = internal global [{n} x i64] [{values}]")
    names = data.array(module_symbol("names", module.name), "ptr", [data.string(name) for name in module.globals])
    parent = "null"
    if "." in module.name:
        parent = data.external(module_symbol("module", module.name.rpartition(".")[0]))
    # A namespace package has no file and no body to speak of.
    file = data.string(module.source.path) if module.source.path else "null"
    data.add(context.module_symbol,
             f"{context.module_symbol} = hidden global {{ i32, ptr, ptr, ptr, i32, ptr, ptr, ptr, i32, ptr, ptr, i32 }} {{ "
             f"i32 {layout.RC_STATIC}, ptr {data.class_of('module')}, ptr {data.string(module.name)}, ptr {file}, i32 {n}, "
             f"ptr {names}, ptr {context.globals_symbol}, ptr {module_symbol('body', module.name)}, i32 0, ptr null, "
             f"ptr {parent}, i32 {int(module.source.is_package)} }}")


def define_exports(context: ModuleContext) -> None:
    """What other modules refer to, whether or not this one does."""
    module = context.module
    for symbol in sorted(module.exported):
        if symbol in module.predictions:
            context.prediction(symbol)
        else:
            context.info_symbol(module.functions[symbol])
    for name in sorted(module.exported_globals):
        slot = slot_symbol(module.name, name)
        context.data.add(slot, f"{slot} = hidden alias i64, getelementptr ([{len(module.globals)} x i64], ptr {context.globals_symbol}, "
                               f"i32 0, i32 {context.global_index[name]})")


def define_ops(context: ModuleContext) -> None:
    """A symbol that lists the ops of the module, for the link plan; the linker drops it."""
    functions = context.module.functions.values()
    ops = {i.name for f in functions for b in f.blocks for i in b.instrs}
    if any(f.info.is_generator for f in functions):
        ops.add("generator")
    name = f'@"ops:{context.module.name}:{" ".join(sorted(ops))}"'
    context.data.add(name, f"{name} = hidden constant i8 0")
