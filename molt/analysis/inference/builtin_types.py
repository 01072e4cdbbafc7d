"""What built-in functions and the methods of built-in types give, as far as hints go.

A result is written as a type: `int`, `str`, `list[str]`, `tuple[str, str, str]`,
`iter[tuple[int, elem]]`, where `elem`, `key` and `value` are those of the receiver
or of the first argument, `self` the receiver itself, `arg0` the first argument.
`default` is the second argument, or None.
`+elem` after a semicolon says that argument 0 joins the elements, and so on.
"""

from __future__ import annotations

# (type, method) -> result; effects
METHODS: dict[tuple[str, str], str] = {
    **{("str", name): "str" for name in (
        "upper", "lower", "strip", "lstrip", "rstrip", "replace", "join", "title", "capitalize", "swapcase", "zfill", "ljust", "rjust",
        "center", "expandtabs", "format", "casefold", "removeprefix", "removesuffix", "translate")},
    **{("str", name): "bool" for name in (
        "startswith", "endswith", "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "isidentifier", "isnumeric", "isdecimal",
        "isascii", "istitle", "isprintable")},
    **{("str", name): "int" for name in ("find", "rfind", "index", "rindex", "count")},
    **{("str", name): "list[str]" for name in ("split", "rsplit", "splitlines")},
    **{("str", name): "tuple[str, str, str]" for name in ("partition", "rpartition")},
    ("str", "encode"): "bytes", ("bytes", "decode"): "str",
    ("list", "append"): "none; +elem0", ("list", "insert"): "none; +elem1", ("list", "extend"): "none; +all0", ("list", "pop"): "elem",
    ("list", "sort"): "none; key", ("list", "reverse"): "none", ("list", "clear"): "none", ("list", "remove"): "none",
    ("list", "index"): "int", ("list", "count"): "int", ("list", "copy"): "self",
    ("dict", "get"): "value|default", ("dict", "setdefault"): "value|arg1; +value1", ("dict", "pop"): "value|arg1",
    ("dict", "keys"): "iter[key]", ("dict", "values"): "iter[value]", ("dict", "items"): "iter[tuple[key, value]]",
    ("dict", "copy"): "self", ("dict", "update"): "none", ("dict", "clear"): "none", ("dict", "popitem"): "tuple[key, value]",
    ("set", "add"): "none; +elem0", ("set", "discard"): "none", ("set", "remove"): "none", ("set", "pop"): "elem", ("set", "copy"): "self",
    ("set", "update"): "none; +all0", ("set", "union"): "self", ("set", "intersection"): "self", ("set", "difference"): "self",
    ("set", "issubset"): "bool", ("set", "issuperset"): "bool", ("set", "clear"): "none",
    ("iter", "read"): "str", ("iter", "readline"): "str", ("iter", "readlines"): "list[str]", ("iter", "write"): "int",
    ("tuple", "index"): "int", ("tuple", "count"): "int",
    ("int", "bit_length"): "int", ("int", "bit_count"): "int", ("int", "to_bytes"): "bytes", ("float", "is_integer"): "bool",
}

# built-in function -> result, of its first argument's elements where it says `elem`
FUNCTIONS: dict[str, str] = {
    "len": "int", "ord": "int", "hash": "int", "id": "int", "int": "int", "float": "float", "str": "str", "repr": "str", "chr": "str",
    "bool": "bool", "isinstance": "bool", "issubclass": "bool", "callable": "bool", "hasattr": "bool", "any": "bool", "all": "bool",
    "print": "none", "input": "str", "format": "str", "hex": "str", "bin": "str", "oct": "str", "ascii": "str", "bytes": "bytes",
    "range": "range", "divmod": "tuple[arith, arith]", "abs": "arg0", "round": "round", "pow": "arith", "sum": "sum", "min": "pick", "max": "pick",
    "sorted": "list[elem]; key", "list": "list[elem]", "tuple": "iter[elem]", "set": "set[elem]", "frozenset": "set[elem]",
    "reversed": "iter[elem]", "enumerate": "iter[tuple[int, elem]]", "zip": "zip", "iter": "iter[elem]", "next": "elem", "map": "map",
    "filter": "iter[elem]", "dict": "dict[key, value]", "object": "other",
    "open": "iter[str]",  # of a text file
}
# modules implemented in C: function -> result
MODULE_FUNCTIONS: dict[tuple[str, str], str] = {
    **{("math", name): "float" for name in (
        "sqrt", "sin", "cos", "tan", "atan", "atan2", "asin", "acos", "exp", "log", "log2", "log10", "pow", "fabs", "hypot", "fmod", "pi", "e",
        "tau", "inf", "nan", "sinh", "cosh", "tanh", "degrees", "radians", "copysign", "dist", "ldexp")},
    **{("math", name): "int" for name in ("floor", "ceil", "trunc", "gcd", "isqrt", "factorial", "comb", "perm", "lcm")},
    **{("math", name): "bool" for name in ("isnan", "isinf", "isfinite", "isclose")},
    **{("time", name): "float" for name in ("time", "perf_counter", "monotonic", "process_time")},
    **{("time", name): "int" for name in ("time_ns", "perf_counter_ns", "monotonic_ns")},
}
