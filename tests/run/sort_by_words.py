"""Long lists of strs and of tuples: their order, its stability, and what may stand among them that is neither."""

from functools import cmp_to_key


def numbers(n, seed):
    out = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(seed // 65536)
    return out


def three_way(a, b):
    return (a > b) - (a < b)


def check(name, items, key=None):
    """Sorted in both directions as by comparing one by one, equal ones in the order they came in."""
    numbered = list(enumerate(items))
    by = (lambda pair: pair[1]) if key is None else (lambda pair: key(pair[1]))
    expected = sorted(numbered, key=cmp_to_key(lambda p, q: three_way(by(p), by(q)) or three_way(p[0], q[0])))
    found = sorted(numbered, key=by)
    backwards = sorted(numbered, key=by, reverse=True)
    expected_backwards = sorted(numbered, key=cmp_to_key(lambda p, q: three_way(by(q), by(p)) or three_way(p[0], q[0])))
    plain = sorted(items) if key is None else sorted(items, key=key)
    print(name, found == expected, backwards == expected_backwards, plain == [item for _, item in expected], [n for n, _ in found[:3]])


def words(n, syllables, count, seed):
    picks = iter(numbers(n * count, seed))
    return ["".join(syllables[next(picks) % len(syllables)] for _ in range(count)) for _ in range(n)]


check("short", words(700, ["a", "b", "c", ""], 3, 1))
check("eight", words(700, ["ab", "ac", "Zz", "0-"], 4, 2))
check("long", words(700, ["abcdefgh", "abcdefgi", "a"], 6, 3))
check("shared", ["https://www.example.org/" + w for w in words(900, ["x", "yy", "zzz"], 3, 4)])
check("very long", ["=" * 60 + w for w in words(400, ["x", "yy", "zzz"], 3, 5)])
check("nul", words(700, ["\0", "a", "\0\0", "a\0", ""], 4, 6))
check("nul at a word's end", words(500, ["abcdefg\0", "abcdefg", "abcdefgh", "\0"], 3, 7))
check("unicode", words(700, ["ä", "z", "€", "\U0001f600", "\ud800", "a"], 4, 8))
check("few", words(300, ["a", "b"], 1, 9))
check("equal", ["same"] * 300)
check("sorted", sorted(words(500, ["a", "b", "c"], 5, 10)))
check("backwards", sorted(words(500, ["a", "b", "c"], 5, 10), reverse=True))
check("lower", words(600, ["A", "a", "B", "b"], 4, 11), key=str.lower)
check("below the limit", words(255, ["a", "b", "c"], 5, 12))
check("at the limit", words(256, ["a", "b", "c"], 5, 12))

ints = numbers(900, 13)
names = words(900, ["An", "be", "Cor", "da", "El"], 3, 14)
check("int, str", [(i % 3, s) for i, s in zip(ints, names)])
check("str, int", [(s[:4], -i % 50) for i, s in zip(ints, names)])
check("str, str", [(s[:2], t) for s, t in zip(names, names[1:])])
check("negative", [(i % 7 - 3, i % 5 - 2, i % 3) for i in ints])
check("one", [(s,) for s in names])
check("four", [(i % 2, s[:3], i % 11 / 4, s) for i, s in zip(ints, names)])
check("five", [(i % 2, i % 3, i % 5, i % 7, i % 11) for i in ints])
check("floats", [(i % 9 / 3 - 1.5, s) for i, s in zip(ints, names)])
check("zeros", [(-0.0 if i % 3 else 0.0, i % 40) for i in ints])
check("infinite", [((float("inf"), float("-inf"), 0.5)[i % 3], i % 20) for i in ints])
check("lengths", [(i % 4,) * (i % 3 + 1) for i in ints])
check("empty", [()] * 300)
check("mixed numbers", [(i % 5 if i % 2 else i % 5 / 1.0, i % 30) for i in ints])
check("bools", [(i % 2 == 0, i % 30) for i in ints])
check("large", [(i % 4 * 2**60, i % 30) for i in ints])
check("nested", [((i % 4, i % 3), i % 30) for i in ints])
check("bytes", [(s.encode(), i % 5) for i, s in zip(ints, names)])
print(len(sorted([(float("nan") if i % 50 == 0 else i / 2, i) for i in ints])))

for odd in (None, 5, b"x", (1, None), ("a", 1), (1, 2, 3), []):
    for usual in (names[:300], [(i % 9, i) for i in ints[:300]]):
        try:
            print(len(sorted([*usual, odd])))
        except TypeError as error:
            print(error)
try:
    sorted([(1, None) if i % 2 else (1, i) for i in ints])
except TypeError as error:
    print(error)


class Text(str):
    compared = 0

    def __lt__(self, other):
        Text.compared += 1
        return str.__gt__(self, other)


print(sorted(map(Text, names))[:3], Text.compared, sorted([(Text(s), 1) for s in names])[0], Text.compared)
shuffled = list(zip(names, ints))
shuffled.sort(key=lambda pair: pair)
shuffled.sort()
print(shuffled == sorted(zip(names, ints)), shuffled[0], shuffled[-1])
