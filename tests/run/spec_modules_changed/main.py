"""Modules, functions and classes of other modules that change while loops that use them run."""

import heapq

import lib
import state
from heapq import heappop, heappush
from lib import Base, Item, step


class Derived(Base):
    def name(self):
        return "derived " + super().name()


def other_step(n):
    return n + 100


def rebind_in_module(n):
    """By the attribute of the module, by the imported name, and in the module itself."""
    found = []
    for i in range(n):
        found.append((lib.step(i), step(i), lib.through(i)))
        if i == n // 2:
            lib.step = other_step
    lib.step = step
    return found


def rebind_here(n):
    global step
    kept, found = step, []
    for i in range(n):
        found.append(step(i))
        if i == n // 2:
            step = other_step
    step = kept
    return found


def delete(n):
    found = []
    kept = lib.step
    for i in range(n):
        try:
            found.append(lib.step(i))
            found.append(lib.SCALE)
        except AttributeError as error:
            found.append(str(error))
        if i == n // 2:
            del lib.step
        if i == n // 2 + 1:
            del lib.SCALE
    lib.step, lib.SCALE = kept, 2
    return found


def other_kinds(n):
    """A function that becomes a class, a built-in function, a bound method, an instance."""
    class Callable:
        def __call__(self, n):
            return "called", n
    found = []
    kinds = [lib.step, str, abs, [5].index, Callable(), Item, lambda n, m=3: n * m]
    for kind in kinds:
        lib.step = kind
        for i in range(n):
            try:
                result = lib.step(i)
                found.append(type(result).__name__ if isinstance(result, Item) else result)
            except ValueError as error:
                found.append(str(error))
    lib.step = step
    return found


def change_global(n):
    total = []
    for i in range(n):
        total.append(Item(i).value() + lib.SCALE)
        if i == 1:
            lib.SCALE = 2.5
        if i == 2:
            lib.SCALE = 10 ** 20
        if i == 3:
            setattr(lib, "SCALE", 2)
    lib.SCALE = 2
    return total


def replace_method(n):
    found = []
    kept = Item.value
    for i in range(n):
        found.append((Item(i).value(), lib.Item(i).value()))
        if i == n // 2:
            Item.value = lambda self: -self.n
    Item.value = kept
    found.append(Item(5).value())
    return found


def replace_init(n):
    found = []
    kept = Item.__init__

    def init(self, n):
        self.other = 1
        self.n = n + 0.5
    for i in range(n):
        found.append(Item(i).value())
        if i == n // 2:
            Item.__init__ = init
    Item.__init__ = kept
    return found


def replace_base_method(n):
    found = []
    kept = Base.name
    for i in range(n):
        found.append(Derived(i).name())
        if i == n // 2:
            Base.name = lambda self: f"new {self.n}"
    Base.name = kept
    return found


def replace_class(n):
    found = []
    kept = lib.Item
    for i in range(n):
        found.append((lib.Item(i).value(), Item(i).value()))
        if i == n // 2:
            lib.Item = lib.class_again()
    lib.Item = kept
    return found


def change_class_of_instance(n):
    found = []
    item = Base(1)
    for i in range(n):
        found.append((item.name(), item.n))
        if i == n // 2:
            item.__class__ = Derived
        item.n += 1
    return found


def extra_attributes(n):
    found = []
    for i in range(n):
        item = Item(i)
        item.extra = i
        if i == 2:
            del item.n
        if i == 3:
            item.value = lambda: "own"
        try:
            found.append(item.value())
        except AttributeError as error:
            found.append(str(error))
            item.n = 0
    return found


def patched_heapq(n):
    """Those who call the function by the module's attribute see the other one, those who imported it do not."""
    kept, log = heapq.heappush, []

    def push(heap, item):
        log.append(item)
        heap.append(item)
    found = []
    for i in range(n):
        heap = lib.push_all([3, 1, 2])
        heappush(heap, 0)
        found.append((heap, heappop(heap)))
        if i == 1:
            heapq.heappush = push
        if i == 3:
            heapq.heappush = kept
    return found, log


class Stack(list):
    pass


class Rank:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 13:
            raise ValueError("thirteen")
        return self.n > other.n


def heaps():
    """Heaps of anything."""
    found = []
    for values in ([3, 1, 2], [2.5, 1.5], ["b", "a"], [(1, "x"), (0, "y")], [3, 2.5, True], [10 ** 20, -10 ** 20, 0]):
        for kind in (list, Stack):
            heap = kind()
            for value in values:
                heappush(heap, value)
            found.append([heappop(heap) for _ in range(len(heap))])
    ranks = []
    for n in (1, 5, 3):
        heapq.heappush(ranks, Rank(n))
    found.append([heapq.heappop(ranks).n for _ in range(3)])
    for wrong in (lambda: heappop([]), lambda: heappush([1], "a"), lambda: heappush([Rank(1)], Rank(13))):
        try:
            wrong()
        except (IndexError, TypeError, ValueError) as error:
            found.append(type(error).__name__)
    return found


def import_again(n):
    """A module that fails to import the first time."""
    found = []
    for i in range(n):
        try:
            import broken
        except RuntimeError as error:
            found.append(str(error))
            continue
        found.append((broken.first(i), broken.second(i), broken.Part(i).twice()))
        for part in state.parts:
            found.append(part(i).twice())
    found.append([part is broken.Part for part in state.parts])
    return found


def lifetimes(n):
    """Arguments and receivers die when they do in CPython."""
    for i in range(1, n):
        print(Item(-i).value())
        lib.through(Item(-i - 10).n)
    print("end")


print(rebind_in_module(5))
print(rebind_here(5))
print(delete(6))
print(other_kinds(3))
print(change_global(7))
print(replace_method(5))
print(replace_init(4))
print(replace_base_method(5))
print(replace_class(5))
print(change_class_of_instance(4))
print(extra_attributes(5))
print(patched_heapq(5))
print(heaps())
print(import_again(4))
lifetimes(3)
