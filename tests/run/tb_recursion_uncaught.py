# exit: 1
"""A recursion error that nobody catches, and state after one that was caught."""


def descend(node, depth):
    return descend(node["child"], depth + 1)


def deepest(n=0):
    try:
        return deepest(n + 1)
    except RecursionError:
        return n


cycle = {}
cycle["child"] = cycle
print(cycle)
for _ in range(2):
    try:
        descend(cycle, 0)
    except RecursionError as error:
        print("caught", error.args)
    print(900 < deepest() < 1000)

print("now for good")
descend(cycle, 0)
