"""Gives each loop one way in, as WebAssembly's loops have.

Generic code is entered where specialised code could not go on, in the middle of
its loops, too. Such a loop gets a new head, through which all ways from outside
lead: it takes the number of the block where this round starts (0: the old head)
and the values that this block wants, and branches by it. What is in the loop
without its head is treated in the same way.

LLVM does that as well (WebAssemblyFixIrreducibleControlFlow), in a time that
grows with the square of the loop's size. That loops nest by taking away their
heads is Steensgaard's view: "Sequentializing program dependence graphs for
irreducible programs", 1993.
"""

from __future__ import annotations

from molt.analysis.cfg import Entry, entries
from molt.analysis.loops import cycles
from molt.ir.core import Block, Edge, Function, Value, instr

CANDIDATES = 12  # ways into a loop that are tried as its head


def run(function: Function) -> bool:
    loops = cycles(function.blocks)
    into = entries(function) if loops else {}
    changed = False
    while loops:
        loop = loops.pop()
        inside = set(loop)
        ways = [block for block in loop if any(entry.block not in inside for entry in into[block])]
        head = ways[0] if len(ways) == 1 else _best_head(loop, ways)
        if len(ways) > 1:
            function.blocks += _Head(head, into).add([block for block in ways if block is not head], inside)
            changed = True
        loops += cycles([block for block in loop if block is not head])
    return changed


def _best_head(loop: list[Block], ways: list[Block]) -> Block:
    """The way without which the least of a loop is in loops, of some that are tried: all that each round passes are as good.

    (A block that is no way may need values that are not there where the loop is entered.)
    """
    candidates = ways[:: -(-len(ways) // CANDIDATES)]
    return min(candidates, key=lambda head: sum(map(len, cycles([block for block in loop if block is not head]))))


class _Head:
    """The new head of a loop."""

    def __init__(self, old: Block, into: dict[Block, list[Entry]]) -> None:
        """`into`: the ways into all blocks, which is kept right."""
        self.old = old
        self.into = into
        self.own = [Value(p.type, p.hint) for p in old.params]
        self.way = Value("i64", "way")
        self.brought: list[Value] = []  # what other blocks want, each in the first free one of its type
        self.fillers: dict[tuple[Block, str], Value] = {}

    def add(self, others: list[Block], inside: set[Block]) -> list[Block]:
        """Makes the head, through which control comes to `others`, too; gives the new blocks."""
        for block in others:
            self._places(block)
        head = Block(self.old.name, [*self.own, self.way, *self.brought])
        self.into[head] = []
        for entry in self.into[self.old]:
            self._redirect(entry, head, 0, dict(zip(self.own, entry.edge.args, strict=True)))
        for number, block in enumerate(others, 1):
            for entry in self.into[block]:
                if entry.block not in inside:
                    self._redirect(entry, head, number, dict(zip(self._places(block), entry.edge.args, strict=True)))
            self.into[block] = [entry for entry in self.into[block] if entry.block in inside]
        return self._dispatch(head, others)

    def _places(self, block: Block) -> list[Value]:
        """The parameters of the head that bring those of another block; makes them where there are none."""
        places: list[Value] = []
        for parameter in block.params:
            free = [value for value in self.brought if value.type == parameter.type and value not in places]
            if not free:
                free = [Value(parameter.type)]
                self.brought += free
            places.append(free[0])
        return places

    def _redirect(self, entry: Entry, head: Block, number: int, passed: dict[Value, Value]) -> None:
        """Leads an edge to the new head."""
        way = instr("const_i64", value=number)
        entry.block.instrs.insert(0, way)
        passed[self.way] = way.result
        entry.edge.args = [passed[p] if p in passed else self._filler(entry.block, p.type) for p in head.params]
        entry.edge.block = head
        self.into[head].append(entry)

    def _filler(self, block: Block, type_: str) -> Value:
        """A value that nobody asks for."""
        if (block, type_) not in self.fillers:
            made = [instr("unset")] if type_ in ("value", "bool") else [instr(f"const_{type_}", value=0 if type_ == "i64" else 0.0)]
            if type_ == "bool":
                made.append(instr("is", [made[0].result, made[0].result]))
            block.instrs[:0] = made
            self.fillers[block, type_] = made[-1].result
        return self.fillers[block, type_]

    def _dispatch(self, head: Block, others: list[Block]) -> list[Block]:
        """Fills the head with the branches to where the round starts."""
        blocks = [head, *(Block(head.name) for _ in others[1:])]
        targets = [Edge(self.old, list(self.own)), *(Edge(block, self._places(block)) for block in others)]
        self.into[self.old] = []
        for number, (block, target) in enumerate(zip(blocks, targets, strict=False)):
            otherwise = Edge(blocks[number + 1]) if number + 1 < len(blocks) else targets[-1]
            constant = instr("const_i64", value=number)
            test = instr("i64_eq", [self.way, constant.result])
            branch = instr("branch", [test.result], edges={"then": target, "else": otherwise})
            block.instrs = [constant, test, branch]
            for name, edge in branch.edges.items():
                self.into.setdefault(edge.block, []).append(Entry(block, branch, name, edge))
        return blocks
