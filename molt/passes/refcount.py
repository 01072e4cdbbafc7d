"""Reference counting: makes every ownership transfer explicit.

Before, an op's operands and results own and borrow as the op table says, and
`keep` marks how long variables live. After, `incref` and `decref` say it all:
every owned value is taken or released exactly once on every path, every op that
can raise has a `raise` edge (to a chain of releases that ends in `unwind`), and
no `keep` is left.

A value is released right after its last use, those of references borrowed from
it included; while a borrowed reference is in use nothing else is released
either, since that may run any code. Block parameters are owned: an edge moves a
value that dies on it, and counts one up that lives on.

`s = s + x` takes the old `s` where it ends there, since a str may grow in place
then (`ENDING`); as in CPython, other sums do not.

A direct call gives the callee what dies with the call and lends it the rest: a
parameter is counted like any value the function owns, but by `decref_given`
where it is released and `incref_lent` before it moves on.
"""

from __future__ import annotations

from collections.abc import Iterable

from molt.analysis.liveness import Liveness
from molt.base.source import Span
from molt.ir.core import Block, Edge, Function, Instr, Value, instr
from molt.ir.graph import reverse_postorder
from molt.tables.ops import OPS, PURE, WRITE

ENDING = {"add": OPS["add_last"], "str_add": OPS["str_add_last"]}


def run(function: Function) -> bool:
    """Inserts the counts. Runs once; returns True."""
    _Inserter(function).run()
    return True


def _is_immediate(constant: object) -> bool:
    """Is the constant represented without a heap object? (Small ints have 48 bits.)"""
    if isinstance(constant, int):
        return -(1 << 47) <= constant < 1 << 47
    return constant is None or constant is Ellipsis or isinstance(constant, float)


def _is_replaced(i: Instr, after: Instr) -> bool:
    """Is it a sum that takes the place of its first operand, which is kept until then and no longer?"""
    return i.name in ENDING and after.name == "keep" and after.operands == i.operands[:1]


class _Inserter:
    def __init__(self, function: Function) -> None:
        self.function = function
        self.borrowed: dict[Value, bool] = {}  # value -> whether counting it up does anything
        self.parameters: dict[Value, int] = {}  # those that may be lent
        self.replacing: set[Instr] = set()  # s + x of s = s + x, which had a `keep` of s after it
        for block in function.blocks:
            self.find_replacing(block)
            for i in block.instrs:
                if i.name == "param_value":
                    self.parameters[i.result] = i.attrs["index"]
                if i.op.borrows:
                    counted = i.name not in ("unset", "box_bool", "box_small") and not (
                        i.name == "const" and _is_immediate(i.attrs["value"]))
                    self.borrowed.update((r, counted) for r in i.results)
        self.live = Liveness(function, lambda v: v.type == "value" and v not in self.borrowed)
        self.refs = Liveness(function, lambda v: v.type == "ref")
        self.debts: dict[Block, int] = {}  # dead when the block starts, but not to be released before it has done with borrowed references
        self.new_blocks: list[Block] = []
        self.releases: dict[tuple, Block] = {}
        self.count_blocks: dict[tuple, Block] = {}
        self.unwind_block: Block | None = None

    def find_replacing(self, block: Block) -> None:
        """Finds the sums that replace their first operand. They need no `keep` of it, since it is released after its last use anyway."""
        instrs: list[Instr] = []
        for i in block.instrs:
            if instrs and _is_replaced(instrs[-1], i):
                self.replacing.add(instrs[-1])
            else:
                instrs.append(i)
        block.instrs = instrs

    def run(self) -> None:
        for block in reverse_postorder(self.function):
            self.block(block)
        self.function.blocks += self.new_blocks

    # -- one block

    def block(self, block: Block) -> None:
        after = self.live.after_each(block)
        in_use = self.refs.after_each(block)
        out: list[Instr] = []
        entry_live = self.live.before(block.instrs[0], after[0])
        out += self.decrefs(self.live.bits(block.params) & ~entry_live, None)
        waiting = self.debts.get(block, 0)  # dead, but not to be released before the borrowed references in use are done with
        for i, live_after, has_refs in zip(block.instrs, after, in_use):
            if i.name == "keep":
                dead = self.live.bits(i.operands) & ~live_after
            else:
                dead = self.instr(i, live_after, waiting, out)
            waiting = 0 if i.op.terminator else waiting | dead
            if not has_refs:
                out += self.decrefs(waiting, i.span)
                waiting = 0
        block.instrs = out

    def instr(self, i: Instr, after: int, waiting: int, out: list[Instr]) -> int:
        """One instruction: counts operands up that it takes and that live on; gives what the function still owns and needs no more."""
        live = self.live
        if i in self.replacing and self.ends(i, 0, after):
            i.op = ENDING[i.name]
        edges_live = 0
        for edge in i.edges.values():
            edges_live |= live.edge_live(edge)
        owned = live.before(i, after) | waiting  # what this function owns when the instruction starts
        moved = 0
        given: list[int] = []
        for position, operand in enumerate(i.operands):
            if not i.takes(position):
                continue
            bit = live.bits((operand,))
            if bit and not (bit & (after | edges_live | moved)) and not self.borrowed_later(i, position):
                moved |= bit
                out += self.owned(operand, i.span)
            elif i.name == "call_direct" and (bit & (after | edges_live) or not bit):
                continue
            elif bit or self.borrowed.get(operand):
                out.append(instr("incref", [operand], span=i.span))
            given.append(position - 1)
        if i.name == "call_direct":
            i.attrs["given"] = tuple(given)
        left = owned & ~moved
        spent, shared = self.spend(i, after)
        early = shared if i.op.effects == WRITE else []  # the op may run code that lets go of what it was given
        out += [instr("incref", [v], span=i.span) for v in early]
        self.side_edges(i, left, early)
        if i.op.raises and "raise" not in i.edges:
            i.edges["raise"] = Edge(self.release(left, None))
        if i.op.terminator:
            self.terminator(i, left, out)
            return 0
        out.append(i)
        if i.op.effects != WRITE:
            out += [instr("incref", [v], span=i.span) for v in shared]
        return (left & ~spent & ~waiting | live.bits(i.results)) & ~after

    def spend(self, i: Instr, after: int) -> tuple[int, list[Value]]:
        """What the instruction spends: values that are the function's no more after it, and operands that need a further owner.

        What a pure op spends is no heap object where it succeeds: it is not counted at all.
        """
        spent, shared = 0, []
        for position, operand in enumerate(i.operands):
            if i.spends(position):
                bit = self.live.bits((operand,))
                if self.ends(i, position, after | spent):
                    spent |= bit
                elif i.op.effects != PURE and (bit or self.borrowed.get(operand)):
                    shared.append(operand)
        return spent, shared

    def ends(self, i: Instr, position: int, after: int) -> bool:
        """Is an operand the function's own and not needed after the instruction, nor as another operand?"""
        operand = i.operands[position]
        bit = self.live.bits((operand,))
        return bool(bit) and not bit & after and not self.borrowed_later(i, position) and operand not in self.parameters

    def borrowed_later(self, i: Instr, position: int) -> bool:
        """Is the operand at `position` also a later operand, or an earlier one that is only borrowed?"""
        operand = i.operands[position]
        return any(o is operand and (q > position or not i.takes(q)) for q, o in enumerate(i.operands) if q != position)

    def side_edges(self, i: Instr, left: int, spare: list[Value]) -> None:
        """`spare`: operands that were counted up for the normal path only."""
        if i.op.terminator and not i.op.raises:
            return
        for name, edge in i.edges.items():
            i.edges[name] = self.fix_edge(edge, left, spare)

    def terminator(self, i: Instr, left: int, out: list[Instr]) -> None:
        match i.name:
            case "jump":
                edge = i.edges["to"]
                out += self.edge_counts(edge, left)
            case "branch":
                for name in ("then", "else"):
                    i.edges[name] = self.fix_edge(i.edges[name], left)
            case "ret" | "unwind":
                out += self.decrefs(left, i.span)
        out.append(i)

    # -- edges

    def edge_counts(self, edge: Edge, left: int) -> list[Instr]:
        """The counts to do on an edge when the function owns `left` at its start. Releases wait while borrowed references are in use."""
        live = self.live
        target = live.live_in[edge.block]
        ups: list[Instr] = []
        moved = 0
        for arg in edge.args:
            bit = live.bits((arg,))
            if bit and bit & left and not bit & (target | moved):
                moved |= bit
                ups += self.owned(arg, None)
            elif arg.type == "value" and (bit or self.borrowed.get(arg)):
                ups.append(instr("incref", [arg]))
        dead = left & ~target & ~moved
        if dead and self.refs.live_in[edge.block]:
            assert self.debts.setdefault(edge.block, dead) == dead, f"ways into {edge.block.name} differ"
            return ups
        return ups + self.decrefs(dead, None)

    def fix_edge(self, edge: Edge, left: int, spare: Iterable[Value] = ()) -> Edge:
        """The edge itself when there is nothing to count on it, else one to a new block that counts and goes on."""
        counts = [instr("decref", [v]) for v in spare] + self.edge_counts(edge, left)
        if not counts:
            return edge
        if not spare and all(c.name in ("decref", "decref_given") for c in counts) and not edge.args:
            dead = self.live.bits(c.operands[0] for c in counts)
            return Edge(self.release(dead, edge.block))
        key = (edge.block, tuple(edge.args), tuple((c.name, *c.operands) for c in counts))
        if key not in self.count_blocks:
            self.count_blocks[key] = Block(f"count{len(self.new_blocks)}", [], [*counts, instr("jump", edges={"to": edge})])
            self.new_blocks.append(self.count_blocks[key])
        return Edge(self.count_blocks[key])

    def release(self, dead: int, target: Block | None) -> Block:
        """A block that releases `dead`, latest definition first, and goes to `target` (None: unwinds)."""
        if not dead:
            return target or self.unwind()
        block = self.releases.get((dead, target))
        if block is None:
            last = 1 << (dead.bit_length() - 1)
            rest = self.release(dead ^ last, target)
            (value,) = self.live.members(last)
            block = Block(f"release{len(self.new_blocks)}", [],
                          [self.decref(value, None), instr("jump", edges={"to": Edge(rest)})])
            self.releases[dead, target] = block
            self.new_blocks.append(block)
        return block

    def unwind(self) -> Block:
        if self.unwind_block is None:
            self.unwind_block = Block("unwind", [], [instr("unwind")])
            self.new_blocks.append(self.unwind_block)
        return self.unwind_block

    def decrefs(self, bits: int, span: Span | None) -> list[Instr]:
        return [self.decref(v, span) for v in self.live.members(bits)]

    def decref(self, value: Value, span: Span | None) -> Instr:
        index = self.parameters.get(value)
        return instr("decref", [value], span=span) if index is None else instr("decref_given", [value], index=index, span=span)

    def owned(self, value: Value, span: Span | None) -> list[Instr]:
        """Makes sure that this function owns a value before it moves on."""
        index = self.parameters.get(value)
        return [] if index is None else [instr("incref_lent", [value], index=index, span=span)]
