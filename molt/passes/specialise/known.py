"""What specialised code knows of a value of the original function."""

from __future__ import annotations

from dataclasses import dataclass, replace

from molt.ir.core import Instr, Value

UNBOXED = {"int": "i64", "float": "f64", "bool": "bool"}
GUARDS = {"i64": "to_i64", "f64": "to_f64", "bool": "to_bool"}
TRUSTED = {"f64": "trust_f64", "bool": "trust_bool"}  # an int may be any size, so it is never unboxed without a test
BOXES = {"i64": "box_i64", "f64": "box_f64", "bool": "box_bool", "ref": "own"}
# Virtual objects: represented by their parts, made only where something else needs the object.
VIRTUAL_BOXES = {"range": "box_range", "range_iter": "box_range_iter", "list_iter": "box_list_iter", "tuple": "box_tuple",
                 "slice": "box_slice", "method": "box_method", "bound": "bind_method", "str_iter": "box_str_iter", "tuple_iter": "box_tuple_iter",
                 "dict_view": "box_dict_view", "dict_iter": "box_dict_iter", "set_iter": "box_set_iter", "enumerate": "box_enumerate", "zip": "box_zip"}


@dataclass(frozen=True, slots=True)
class Known:
    """How a value is represented, and what guards have shown of it.

    `rep`: a type of TIR (`value`, `ref`, `i64`, `f64`, `bool`), `const` (made from `origin` where it is used), or a
    virtual object (see VIRTUAL_BOXES) with `parts`. `fact`, of a boxed object: ("tag", name), ("func", symbol), ("class", cls), ("set",) or
    ("shape", shapes, guarded): `guarded` is the ref that a guard on `shapes` gave, which ends where code may run that changes the object.
    """

    rep: str
    new: Value | None = None
    fact: tuple | None = None
    parts: tuple[Known, ...] = ()
    origin: Instr | None = None

    @property
    def is_boxed(self) -> bool:
        return self.rep in ("value", "ref")

    @property
    def is_virtual(self) -> bool:
        return bool(self.parts)

    def with_fact(self, fact: tuple | None) -> Known:
        return replace(self, fact=fact)

    def values(self) -> list[Value]:
        """The values that stand for it."""
        return [v for part in self.parts for v in part.values()] if self.parts else [] if self.new is None else [self.new]

    def layout(self) -> tuple:
        """The form of its representation: what the parameters of a block for it look like."""
        return (self.rep, self.origin if self.rep == "const" else tuple(part.layout() for part in self.parts))


def fresh(layout: tuple, hint: str) -> Known:
    """New values of a layout: the parameters of a block."""
    rep, parts = layout
    if rep == "const":
        return Known(rep, origin=parts)
    if parts:
        return Known(rep, parts=tuple(fresh(part, hint) for part in parts))
    return Known(rep, Value(rep, hint))


def meet(a: Known, b: Known) -> Known:
    """`a`, with what is known of both. The layouts agree."""
    if a.parts:
        return replace(a, parts=tuple(meet(x, y) for x, y in zip(a.parts, b.parts, strict=True)))
    return a if a.fact == b.fact else a.with_fact(None)


def forget_shapes(known: Known) -> Known:
    if known.parts:
        return replace(known, parts=tuple(map(forget_shapes, known.parts)))
    return known.with_fact(None) if known.fact is not None and known.fact[0] == "shape" else known
