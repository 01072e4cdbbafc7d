"""A least-recently-used cache: a dict over a doubly linked list, and the same on dict order alone."""


class Node:
    __slots__ = ("key", "value", "previous", "next")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.previous = self.next = self


class LinkedCache:
    def __init__(self, capacity):
        if capacity <= 0:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self.nodes = {}
        self.root = Node()
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.previous.next, node.next.previous = node.next, node.previous

    def _push(self, node):
        last = self.root.previous
        last.next = self.root.previous = node
        node.previous, node.next = last, self.root

    def __getitem__(self, key):
        try:
            node = self.nodes[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(node)
        self._push(node)
        return node.value

    def __setitem__(self, key, value):
        if (node := self.nodes.get(key)) is not None:
            self._unlink(node)
        elif len(self.nodes) >= self.capacity:
            oldest = self.root.next
            self._unlink(oldest)
            del self.nodes[oldest.key]
        self.nodes[key] = node = Node(key, value)
        self._push(node)

    def __delitem__(self, key):
        self._unlink(self.nodes.pop(key))

    def __iter__(self):
        node = self.root.next
        while node is not self.root:
            yield node.key
            node = node.next

    def __reversed__(self):
        node = self.root.previous
        while node is not self.root:
            yield node.key
            node = node.previous

    def __contains__(self, key):
        return key in self.nodes

    def __len__(self):
        return len(self.nodes)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={self.nodes[k].value!r}' for k in self)})"


class OrderedCache(dict):
    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity

    def __getitem__(self, key):
        value = super().pop(key)
        super().__setitem__(key, value)
        return value

    def __setitem__(self, key, value):
        self.pop(key, None)
        if len(self) >= self.capacity:
            del self[next(iter(self))]
        super().__setitem__(key, value)


linked, ordered = LinkedCache(3), OrderedCache(3)
seed = 7
for step in range(200):
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    key = "abcdef"[seed // 65536 % 6]
    if seed // 1024 % 3 == 0:
        linked[key] = ordered[key] = step
    else:
        results = []
        for cache in (linked, ordered):
            try:
                results.append(cache[key])
            except KeyError as error:
                results.append(repr(error))
        assert results[0] == results[1], (step, results)
    assert list(linked) == list(ordered)
    if step % 40 == 0:
        print(step, linked, ordered)
print(linked.hits, linked.misses, len(linked), list(reversed(linked)), "a" in linked)
del linked[next(iter(linked))]
print(linked)
for bad in (lambda: LinkedCache(0), lambda: linked["zz"], lambda: linked.__delitem__("zz")):
    try:
        bad()
    except (ValueError, KeyError) as error:
        print(repr(error))
