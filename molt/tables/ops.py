"""The op table of TIR.

Every op stands here once. The verifier, printer, parser, builder and
`docs/ir.md` derive from the table; the interpreter and the LLVM lowering
register one function (or one row) per op, and a test fails when one is missing.

Types of results: `value` (boxed, any Python object) and `bool` (a truth value,
not an object).

Ownership (`take`): an op borrows its operands unless it is said to take them;
a taken operand is owned by the op, also when it raises. Results are owned by
whoever uses them, except where `borrows` says that the result lives as long as
the function's own closure or constants do.

Edges: an op may leave its block by a side edge. `raise`: an exception is
pending; where an op that can raise has no such edge, the exception leaves the
function. `done`: an iterator or generator is exhausted. Results do not exist on
side edges.
"""

from __future__ import annotations

from dataclasses import dataclass

PURE, READ, WRITE = "pure", "read", "write"


@dataclass(frozen=True)
class Op:
    """One row.

    `operands`: names, a trailing `*` for any number. `results`: types, a
    trailing `*` for as many as the attribute `n_results` says. `effects`: PURE
    (removable, movable), READ (removable, not movable over writes) or WRITE (may run any code).
    """

    name: str
    operands: tuple[str, ...]
    results: tuple[str, ...]
    attrs: tuple[str, ...]
    edges: tuple[str, ...]
    effects: str
    take: frozenset[str]
    borrows: bool
    terminator: bool
    doc: str

    @property
    def raises(self) -> bool:
        return "raise" in self.edges


OPS: dict[str, Op] = {}


def _op(name: str, operands: str = "", results: str = "", attrs: str = "", *, edges: str = "", effects: str = PURE,
        take: str = "", borrows: bool = False, terminator: bool = False, doc: str) -> None:
    OPS[name] = Op(name, tuple(operands.split()), tuple(results.split()), tuple(attrs.split()), tuple(edges.split()),
                   effects, frozenset(take.split()), borrows, terminator, doc)


def _raising(name: str, operands: str = "", results: str = "", attrs: str = "", *, take: str = "", edges: str = "",
             effects: str = WRITE, doc: str) -> None:
    _op(name, operands, results, attrs, edges=f"raise {edges}".strip(), effects=effects, take=take, doc=doc)


# Constants.
_op("const", "", "value", "value", borrows=True, doc="A Python constant: None, bool, int, float, str, bytes, Ellipsis or a tuple of them.")
_op("unset", "", "value", borrows=True, doc="The mark of an unbound variable or an absent operand.")

# Operators. The interpreter performs them with the operator of the same name.
BINARY = ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor")
for _name in BINARY:
    _raising(_name, "a b", "value", doc=f"The binary operator `{_name}`.")
for _name in BINARY:
    _raising("i" + _name, "a b", "value", take="a", doc=f"The in-place operator `{_name}=`: gives the target's new value.")
for _name in ("neg", "pos", "invert"):
    _raising(_name, "a", "value", doc=f"The unary operator `{_name}`.")
COMPARE = ("eq", "ne", "lt", "le", "gt", "ge")
for _name in COMPARE:
    _raising(_name, "a b", "value", doc=f"The rich comparison `{_name}`; its result may be any object.")
_op("is", "a b", "bool", doc="Identity.")
_raising("in", "item container", "bool", doc="Membership.")
_raising("truth", "a", "bool", doc="Truth value testing.")
_op("not", "a", "bool", doc="Negation of a bool (not of a value).")
_op("box_bool", "a", "value", borrows=True, doc="True or False as an object.")

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
_raising("list_append", "l v", take="v", doc="Appends to an exact list under construction.")
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
_raising("class_create", "name bases ns kwargs cell", "value", "n_attributes",
         doc="The class, from its name, bases, namespace, keyword arguments (dict or unset) and the cell of `__class__` (or unset), which it "
             "fills. n_attributes: how many attributes its instances will likely have.")
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

# Control flow. Branch targets are the edges `then` and `else`, a jump's is `to`.
_op("jump", edges="to", terminator=True, effects=WRITE, doc="Goes to a block.")
_op("branch", "c", edges="then else", terminator=True, effects=WRITE, doc="Goes to one of two blocks by a bool.")
_op("ret", "v", take="v", terminator=True, effects=WRITE, doc="Returns v.")
