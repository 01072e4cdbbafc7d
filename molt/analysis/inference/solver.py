"""Sets of types and how they flow: inclusion constraints, solved with a work list.

The method is that of set-based flow analysis (0-CFA; Shivers, "Control-flow
analysis in Scheme", PLDI 1988): each node has a set of atoms, edges say that one
set includes another, and watchers add edges as sets grow. A set that grows past
its limit gets the atom `other`, which stands for anything, and grows no more.

Atoms are a name for plain types (`int`, `float`, `bool`, `none`, `str`, `bytes`,
`unset`, `range`, `other` and so on), or a tuple for those with parts:

    ("list", elements) ("set", elements) ("iter", elements)     nodes
    ("dict", keys, values) ("tuple", (item, ...))                nodes
    ("cell", content)                                            node
    ("inst", class) ("class", class) ("func", symbol) ("builtin", name)
    ("method", symbol, class)                                    bound to an instance of the class
    ("bound", atom, name)                                        a method of a built-in type, bound to an object of that type
"""

from __future__ import annotations

from collections.abc import Callable

Atom = str | tuple
Node = int
Watcher = Callable[[Atom], None]

SET_LIMIT = 12  # atoms in a set
STEP_LIMIT = 400_000  # insertions: over it, what is known is used as it is


class Solver:
    """Nodes, their sets, and the work that is left."""

    def __init__(self) -> None:
        self.sets: list[dict[Atom, None]] = []  # insertion order keeps results the same in every process
        self._targets: list[dict[Node, None]] = []
        self._watchers: list[list[Watcher]] = []
        self._done: list[list[Atom]] = []  # atoms that targets and watchers have got
        self._work: list[tuple[Node, Atom]] = []
        self._steps = 0

    def node(self, *atoms: Atom) -> Node:
        """A new node."""
        self.sets.append({})
        self._targets.append({})
        self._watchers.append([])
        self._done.append([])
        node = len(self.sets) - 1
        for atom in atoms:
            self.add(node, atom)
        return node

    def add(self, node: Node, atom: Atom) -> None:
        """Puts an atom into a node's set."""
        atoms = self.sets[node]
        if atom in atoms or "other" in atoms and atom != "other" and len(atoms) >= SET_LIMIT:
            return
        if len(atoms) >= SET_LIMIT:
            atom = "other"
        atoms[atom] = None
        self._work.append((node, atom))

    def flow(self, source: Node, target: Node) -> None:
        """Whatever is in the source will be in the target."""
        if source == target or target in self._targets[source]:
            return
        self._targets[source][target] = None
        for atom in list(self.sets[source]):
            self.add(target, atom)

    def watch(self, node: Node, watcher: Watcher) -> None:
        """Calls `watcher` with each atom of the node, now and later."""
        self._watchers[node].append(watcher)
        for atom in list(self._done[node]):
            watcher(atom)

    def solve(self) -> None:
        """Runs until nothing changes, or the budget is used up."""
        while self._work and self._steps < STEP_LIMIT:
            self._steps += 1
            node, atom = self._work.pop()
            self._done[node].append(atom)
            for target in list(self._targets[node]):
                self.add(target, atom)
            for watcher in list(self._watchers[node]):
                watcher(atom)
