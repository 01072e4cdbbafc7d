"""The state while one version of a block is emitted: where code is appended, and what is known of each live value."""

from __future__ import annotations

from typing import Any

from molt.ir.core import Block, ClassPrediction, Edge, Instr, Note, Value, instr
from molt.passes.specialise.known import BOXES, GUARDS, VIRTUAL_BOXES, Known, forget_shapes
from molt.passes.specialise.plan import I64_MAX, I64_MIN
from molt.passes.specialise.rules import RULES
from molt.passes.specialise.transfer import GO_ON, REDO, transfer
from molt.passes.specialise.versions import Specialiser, jump
from molt.tables.ops import WRITE

NONE = instr("const", value=None)


class Emitter:
    """The current block, and what is known of the values that are live there."""

    def __init__(self, s: Specialiser, old: Block, blocks: list[Block], known: dict[Value, Known]) -> None:
        self.s = s
        self.plan = s.plan
        self.old = old
        self.blocks = blocks
        self.known = known
        self.block: Block | None = None
        self.index = 0  # of the instruction of `old` under way
        self.live_after = 0
        self._pending: list[tuple[Block, dict[Value, Known], str, int]] = []
        self._constants: dict[tuple[Block, Value], Value] = {}
        self.notes: list[Note] = []
        self.narrowed: dict[Value, tuple[str, Value, tuple]] = {}  # condition -> the edge on which a value has a fact
        self._guards: list[Instr] = []  # ops with slow edges of the instruction under way

    none = NONE  # where a Known of the constant None comes from

    # -- appending

    def start(self, name: str, params: list[Value] | None = None) -> Block:
        block = Block(name, params or [])
        self.blocks.append(block)
        self.block = block
        return block

    def op(self, name: str, /, *operands: Value, edges: dict[str, Edge] | None = None, span: Any = None, **attrs: Any) -> Instr:
        """Appends an instruction."""
        return self.append(instr(name, operands, edges=edges, span=span, **attrs))

    def append(self, made: Instr) -> Instr:
        assert self.block is not None
        if made.op.effects == WRITE and not made.op.terminator:
            self.forget()
        self.block.instrs.append(made)
        if "slow" in made.edges:
            self._guards.append(made)
        return made

    def new(self, name: str, /, *operands: Value, **attrs: Any) -> Value:
        """Appends an instruction with one result and gives it."""
        return self.op(name, *operands, **attrs).result

    def fast(self, name: str, /, *operands: Value, **attrs: Any) -> Instr:
        """Appends an op with a slow edge, which does over what the instruction under way does, generically."""
        return self.op(name, *operands, edges={"slow": self.slow()}, **attrs)

    def slow(self, what: str = REDO) -> Edge:
        """An edge to code that goes on generically with what is known now."""
        if self.s.way_out is not None:
            return self.s.way_out()
        for block, known, kind, index in self._pending:
            if kind == what and known == self.known and index == self.index:
                return Edge(block)
        block = Block("slow")
        self._pending.append((block, dict(self.known), what, self.index))
        return Edge(block)

    # -- what is known

    def forget(self) -> None:
        """Code may run that changes objects."""
        for value, known in self.known.items():
            assert known.rep != "ref", f"a borrowed value lives on in {self.old.name}"
            if known.fact is not None or known.parts:
                self.known[value] = forget_shapes(known)

    def secure(self) -> None:
        """Makes the borrowed values owned, before code runs that may release their owners."""
        for value, known in list(self.known.items()):
            if known.rep == "ref":
                self.own(value)

    def own(self, value: Value) -> Known:
        known = self.known[value]
        assert known.new is not None
        owned = Known("value", self.new("own", known.new), known.fact)
        owned.new.hint = value.hint
        self.known[value] = owned
        return owned

    def get(self, value: Value) -> Known:
        origin = self.plan.constants.get(value)
        return Known("const", origin=origin) if origin is not None else self.known[value]

    def define(self, value: Value, known: Known) -> None:
        assert known.new is not None or known.parts or known.rep == "const", f"nothing stands for %{value.hint}"
        if known.new is not None and not known.new.hint:
            known.new.hint = value.hint
        self.known[value] = known

    def set_fact(self, value: Value, fact: tuple) -> None:
        if value in self.known:
            self.known[value] = self.known[value].with_fact(fact)

    # -- operands

    def constant(self, value: Value, known: Known) -> Value:
        """A constant, made here."""
        assert self.block is not None
        made = self._constants.get((self.block, value))
        if made is None:
            made = self._constants[self.block, value] = self.boxed(known)
        return made

    def value(self, value: Value) -> Value:
        """An operand as an owned object."""
        known = self.get(value)
        if known.rep == "const":
            return self.constant(value, known)
        if known.rep == "ref":
            known = self.own(value)
        made = self.boxed(known, value.type)
        if known.is_virtual:  # from here on there is an object
            self.known[value] = Known("value", made)
        return made

    def any(self, value: Value) -> Value:
        """An operand as an object, owned or borrowed."""
        known = self.get(value)
        if known.rep == "ref":
            assert known.new is not None
            return known.new
        return self.value(value)

    def boxed(self, known: Known, wanted: str = "value") -> Value:
        """The object that is represented so."""
        if known.rep == "super":
            return self.op("call", self.new("load_builtin", name="super"), *(self.boxed(p) for p in known.parts), kwnames=()).result
        if known.rep == "generator_iter":
            return self.boxed(known.parts[0])
        if known.rep in VIRTUAL_BOXES:
            return self._materialised(known)
        if known.rep == "const":
            assert known.origin is not None
            return self.op(known.origin.name, **known.origin.attrs).result
        assert known.new is not None
        if known.rep in ("value", wanted):
            return known.new
        return self.new(BOXES[known.rep], known.new)

    def _materialised(self, known: Known) -> Value:
        match known.rep:
            case "tuple" | "slice" | "zip":
                parts = [self.boxed(p) for p in known.parts]
            case "method" | "dict_view" | "dict_iter":
                *parts, name = known.parts
                attrs = {"view" if known.rep == "dict_iter" else "name": name.origin.attrs["value"]}
                return self.new(VIRTUAL_BOXES[known.rep], *map(self.raw, parts), **attrs)
            case "enumerate":
                parts = [self.boxed(known.parts[0]), self.raw(known.parts[1])]
            case _:
                parts = [self.raw(p) for p in known.parts]
        return self.new(VIRTUAL_BOXES[known.rep], *parts)

    def raw(self, known: Known) -> Value:
        """A part of a virtual object."""
        if known.rep == "const":
            assert known.origin is not None
            return self.new("const_i64", value=known.origin.attrs["value"])
        assert known.new is not None
        return known.new

    def unbox(self, value: Value, rep: str, edge: Edge | None = None) -> Value:
        """An operand as an i64, f64 or bool; where it is none, by the slow edge."""
        known = self.get(value)
        assert known.new is not None
        if known.rep == rep:
            return known.new
        assert known.is_boxed, f"{known.rep} as {rep}"
        made = self.op(GUARDS[rep], known.new, edges={"slow": edge or self.slow()}).result
        self.define(value, Known(rep, made))
        return made

    def i64(self, value: Value) -> Value | None:
        """An operand as an i64, if it is likely an int; guarded where that is not certain."""
        constant = self.plan.constant(value)
        if value in self.plan.constants:
            return self.new("const_i64", value=constant) if type(constant) is int and I64_MIN <= constant <= I64_MAX else None
        known = self.known[value]
        if known.rep == "i64" or known.is_boxed and "int" in self.plan.kinds(value) and not self.has_fact(value):
            return self.unbox(value, "i64")
        if known.rep == "bool":
            assert known.new is not None
            return self.new("bool_to_i64", known.new)
        return None

    def f64(self, value: Value) -> Value | None:
        """An operand as an f64, if it is likely a float or an int; guarded where that is not certain."""
        constant = self.plan.constant(value)
        if value in self.plan.constants:
            fits_f64 = type(constant) is float or type(constant) is int and I64_MIN <= constant <= I64_MAX
            return self.new("const_f64", value=float(constant)) if fits_f64 else None
        known = self.known[value]
        if known.rep == "f64" or known.is_boxed and "float" in self.plan.kinds(value) and not self.has_fact(value):
            return self.unbox(value, "f64")
        if known.rep == "i64" or self.number(value) == "int":
            return self.new("i64_to_f64", self.unbox(value, "i64"))
        return None

    def has_fact(self, value: Value) -> bool:
        fact = self.get(value).fact
        return fact is not None and fact[0] != "set"

    def number(self, value: Value) -> str | None:
        """The kind of number that an operand likely is."""
        if value in self.plan.constants:
            constant = self.plan.constant(value)
            if type(constant) is int:
                return "int" if I64_MIN <= constant <= I64_MAX else None
            return "float" if type(constant) is float else None
        known = self.known[value]
        if known.rep in ("i64", "f64", "bool"):
            return {"i64": "int", "f64": "float", "bool": "bool"}[known.rep]
        kinds = self.plan.kinds(value) - {"none", "other"}
        if not known.is_boxed or self.has_fact(value) or not kinds <= {"int", "float"}:
            return None
        return "float" if "float" in kinds else "int" if "int" in kinds else None

    def tagged(self, value: Value, tag: str) -> Value:
        """An operand that a guard shows to be of a built-in type."""
        known = self.get(value)
        made = self.any(value)
        if known.fact == ("tag", tag) or known.rep == "const":
            return made
        self.fast("guard_tag", made, tag=tag)
        self.set_fact(value, ("tag", tag))
        return made

    def likely(self, value: Value, tag: str) -> bool:
        """Is an operand likely of a built-in type?"""
        constant = self.plan.constant(value)
        if value in self.plan.constants:
            return type(constant).__name__ == tag
        known = self.known[value]
        return known.is_boxed and (known.fact == ("tag", tag) or known.fact in (None, ("set",)) and self.plan.kinds(value) - {"none"} == {tag})

    def append_attribute(self, o: Value, made: Value, x: Value, prediction: ClassPrediction, step: int) -> None:
        """Sets the next of the predicted attributes on an object that has all before it."""
        name = prediction.steps[step]
        attrs = {"cls": prediction.symbol, "count": step, "index": prediction.slot(name)}
        if name in prediction.members:
            grown = self.fast("slot_add_f64", made, self.f64(x), **attrs).result
        else:
            grown = self.new("slot_add", made, self.value(x), **attrs)
        self.set_fact(o, ("shape", ((prediction.symbol, step + 1),), grown))

    def resume(self, block: Block) -> None:
        """Goes on in a block that was made before."""
        self.blocks.append(block)
        self.block = block

    # -- instructions

    def instruction(self, i: Instr) -> None:
        """Emits what one instruction becomes in specialised code, and what its results become."""
        rule = RULES.get(i.name)
        self._guards = []
        ends_owner = any(o in self.known and self.known[o].rep == "value" and not self.s.hot_live.has(self.live_after, o) for o in i.operands)
        done = rule is not None and rule(self, i)
        if not done:
            self.generic(i)
        for result in i.results:
            self._finish(result, ends_owner)
        self.notes.append(Note(i, not done, tuple(self._guards)))
        for value in list(self.known):
            if not self.s.hot_live.has(self.live_after, value):
                del self.known[value]

    def _finish(self, result: Value, ends_owner: bool) -> None:
        """A result in the representation that its hint says."""
        known = self.known.get(result)
        if known is None:
            return
        wanted = self.plan.layout(result)[0]
        if wanted in GUARDS and known.is_boxed:
            if self.s.hot_live.has(self.live_after, result):
                self.unbox(result, wanted, self.slow(GO_ON))
        elif wanted == "value" and known.rep in ("i64", "f64"):
            self.define(result, Known("value", self.boxed(known)))
        elif known.rep == "ref" and ends_owner:
            self.own(result)  # for the owner must be released now, as CPython would, not when the borrowed value has been used

    def generic(self, i: Instr) -> None:
        """The instruction as it is, on objects."""
        self.secure()
        made = Instr(i.op, [self.bool_or_value(o) for o in i.operands], [Value(r.type, r.hint) for r in i.results], i.attrs, {}, i.span)
        before = dict(self.known)
        self.append(made)
        for name, edge in i.edges.items():
            made.edges[name] = self.side_edge(edge, before)
        for result, new in zip(i.results, made.results, strict=True):
            self.define(result, Known(new.type, new))

    def bool_or_value(self, operand: Value) -> Value:
        if operand.type == "bool":
            return self.condition(operand)
        return self.value(operand)

    def condition(self, operand: Value) -> Value:
        new = self.known[operand].new
        assert new is not None
        return new

    def branch(self, condition: Value, then: str, otherwise: Edge) -> None:
        """Goes on in a new block if a condition holds, else along an edge that is complete."""
        here = self.block
        block = self.start(then)
        here.instrs.append(instr("branch", [condition], edges={"then": Edge(block), "else": otherwise}))

    def select(self, condition: Value, then: Value, otherwise: Value) -> Value:
        """One of two values."""
        here = self.block
        joined = Value(then.type)
        ways = [self.start(name) for name in ("chosen", "other")]
        end = self.start("selected", [joined])
        for way, value in zip(ways, (then, otherwise), strict=True):
            way.instrs.append(jump(Edge(end, [value])))
        here.instrs.append(instr("branch", [condition], edges={"then": Edge(ways[0]), "else": Edge(ways[1])}))
        return joined

    def side_edge(self, edge: Edge, known: dict[Value, Known]) -> Edge:
        """An edge of the source function that leaves with `known`: through a block of its own."""
        here, now = self.block, self.known
        block = self.start("edge")
        self.known = dict(known)
        transfer(self, edge)
        self.block, self.known = here, now
        return Edge(block)
