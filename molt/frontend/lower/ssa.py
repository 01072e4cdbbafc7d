"""SSA construction while lowering.

M. Braun et al., "Simple and Efficient Construction of Static Single Assignment Form" (CC 2013): a variable is looked up
backwards through the predecessors; blocks whose predecessors are not all known yet ("unsealed") get a phi that is completed
when they are sealed. Phis become block parameters at the end.

Blocks have side exits, so what an edge carries is a variable's value *at that edge*: definitions are stamped with a clock,
and an edge sees those of its block that are not younger than itself.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from molt.ir.core import Block, Edge, Function, Instr, Value, instr

_FROM_THE_START = -1
_FOREVER = 1 << 62


@dataclass(eq=False, slots=True)
class _Pred:
    """One edge into a block, and when it was made."""

    block: Block
    edge: Edge
    clock: int


@dataclass(eq=False, slots=True)
class _Phi:
    block: Block
    variable: Hashable
    value: Value
    operands: list[tuple[_Pred, Value]] = field(default_factory=list)
    users: list[_Phi] = field(default_factory=list)


class SSA:
    """The blocks of one function under construction. A variable is any hashable; unwritten ones are `unset`."""

    def __init__(self, function: Function) -> None:
        self.function = function
        self._clock = 0
        self._preds: dict[Block, list[_Pred]] = {}
        self._definitions: dict[Block, dict[Hashable, list[tuple[int, Value]]]] = {}
        self._incomplete: dict[Block, dict[Hashable, _Phi]] = {}
        self._phis: dict[Value, _Phi] = {}
        self._replaced: dict[Value, Value] = {}
        self._unset: Instr | None = None
        self._names: dict[str, int] = {}

    # Blocks and edges.

    def new_block(self, name: str) -> Block:
        """An empty, unsealed block, not placed in the function yet."""
        number = self._names.get(name, 0)
        self._names[name] = number + 1
        block = Block(f"{name}{number}" if number else name)
        self._preds[block] = []
        self._definitions[block] = {}
        self._incomplete[block] = {}
        return block

    def place(self, block: Block) -> None:
        self.function.blocks.append(block)

    def edge(self, source: Block, target: Block, args: Iterable[Value] = ()) -> Edge:
        """A new edge that leaves `source` now."""
        edge = Edge(target, list(args))
        assert target in self._incomplete, f"edge into sealed block {target.name}"
        self._preds[target].append(_Pred(source, edge, self._clock))
        return edge

    def has_preds(self, block: Block) -> bool:
        return bool(self._preds[block])

    def seal(self, block: Block) -> None:
        """No more edges will lead to the block."""
        for phi in self._incomplete.pop(block).values():
            self._complete(phi)

    # Variables.

    def write(self, variable: Hashable, block: Block, value: Value) -> None:
        self._clock += 1
        self._definitions[block].setdefault(variable, []).append((self._clock, value))

    def read(self, variable: Hashable, block: Block, clock: int = _FOREVER) -> Value:
        """The variable's value in a block at a time."""
        for stamp, value in reversed(self._definitions[block].get(variable, ())):
            if stamp <= clock:
                return self.resolve(value)
        return self._read_from_preds(variable, block)

    def _read_from_preds(self, variable: Hashable, block: Block) -> Value:
        # Chains of blocks with one predecessor are walked in a loop, phis recurse.
        chain = [block]
        while True:
            preds = self._preds[block]
            if block in self._incomplete:
                phi = self._new_phi(block, variable)
                self._incomplete[block][variable] = phi
                value = phi.value
                break
            if not preds:
                value = self.unset_value()
                break
            if len(preds) > 1:
                phi = self._new_phi(block, variable)
                self._define_at_start(variable, block, phi.value)
                value = self._complete(phi)
                break
            pred = preds[0]
            block = pred.block
            earlier = [v for stamp, v in self._definitions[block].get(variable, ()) if stamp <= pred.clock]
            if earlier:
                value = self.resolve(earlier[-1])
                break
            chain.append(block)
        for passed in chain:
            self._define_at_start(variable, passed, value)
        return value

    def _define_at_start(self, variable: Hashable, block: Block, value: Value) -> None:
        definitions = self._definitions[block].setdefault(variable, [])
        if definitions and definitions[0][0] == _FROM_THE_START:
            definitions[0] = (_FROM_THE_START, value)
        else:
            definitions.insert(0, (_FROM_THE_START, value))

    def _new_phi(self, block: Block, variable: Hashable) -> _Phi:
        hint = variable[-1] if isinstance(variable, tuple) else ""
        phi = _Phi(block, variable, Value("value", hint))
        self._phis[phi.value] = phi
        return phi

    def _complete(self, phi: _Phi) -> Value:
        for pred in self._preds[phi.block]:
            value = self.read(phi.variable, pred.block, pred.clock)
            phi.operands.append((pred, value))
            if value in self._phis:
                self._phis[value].users.append(phi)
        return self._remove_if_trivial(phi)

    def _remove_if_trivial(self, phi: _Phi) -> Value:
        """A phi that merges one value (besides itself) is that value."""
        others = {self.resolve(v) for _, v in phi.operands} - {phi.value}
        if len(others) > 1:
            return phi.value
        same = others.pop() if others else self.unset_value()
        self._replaced[phi.value] = same
        del self._phis[phi.value]
        for user in phi.users:
            if user.value in self._phis and user.operands:
                if same in self._phis:
                    self._phis[same].users.append(user)
                if len(user.operands) == len(self._preds[user.block]):
                    self._remove_if_trivial(user)
        return self.resolve(same)

    def resolve(self, value: Value) -> Value:
        """What a value stands for after trivial phis were removed."""
        replaced = self._replaced
        if value not in replaced:
            return value
        root = value
        while root in replaced:
            root = replaced[root]
        while value in replaced:
            replaced[value], value = root, replaced[value]
        return root

    def unset_value(self) -> Value:
        """What variables hold that are not bound: one value for all, so that it is known where it goes."""
        if self._unset is None:
            self._unset = instr("unset")
            self.function.entry.instrs.insert(0, self._unset)
        return self._unset.result

    # The end.

    def is_known_bound(self, value: Value) -> bool:
        """Can this value not be `unset`, as far as known now."""
        value = self.resolve(value)
        return value not in self._phis and not (self._unset is not None and value is self._unset.result)

    def finish(self) -> None:
        """Turns phis into block parameters and drops what turned out to be needless."""
        assert not self._incomplete, [b.name for b in self._incomplete]
        for block in self.function.blocks:
            for each in block.instrs:
                each.operands[:] = [self.resolve(v) for v in each.operands]
                for edge in each.edges.values():
                    edge.args[:] = [self.resolve(v) for v in edge.args]
        self._drop_needless(self._maybe_unset())
        blocks = _reachable(self.function.entry)  # a dropped check may have been a handler's last entry
        self.function.blocks[:] = [b for b in self.function.blocks if b in blocks]
        self._make_params()
        if self._unset is not None:
            self._drop_unused_unset()

    def _maybe_unset(self) -> set[Value]:
        if self._unset is None:
            return set()
        unset = self._unset.result
        found = {unset}
        pending = [unset]
        uses: dict[Value, list[_Phi]] = {}
        for phi in self._phis.values():
            for _, value in phi.operands:
                uses.setdefault(self.resolve(value), []).append(phi)
        while pending:
            for phi in uses.get(pending.pop(), ()):
                if phi.value not in found:
                    found.add(phi.value)
                    pending.append(phi.value)
        return found

    def _drop_needless(self, maybe_unset: set[Value]) -> None:
        """Checks of what is bound for sure, and lifetimes of what nobody owns."""
        borrowed = {i.result for b in self.function.blocks for i in b.instrs if i.op.borrows}

        def is_needless(each: Instr) -> bool:
            if each.name == "check_bound":
                return each.operands[0] not in maybe_unset
            return each.name == "keep" and each.operands[0] in borrowed
        for block in self.function.blocks:
            block.instrs[:] = [i for i in block.instrs if not is_needless(i)]

    def _make_params(self) -> None:
        """Phis that are used become parameters of their blocks, and arguments of the edges that are left."""
        edges = {edge for b in self.function.blocks for edge in b.edges()}
        for phi in self._phis.values():
            phi.operands[:] = [(pred, self.resolve(v)) for pred, v in phi.operands if pred.edge in edges]
        live: dict[Value, None] = {}
        pending = [v for b in self.function.blocks for i in b.instrs for v in _uses(i) if v in self._phis]
        while pending:
            value = pending.pop()
            if value not in live:
                live[value] = None
                pending += [v for _, v in self._phis[value].operands if v in self._phis]
        for value, phi in self._phis.items():
            if value in live:
                phi.block.params.append(value)
                for pred, operand in phi.operands:
                    pred.edge.args.append(operand)

    def _drop_unused_unset(self) -> None:
        assert self._unset is not None
        unset = self._unset.result
        if not any(unset in i.operands or any(unset in e.args for e in i.edges.values())
                   for b in self.function.blocks for i in b.instrs):
            self.function.entry.instrs.remove(self._unset)


def _uses(each: Instr) -> list[Value]:
    return [*each.operands, *(v for e in each.edges.values() for v in e.args)]


def _reachable(entry: Block) -> set[Block]:
    found = {entry}
    pending = [entry]
    while pending:
        for edge in pending.pop().edges():
            if edge.block not in found:
                found.add(edge.block)
                pending.append(edge.block)
    return found
