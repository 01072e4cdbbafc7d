"""Lists changed while they are iterated: append, pop, insert, clear, slice assignment, sort, reverse, del, rebinding."""


def iterate(items, events):
    """Walks the list; at the given positions of the walk something happens to it."""
    seen = []
    for n, item in enumerate(items):
        seen.append(item)
        if n in events:
            events[n](items)
        if n > 30:
            seen.append("...")
            break
    return seen, items


def slice_in(items):
    items[1:3] = ["a", "b", "c"]


def slice_all(items):
    items[:] = [7, 8, 9, 10, 11, 12, 13]


def delete_slice(items):
    del items[2:5]


CASES = {
    "append": {2: lambda l: l.append(100), 8: lambda l: l.append(200.5)},
    "append forever": dict.fromkeys(range(100), lambda l: l.append(len(l))),
    "pop end": {1: lambda l: l.pop(), 2: lambda l: l.pop()},
    "pop front": dict.fromkeys(range(100), lambda l: l.pop(0)),
    "insert": {3: lambda l: l.insert(0, -1)},
    "clear": {4: lambda l: l.clear()},
    "clear and fill": {4: lambda l: (l.clear(), l.extend("abcdefgh"))},
    "slice": {0: slice_in},
    "slice all": {3: slice_all},
    "delete slice": {3: delete_slice},
    "sort": {2: lambda l: l.sort(key=lambda x: -x)},
    "reverse": {2: lambda l: l.reverse()},
    "assign ahead": {2: lambda l: l.__setitem__(5, "text")},
    "double": {7: lambda l: l.__imul__(2)},
    "remove": {1: lambda l: l.remove(5), 3: lambda l: l.remove(0)},
}
for name, events in CASES.items():
    print(name, *iterate(list(range(8)), events))


def index_walk(items):
    """The length is read each round, the list shrinks and grows below it."""
    i, t = 0, 0
    while i < len(items):
        t += items[i]
        if items[i] % 7 == 0 and len(items) > 20:
            items.pop()
            items.pop()
        if items[i] % 50 == 0:
            items.append(1)
        i += 1
    return t, i, len(items)


print(index_walk(list(range(1000))))


def stale_bound(items):
    """range(len(items)) was taken before the list shrank."""
    t = 0
    for i in range(len(items)):
        t += items[i]
        if i == 600:
            del items[700:]
    return t


try:
    stale_bound(list(range(1000)))
except IndexError as error:
    print(error)


def swap_out(items):
    """The name is rebound; the loop goes on with the list it began with."""
    t = 0
    for x in items:
        t += x
        if x == 3:
            items = ["other", "list"]
    return t, items


print(swap_out([1, 2, 3, 4, 5]))


def filter_in_place(items):
    for x in items:
        if x % 2 == 0:
            items.remove(x)
    return items


print(filter_in_place(list(range(20))), filter_in_place([2] * 9))


def nested(rows):
    out = []
    for row in rows:
        for x in row:
            out.append(x)
            if x == 2:
                rows.append([50, 51])
                row.append(9)
            if x == 50:
                rows[0].clear()
    return out, rows


print(nested([[1, 2, 3], [4, 2]]))


def element_types(items):
    """The elements change type behind the loop's back."""
    t = 0
    for i in range(len(items)):
        if i == 500:
            items[501:504] = [0.5, True, 2**70]
        t += items[i]
    return t


print(element_types(list(range(1000))))
it = iter(items := [1, 2])
print(list(it), items.append(3), next(it, "done"), items)
print([x for x in items if len(items) < 8 and not items.append(x * 2)], items)
