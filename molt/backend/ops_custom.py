"""The ops whose lowering is more than one call of the runtime."""

from __future__ import annotations

from collections.abc import Callable

from molt.backend import layout
from molt.backend.lower import COLD_TRUE, DONE, LLVM_TYPES, NONE, RAISED, UNSET, FunctionLowering, module_symbol
from molt.backend.rows import CALLS
from molt.ir.core import Instr, Value

Lower = Callable[[FunctionLowering, Instr], None]
CUSTOM: dict[str, Lower] = {}


def lowers(*names: str) -> Callable[[Lower], Lower]:
    def register(function: Lower) -> Lower:
        for name in names:
            CUSTOM[name] = function
        return function
    return register


@lowers("const", "unset", "load_builtin")
def _constant(f: FunctionLowering, i: Instr) -> None:
    pass  # written where it is used


@lowers("not")
def _not(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.assign(f"xor i1 {f.operand(i.operands[0])}, true"))


@lowers("box_bool")
def _box_bool(f: FunctionLowering, i: Instr) -> None:
    wide = f.assign(f"zext i1 {f.operand(i.operands[0])} to i64")
    f.define(i.result, f.assign(f"or i64 {wide}, {layout.signed(layout.FALSE)}"))


# Attributes.

@lowers("getattr")
def _getattr(f: FunctionLowering, i: Instr) -> None:
    args = [f"i64 {f.operand(i.operands[0])}", f.string(i.attrs["name"]), f.cache()]
    f.define(i.result, f.raising_call(i, "op_getattr_cached", "V", args))


@lowers("setattr")
def _setattr(f: FunctionLowering, i: Instr) -> None:
    o, v = (f.operand(x) for x in i.operands)
    f.raising_call(i, "op_setattr_cached", "F", [f"i64 {o}", f.string(i.attrs["name"]), f"i64 {v}", f.cache()])


# Calls.

# How many arguments the functions take that pass them on in an array of their own.
_SEVERAL = {3: "few", 8: "several"}


def _rare_call(f: FunctionLowering, i: Instr) -> tuple[str, list[str]] | None:
    """Of a call in a block that is rarely run: which C function does it, so that this one needs no array in its frame, and the arguments."""
    args = i.operands[1:]
    room = min((n for n in _SEVERAL if n >= len(args)), default=None)
    if not f.is_cold or i.attrs["kwnames"] or room is None:
        return None
    return _SEVERAL[room], [f"i32 {len(args)}", *(f"i64 {f.operand(a)}" for a in args), *[f"i64 {UNSET}"] * (room - len(args))]


@lowers("call")
def _call(f: FunctionLowering, i: Instr) -> None:
    callee = f"i64 {f.operand(i.operands[0])}"
    if rare := _rare_call(f, i):
        f.define(i.result, f.raising_call(i, f"call_{rare[0]}", "V", [callee, *rare[1]]))
        return
    n = len(i.operands) - 1 - len(i.attrs["kwnames"])
    area = f.store_args(i.operands[1:])
    if i.attrs["kwnames"]:
        result = f.raising_call(i, "call", "V", [callee, area, f"i32 {n}", f.kwnames(i.attrs["kwnames"])])
    else:
        result = f.raising_call(i, "call_fast", "V", [callee, area, f"i32 {n}"])
    f.define(i.result, result)


@lowers("call_method")
def _call_method(f: FunctionLowering, i: Instr) -> None:
    o = f"i64 {f.operand(i.operands[0])}"
    if rare := _rare_call(f, i):
        f.define(i.result, f.raising_call(i, f"call_method_{rare[0]}", "V", [o, f.string(i.attrs["name"]), f.cache(), *rare[1]]))
        return
    area = f.store_args(i.operands[1:])
    args = [o, f.string(i.attrs["name"]), area, f"i32 {len(i.operands) - 1 - len(i.attrs['kwnames'])}", f.kwnames(i.attrs["kwnames"]), f.cache()]
    f.define(i.result, f.raising_call(i, "op_call_method_cached", "V", args))


@lowers("call_ex")
def _call_ex(f: FunctionLowering, i: Instr) -> None:
    function, args, kwargs = i.operands
    keywords = NONE if f.is_unset(kwargs) else f.operand(kwargs)
    f.define(i.result, f.raising_call(i, "call_ex", "V", [f"i64 {f.operand(function)}", f"i64 {f.operand(args)}", f"i64 {keywords}"]))


@lowers("build_dict")
def _build_dict(f: FunctionLowering, i: Instr) -> None:
    area = f.store_args(i.operands)
    f.define(i.result, f.raising_call(i, "op_dict", "V", [area, f"i32 {len(i.operands) // 2}"]))


@lowers("format")
def _format(f: FunctionLowering, i: Instr) -> None:
    conversion = ord(i.attrs["conversion"] or "\0")
    v, spec = (f.operand(o) for o in i.operands)
    f.define(i.result, f.raising_call(i, "op_format_value", "V", [f"i64 {v}", f"i32 {conversion}", f"i64 {spec}"]))


# Iteration.

def _or_done(f: FunctionLowering, i: Instr, function: str) -> None:
    """A call that gives a value, raises, or is DONE."""
    args = [f"i64 {f.operand(o)}" for o in i.operands]
    result = f.call(function, "V", args)
    _leave_if_done(f, i, result)
    f.define(i.result, result)


def _leave_if_done(f: FunctionLowering, i: Instr, result: str) -> None:
    done = f.assign(f"icmp eq i64 {result}, {DONE}")
    go_on = f.fresh("item")
    f.emit(f"br i1 {done}, label %{f.edge_label(i.edges['done'])}, label %{go_on}")
    f.start(go_on)
    f.raise_if(i, f"icmp eq i64 {result}, {RAISED}")


@lowers("next", "delegate_send", "delegate_throw")
def _next(f: FunctionLowering, i: Instr) -> None:
    _or_done(f, i, CALLS[i.name][0])


@lowers("resume_next", "resume_send")
def _resume(f: FunctionLowering, i: Instr) -> None:
    """Resumes a suspended generator of the expected code by a direct call; what is anything else goes the usual way."""
    function = f.context.module.functions[i.attrs["func"]]
    it = f"i64 {f.operand(i.operands[0])}"
    sent = f.operand(i.operands[1]) if i.name == "resume_send" else NONE
    direct, other, stopped, ended, item = (f.fresh(name) for name in ("direct", "other", "stopped", "ended", "item"))
    f.calls_directly = True
    ready = f.call("generator_is_ready", "B", [it, f"i64 {sent}", f"ptr {f.context.info_symbol(function)}", "i32 %frame.address"])
    f.emit(f"br i1 {ready}, label %{direct}, label %{other}")
    f.start(direct)
    generator = f.assign(f"inttoptr i32 {f.assign(f'trunc i64 {it[4:]} to i32')} to ptr")
    if sent != NONE:
        f.call("rc_incref", "V", [f"i64 {sent}"])
    f.call("generator_enter", "N", [f"ptr {generator}"])
    given = f.assign(f"call i64 {f.context.function_names[function.symbol]}(ptr {generator}, i64 {sent})")
    suspended = f.call("generator_leave", "B", [f"ptr {generator}"])
    f.emit(f"br i1 {suspended}, label %{item}, label %{stopped}")
    f.start(stopped)
    end = f.call("generator_ended", "V", [f"ptr {generator}", f"i64 {given}"])
    f.emit(f"br label %{ended}")
    f.start(other)
    usual = f.call("op_next_slow", "V", [it]) if i.name == "resume_next" else f.call("op_delegate_send", "V", [it, f"i64 {sent}"])
    f.emit(f"br label %{ended}")
    f.start(ended)
    result = f.assign(f"phi i64 [ {end}, %{stopped} ], [ {usual}, %{other} ]")
    _leave_if_done(f, i, result)
    unusual = f.label
    f.emit(f"br label %{item}")
    f.start(item)
    f.define(i.result, f.assign(f"phi i64 [ {given}, %{direct} ], [ {result}, %{unusual} ]"))


@lowers("unpack")
def _unpack(f: FunctionLowering, i: Instr) -> None:
    v = f.operand(i.operands[0])
    area = f.area(len(i.results))
    f.raising_call(i, "op_unpack", "F", [f"i64 {v}", f"i32 {len(i.results)}", f"ptr {area}"])
    f.load_results(area, i.results)


@lowers("unpack_ex")
def _unpack_ex(f: FunctionLowering, i: Instr) -> None:
    v = f.operand(i.operands[0])
    area = f.area(len(i.results))
    before = i.attrs["before"]
    after = len(i.results) - before - 1
    f.raising_call(i, "op_unpack_star", "F", [f"i64 {v}", f"i32 {before}", f"i32 {after}", f"ptr {area}"])
    f.load_results(area, i.results)


# Names.

def global_slot(f: FunctionLowering, name: str) -> str:
    n = f.context.global_index[name]
    return f.assign(f"getelementptr inbounds i64, ptr {f.context.globals_symbol}, i32 {n}")


def _load_global(f: FunctionLowering, i: Instr) -> str:
    """The owned content of a global, or what the runtime finds elsewhere."""
    name = i.attrs["name"]
    loaded = f.assign(f"load i64, ptr {global_slot(f, name)}")
    return _or_slow(f, i, loaded, "op_load_global_slow", [f"ptr {f.context.module_symbol}", f.string(name)])


def _or_slow(f: FunctionLowering, i: Instr, loaded: str, slow_function: str, args: list[str]) -> str:
    """`loaded`, counted up, unless it is UNSET: then the result of a call that may raise."""
    unset = f.assign(f"icmp eq i64 {loaded}, {UNSET}")
    slow, fast, join = f.fresh("slow"), f.fresh("fast"), f.fresh("join")
    f.emit(f"br i1 {unset}, label %{slow}, label %{fast}, {COLD_TRUE}")
    f.start(slow)
    found = f.raising_call(i, slow_function, "V", args)
    slow_end = f.label
    f.emit(f"br label %{join}")
    f.start(fast)
    f.call("rc_incref", "V", [f"i64 {loaded}"])
    f.emit(f"br label %{join}")
    f.start(join)
    return f.assign(f"phi i64 [ {found}, %{slow_end} ], [ {loaded}, %{fast} ]")


@lowers("load_global")
def _load_global_op(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, _load_global(f, i))


@lowers("store_global")
def _store_global(f: FunctionLowering, i: Instr) -> None:
    _replace(f, global_slot(f, i.attrs["name"]), f.operand(i.operands[0]))


def _replace(f: FunctionLowering, slot: str, new: str) -> None:
    """Stores an owned value and releases the old one, last."""
    old = f.assign(f"load i64, ptr {slot}")
    f.emit(f"store i64 {new}, ptr {slot}")
    f.call("rc_decref", "N", [f"i64 {old}"])


@lowers("del_global")
def _del_global(f: FunctionLowering, i: Instr) -> None:
    slot = global_slot(f, i.attrs["name"])
    old = f.assign(f"load i64, ptr {slot}")
    _raise_if_unset(f, i, old, "op_name_error", i.attrs["name"])
    f.emit(f"store i64 {UNSET}, ptr {slot}")
    f.call("rc_decref", "N", [f"i64 {old}"])


def _raise_if_unset(f: FunctionLowering, i: Instr, value: str, raiser: str, name: str) -> None:
    unset = f.assign(f"icmp eq i64 {value}, {UNSET}")
    bad, good = f.fresh("unbound"), f.fresh("bound")
    f.emit(f"br i1 {unset}, label %{bad}, label %{good}, {COLD_TRUE}")
    f.start(bad)
    f.call(raiser, "V", [f.string(name)])
    f.raise_always(i)
    f.start(good)


@lowers("load_name", "load_name_cell")
def _load_name(f: FunctionLowering, i: Instr) -> None:
    found = f.raising_call(i, "op_load_class_name", "V", [f"i64 {f.operand(i.operands[0])}", f.string(i.attrs["name"])])
    unset = f.assign(f"icmp eq i64 {found}, {UNSET}")
    here, outside, join = f.label, f.fresh("outside"), f.fresh("join")
    f.emit(f"br i1 {unset}, label %{outside}, label %{join}")
    f.start(outside)
    other = _load_global(f, i) if i.name == "load_name" else _load_cell(f, i, f.operand(i.operands[1]), "op_unbound_free")
    outside_end = f.label
    f.emit(f"br label %{join}")
    f.start(join)
    f.define(i.result, f.assign(f"phi i64 [ {found}, %{here} ], [ {other}, %{outside_end} ]"))


@lowers("store_name")
def _store_name(f: FunctionLowering, i: Instr) -> None:
    ns, v = (f.operand(o) for o in i.operands)
    f.raising_call(i, "op_setitem", "F", [f"i64 {ns}", f"i64 {f.data.value(i.attrs['name'])}", f"i64 {v}"])


@lowers("check_bound")
def _check_bound(f: FunctionLowering, i: Instr) -> None:
    _raise_if_unset(f, i, f.operand(i.operands[0]), "op_unbound_local", i.attrs["name"])


def _cell_slot(f: FunctionLowering, cell: str) -> str:
    address = f.assign(f"trunc i64 {cell} to i32")
    pointer = f.assign(f"inttoptr i32 {address} to ptr")
    return f.assign(f"getelementptr inbounds i8, ptr {pointer}, i32 {layout.CELL_VALUE}")


def _load_cell(f: FunctionLowering, i: Instr, cell: str, raiser: str) -> str:
    loaded = f.assign(f"load i64, ptr {_cell_slot(f, cell)}")
    return _or_slow(f, i, loaded, raiser, [f.string(i.attrs["name"])])


@lowers("load_cell")
def _load_cell_op(f: FunctionLowering, i: Instr) -> None:
    raiser = "op_unbound_free" if i.attrs["is_free"] else "op_unbound_local"
    f.define(i.result, _load_cell(f, i, f.operand(i.operands[0]), raiser))


@lowers("store_cell")
def _store_cell(f: FunctionLowering, i: Instr) -> None:
    cell, v = (f.operand(o) for o in i.operands)
    _replace(f, _cell_slot(f, cell), v)


@lowers("closure")
def _closure(f: FunctionLowering, i: Instr) -> None:
    at = f.assign(f"getelementptr inbounds i8, ptr {f.self_pointer()}, i32 {layout.FUNCTION_CELLS + 8 * i.attrs['index']}")
    f.define(i.result, f.assign(f"load i64, ptr {at}"))


# Functions and classes.

@lowers("make_function")
def _make_function(f: FunctionLowering, i: Instr) -> None:
    defaults, kwdefaults, annotations, *cells = i.operands
    function = f.context.module.functions[i.attrs["func"]]
    info = f.context.info_symbol(function)
    values = [f.operand(defaults), f.operand(kwdefaults)]
    area = f.store_args(cells)
    made = f.raising_call(i, "function_new", "V", [f"ptr {info}", *(f"i64 {v}" for v in values), area, f"i32 {len(cells)}"])
    if not f.is_unset(annotations):
        pointer = f.assign(f"inttoptr i32 {f.assign(f'trunc i64 {made} to i32')} to ptr")
        at = f.assign(f"getelementptr inbounds i8, ptr {pointer}, i32 {layout.FUNCTION_ANNOTATIONS}")
        f.emit(f"store i64 {f.operand(annotations)}, ptr {at}")
    f.define(i.result, made)


@lowers("class_prepare")
def _class_prepare(f: FunctionLowering, i: Instr) -> None:
    name, bases, kwargs = (f.operand(o) for o in i.operands)
    f.define(i.result, f.raising_call(i, "op_class_prepare", "V", [f"i64 {name}", f"i64 {bases}", f"i64 {kwargs}"]))


@lowers("class_create")
def _class_create(f: FunctionLowering, i: Instr) -> None:
    args = [f"i64 {f.operand(o)}" for o in i.operands]
    made = f.raising_call(i, "op_class_create", "V", [*args, f"i32 {i.attrs['n_attributes']}"])
    if i.attrs["body"] in f.context.module.predictions:
        f.call("class_predict", "N", [f"i64 {made}", f"ptr {f.context.prediction(i.attrs['body'])}"])
    f.define(i.result, made)


# Exceptions and context managers.

@lowers("catch")
def _catch(f: FunctionLowering, i: Instr) -> None:
    area = f.area(1)
    exc = f.call("exc_catch", "V", [f"ptr {area}"])
    prev = f.assign(f"load i64, ptr {area}")
    f.define(i.results[0], exc)
    f.define(i.results[1], prev)


@lowers("raise", "raise_current", "reraise")
def _raise(f: FunctionLowering, i: Instr) -> None:
    name, kind = CALLS[i.name]
    f.call(name, kind, [f"i64 {f.operand(o)}" for o in i.operands])
    f.raise_always(i)


@lowers("with_enter")
def _with_enter(f: FunctionLowering, i: Instr) -> None:
    manager = f.operand(i.operands[0])
    area = f.area(1)
    entered = f.raising_call(i, "op_with_enter", "V", [f"i64 {manager}", f"ptr {area}"])
    f.define(i.results[0], f.assign(f"load i64, ptr {area}"))
    f.define(i.results[1], entered)


# Generators.

@lowers("yield")
def _yield(f: FunctionLowering, i: Instr) -> None:
    v = f.operand(i.operands[0])
    saved = f.save_frame(f.saved[i])
    f.yields.append(resume := f.fresh("resume"))
    f.set_state(len(f.yields))
    f.emit(f"ret i64 {v}")
    f.start(resume)
    for value, n in saved.items():
        f.define(value, f.load_frame(n, LLVM_TYPES[value.type]))
    f.raise_if(i, f"icmp eq i64 %sent, {RAISED}")
    f.define(i.result, "%sent")


# Imports.

@lowers("import_module")
def _import_module(f: FunctionLowering, i: Instr) -> None:
    symbol = f.data.external(module_symbol("module", i.attrs["module"])) \
        if i.attrs["module"] != f.context.module.name else f.context.module_symbol
    f.define(i.result, f.raising_call(i, "module_import", "V", [f"ptr {symbol}"]))


@lowers("import_star")
def _import_star(f: FunctionLowering, i: Instr) -> None:
    f.raising_call(i, "op_import_star", "F", [f"ptr {f.context.module_symbol}", f"i64 {f.operand(i.operands[0])}"])


@lowers("import_missing")
def _import_missing(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.raising_call(i, "op_import_missing", "V", [f.string(i.attrs["module"])]))


@lowers("match_class")
def _match_class(f: FunctionLowering, i: Instr) -> None:
    v, cls = (f.operand(o) for o in i.operands)
    names = f.data.value(tuple(i.attrs["names"]))
    f.define(i.result, f.raising_call(i, "op_match_class", "V",
                                      [f"i64 {v}", f"i64 {cls}", f"i32 {i.attrs['n_positional']}", f"i64 {names}"]))


# Control flow.

@lowers("jump")
def _jump(f: FunctionLowering, i: Instr) -> None:
    f.emit(f"br label %{f.edge_label(i.edges['to'])}")


@lowers("branch")
def _branch(f: FunctionLowering, i: Instr) -> None:
    condition = f.operand(i.operands[0])
    then, other = i.edges["then"], i.edges["else"]
    if then.block is other.block:
        # One LLVM edge a target: the second goes through a block of its own.
        middle = f.fresh("edge")
        first = f.edge_label(then)
        f.emit(f"br i1 {condition}, label %{first}, label %{middle}")
        f.start(middle)
        f.emit(f"br label %{f.edge_label(other)}")
        return
    f.emit(f"br i1 {condition}, label %{f.edge_label(then)}, label %{f.edge_label(other)}")


@lowers("ret")
def _ret(f: FunctionLowering, i: Instr) -> None:
    v = f.operand(i.operands[0])
    if f.is_generator:
        f.set_state(layout.GENERATOR_FINISHED)
    f.emit(f"ret i64 {v}")


@lowers("unwind")
def _unwind(f: FunctionLowering, i: Instr) -> None:
    if f.is_generator:
        f.set_state(layout.GENERATOR_FINISHED)
    f.emit(f"ret i64 {RAISED}")
