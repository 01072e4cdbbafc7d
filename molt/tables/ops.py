"""The op table of TIR.

Every op stands here once. The verifier, printer, parser, builder and
`docs/ir.md` derive from the table; the interpreter and the LLVM lowering
register one function (or one row) per op, and a test fails when one is missing.

Types of values: `value` (boxed, any Python object, owned), `ref` (the same, but
borrowed: valid until the next op that may run Python code), `bool` (a truth
value, not an object), `i64` and `f64` (a Python int or float, unboxed). An
operand is a `value` unless its name is followed by a type; two types stand for
several: `any` is a value or a ref, `mixed` anything.

Ownership (`take`): an op borrows its operands unless it is said to take them;
a taken operand is owned by the op, also when it raises. Results are owned by
whoever uses them, except where `borrows` says that the result lives as long as
the function's own closure or constants do.

Edges: an op may leave its block by a side edge. `raise`: an exception is
pending; where an op that can raise has no such edge, the exception leaves the
function. `done`: an iterator or generator is exhausted. `slow`: the operands are
not what the op is for, and nothing has been done. Results do not exist on side
edges.

An op may *spend* operands: it takes them where it succeeds, and leaves them
alone on its side edges. Pure ops with a `slow` edge that spend nothing go
without the edge where their operands are known to be such that they succeed.
"""

from __future__ import annotations

from dataclasses import dataclass

PURE, READ, STORE, WRITE = "pure", "read", "store", "write"


@dataclass(frozen=True)
class Op:
    """One row.

    `operands`: names, a trailing `*` for any number. `results`: types, a
    trailing `*` for as many as the attribute `n_results` says. `effects`: PURE
    (removable, movable), READ (removable, not movable over writes), STORE (writes memory, runs no
    code) or WRITE (may run any code). `spend`: operands taken where the op leaves by no side edge.
    """

    name: str
    operands: tuple[str, ...]
    operand_types: tuple[str, ...]
    results: tuple[str, ...]
    attrs: tuple[str, ...]
    edges: tuple[str, ...]
    effects: str
    take: frozenset[str]
    spend: frozenset[str]
    borrows: bool
    terminator: bool
    doc: str

    @property
    def raises(self) -> bool:
        return "raise" in self.edges

    @property
    def may_be_certain(self) -> bool:
        """Can the op be known to succeed, by its operands alone?"""
        return "slow" in self.edges and self.effects == PURE and bool(self.results) and not self.spend

    def operand_type(self, index: int) -> str:
        return self.operand_types[min(index, len(self.operand_types) - 1)]


OPS: dict[str, Op] = {}


def _op(name: str, operands: str = "", results: str = "", attrs: str = "", *, edges: str = "", effects: str = PURE,
        take: str = "", spend: str = "", borrows: bool = False, terminator: bool = False, doc: str) -> None:
    typed = [operand.partition(":") for operand in operands.split()]
    types = tuple(type_.rstrip("*") or "value" for _, _, type_ in typed)
    names = tuple(n + "*" * type_.endswith("*") for n, _, type_ in typed)
    OPS[name] = Op(name, names, types, tuple(results.split()), tuple(attrs.split()), tuple(edges.split()), effects,
                   frozenset(take.split()), frozenset(spend.split()), borrows, terminator, doc)


def _raising(name: str, operands: str = "", results: str = "", attrs: str = "", *, take: str = "", spend: str = "", edges: str = "",
             effects: str = WRITE, doc: str) -> None:
    _op(name, operands, results, attrs, edges=f"raise {edges}".strip(), effects=effects, take=take, spend=spend, doc=doc)


# Constants.
_op("const", "", "value", "value", borrows=True, doc="A Python constant: None, bool, int, float, str, bytes, Ellipsis or a tuple of them.")
_op("unset", "", "value", borrows=True, doc="The mark of an unbound variable or an absent operand.")

# Operators. The interpreter performs them with the operator of the same name.
BINARY = ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor")
for _name in BINARY:
    _raising(_name, "a b", "value", doc=f"The binary operator `{_name}`.")
for _name in BINARY:
    _raising("i" + _name, "a b", "value", spend="a", doc=f"The in-place operator `{_name}=`: gives the target's new value.")
_raising("add_last", "a b", "value", spend="a", doc="`add` where the variable `a` ends: a str that nobody else holds grows in place. Made by `refcount`.")
for _name in ("neg", "pos", "invert"):
    _raising(_name, "a", "value", doc=f"The unary operator `{_name}`.")
COMPARE = ("eq", "ne", "lt", "le", "gt", "ge")
for _name in COMPARE:
    _raising(_name, "a b", "value", doc=f"The rich comparison `{_name}`; its result may be any object.")
_op("is", "a:any b:any", "bool", doc="Identity.")
_raising("in", "item container", "bool", doc="Membership.")
_raising("truth", "a", "bool", doc="Truth value testing.")
_op("not", "a:bool", "bool", doc="Negation of a bool (not of a value).")
_op("box_bool", "a:bool", "value", borrows=True, doc="True or False as an object.")

# Attributes and items.
_raising("getattr", "o", "value", "name", doc="`o.name`.")
_raising("setattr", "o v", "", "name", doc="`o.name = v`.")
_raising("delattr", "o", "", "name", doc="`del o.name`.")
_raising("getitem", "o k", "value", doc="`o[k]`.")
_raising("setitem", "o k v", doc="`o[k] = v`.")
_raising("delitem", "o k", doc="`del o[k]`.")

# Building objects.
_raising("build_slice", "start stop step", "value", doc="slice(start, stop, step).")
_raising("build_list", "items*", "value", take="items", doc="A list of the items.")
_raising("build_tuple", "items*", "value", take="items", doc="A tuple of the items.")
_raising("build_set", "items*", "value", take="items", doc="A set of the items.")
_raising("build_dict", "items*", "value", take="items", doc="A dict of alternating keys and values.")
_raising("build_string", "items*", "value", take="items", doc="Concatenation of exact strs: an f-string.")
_raising("format", "v spec", "value", "conversion", doc="One field of an f-string: conversion is '', 's', 'r' or 'a'; spec a str or unset.")
_raising("list_append", "l:any v", take="v", effects=STORE, doc="Appends to an exact list.")
_raising("list_extend", "l it", doc="Extends an exact list under construction; `[*it]`.")
_raising("list_to_tuple", "l", "value", doc="A tuple of an exact list's items.")
_raising("set_add", "s v", take="v", doc="Adds to a set under construction.")
_raising("set_update", "s it", doc="`{*it}`.")
_raising("dict_set", "d k v", take="k v", doc="Sets an item of a dict under construction.")
_raising("dict_update", "d m", doc="`{**m}`: TypeError when m is no mapping.")
_raising("dict_merge", "d m f", doc="`f(**m)`: adds m to the keyword arguments d, TypeError on a repeated name.")

# Iteration and unpacking.
_raising("iter", "o", "value", doc="iter(o).")
_raising("next", "it", "value", edges="done", doc="The iterator's next item; leaves by `done` when there is none.")
_raising("unpack", "v", "value*", "n_results", doc="Exactly n_results items of an iterable.")
_raising("unpack_ex", "v", "value*", "n_results before", doc="`a, *b, c = v`: `before` items, a list, the rest; n_results counts the list.")

# Names.
_raising("load_global", "", "value", "name", effects=READ, doc="A global of the module, else a builtin; NameError.")
_raising("store_global", "v", "", "name", take="v", doc="Binds a global of the module.")
_raising("del_global", "", "", "name", doc="Unbinds a global; NameError.")
_op("load_builtin", "", "value", "name", borrows=True, doc="A built-in name that the module never binds.")
_raising("load_name", "ns", "value", "name", doc="Class body: a name in the namespace, else a global, else a builtin.")
_raising("load_name_cell", "ns c", "value", "name", doc="Class body: a name in the namespace, else the content of a cell.")
_raising("store_name", "ns v", "", "name", doc="Class body: binds a name in the namespace.")
_raising("del_name", "ns", "", "name", doc="Class body: unbinds a name; NameError.")
_raising("check_bound", "v", "", "name", effects=READ, doc="UnboundLocalError when v is unset.")
_raising("make_cell", "v", "value", take="v", doc="A cell holding v, which may be unset.")
_raising("load_cell", "c", "value", "name is_free", effects=READ, doc="A cell's content; NameError (free) or UnboundLocalError when empty.")
_op("store_cell", "c v", effects=WRITE, take="v", doc="Sets a cell's content; v may be unset.")
_op("closure", "", "value", "index", borrows=True, doc="Cell `index` of the running function's closure, in the order of FuncInfo.free.")

# Functions, classes, calls.
_raising("make_function", "defaults kwdefaults annotations cells*", "value", "func", take="defaults kwdefaults annotations",
         doc="A function object: defaults a tuple or None, kwdefaults a dict or None, annotations a dict or unset, one cell a free variable.")
_raising("class_bases", "bases", "value", doc="The tuple of bases after __mro_entries__ was applied.")
_raising("class_prepare", "name bases kwargs", "value", doc="The namespace for a class body: kwargs a dict or unset.")
_raising("class_create", "name bases ns kwargs cell", "value", "n_attributes body",
         doc="The class, from its name, bases, namespace, keyword arguments (dict or unset) and the cell of `__class__` (or unset), which it "
             "fills. n_attributes: how many attributes its instances will likely have; body: the function that filled the namespace.")
_raising("call", "f args*", "value", "kwnames", take="args", doc="f(...): the last len(kwnames) arguments are keyword arguments.")
_raising("call_method", "o args*", "value", "name kwnames lookup", take="args",
         doc="o.name(...). `lookup` is the span of `o.name` as a tuple, which a failing lookup is blamed on.")
_raising("call_ex", "f args kwargs", "value", doc="f(*args, **kwargs): a tuple; a dict or unset.")

# Exceptions.
_op("catch", "", "value value", effects=WRITE, doc="Takes the pending exception and makes it the handled one; gives it and the one handled before (or None).")
_op("uncatch", "prev", effects=WRITE, take="prev", doc="Leaves a handler: restores the exception handled before.")
_raising("exc_match", "e cls", "bool", doc="Does an except clause for cls (class or tuple) catch e.")
_op("raise", "e cause", edges="raise", effects=WRITE, terminator=True, doc="`raise e from cause`; cause may be unset.")
_op("raise_current", "", edges="raise", effects=WRITE, terminator=True, doc="Bare `raise`.")
_op("reraise", "e", edges="raise", effects=WRITE, take="e", terminator=True, doc="Makes e pending again, as it was: no context, no traceback entry.")
_op("unwind", terminator=True, effects=WRITE, doc="The pending exception leaves the function.")

# Context managers.
_raising("with_enter", "o", "value value", doc="Looks up __enter__ and __exit__, calls the first: gives the bound __exit__ and the result.")
_raising("with_exit", "exit e", "bool", take="exit", doc="Calls exit(type(e), e, e.__traceback__): true when it suppresses e.")

# Generators.
_op("yield", "v", "value", edges="raise", effects=WRITE, take="v", doc="Suspends; gives what is sent. `raise`: an exception was thrown in.")
_raising("yield_from_iter", "o", "value", doc="The iterator that `yield from o` delegates to.")
_raising("delegate_send", "it v", "value", edges="done", doc="Sends v to the delegate: what it yields; `done` when it returned.")
_raising("delegate_throw", "it", "value", edges="done", doc="Throws the pending exception into the delegate: what it yields; `done` when it returned.")
_op("gen_result", "", "value", effects=WRITE, doc="What the delegate that was `done` returned.")

# Imports.
_raising("import_module", "", "value", "module", doc="Runs a module of the program (parents first), once; gives it.")
_raising("import_from", "m", "value", "name", doc="`from m import name`.")
_raising("import_star", "m", doc="`from m import *` into this module.")
_raising("import_missing", "", "value", "module", doc="ModuleNotFoundError: no such module in the program.")

# Structural pattern matching.
_op("match_sequence", "v", "bool", effects=READ, doc="Is v a sequence for a sequence pattern.")
_op("match_mapping", "v", "bool", effects=READ, doc="Is v a mapping for a mapping pattern.")
_raising("match_class", "v cls", "value", "n_positional names", doc="The attributes for a class pattern as a tuple, or None.")
_raising("match_keys", "v keys", "value", doc="The values under a tuple of keys as a tuple, or None.")

# Lifetime and counts.
_op("keep", "v", effects=WRITE, doc="v is alive up to here: a variable ends its scope or is bound anew. Gone after `refcount`.")
_op("hold", "v", effects=WRITE, take="v", doc="v lives as long as the pending exception's traceback: a variable of a frame that the exception leaves.")
_op("incref", "v", effects=WRITE, doc="One more owner.")
_op("decref", "v", effects=WRITE, doc="One owner less; may run __del__.")
_op("incref_lent", "v", "", "index", effects=WRITE, doc="One more owner if parameter `index`, which v is, was lent by the caller.")
_op("decref_given", "v", "", "index", effects=WRITE, doc="One owner less if parameter `index`, which v is, was given by the caller; may run __del__.")

# Control flow. Branch targets are the edges `then` and `else`, a jump's is `to`.
_op("jump", edges="to", terminator=True, effects=WRITE, doc="Goes to a block.")
_op("branch", "c:bool", edges="then else", terminator=True, effects=WRITE, doc="Goes to one of two blocks by a bool.")
_op("ret", "v", take="v", terminator=True, effects=WRITE, doc="Returns v.")


# What follows is for specialised code only: the front end emits none of it.

def _fast(name: str, operands: str, results: str = "", attrs: str = "", *, effects: str = PURE, spend: str = "", doc: str) -> None:
    """An op that does the usual case and leaves by `slow` in all others."""
    _op(name, operands, results, attrs, edges="slow", effects=effects, spend=spend, doc=doc)


# Representations.
_op("const_i64", "", "i64", "value", doc="An int of 64 bits.")
_op("const_f64", "", "f64", "value", doc="A float.")
_op("own", "r:ref", "value", effects=READ, doc="A further owner of a borrowed object.")
_op("box_i64", "a:i64", "value", doc="An int as an object. Ends the process with an error message when memory is exhausted.")
_op("box_small", "a:i64", "value", borrows=True, doc="An int as an object, which is known to be a small one.")
_op("box_f64", "a:f64", "value", doc="A float as an object.")
_fast("to_i64", "v:any", "i64", spend="v", doc="The value of a small int; slow for anything else, bools included.")
_fast("to_f64", "v:any", "f64", spend="v", doc="The value of a float; slow for anything else.")
_fast("to_bool", "v:any", "bool", spend="v", doc="True or False as a truth value; slow for anything else.")
_op("trust_f64", "v", "f64", take="v", doc="A float's value or a small int's, untested: of anything else some number, and a leak.")
_op("trust_bool", "v", "bool", take="v", doc="True or False as a truth value, untested: of anything else some truth value, and a leak.")
_op("bool_to_i64", "a:bool", "i64", doc="0 or 1.")
_op("i64_to_f64", "a:i64", "f64", doc="The nearest float.")
_fast("i64_to_f64_exact", "a:i64", "f64", doc="The equal float; slow where there may be none: beyond 2**53.")
_fast("f64_to_i64", "a:f64", "i64", doc="The integral part; slow beyond 2**62 and for NaN.")

# Guards: the facts hold on the normal path.
_fast("guard_tag", "v:any", "", "tag", effects=READ, doc="v is an object of exactly the built-in type `tag`: list, str, dict and so on.")
_fast("guard_count", "v:any", "", "n", effects=READ, doc="The tuple v has n items.")
_fast("guard_function", "v:any", "", "func", effects=READ, doc="v is a function made from the code of `func`.")
_fast("guard_class", "v:any", "", "cls", effects=READ, doc="v is the class that the class body `cls` made, as predicted.")
_fast("guard_shape", "v:any", "ref", "shapes", effects=READ,
      doc="v, an instance of one of `shapes`: pairs of the symbol of a class body and a number, for the class that it made, as predicted, and its first so many "
          "`steps`, done in that order.")

# Unboxed arithmetic: Python's results, or slow.
for _name in ("add", "sub", "mul"):
    _fast("i64_" + _name, "a:i64 b:i64", "i64", doc=f"`{_name}`; slow where the result may need more than 64 bits.")
for _name in ("floordiv", "mod"):
    _fast("i64_" + _name, "a:i64 b:i64", "i64", doc=f"`{_name}`, rounding down; slow for a zero divisor and for overflow.")
for _name in ("udiv", "urem"):
    _op("i64_" + _name, "a:i64 b:i64", "i64", doc=f"`{'floordiv' if _name == 'udiv' else 'mod'}` of a >= 0 and b > 0.")
_fast("i64_truediv", "a:i64 b:i64", "f64", doc="`truediv`; slow for a zero divisor and beyond 2**53.")
_fast("i64_pow", "a:i64 b:i64", "i64", doc="`pow`; slow for negative exponents and where the result may need more than 64 bits.")
for _name in ("lshift", "rshift"):
    _fast("i64_" + _name, "a:i64 b:i64", "i64", doc=f"`{_name}`; slow for negative counts and where the result may need more than 64 bits.")
for _name in ("and", "or", "xor"):
    _op("i64_" + _name, "a:i64 b:i64", "i64", doc=f"Bitwise `{_name}`.")
_op("i64_invert", "a:i64", "i64", doc="`~a`.")
_fast("i64_neg", "a:i64", "i64", doc="`-a`; slow for -2**63.")
_fast("i64_abs", "a:i64", "i64", doc="`abs(a)`; slow for -2**63.")
_op("i64_step", "a:i64 b:i64", "i64", doc="a + b, which is known to need no more than 64 bits.")
_op("i64_min", "a:i64 b:i64", "i64", doc="The smaller one.")
_op("i64_max", "a:i64 b:i64", "i64", doc="The greater one.")
for _name in COMPARE:
    _op("i64_" + _name, "a:i64 b:i64", "bool", doc=f"Comparison `{_name}`.")
for _name in ("add", "sub", "mul"):
    _op("f64_" + _name, "a:f64 b:f64", "f64", doc=f"`{_name}` of floats.")
for _name in ("truediv", "floordiv", "mod"):
    _fast("f64_" + _name, "a:f64 b:f64", "f64", doc=f"`{_name}` of floats; slow for a zero divisor.")
_fast("f64_pow", "a:f64 b:f64", "f64", doc="`pow` of floats; slow where it raises or is complex.")
_op("f64_neg", "a:f64", "f64", doc="`-a`.")
_op("f64_abs", "a:f64", "f64", doc="`abs(a)`.")
_fast("f64_sqrt", "a:f64", "f64", doc="math.sqrt; slow for negative numbers.")
for _name in COMPARE:
    _op("f64_" + _name, "a:f64 b:f64", "bool", doc=f"Comparison `{_name}` of floats.")
_op("f64_floor", "a:f64", "f64", doc="The greatest whole number that is not greater.")
_op("f64_ceil", "a:f64", "f64", doc="The smallest whole number that is not smaller.")
_fast("f64_math", "args:f64*", "f64", "name", doc="A function of the module math; slow where the result is no finite number.")

# Containers whose type a guard has shown.
_op("list_len", "v:any", "i64", effects=READ, doc="The length of a list.")
_fast("list_item", "v:any i:i64", "ref", effects=READ, doc="v[i] of a list; slow when i is out of range.")
_fast("list_set", "v:any i:i64 x", "", effects=WRITE, spend="x", doc="v[i] = x of a list; slow when i is out of range.")
_fast("list_set_plain", "v:any i:i64 x", "", effects=STORE, spend="x",
      doc="v[i] = x of a list; slow when i is out of range, or the old item is a heap object, which must be released.")
_op("list_holds", "v:any from:i64 to:i64", "bool", "of before after", effects=READ,
    doc="Are there at least a few numbers from `from` up to `to`, is v a list that has all items from `from + before` up to `to + after`, and are they of "
        "`of`: float, int (a small one) or bool?")
for _name in ("f64", "i64", "bool"):
    _op("list_" + _name, "v:any i:i64", _name, effects=READ, doc=f"The {_name} that v[i] of a list is, as `list_holds` has shown.")
_op("list_put_f64", "v:any i:i64 x:f64", "", effects=STORE, doc="v[i] = x of a list whose item is a float, as `list_holds` has shown.")
_op("tuple_len", "v:any", "i64", effects=READ, doc="The length of a tuple.")
_fast("tuple_item", "v:any i:i64", "ref", effects=READ, doc="v[i] of a tuple; slow when i is out of range.")
_op("str_len", "v:any", "i64", effects=READ, doc="The length of a str.")
_fast("str_item", "v:any i:i64", "ref", effects=READ, doc="v[i] of a str; slow when i is out of range or v is not ASCII.")
_fast("str_ord", "v:any", "i64", effects=READ, doc="ord(v) of a str of one ASCII character; slow for others.")
_op("str_eq", "a:any b:any", "bool", effects=READ, doc="a == b of two strs.")
_op("dict_len", "v:any", "i64", effects=READ, doc="The length of a dict.")
_fast("dict_item", "v:any k:any", "ref", effects=READ, doc="v[k] of a dict; slow when k is absent or no exact str, int or the like, or tuple of such.")
_raising("dict_item_or_raise", "v:any k:any", "ref", edges="slow", effects=READ, doc="dict_item that raises KeyError where k is absent.")
_fast("dict_get", "v:any k:any default:any", "ref", effects=READ, doc="v.get(k, default) of a dict; slow when k is no exact str, int or the like, or tuple of such.")
_fast("dict_has", "v:any k:any", "bool", effects=READ, doc="k in v of a dict; slow when k is no exact str, int or the like, or tuple of such.")
_fast("dict_item_of", "v:any parts:any*", "ref", effects=READ, doc="v[k] of a dict as dict_item, where k is the tuple of the parts, which is not made.")
_fast("dict_get_of", "v:any default:any parts:any*", "ref", effects=READ, doc="v.get(k, default) of a dict, where k is the tuple of the parts.")
_fast("dict_has_of", "v:any parts:any*", "bool", effects=READ, doc="k in v of a dict, where k is the tuple of the parts.")
_op("dict_seek", "v:any i:i64", "i64", effects=READ, doc="The place of the first item of a dict from place i on; -1 when there is none.")
_op("dict_key", "v:any i:i64", "ref", effects=READ, doc="The key of the item of a dict in place i.")
_op("dict_value", "v:any i:i64", "ref", effects=READ, doc="The value of the item of a dict in place i.")
_raising("to_str", "v:any", "value", doc="str(v).")
_raising("int_to_str", "v:any", "value", effects=READ, doc="str(v) of an int.")
_raising("str_to_int", "v:any", "value", effects=READ, doc="int(v) of a str.")
_raising("str_to_float", "v:any", "value", effects=READ, doc="float(v) of a str.")
_fast("type_test", "v:any", "bool", "tag", effects=READ, doc="isinstance(v, T) for a built-in type; slow for instances of classes that Python code made.")
_op("set_seek", "v:any i:i64", "i64", effects=READ, doc="The place of the first item of a set from place i on; -1 when there is none.")
_op("set_item", "v:any i:i64", "ref", effects=READ, doc="The item of a set in place i.")
_fast("set_has", "v:any k:any", "bool", effects=READ, doc="k in v of a set; slow when k is no exact str, int or the like, or tuple of such.")
_fast("set_has_of", "v:any parts:any*", "bool", effects=READ, doc="k in v of a set, where k is the tuple of the parts.")
_op("set_len", "v:any", "i64", effects=READ, doc="The length of a set.")
_fast("list_has", "v:any k:any", "bool", effects=READ, doc="k in v of a list; slow where only Python code could compare.")
_fast("tuple_has", "v:any k:any", "bool", effects=READ, doc="k in v of a tuple; slow where only Python code could compare.")
_op("str_has", "v:any s:any", "bool", effects=READ, doc="s in v of two strs.")
_op("str_lt", "a:any b:any", "bool", effects=READ, doc="a < b of two strs.")
_raising("str_slice", "v:any start:i64 stop:i64", "value", effects=READ, doc="v[start:stop] of a str.")
_raising("list_slice", "v:any start:i64 stop:i64", "value", doc="v[start:stop] of a list.")
_fast("list_pop", "v:any i:i64", "value", effects=STORE, doc="v.pop(i) of a list; slow when i is out of range.")
_raising("str_add", "a:any b:any", "value", effects=READ, doc="a + b of two strs.")
_raising("str_add_last", "a b:any", "value", spend="a", effects=READ, doc="`str_add` where `a` ends, as `add_last`.")

# Loops without iterator objects: their parts as objects, where something else needs them. Memory: see box_i64.
_op("box_range", "start:i64 stop:i64 step:i64", "value", doc="A range object.")
_op("box_range_iter", "at:i64 stop:i64 step:i64", "value", doc="The iterator of a range that has come to `at`.")
_op("box_list_iter", "l:any i:i64", "value", effects=READ, doc="The iterator of a list that has come to index i.")
_op("box_str_iter", "s:any i:i64", "value", effects=READ, doc="The iterator of a str that has come to index i.")
_op("box_tuple_iter", "t:any i:i64", "value", effects=READ, doc="The iterator of a tuple that has come to index i.")
_op("box_dict_view", "d:any", "value", "name", effects=READ, doc="d.name(), which is d.keys(), d.values() or d.items().")
_op("box_dict_iter", "d:any i:i64 used:i64 left:i64", "value", "view", effects=READ,
    doc="The iterator of such a view that has come to place i: the dict must still have `used` items, `left` of them are to come.")
_op("box_set_iter", "s:any i:i64 used:i64", "value", effects=READ, doc="The iterator of a set that has come to place i: the set must still have `used` items.")
_op("box_enumerate", "it n:i64", "value", effects=READ, doc="enumerate(it, n) of an iterator.")
_op("box_zip", "its*", "value", effects=READ, doc="zip(*its) of iterators.")
_op("box_slice", "start stop", "value", effects=READ, doc="A slice object without a step.")
_op("bind_method", "o:any f:any", "value", effects=READ, doc="The function f bound to o.")
_op("box_method", "o:any", "value", "name", effects=READ, doc="The method `name` of an object of a built-in type, bound to it.")
_op("box_tuple", "items*", "value", take="items", effects=STORE, doc="A tuple.")

# Instances, as a guard on their shape gave them. `index` counts slots, those of `__slots__` included.
_fast("slot_load", "o:any", "ref", "index", effects=READ, doc="The attribute in a slot; slow when it is unset.")
_op("slot_store", "o:any x", "", "index", effects=WRITE, take="x", doc="Sets a slot and releases the old value.")
_fast("slot_store_plain", "o:any x", "", "index", effects=STORE, spend="x", doc="Sets a slot; slow when it holds a heap object.")
_op("slot_load_f64", "o:any", "f64", "index", effects=READ, doc="The attribute in a slot of which all shapes that the guard allows say that it is a float.")
_op("slot_store_f64", "o:any x:f64", "", "index", effects=STORE, doc="Sets such a slot.")
_op("slot_add", "o:any x", "ref", "cls count index", take="x", effects=STORE,
    doc="Sets the attribute that takes o from the shape of `count` steps to the next one, which x must agree with; gives o.")
_fast("slot_add_f64", "o:any x:f64", "ref", "cls count index", effects=STORE, doc="The same for a member of `__slots__`; slow when a heap object is there.")
_raising("new_instance", "", "value", "cls", doc="A new instance of a class as predicted; no attribute is set.")
_raising("new_exception", "args:any*", "value", "cls", doc="A new exception of a class as predicted, with the field `args`; no attribute is set.")
_op("exception_info", "e", "value value", effects=READ, doc="type(e) and e.__traceback__.")
_raising("exception_init", "o:any args:any*", doc="BaseException.__init__(o, ...): sets the field `args`.")
_raising("check_init", "v", "", doc="TypeError unless v, which __init__ gave, is None.")

_raising("check_implemented", "r a b", "value", "op", take="r", doc="r, which the method for the operator `op` gave; TypeError if it is NotImplemented.")

# Names and calls.
_fast("global_ref", "", "ref", "name", effects=READ, doc="A global of the module; slow when it is unbound.")
_fast("module_ref", "m:any", "ref", "module name", effects=READ, doc="m.name; slow unless m is the module `module` and the name, which has a place known when it is compiled, is bound.")
_fast("guard_builtin", "v:any", "", "module name", doc="v is the function that the C module `module` calls `name` at first.")
_op("method_ref", "", "ref", "cls method", effects=READ, doc="The function of a predicted method, for its closure.")
_fast("guard_depth", "", "", "n", effects=READ, doc="In place of the n-th of calls within each other; slow when it would go too deep.")
_raising("call_direct", "f:any args:mixed*", "value", "func given", take="args",
         doc="Calls the typed entry of a function with all its parameters. f: the function object, or unset when the code needs none. "
             "After `refcount`, `given` has the numbers of the arguments that the callee takes; the caller keeps the others alive.")
_raising("resume_next", "it", "value", "func", edges="done", doc="`next`, where the iterator is likely a generator of the function `func`.")
_raising("resume_send", "it v", "value", "func", edges="done", doc="`delegate_send`, where the delegate is likely a generator of the function `func`.")
_raising("call_c", "self:any args:any*", "value", "symbol kind", doc="Calls a function of the C runtime: a MethodDef's, of the CallKind `kind`.")

# The head of a function with a signature: the parameters are as its typed entry or as its generic one was given them.
_op("entry_is_typed", "", "bool", effects=READ, doc="Was the typed entry called?")
_op("param_value", "", "value", "index", effects=STORE, doc="A parameter, as an object; owned if the caller gave it, borrowed if it was lent.")
_op("param_i64", "", "i64", "index", effects=READ, doc="A parameter of the typed entry, an int.")
_op("param_f64", "", "f64", "index", effects=READ, doc="A parameter of the typed entry, a float.")
