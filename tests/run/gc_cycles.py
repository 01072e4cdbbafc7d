"""Reference cycles: not freed by counting, freed by gc.collect(), with finalisers that run once."""
import gc


class Node:
    alive = 0

    def __init__(self, name):
        self.name = name
        Node.alive += 1

    def __del__(self):
        Node.alive -= 1
        finalized.append(self.name)


finalized = []


def ring(prefix, n):
    nodes = [Node(f"{prefix}{i}") for i in range(n)]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]):
        a.next = b
    return nodes[0]


def report(title):
    print(f"{title}: alive {Node.alive}, finalized {sorted(finalized)}")
    finalized.clear()


gc.collect()
ring("a", 3)
report("ring dropped")
gc.collect()
report("collected")
kept = ring("b", 4)
gc.collect()
report("kept ring survives")
print(kept.next.next.next.next is kept)
kept.next.next = None
report("cut in the middle: tail is freed")
kept = None
report("rest is freed")

x = Node("self")
x.me = x
del x
report("self reference dropped")
gc.collect()
report("collected")

items = [Node("in list")]
items.append(items)
del items
gc.collect()
report("list that contains itself")
table = {"node": Node("in dict")}
table["table"] = table
del table
gc.collect()
report("dict that contains itself")
pair = ([], Node("in tuple"))
pair[0].append(pair)
del pair
gc.collect()
report("tuple in its own list")


def closure_cycle():
    node = Node("in closure")

    def recursive():
        return recursive, node
    return recursive


closure_cycle()
gc.collect()
report("function that refers to itself")


def generator_cycle():
    holder = {}

    def produce():
        node = Node("in generator")
        yield node
        yield holder
    holder["g"] = produce()
    next(holder["g"])


generator_cycle()
gc.collect()
report("suspended generator")
n = Node("bound method")
n.callback = n.__del__
n.method = n.__init__
del n
gc.collect()
report("bound methods of itself")


class Parent(Node):
    def __init__(self, name):
        super().__init__(name)
        self.children = []

    def add(self, name):
        child = Node(name)
        child.parent = self
        self.children.append(child)
        return self


tree = Parent("parent").add("child1").add("child2")
tree.children[0].tag = "reachable"
child = tree.children[1]
del tree
gc.collect()
report("reachable through a child")
print(child.parent.name, [c.name for c in child.parent.children])
child.parent = None
gc.collect()
report("after unlinking the child")
del child
report("last child")


class Phoenix:
    reborn = []

    def __init__(self):
        self.me = self
        self.deaths = 0

    def __del__(self):
        self.deaths += 1
        Phoenix.reborn.append(self)


Phoenix()
gc.collect()
print(len(Phoenix.reborn), Phoenix.reborn[0].deaths, Phoenix.reborn[0].me is Phoenix.reborn[0])
Phoenix.reborn.clear()
gc.collect()
print(len(Phoenix.reborn))
for i in range(100):
    ring(f"{i}-", 5)
gc.collect()
print(Node.alive, len(finalized), len(set(finalized)))
finalized.clear()
try:
    raise ValueError("x")
except ValueError as error:
    error.node = Node("on exception")
    error.cycle = error
gc.collect()
report("exception with a cycle")
