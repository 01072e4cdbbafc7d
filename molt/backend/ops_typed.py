"""The ops of specialised code.

Arithmetic is LLVM instructions, so that LLVM knows ranges and constants. What
reads or writes objects is a call of a tiny function of inline.h, which LLVM
always inlines: clang tells it which memory accesses cannot overlap.
"""

from __future__ import annotations

import math

from molt.backend import layout, predictions
from molt.backend.entries import TYPED, TypedEntry
from molt.backend.lower import COLD_TRUE, DONE, UNSET, FunctionLowering
from molt.backend.ops_custom import global_slot, lowers
from molt.ir.core import Instr, Value
from molt.tables.ops import BINARY

INT64_MIN, INT64_MAX = -(1 << 63), (1 << 63) - 1
EXACT_IN_F64 = 1 << 53
F64_TO_I64_LIMIT = "0x43D0000000000000"  # 2.0**62
TYPE_TAG_SHIFT, INT_TAG_SHIFT = 32, 48
UNBOXED_SHIFT = 64 - layout.SMALL_INT_BITS
PTR_BASE = layout.signed(0xFFFF << 48)


def operands(f: FunctionLowering, i: Instr) -> list[str]:
    return [f.operand(o) for o in i.operands]


def in_range(f: FunctionLowering, value: str, low: int, high: int) -> str:
    """low <= value <= high, by one comparison."""
    shifted = f.assign(f"sub i64 {value}, {low}") if low else value
    return f.assign(f"icmp ule i64 {shifted}, {high - low}")


# Representations.

@lowers("const_i64", "const_f64")
def _constant(f: FunctionLowering, i: Instr) -> None:
    pass  # written where it is used


@lowers("incref_lent", "decref_given")
def _count_parameter(f: FunctionLowering, i: Instr) -> None:
    given = f.assign(f"and i32 %given, {1 << i.attrs['index']}")
    f.call(f"rc_{i.name}", "N", [f"i64 {f.operand(i.operands[0])}", f"i32 {given}"])


@lowers("own")
def _own(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.call("rc_incref", "V", [f"i64 {f.operand(i.operands[0])}"]))


@lowers("box_i64")
def _box_i64(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, box_i64(f, f.operand(i.operands[0])))


def box_i64(f: FunctionLowering, number: str) -> str:
    return f.call("box_i64", "V", [f"i64 {number}"])


@lowers("box_small")
def _box_small(f: FunctionLowering, i: Instr) -> None:
    payload = f.assign(f"and i64 {f.operand(i.operands[0])}, {(1 << layout.SMALL_INT_BITS) - 1}")
    f.define(i.result, f.assign(f"or disjoint i64 {payload}, {layout.signed(layout.INT_BASE)}"))


@lowers("box_f64")
def _box_f64(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.assign(f"bitcast double {f.operand(i.operands[0])} to i64"))


@lowers("to_i64")
def _to_i64(f: FunctionLowering, i: Instr) -> None:
    v = f.operand(i.operands[0])
    tag = f.assign(f"lshr i64 {v}, {INT_TAG_SHIFT}")
    f.slow_unless(i, f.assign(f"icmp eq i64 {tag}, {layout.INT_BASE >> INT_TAG_SHIFT}"))
    f.define(i.result, _payload(f, v))


def _payload(f: FunctionLowering, v: str) -> str:
    """What a small int holds."""
    return f.assign(f"ashr exact i64 {f.assign(f'shl i64 {v}, {UNBOXED_SHIFT}')}, {UNBOXED_SHIFT}")


@lowers("to_f64")
def _to_f64(f: FunctionLowering, i: Instr) -> None:
    v = f.operand(i.operands[0])
    f.slow_unless(i, _is_float(f, v))
    f.define(i.result, f.assign(f"bitcast i64 {v} to double"))


def _is_float(f: FunctionLowering, v: str) -> str:
    return f.assign(f"icmp ult i64 {v}, {layout.signed(layout.INT_BASE)}")


def _is_bool(f: FunctionLowering, v: str) -> str:
    return f.assign(f"icmp eq i64 {f.assign(f'or i64 {v}, 1')}, {layout.signed(layout.TRUE)}")


@lowers("to_bool")
def _to_bool(f: FunctionLowering, i: Instr) -> None:
    v = f.operand(i.operands[0])
    f.slow_unless(i, _is_bool(f, v))
    f.define(i.result, f.assign(f"trunc i64 {v} to i1"))


@lowers("trust_f64")
def _trust_f64(f: FunctionLowering, i: Instr) -> None:
    """Never the bits of a pointer: as a float they would be an object that nobody owns."""
    v = f.operand(i.operands[0])
    number = f.assign(f"sitofp i64 {_payload(f, v)} to double")
    f.define(i.result, f.assign(f"select i1 {_is_float(f, v)}, double {f.assign(f'bitcast i64 {v} to double')}, double {number}"))


@lowers("trust_bool")
def _trust_bool(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.assign(f"trunc i64 {f.operand(i.operands[0])} to i1"))


@lowers("bool_to_i64")
def _bool_to_i64(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.assign(f"zext i1 {f.operand(i.operands[0])} to i64"))


@lowers("i64_to_f64", "i64_to_f64_exact")
def _i64_to_f64(f: FunctionLowering, i: Instr) -> None:
    a = f.operand(i.operands[0])
    if i.name == "i64_to_f64_exact":
        f.slow_unless(i, in_range(f, a, -EXACT_IN_F64, EXACT_IN_F64))
    f.define(i.result, f.assign(f"sitofp i64 {a} to double"))


@lowers("f64_to_i64")
def _f64_to_i64(f: FunctionLowering, i: Instr) -> None:
    a = f.operand(i.operands[0])
    size = intrinsic(f, "llvm.fabs.f64", "double", [f"double {a}"])
    f.slow_unless(i, f.assign(f"fcmp olt double {size}, {F64_TO_I64_LIMIT}"))
    f.define(i.result, f.assign(f"fptosi double {a} to i64"))


def intrinsic(f: FunctionLowering, name: str, result: str, args: list[str]) -> str:
    callee = f.context.declare(name, result, [a.split(" ", 1)[0] for a in args])
    return f.assign(f"call {result} {callee}({', '.join(args)})")


# Guards.

@lowers("guard_tag")
def _guard_tag(f: FunctionLowering, i: Instr) -> None:
    v, tag = f.operand(i.operands[0]), i.attrs["tag"]
    match tag:
        case "float":
            condition = _is_float(f, v)
        case "bool":
            condition = _is_bool(f, v)
        case "int":
            condition = _is_int(f, v)
        case _:
            condition = _has_tag(f, v, tag)
    f.slow_unless(i, condition)


def _is_int(f: FunctionLowering, v: str) -> str:
    small = f.assign(f"icmp eq i64 {f.assign(f'lshr i64 {v}, {INT_TAG_SHIFT}')}, {layout.INT_BASE >> INT_TAG_SHIFT}")
    return f.assign(f"or i1 {small}, {_has_tag(f, v, 'int')}")


def _has_tag(f: FunctionLowering, v: str, tag: str) -> str:
    return f.assign(f"icmp eq i64 {f.assign(f'lshr i64 {v}, {TYPE_TAG_SHIFT}')}, {0xFFFF0000 | layout.TAG[tag]}")


@lowers("type_test")
def _type_test(f: FunctionLowering, i: Instr) -> None:
    v, tag = f.operand(i.operands[0]), i.attrs["tag"]
    f.slow_unless(i, f.assign(f"xor i1 {_has_tag(f, v, 'instance')}, true"))
    match tag:
        case "float":
            condition = _is_float(f, v)
        case "bool":
            condition = _is_bool(f, v)
        case "int":
            condition = f.assign(f"or i1 {_is_int(f, v)}, {_is_bool(f, v)}")
        case _:
            condition = _has_tag(f, v, tag)
    f.define(i.result, condition)


@lowers("guard_count")
def _guard_count(f: FunctionLowering, i: Instr) -> None:
    n = _length(f, "tuple", f.operand(i.operands[0]))
    f.slow_unless(i, f.assign(f"icmp eq i64 {n}, {i.attrs['n']}"))


@lowers("guard_function")
def _guard_function(f: FunctionLowering, i: Instr) -> None:
    info = f.context.code_of(i.attrs["func"])
    f.slow_unless(i, f.call("function_has_code", "B", [f"i64 {f.operand(i.operands[0])}", f"ptr {info}"]))


@lowers("guard_class")
def _guard_class(f: FunctionLowering, i: Instr) -> None:
    f.slow_unless(i, f.call("pred_is_class", "B", [f"i64 {f.operand(i.operands[0])}", f"ptr {f.context.prediction(i.attrs['cls'])}"]))


@lowers("guard_shape")
def _guard_shape(f: FunctionLowering, i: Instr) -> None:
    o = f.operand(i.operands[0])
    tests = [f.call("pred_has_shape", "B", [f"i64 {o}", f"ptr {predictions.shape(f.context, cls, count)}"]) for cls, count in i.attrs["shapes"]]
    while len(tests) > 1:
        tests[:2] = [f.assign(f"or i1 {tests[0]}, {tests[1]}")]
    f.slow_unless(i, tests[0])
    f.define(i.result, o)


# Containers.

_LENGTHS = {"list": "list_length", "tuple": "tuple_length", "str": "str_length", "dict": "dict_length", "set": "set_length"}
_ITEMS = {"list": "list_at", "tuple": "tuple_at", "str": "str_ascii_at"}


def _length(f: FunctionLowering, kind: str, v: str) -> str:
    return f.call(_LENGTHS[kind], "V", [f"i64 {v}"])


@lowers("list_len", "tuple_len", "str_len", "dict_len", "set_len")
def _len(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, _length(f, i.name.partition("_")[0], f.operand(i.operands[0])))


def _index(f: FunctionLowering, i: Instr, kind: str, v: str) -> str:
    """The index operand as one from the start, which is in range; slow otherwise."""
    at, n = f.operand(i.operands[1]), _length(f, kind, v)
    known = f.constant_i64(i.operands[1])
    if known is None:
        from_end = f.assign(f"add i64 {at}, {n}")
        at = f.assign(f"select i1 {f.assign(f'icmp slt i64 {at}, 0')}, i64 {from_end}, i64 {at}")
    elif known < 0:
        at = f.assign(f"add i64 {n}, {known}")
    f.slow_unless(i, f.assign(f"icmp ult i64 {at}, {n}"))
    return at


@lowers("list_item", "tuple_item", "str_item")
def _item(f: FunctionLowering, i: Instr) -> None:
    kind, v = i.name.partition("_")[0], f.operand(i.operands[0])
    if kind == "str":
        f.slow_unless(i, f.call("str_all_ascii", "B", [f"i64 {v}"]))
    at = _index(f, i, kind, v)
    f.define(i.result, f.call(_ITEMS[kind], "V", [f"i64 {v}", f"i64 {at}"]))


@lowers("list_set", "list_set_plain")
def _list_set(f: FunctionLowering, i: Instr) -> None:
    v = f.operand(i.operands[0])
    at = _index(f, i, "list", v)
    put = "list_put"
    if i.name == "list_set_plain":
        old = f.call("list_at", "V", [f"i64 {v}", f"i64 {at}"])
        f.slow_unless(i, f.assign(f"icmp ult i64 {old}, {PTR_BASE}"))
        put = "list_put_plain"
    f.call(put, "N", [f"i64 {v}", f"i64 {at}", f"i64 {f.operand(i.operands[2])}"])


@lowers("list_holds")
def _list_holds(f: FunctionLowering, i: Instr) -> None:
    v, start, stop = operands(f, i)
    args = [f"i64 {v}", f"i64 {start}", f"i64 {stop}", f"i64 {i.attrs['before']}", f"i64 {i.attrs['after']}"]
    f.define(i.result, f.call(f"list_holds_{i.attrs['of']}s", "B", args))


@lowers("list_f64", "list_i64", "list_bool")
def _list_number(f: FunctionLowering, i: Instr) -> None:
    v, at = operands(f, i)
    item = f.call("list_at", "V", [f"i64 {v}", f"i64 {at}"])
    match i.result.type:
        case "f64":
            f.define(i.result, f.assign(f"bitcast i64 {item} to double"))
        case "i64":
            f.define(i.result, _payload(f, item))
        case _:
            f.define(i.result, f.assign(f"icmp eq i64 {item}, {layout.signed(layout.TRUE)}"))


@lowers("list_put_f64")
def _list_put_f64(f: FunctionLowering, i: Instr) -> None:
    v, at, x = operands(f, i)
    f.call("list_put_plain", "N", [f"i64 {v}", f"i64 {at}", f"i64 {f.assign(f'bitcast double {x} to i64')}"])


@lowers("str_ord")
def _str_ord(f: FunctionLowering, i: Instr) -> None:
    v = f"i64 {f.operand(i.operands[0])}"
    f.slow_unless(i, f.call("str_is_byte", "B", [v]))
    byte = f.call("str_byte", "V", [v])
    f.slow_unless(i, f.assign(f"icmp ult i64 {byte}, 128"))
    f.define(i.result, byte)


@lowers("str_eq")
def _str_eq(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.call("str_same", "B", [f"i64 {o}" for o in operands(f, i)]))


@lowers("dict_item", "dict_item_of")
def _dict_item(f: FunctionLowering, i: Instr) -> None:
    found = _find(f, i)
    f.slow_unless(i, f.assign(f"icmp ne i64 {found}, {DONE}"))
    f.define(i.result, found)


@lowers("dict_item_or_raise")
def _dict_item_or_raise(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.raising_call(i, "dict_found", "V", [f"i64 {_find(f, i)}", f"i64 {f.operand(i.operands[1])}"]))


@lowers("dict_get", "dict_get_of")
def _dict_get(f: FunctionLowering, i: Instr) -> None:
    found = _find(f, i)
    is_absent = f.assign(f"icmp eq i64 {found}, {DONE}")
    default = f.operand(i.operands[2 if i.name == "dict_get" else 1])
    f.define(i.result, f.assign(f"select i1 {is_absent}, i64 {default}, i64 {found}"))


@lowers("dict_has", "dict_has_of")
def _dict_has(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.assign(f"icmp ne i64 {_find(f, i)}, {DONE}"))


def _find(f: FunctionLowering, i: Instr) -> str:
    """The value under a key of a dict, or DONE; slow where only Python code could tell."""
    if i.name.endswith("_of"):
        found = f.call("dict_find_tuple", "V", _tuple_key(f, i, 2 if i.name == "dict_get_of" else 1))
    else:
        found = f.call("dict_find_again" if i.name in ("dict_item", "dict_item_or_raise") else "dict_find_plain", "V", [f"i64 {o}" for o in operands(f, i)[:2]])
    f.slow_unless(i, f.assign(f"icmp ne i64 {found}, {UNSET}"))
    return found


def _tuple_key(f: FunctionLowering, i: Instr, start: int) -> list[str]:
    """A container and a tuple that exists on the stack only: room for its head, its parts, their number."""
    parts = i.operands[start:]
    return [f"i64 {f.operand(i.operands[0])}", f.store_args(parts, head=layout.TUPLE_ITEMS // 8), f"i32 {len(parts)}"]


@lowers("set_has_of")
def _set_has_of(f: FunctionLowering, i: Instr) -> None:
    found = f.call("set_find_tuple", "T", _tuple_key(f, i, 1))
    f.slow_unless(i, f.assign(f"icmp sge i32 {found}, 0"))
    f.define(i.result, f.assign(f"trunc i32 {found} to i1"))


@lowers("set_has", "list_has", "tuple_has")
def _has(f: FunctionLowering, i: Instr) -> None:
    found = f.call(f"{i.name.partition('_')[0]}_find_plain", "T", [f"i64 {o}" for o in operands(f, i)])
    f.slow_unless(i, f.assign(f"icmp sge i32 {found}, 0"))
    f.define(i.result, f.assign(f"trunc i32 {found} to i1"))


@lowers("list_pop")
def _list_pop(f: FunctionLowering, i: Instr) -> None:
    v = f.operand(i.operands[0])
    at = _index(f, i, "list", v)
    f.define(i.result, f.call("list_take", "V", [f"i64 {v}", f"i64 {at}"]))


_AT_PLACE = {"dict_seek": "dict_seek_item", "dict_key": "dict_key_at", "dict_value": "dict_value_at", "set_seek": "set_seek_item", "set_item": "set_item_at"}


@lowers(*_AT_PLACE)
def _at_place(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.call(_AT_PLACE[i.name], "V", [f"i64 {o}" for o in operands(f, i)]))


@lowers("box_range", "box_range_iter", "box_list_iter", "box_str_iter", "box_tuple_iter", "box_set_iter", "box_enumerate", "box_slice")
def _box(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.call(i.name, "V", [f"i64 {o}" for o in operands(f, i)]))


@lowers("box_dict_iter")
def _box_dict_iter(f: FunctionLowering, i: Instr) -> None:
    kind = ("keys", "values", "items").index(i.attrs["view"])  # DICT_*
    f.define(i.result, f.call(i.name, "V", [*(f"i64 {o}" for o in operands(f, i)), f"i32 {kind}"]))


@lowers("box_zip")
def _box_zip(f: FunctionLowering, i: Instr) -> None:
    area = f.store_args(i.operands)
    f.define(i.result, f.call("box_zip", "V", [area, f"i32 {len(i.operands)}"]))


@lowers("box_tuple")
def _box_tuple(f: FunctionLowering, i: Instr) -> None:
    area = f.store_args(i.operands)
    f.define(i.result, f.call("box_tuple", "V", [area, f"i32 {len(i.operands)}"]))


# Instances.

def _slot_args(f: FunctionLowering, i: Instr) -> list[str]:
    return [f"i64 {f.operand(i.operands[0])}", f"i32 {i.attrs['index']}"]


def _first_attribute(f: FunctionLowering, o: Value) -> float:
    """The index of the first slot that is an attribute's, whatever the shape. Beyond all slots where no guard tells."""
    guard = f.shaped.get(o)
    if guard is None:
        return math.inf
    classes = [cls for cls, _ in guard.attrs["shapes"]] if guard.name == "guard_shape" else [guard.attrs["cls"]]
    return max(len(f.context.module.predictions[cls].slots) for cls in classes)


@lowers("slot_load")
def _slot_load(f: FunctionLowering, i: Instr) -> None:
    """Of a predicted shape only members of `__slots__` may be unset."""
    loaded = f.call("inst_slot", "V", _slot_args(f, i))
    if i.attrs["index"] < _first_attribute(f, i.operands[0]):
        f.slow_unless(i, f.assign(f"icmp ne i64 {loaded}, {UNSET}"))
    f.define(i.result, loaded)


@lowers("slot_store", "slot_store_plain")
def _slot_store(f: FunctionLowering, i: Instr) -> None:
    if i.name == "slot_store_plain":
        old = f.call("inst_slot", "V", _slot_args(f, i))
        f.slow_unless(i, f.assign(f"icmp ult i64 {old}, {PTR_BASE}"))
    store = "inst_put_slot" if i.name == "slot_store_plain" else "inst_set_slot"
    f.call(store, "N", [*_slot_args(f, i), f"i64 {f.operand(i.operands[1])}"])


@lowers("slot_load_f64")
def _slot_load_f64(f: FunctionLowering, i: Instr) -> None:
    f.define(i.result, f.assign(f"bitcast i64 {f.call('inst_slot', 'V', _slot_args(f, i))} to double"))


@lowers("slot_store_f64")
def _slot_store_f64(f: FunctionLowering, i: Instr) -> None:
    f.call("inst_put_slot", "N", [*_slot_args(f, i), f"i64 {f.assign(f'bitcast double {f.operand(i.operands[1])} to i64')}"])


@lowers("slot_add", "slot_add_f64")
def _slot_add(f: FunctionLowering, i: Instr) -> None:
    at = predictions.shape(f.context, i.attrs["cls"], i.attrs["count"] + 1)
    shape = f.assign(f"load ptr, ptr {at}")
    x = f.operand(i.operands[1])
    if i.name == "slot_add_f64":
        old = f.call("inst_slot", "V", _slot_args(f, i))
        f.slow_unless(i, f.assign(f"icmp ult i64 {old}, {PTR_BASE}"))
        x = f.assign(f"bitcast double {x} to i64")
    f.call("inst_add_slot", "N", [*_slot_args(f, i), f"i64 {x}", f"ptr {shape}"])
    f.define(i.result, f.operand(i.operands[0]))


@lowers("new_instance")
def _new_instance(f: FunctionLowering, i: Instr) -> None:
    prediction = f.context.module.predictions[i.attrs["cls"]]
    room = [f"i32 {len(prediction.slots)}", f"i32 {len(prediction.names)}"]
    made = f.raising_call(i, "pred_new", "V", [f"ptr {f.context.prediction(prediction.symbol)}", *room])
    for slot in range(len(prediction.slots)):
        f.call("inst_put_slot", "N", [f"i64 {made}", f"i32 {slot}", f"i64 {UNSET}"])
    f.define(i.result, made)


@lowers("new_exception")
def _new_exception(f: FunctionLowering, i: Instr) -> None:
    area = f.store_args(i.operands)
    f.define(i.result, f.raising_call(i, "pred_new_exception", "V", [f"ptr {f.context.prediction(i.attrs['cls'])}", area, f"i32 {len(i.operands)}"]))


@lowers("exception_info")
def _exception_info(f: FunctionLowering, i: Instr) -> None:
    area = f.area(2)
    f.call("exc_info_of", "N", [f"i64 {f.operand(i.operands[0])}", f"ptr {area}"])
    f.load_results(area, i.results)


@lowers("exception_init")
def _exception_init(f: FunctionLowering, i: Instr) -> None:
    o = f.operand(i.operands[0])
    area = f.store_args(i.operands[1:])
    f.raising_call(i, "exc_set_args", "F", [f"i64 {o}", area, f"i32 {len(i.operands) - 1}"])


@lowers("check_init")
def _check_init(f: FunctionLowering, i: Instr) -> None:
    v = f.operand(i.operands[0])
    bad, good = f.fresh("bad"), f.fresh("good")
    f.emit(f"br i1 {f.assign(f'icmp ne i64 {v}, {layout.signed(layout.NONE)}')}, label %{bad}, label %{good}, {COLD_TRUE}")
    f.start(bad)
    f.call("op_check_init", "F", [f"i64 {v}"])
    f.raise_always(i)
    f.start(good)


@lowers("check_implemented")
def _check_implemented(f: FunctionLowering, i: Instr) -> None:
    r, a, b = (f.operand(o) for o in i.operands)
    bad, good = f.fresh("bad"), f.fresh("good")
    f.emit(f"br i1 {f.assign(f'icmp eq i64 {r}, {layout.signed(layout.SINGLE_BASE | 4)}')}, label %{bad}, label %{good}, {COLD_TRUE}")
    f.start(bad)
    name = i.attrs["op"]
    in_place = name not in BINARY
    f.call("op_not_implemented", "V", [f"i32 {layout.BINARY_OPS.index(name[in_place:])}", f"i64 {a}", f"i64 {b}", f"i32 {int(in_place)}"])
    f.raise_always(i)
    f.start(good)
    f.define(i.result, r)


# Names and calls.

@lowers("global_ref")
def _global_ref(f: FunctionLowering, i: Instr) -> None:
    loaded = f.assign(f"load i64, ptr {global_slot(f, i.attrs['name'])}")
    f.slow_unless(i, f.assign(f"icmp ne i64 {loaded}, {UNSET}"))
    f.define(i.result, loaded)


@lowers("method_ref")
def _method_ref(f: FunctionLowering, i: Instr) -> None:
    slot = predictions.function(f.context, i.attrs["cls"], i.attrs["method"])
    f.define(i.result, f.call("pred_method", "V", [f"ptr {slot}"]))


@lowers("call_direct")
def _call_direct(f: FunctionLowering, i: Instr) -> None:
    """Counts a level of recursion as the runtime's call does."""
    entry = TypedEntry.of(f.context.module.function(i.attrs["func"]))
    args = i.operands[1:]
    assert entry is not None and tuple(a.type for a in args) == entry.signature, f"a call of {i.attrs['func']} that does not fit its signature"
    texts = [f.operand(a) for a in args]
    _refuse_deep_call(f, i, args)
    callee = "null"
    if entry.has_self:
        callee = f.assign(f"inttoptr i32 {f.assign(f'trunc i64 {f.operand(i.operands[0])} to i32')} to ptr")
    level = f.call("recursion_level", "T", [])
    f.call("recursion_set_level", "N", [f"i32 {f.assign(f'add i32 {level}, 1')}"])
    given = TYPED | sum(1 << n for n in i.attrs["given"])
    result = f.assign(f"call i64 {entry.callee(f.context, i.attrs['func'])}({entry.arguments(callee, given, texts)})")
    f.call("recursion_set_level", "N", [f"i32 {level}"])
    f.raise_if(i, f"icmp eq i64 {result}, {layout.signed(layout.RAISED)}")
    f.define(i.result, result)


@lowers("guard_depth")
def _guard_depth(f: FunctionLowering, i: Instr) -> None:
    f.slow_unless(i, f.call("recursion_has_room", "B", [f"i32 {i.attrs['n']}"]))


def _refuse_deep_call(f: FunctionLowering, i: Instr, args: list[Value]) -> None:
    f.calls_directly = True
    deep, go_on = f.fresh("deep"), f.fresh("go")
    is_deep = f.call("recursion_is_deep", "B", ["i32 %frame.address"])
    f.emit(f"br i1 {is_deep}, label %{deep}, label %{go_on}, {COLD_TRUE}")
    f.start(deep)
    for n in i.attrs["given"]:
        if args[n].type == "value":
            f.call("rc_decref", "N", [f"i64 {f.operand(args[n])}"])
    f.call("raise_recursion", "V", [])
    f.raise_always(i)
    f.start(go_on)


# The head of a function with a signature.

@lowers("entry_is_typed")
def _entry_is_typed(f: FunctionLowering, i: Instr) -> None:
    assert f.entry is not None
    f.define(i.result, f.assign("icmp slt i32 %given, 0"))


@lowers("param_value", "param_i64", "param_f64")
def _param(f: FunctionLowering, i: Instr) -> None:
    """A parameter of another type than the register's is the bits of a Value: the generic entry was called."""
    assert f.entry is not None
    index = i.attrs["index"]
    if f.entry.llvm_type(index) == "double" and i.name != "param_f64":
        f.define(i.result, f.assign(f"bitcast double %arg{index} to i64"))
    else:
        f.define(i.result, f"%arg{index}")


