"""What main.py changes while its loops run."""

import heapq

SCALE = 2


class Item:
    def __init__(self, n):
        self.n = n

    def value(self):
        return self.n * SCALE

    def __del__(self):
        if self.n < 0:
            print("gone", self.n)


class Base:
    def __init__(self, n):
        self.n = n

    def name(self):
        return "base"


def step(n):
    return n + 1


def through(n):
    return step(n)


def push_all(values):
    heap = []
    for value in values:
        heapq.heappush(heap, value)
    return heap


def class_again():
    class Item:
        def __init__(self, n):
            self.n = n
            self.more = n

        def value(self):
            return self.more
    return Item
