"""Why a program is as large as it is: what each function and data object keeps in it, and what keeps them.

An object *retains* what would go if it went: itself and all that it dominates
in the graph of references. Retained sizes add up along the dominator tree.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from molt.dev.references import Item, References


class Retention:
    """The dominator tree of a program's references.

    Cooper, Harvey, Kennedy: "A Simple, Fast Dominance Algorithm" (2001).
    """

    def __init__(self, references: References) -> None:
        self.root = Item("the program", 0, False, list(references.roots))
        order = _reverse_postorder(self.root)
        self._number = {item: n for n, item in enumerate(order)}
        self.parent = self._dominators(order)
        self.retained = {item: item.size for item in order}
        self.children: dict[Item, list[Item]] = {item: [] for item in order}
        for item in reversed(order[1:]):
            self.retained[self.parent[item]] += self.retained[item]
            self.children[self.parent[item]].append(item)
        for children in self.children.values():
            children.sort(key=lambda item: (-self.retained[item], item.name))

    def _dominators(self, order: list[Item]) -> dict[Item, Item]:
        into: dict[Item, list[Item]] = {item: [] for item in order}
        for item in order:
            for target in item.refers_to:
                into[target].append(item)
        parent = {self.root: self.root}
        changed = True
        while changed:
            changed = False
            for item in order[1:]:
                known = [p for p in into[item] if p in parent]
                closest = known[0]
                for other in known[1:]:
                    closest = self._common(parent, closest, other)
                if parent.get(item) is not closest:
                    parent[item] = closest
                    changed = True
        return parent

    def _common(self, parent: dict[Item, Item], a: Item, b: Item) -> Item:
        while a is not b:
            while self._number[a] > self._number[b]:
                a = parent[a]
            while self._number[b] > self._number[a]:
                b = parent[b]
        return a


def tree(retention: Retention, at_least: int) -> Iterator[str]:
    """The dominator tree, down to objects that retain `at_least` bytes."""
    pending = [(retention.root, 0)]
    while pending:
        item, depth = pending.pop()
        yield f"{retention.retained[item]:>8}  {item.size:>6}  {'  ' * depth}{_label(item)}"
        shown = [c for c in retention.children[item] if retention.retained[c] >= at_least]
        pending += [(child, depth + 1) for child in reversed(shown)]


def explanation(retention: Retention, name: str) -> Iterator[str]:
    """For each object of that name: its sizes, a shortest path of references to it, and who else refers to it."""
    found = [item for item in retention.parent if item.name == name]
    if not found:
        yield f"{name} is not in the program"
    for item in found:
        yield f"{_label(item)}: {item.size} B itself, retains {retention.retained[item]} B"
        yield "  path: " + " -> ".join(_label(step) for step in shortest_path(retention.root, item)[1:])
        others = sorted(_label(other) for other in retention.parent if item in other.refers_to)
        yield f"  referred to by {len(others)}: " + ", ".join(others)
        yield "  it alone keeps: " + (", ".join(_label(c) for c in retention.children[item]) or "nothing")


def shortest_path(start: Item, goal: Item) -> list[Item]:
    """From start to goal, both included, over as few references as possible."""
    came_from: dict[Item, Item | None] = {start: None}
    queue = deque([start])
    while queue and goal not in came_from:
        item = queue.popleft()
        for target in item.refers_to:
            if target not in came_from:
                came_from[target] = item
                queue.append(target)
    path: list[Item] = []
    step: Item | None = goal
    while step is not None:
        path.append(step)
        step = came_from[step]
    return path[::-1]


def _label(item: Item) -> str:
    return f"{item.name}()" if item.is_function else item.name


def _reverse_postorder(root: Item) -> list[Item]:
    """All objects that the root reaches, each before what only it leads to."""
    seen = {root}
    order: list[Item] = []
    stack = [(root, iter(root.refers_to))]
    while stack:
        item, rest = stack[-1]
        for target in rest:
            if target not in seen:
                seen.add(target)
                stack.append((target, iter(target.refers_to)))
                break
        else:
            order.append(item)
            stack.pop()
    return order[::-1]
