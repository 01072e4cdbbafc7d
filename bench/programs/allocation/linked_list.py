"""Singly linked lists: built, merge sorted, filtered, reversed, walked."""

import sys


class Cell:
    def __init__(self, value, rest):
        self.value = value
        self.rest = rest


def build(n, seed):
    head = None
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        head = Cell(seed // 65536, head)
    return head


def reverse(head):
    done = None
    while head is not None:
        rest = head.rest
        head.rest = done
        done = head
        head = rest
    return done


def without_multiples(head, divisor):
    first = Cell(0, head)
    before = first
    while before.rest is not None:
        if before.rest.value % divisor == 0:
            before.rest = before.rest.rest
        else:
            before = before.rest
    return first.rest


def split(head):
    """Cut the list in the middle; return the second half."""
    slow = head
    fast = head.rest
    while fast is not None and fast.rest is not None:
        slow = slow.rest
        fast = fast.rest.rest
    second = slow.rest
    slow.rest = None
    return second


def merge(a, b):
    first = Cell(0, None)
    last = first
    while a is not None and b is not None:
        if a.value <= b.value:
            last.rest = a
            a = a.rest
        else:
            last.rest = b
            b = b.rest
        last = last.rest
    last.rest = a if a is not None else b
    return first.rest


def merge_sort(head):
    if head is None or head.rest is None:
        return head
    second = split(head)
    return merge(merge_sort(head), merge_sort(second))


def checksum(head):
    total = 0
    while head is not None:
        total = (total * 31 + head.value) % 1000000007
        head = head.rest
    return total


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 45
    total = 0
    for i in range(rounds):
        head = build(20000, i)
        total += checksum(head)
        head = merge_sort(head)
        total += checksum(head)
        head = reverse(without_multiples(head, 3))
        total += checksum(head)
    print(total)


if __name__ == "__main__":
    main()
