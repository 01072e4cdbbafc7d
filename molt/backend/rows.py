"""How each op becomes a call of the runtime.

Most ops are a call of one C function on their operands; the rest have a
function in `ops_custom`. A call's kind says how its result tells that it raised:

    V  a Value: RAISED            F  a bool: false
    T  an int: -1, else the truth value that is the op's result
    B  a bool that is the result (cannot raise)
    N  nothing (cannot raise)
"""

from __future__ import annotations

from molt.tables.ops import BINARY

# op -> (C function, kind): operands are passed as they are.
CALLS: dict[str, tuple[str, str]] = {
    **{name: (f"op_{name}", "V") for name in BINARY},
    **{f"i{name}": (f"op_i{name}", "V") for name in BINARY},
    **{name: (f"op_{name}", "V") for name in ("neg", "pos", "invert", "ne", "lt", "le", "gt", "ge", "getitem")},
    "eq": ("op_eq_value", "V"),
    "is": ("op_is", "B"),
    "in": ("op_in", "T"),
    "truth": ("op_truth", "T"),
    "setitem": ("op_setitem", "F"),
    "delitem": ("op_delitem", "F"),
    "build_slice": ("slice_new", "V"),
    "list_append": ("op_list_append", "F"),
    "bind_method": ("bind_method", "V"),
    "str_slice": ("str_between", "V"),
    "list_slice": ("list_between", "V"),
    "str_add": ("str_concat", "V"),
    "str_add_last": ("str_append", "V"),
    "add_last": ("op_add_last", "V"),
    "to_str": ("op_str", "V"),
    "int_to_str": ("op_str", "V"),
    "str_to_int": ("str_to_int", "V"),
    "str_to_float": ("str_to_float", "V"),
    "str_has": ("str_contains_str", "B"),
    "str_lt": ("str_less", "B"),
    "list_extend": ("op_list_extend", "F"),
    "list_to_tuple": ("list_to_tuple", "V"),
    "set_add": ("op_set_add_taken", "F"),
    "set_update": ("op_set_update", "F"),
    "dict_set": ("op_dict_set_taken", "F"),
    "dict_update": ("op_dict_update", "F"),
    "dict_merge": ("op_dict_update_kwargs", "F"),
    "iter": ("op_iter", "V"),
    "next": ("op_next", "V"),
    "make_cell": ("cell_new", "V"),
    "class_bases": ("op_class_bases", "V"),
    "exc_match": ("op_exc_match", "T"),
    "uncatch": ("exc_uncatch", "N"),
    "raise": ("op_raise", "V"),
    "raise_current": ("op_reraise_current", "V"),
    "reraise": ("exc_restore", "N"),
    "with_exit": ("op_with_exit", "T"),
    "yield_from_iter": ("op_yield_from_iter", "V"),
    "delegate_send": ("op_delegate_send", "V"),
    "delegate_throw": ("op_delegate_throw", "V"),
    "gen_result": ("gen_result", "V"),
    "match_sequence": ("op_match_sequence", "T"),
    "match_mapping": ("op_match_mapping", "T"),
    "match_keys": ("op_match_keys", "V"),
    "hold": ("tb_hold", "N"),
    "incref": ("rc_incref", "V"),
    "decref": ("rc_decref", "N"),
}

# op -> C function, called with an array of the operands and their number.
ARRAYS: dict[str, str] = {
    "build_list": "op_list",
    "build_tuple": "op_tuple",
    "build_set": "op_set",
    "build_string": "op_build_string",
}

# op -> (C function, kind): the operands, then the name attribute as a Str.
NAMED: dict[str, tuple[str, str]] = {
    "delattr": ("op_delattr", "F"),
    "del_name": ("op_delete_class_name", "F"),
    "import_from": ("op_import_from", "V"),
    "box_method": ("box_method", "V"),
    "box_dict_view": ("box_dict_view", "V"),
}

# Functions of inline.h that are worth a copy where they are called in a loop, and nowhere in code that runs once.
FAST_PATHS = frozenset({
    *(f"op_{name}" for name in BINARY), *(f"op_i{name}" for name in BINARY),
    *(f"op_{name}" for name in ("neg", "pos", "invert", "ne", "lt", "le", "gt", "ge", "eq_value", "truth", "getitem", "setitem", "next")),
    "op_add_last", "op_list_append", "op_getattr_cached", "op_setattr_cached", "op_call_method_cached", "call_fast",
})

# Functions of inline.h of a few instructions each, which specialised code calls: always inlined.
TYPED = frozenset({
    "i64_mul_fits", "i64_floor_div", "i64_floor_mod", "list_length", "list_find_plain", "tuple_find_plain", "list_at", "list_put", "list_put_plain", "list_push",
    "tuple_length", "tuple_at", "str_length", "str_all_ascii", "str_ascii_at", "str_is_byte", "str_byte", "str_same", "dict_length",
    "function_has_code", "pred_is_class", "pred_new", "pred_has_shape", "pred_method", "inst_slot", "inst_set_slot", "inst_put_slot", "inst_add_slot",
    "str_contains_str", "str_less", "set_length", "list_take", "dict_seek_item", "set_seek_item", "set_item_at", "dict_key_at", "dict_value_at",
    "dict_find_again", "dict_found",
    "generator_is_ready", "generator_enter", "generator_leave", "recursion_is_deep", "recursion_has_room", "recursion_level", "recursion_set_level",
})

# Ops after which the traceback gets no entry: the exception has been here before.
NO_SITE = frozenset({"reraise", "raise_current", "unwind"})
