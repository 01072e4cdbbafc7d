"""Many small structures built and dropped; the count of live instances is exact at every stage."""
import gc


class Tracked:
    live = 0

    def __init__(self, *links):
        self.links = list(links)
        Tracked.live += 1

    def __del__(self):
        Tracked.live -= 1


def chain(n):
    head = None
    for _ in range(n):
        head = Tracked(head)
    return head


def tree(depth):
    return Tracked(*([tree(depth - 1), tree(depth - 1)] if depth else []))


def doubly(n):
    nodes = [Tracked() for _ in range(n)]
    for a, b in zip(nodes, nodes[1:]):
        a.links.append(b)
        b.links.append(a)
    return nodes


gc.collect()
print(Tracked.live)
c = chain(500)
print(Tracked.live)
c = c.links[0]
print(Tracked.live)
del c
print(Tracked.live)
t = tree(8)
print(Tracked.live)
t.links.pop()
print(Tracked.live)
t.links[0] = None
print(Tracked.live)
t = None
print(Tracked.live)
d = doubly(50)
keep = d[10]
del d
gc.collect()
print(Tracked.live, len(keep.links))
keep.links.clear()
gc.collect()
print(Tracked.live)
del keep
gc.collect()
print(Tracked.live)


def work(n):
    cache = {}
    for i in range(n):
        cache[i % 17] = Tracked(cache.get((i - 1) % 17))
        if i % 5 == 0:
            cache.pop(i % 13, None)
    return len(cache)


print(work(300))
gc.collect()
print(Tracked.live)


def shuffle_references(n):
    pool = [Tracked() for _ in range(10)]
    seed = 1
    for _ in range(n):
        seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
        i, j = seed % 10, seed // 16 % 10
        pool[i].links.append(pool[j])
        if len(pool[i].links) > 3:
            pool[i] = Tracked(*pool[i].links[:2])
    return sum(len(p.links) for p in pool)


print(shuffle_references(500))
gc.collect()
print(Tracked.live)
strings = []
for i in range(20000):
    strings.append(f"item {i}")
    if len(strings) > 100:
        strings = strings[50:]
print(len(strings), strings[0], strings[-1])
numbers = [10 ** 30 + i for i in range(5000)]
numbers = [n * n for n in numbers if n % 3]
print(len(numbers), sum(numbers) % 10 ** 20)
nested = []
for i in range(2000):
    nested = [nested, i]
depth = 0
while nested:
    nested = nested[0]
    depth += 1
print(depth)
deep = {}
for i in range(2000):
    deep = {"d": deep}
del deep
tuples = ()
for i in range(2000):
    tuples = (tuples, Tracked())
print(Tracked.live)
del tuples
print(Tracked.live)
weird = [Tracked() for _ in range(10)]
weird[:] = [weird[i % 3] for i in range(10)]
print(Tracked.live, len({id(x) for x in weird}))
weird *= 3
print(Tracked.live, len(weird))
del weird[5:]
print(Tracked.live)
weird = [x for x in weird if x is weird[0]]
x = None
print(Tracked.live, len(weird))
print(gc.collect() >= 0, type(gc.collect()).__name__)
