"""The printed order of sets of ints and strings after insertions, deletions and growth."""

for n in (1, 4, 5, 6, 8, 16, 20, 33):
    print(n, {i * 7 % 64 for i in range(n)})
print({64, 0, 32, 96, 128}, {8, 0, 16, 24}, {1000, 1, 10, 100}, {-1, -2, -3}, {5, -5, 50, -50, 500})
print({2**61, 2**61 - 1, 2**62}, {2**64, 1}, {10**20, 10**19, 3}, {True, 5, 0}, {3.0, 1.5, 2})

s = set()
for i in (9, 17, 1, 25, 33):
    s.add(i)
    print(s, end=" ")
print()
for i in (17, 9):
    s.discard(i)
    print(s, end=" ")
s.add(41)
s.add(9)
print(s, s | {57}, s - {1}, s & {1, 33, 9}, s ^ {1, 2}, set(s), frozenset(s), s.copy())
s = set(range(10))
while len(s) > 3:
    print(s.pop(), end=" ")
print(s)
s.update(range(30, 20, -1))
print(s, list(s)[:3])

words = {"apple", "banana", "cherry", "date"}
print(words, set("hello world"), {"a", "b", "c", "d", "e", "f", "g"}, {"x"} | {"y"} | {"z"})
words.add("elderberry")
words.discard("apple")
print(words, [w for w in words], sorted(words), {w[0] for w in words}, {len(w): w for w in sorted(words)})
print({"one", 1, "two", 2}, {(1, 2), (3, 4)}, {b"x", b"y"}, {"é", "日本", "😀"}, {"", "a"})
print(
    frozenset("abc"),
    frozenset(range(5, 0, -1)),
    {frozenset({1, 2}), frozenset({3})} == {frozenset({3}), frozenset({2, 1})},
)

table = {i * i % 23: i for i in range(23)}
print(
    set(table), set(table.values()), table.keys() & set(range(6)), table.keys() - set(range(12)), table.keys() | {100}
)
big = set(range(0, 1000, 37))
print(big)
big -= set(range(0, 1000, 74))
print(big, len(big))
big |= {1, 2, 3}
big ^= {1, 999}
print(big)


def primes(limit):
    candidates = set(range(2, limit))
    for n in range(2, int(limit**0.5) + 1):
        candidates -= set(range(n * n, limit, n))
    return candidates


print(primes(60))
graph = {"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}
reached, frontier = set(), {"a"}
while frontier:
    reached |= frontier
    frontier = {n for node in frontier for n in graph[node]} - reached
    print(frontier, reached)
for item in {3, 1, 2}:
    print(item, end=" ")
for item in {"k", "j"}:
    print(item, end=" ")
print(*{30, 20, 10}, *frozenset({"q", "r"}))
a, b, c = {100, 50, 75}
print(a, b, c, tuple({7, 9}), enumerate({4}).__next__(), str({2, 1}), f"{ {5, 4} }", repr(set()), "%s" % {6})
