"""The layouts and encodings of `runtime_wasm/molt.h` that static data needs.

`runtime_wasm/layout.c` asserts the same offsets, so a change on either side
fails the runtime's build.
"""

from __future__ import annotations

import struct

RC_STATIC = 0x40000000
INT_BASE = 0xFFF9 << 48
SINGLE_BASE = 0xFFFA << 48
NONE = SINGLE_BASE | 0
FALSE = SINGLE_BASE | 2
TRUE = SINGLE_BASE | 3
ELLIPSIS = SINGLE_BASE | 5
UNSET = SINGLE_BASE | 6
RAISED = SINGLE_BASE | 7
DONE = SINGLE_BASE | 8
TAG = {name: n + 1 for n, name in enumerate((
    "instance", "int", "str", "bytes", "bytearray", "list", "tuple", "dict", "set", "frozenset", "range", "slice", "function",
    "builtin", "method", "cell", "class", "module", "generator", "traceback", "list_iter", "tuple_iter", "range_iter",
    "dict_iter", "str_iter"))}
SMALL_INT_BITS = 48
BINARY_OPS = ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift", "and", "xor", "or")  # enum BinaryOp

# Byte offsets.
CELL_VALUE = 8
FUNCTION_ANNOTATIONS = 64
FUNCTION_CELLS = 80
TUPLE_ITEMS = 16
GENERATOR_FUNCTION = 8
GENERATOR_STATE = 12
GENERATOR_SLOTS = 56
GENERATOR_FINISHED, GENERATOR_RUNNING = -1, -2

FUNC_VARARGS, FUNC_VARKW, FUNC_GENERATOR = 1, 2, 4

# Prediction: { Class *cls; i32 n_slots, n_names, n_methods, flags, n_members, floats[2]; i32 *members; Str *const *names; PredictedMethod *methods;
# Function **functions; Shape **shapes }. The first and the tables behind the last two are zero in static data; the runtime fills them in.
PREDICTION_CLASS = 0
PREDICTION_FUNCTIONS = 44
PREDICTION_SHAPES = 48
PREDICTION_SIZE = 52
PREDICT_CONSTRUCTIBLE, PREDICT_EXCEPTION = 1, 4
INSTANCE_SHAPE = 8
INSTANCE_SLOTS = 16
INLINE_SLOTS_MAX = 64


def signed(bits: int) -> int:
    """A 64-bit pattern as LLVM writes it: a signed decimal."""
    return bits - (1 << 64) if bits >> 63 else bits


def is_small_int(n: int) -> bool:
    return -(1 << (SMALL_INT_BITS - 1)) <= n < 1 << (SMALL_INT_BITS - 1)


def immediate(constant: object) -> int | None:
    """The 64-bit pattern of a constant that needs no object; None for any other."""
    match constant:
        case None:
            return NONE
        case bool():
            return TRUE if constant else FALSE
        case int() if is_small_int(constant):
            return INT_BASE | (constant & ((1 << SMALL_INT_BITS) - 1))
        case float():
            bits = struct.unpack("<Q", struct.pack("<d", constant))[0]
            return 0x7FF8 << 48 if constant != constant else bits
    return ELLIPSIS if constant is Ellipsis else None
