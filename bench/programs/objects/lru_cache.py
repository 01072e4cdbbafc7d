"""A least-recently-used cache: a dict into a doubly linked list."""

import sys


class Entry:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.older = None
        self.newer = None


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = {}
        self.oldest = Entry(None, None)
        self.newest = Entry(None, None)
        self.oldest.newer = self.newest
        self.newest.older = self.oldest
        self.hits = 0
        self.misses = 0

    def unlink(self, entry):
        entry.older.newer = entry.newer
        entry.newer.older = entry.older

    def link_newest(self, entry):
        last = self.newest.older
        last.newer = entry
        entry.older = last
        entry.newer = self.newest
        self.newest.older = entry

    def get(self, key):
        entry = self.entries.get(key)
        if entry is None:
            self.misses += 1
            return None
        self.hits += 1
        self.unlink(entry)
        self.link_newest(entry)
        return entry.value

    def put(self, key, value):
        entry = self.entries.get(key)
        if entry is not None:
            entry.value = value
            self.unlink(entry)
            self.link_newest(entry)
            return
        if len(self.entries) >= self.capacity:
            victim = self.oldest.newer
            self.unlink(victim)
            del self.entries[victim.key]
        entry = Entry(key, value)
        self.entries[key] = entry
        self.link_newest(entry)


def main():
    requests = int(sys.argv[1]) if len(sys.argv) > 1 else 2500000
    cache = LRUCache(1000)
    seed = 99
    total = 0
    for _ in range(requests):
        seed = (seed * 1103515245 + 12345) % 2147483648
        key = (seed // 65536) % 3000
        if key % 3 != 0:
            key = key % 600
        value = cache.get(key)
        if value is None:
            value = key * key % 9973
            cache.put(key, value)
        total += value
    print(cache.hits, cache.misses, total, cache.oldest.newer.key)


if __name__ == "__main__":
    main()
