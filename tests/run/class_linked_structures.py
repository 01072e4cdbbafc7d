"""Classes that refer to each other: linked list, binary tree, graph, parent links, iteration over them."""


class LinkedList:
    class Node:
        __slots__ = ("value", "next")

        def __init__(self, value, next=None):
            self.value, self.next = value, next

    def __init__(self, items=()):
        self.head = self.tail = None
        self.size = 0
        for item in items:
            self.append(item)

    def append(self, value):
        node = self.Node(value)
        if self.tail is None:
            self.head = node
        else:
            self.tail.next = node
        self.tail = node
        self.size += 1

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        if index < 0:
            index += self.size
        for i, value in enumerate(self):
            if i == index:
                return value
        raise IndexError(f"{type(self).__name__} index {index} out of range")

    def reverse(self):
        previous, node = None, self.head
        self.head, self.tail = self.tail, self.head
        while node:
            node.next, previous, node = previous, node, node.next

    def remove(self, value):
        previous, node = None, self.head
        while node and node.value != value:
            previous, node = node, node.next
        if node is None:
            raise ValueError(f"{value!r} not in list")
        if previous is None:
            self.head = node.next
        else:
            previous.next = node.next
        if node is self.tail:
            self.tail = previous
        self.size -= 1

    def __repr__(self):
        return f"<{' -> '.join(map(repr, self))}>"


class Tree:
    def __init__(self, key, parent=None):
        self.key, self.parent = key, parent
        self.left = self.right = None

    def insert(self, key):
        if key == self.key:
            return self
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child is not None:
            return child.insert(key)
        child = Tree(key, self)
        setattr(self, side, child)
        return child

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def __contains__(self, key):
        node = self
        while node and node.key != key:
            node = node.left if key < node.key else node.right
        return node is not None

    def depth(self):
        return 1 + max((child.depth() for child in (self.left, self.right) if child), default=0)

    def path(self):
        return (self.parent.path() if self.parent else []) + [self.key]

    def levels(self):
        row = [self]
        while row:
            yield [node.key for node in row]
            row = [child for node in row for child in (node.left, node.right) if child]

    def __bool__(self):
        return True

    def __len__(self):
        return sum(1 for _ in self)


class Graph:
    def __init__(self, edges):
        self.adjacent = {}
        for a, b in edges:
            self.adjacent.setdefault(a, []).append(b)
            self.adjacent.setdefault(b, [])

    def topological(self):
        done, active, order = set(), set(), []

        def visit(node):
            if node in done:
                return
            if node in active:
                raise ValueError(f"cycle through {node}")
            active.add(node)
            for other in self.adjacent[node]:
                visit(other)
            active.discard(node)
            done.add(node)
            order.append(node)

        for node in self.adjacent:
            visit(node)
        return order[::-1]


l = LinkedList("abc")
l.append("d")
print(l, len(l), l[0], l[-1], list(l), "b" in l, [x for x in l][::-1])
l.reverse()
l.remove("d")
l.remove("a")
l.append("e")
print(l, l.tail.value, l.head.value, len(l))
for bad in (lambda: l[9], lambda: l.remove("zz"), lambda: LinkedList()[0]):
    try:
        bad()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
t = Tree(50)
for key in (30, 70, 20, 40, 60, 80, 30, 65):
    node = t.insert(key)
print(list(t), len(t), 60 in t, 61 in t, t.depth(), node.path(), list(t.levels()), min(t), sum(t), t.left.parent is t)
degenerate = Tree(0)
node = degenerate
for i in range(1, 200):
    node = node.insert(i)
print(degenerate.depth(), len(degenerate), len(node.path()))
g = Graph(
    [
        ("shirt", "tie"),
        ("tie", "jacket"),
        ("trousers", "shoes"),
        ("trousers", "belt"),
        ("belt", "jacket"),
        ("socks", "shoes"),
    ]
)
print(g.topological())
try:
    Graph([(1, 2), (2, 3), (3, 1)]).topological()
except ValueError as error:
    print(error)
empty = LinkedList()
print(empty, len(empty), bool(empty), bool(l), list(empty), bool(t))
