# exit: 1
"""The position in a long expression: the caret line of operators, calls, subscripts, attributes."""


class Node:
    def __init__(self, value, child=None):
        self.value = value
        self.child = child

    def scaled(self, factor, *, offset=0):
        return self.value * factor + offset


def report(thunk):
    try:
        thunk()
    except Exception as error:
        print(type(error).__name__, error)


tree = Node(1, Node(2, Node("three")))
weights = {"a": [1, 2, 3], "b": None}

report(lambda: tree.child.child.child.value)
report(lambda: weights["a"][1] + weights["b"][0])
report(lambda: tree.child.scaled(2, offset=tree.child.child.scaled(3)))


def total(nodes, weights):
    return sum(
        node.value * weight
        for node, weight in zip(nodes, weights)
    )


def combine(tree, weights):
    first = total([tree, tree.child], weights["a"])
    print("first", first)
    return first + total([tree, tree.child], weights["a"]) * (weights["a"][2] - 3) + 5 / (weights["a"][0] - 1) + first


print(combine(tree, weights))
