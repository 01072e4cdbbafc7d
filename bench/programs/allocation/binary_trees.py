"""Binary trees made, walked and dropped: allocation, recursion, attributes."""

import sys


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def make(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


def check(node):
    if node.left is None:
        return 1
    return 1 + check(node.left) + check(node.right)


def main():
    deepest = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    lasting = make(deepest)
    for depth in range(4, deepest + 1, 4):
        rounds = 1 << (deepest - depth + 4)
        total = 0
        for _ in range(rounds):
            total += check(make(depth))
        print(rounds, depth, total)
    print(deepest, check(lasting))


if __name__ == "__main__":
    main()
