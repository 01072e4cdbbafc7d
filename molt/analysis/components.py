"""Strongly connected components of any graph."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def components(roots: Iterable[Node], successors: Callable[[Node], Iterable[Node]]) -> Iterator[list[Node]]:
    """The components that are reached from `roots`, each after those that it leads to; its nodes in the order in which they were met.

    Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972, without recursion.
    """
    number: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    open_nodes: list[Node] = []  # numbered, their component not known yet
    place: dict[Node, int] = {}  # of the open ones
    walk: list[tuple[Node, Iterator[Node]]] = []

    def enter(node: Node) -> None:
        number[node] = lowest[node] = len(number)
        place[node] = len(open_nodes)
        open_nodes.append(node)
        walk.append((node, iter(successors(node))))

    for root in roots:
        if root not in number:
            enter(root)
        while walk:
            node, rest = walk[-1]
            successor = next(rest, None)
            if successor is not None:
                if successor not in number:
                    enter(successor)
                elif successor in place:
                    lowest[node] = min(lowest[node], number[successor])
                continue
            walk.pop()
            if walk:
                lowest[walk[-1][0]] = min(lowest[walk[-1][0]], lowest[node])
            if lowest[node] == number[node]:
                component = open_nodes[place[node]:]
                del open_nodes[place[node]:]
                for member in component:
                    del place[member]
                yield component
