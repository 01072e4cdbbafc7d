"""Reference counting: makes every ownership transfer explicit.

Before, an op's operands and results own and borrow as the op table says, and
`keep` marks how long variables live. After, `incref` and `decref` say it all:
every owned value is taken or released exactly once on every path, every op that
can raise has a `raise` edge (to a chain of releases that ends in `unwind`), and
no `keep` is left.

A value is released right after its last use. Block parameters are owned: an
edge moves a value that dies on it, and counts one up that lives on.
"""

from __future__ import annotations

from molt.analysis.liveness import Liveness
from molt.base.source import Span
from molt.ir.core import Block, Edge, Function, Instr, Value, instr


def run(function: Function) -> bool:
    """Inserts the counts. Runs once, last; returns True."""
    _Inserter(function).run()
    return True


def _is_immediate(constant: object) -> bool:
    """Is the constant represented without a heap object? (Small ints have 48 bits.)"""
    if isinstance(constant, int):
        return -(1 << 47) <= constant < 1 << 47
    return constant is None or constant is Ellipsis or isinstance(constant, float)


class _Inserter:
    def __init__(self, function: Function) -> None:
        self.function = function
        self.borrowed: dict[Value, bool] = {}  # value -> whether counting it up does anything
        for block in function.blocks:
            for i in block.instrs:
                if i.op.borrows:
                    counted = i.name not in ("unset", "box_bool") and not (
                        i.name == "const" and _is_immediate(i.attrs["value"]))
                    self.borrowed.update((r, counted) for r in i.results)
        self.live = Liveness(function, lambda v: v.type == "value" and v not in self.borrowed)
        self.new_blocks: list[Block] = []
        self.releases: dict[tuple, Block] = {}
        self.count_blocks: dict[tuple, Block] = {}
        self.unwind_block: Block | None = None

    def run(self) -> None:
        for block in list(self.function.blocks):
            self.block(block)
        self.function.blocks += self.new_blocks

    # -- one block

    def block(self, block: Block) -> None:
        after = self.live.after_each(block)
        out: list[Instr] = []
        entry_live = self.live.before(block.instrs[0], after[0])
        out += self.decrefs(self.live.bits(block.params) & ~entry_live, None)
        for i, live_after in zip(block.instrs, after):
            if i.name == "keep":
                out += self.decrefs(self.live.bits(i.operands) & ~live_after, i.span)
                continue
            self.instr(i, live_after, out)
        block.instrs = out

    def instr(self, i: Instr, after: int, out: list[Instr]) -> None:
        """One instruction: counts operands up that it takes and that live on, then releases what died."""
        live = self.live
        edges_live = 0
        for edge in i.edges.values():
            edges_live |= live.edge_live(edge)
        owned = live.before(i, after)  # what this function owns when the instruction starts
        moved = 0
        for position, operand in enumerate(i.operands):
            if not i.takes(position):
                continue
            bit = live.bits((operand,))
            if bit and not (bit & (after | edges_live | moved)) and not self.borrowed_later(i, position):
                moved |= bit
            elif bit or self.borrowed.get(operand):
                out.append(instr("incref", [operand], span=i.span))
        left = owned & ~moved
        self.side_edges(i, left)
        if i.op.raises and "raise" not in i.edges:
            i.edges["raise"] = Edge(self.release(left, None))
        if i.op.terminator:
            self.terminator(i, left, out)
            return
        out.append(i)
        results = live.bits(i.results)
        out += self.decrefs((left | results) & ~after, i.span)

    def borrowed_later(self, i: Instr, position: int) -> bool:
        """Is the operand at `position` also a later operand, or an earlier one that is only borrowed?"""
        operand = i.operands[position]
        return any(o is operand and (q > position or not i.takes(q)) for q, o in enumerate(i.operands) if q != position)

    def side_edges(self, i: Instr, left: int) -> None:
        if i.op.terminator and not i.op.raises:
            return
        for name, edge in i.edges.items():
            i.edges[name] = self.fix_edge(edge, left)

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
        """The counts to do on an edge when the function owns `left` at its start."""
        live = self.live
        target = live.live_in[edge.block]
        ups: list[Instr] = []
        moved = 0
        for arg in edge.args:
            bit = live.bits((arg,))
            if bit and bit & left and not bit & (target | moved):
                moved |= bit
            elif arg.type == "value" and (bit or self.borrowed.get(arg)):
                ups.append(instr("incref", [arg]))
        return ups + self.decrefs(left & ~target & ~moved, None)

    def fix_edge(self, edge: Edge, left: int) -> Edge:
        """The edge itself when there is nothing to count on it, else one to a new block that counts and goes on."""
        counts = self.edge_counts(edge, left)
        if not counts:
            return edge
        if all(c.name == "decref" for c in counts) and not edge.args:
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
                          [instr("decref", [value]), instr("jump", edges={"to": Edge(rest)})])
            self.releases[dead, target] = block
            self.new_blocks.append(block)
        return block

    def unwind(self) -> Block:
        if self.unwind_block is None:
            self.unwind_block = Block("unwind", [], [instr("unwind")])
            self.new_blocks.append(self.unwind_block)
        return self.unwind_block

    def decrefs(self, bits: int, span: Span | None) -> list[Instr]:
        return [instr("decref", [v], span=span) for v in self.live.members(bits)]
