"""Custom orders: comparison functions turned into keys, natural order, topological and multi-key sorts."""


def by_comparison(compare):
    """A key class for a comparison function that returns a negative, zero or positive number."""

    class Key:
        __slots__ = ("value",)

        def __init__(self, value):
            self.value = value

        def __lt__(self, other):
            return compare(self.value, other.value) < 0

    return Key


class Reversed:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return other.value < self.value

    def __eq__(self, other):
        return self.value == other.value


def largest_number(numbers):
    key = by_comparison(lambda a, b: (a + b < b + a) - (a + b > b + a))
    return int("".join(sorted(map(str, numbers), key=key)) or "0")


def natural(text):
    out, digits = [], ""
    for ch in text + "\0":
        if ch.isdigit():
            digits += ch
            continue
        if digits:
            out.append((1, int(digits), ""))
            digits = ""
        out.append((0, 0, ch))
    return out


def counting_sort(numbers, low, high):
    counts = [0] * (high - low + 1)
    for n in numbers:
        counts[n - low] += 1
    return [value for i, c in enumerate(counts) for value in [i + low] * c]


def radix_sort(words):
    width = max(map(len, words), default=0)
    for position in range(width - 1, -1, -1):
        buckets = {}
        for word in words:
            buckets.setdefault(word[position] if position < len(word) else "", []).append(word)
        words = [word for ch in sorted(buckets) for word in buckets[ch]]
    return words


def topological(dependencies):
    order, remaining = [], {k: set(v) for k, v in dependencies.items()}
    while remaining:
        ready = sorted(k for k, v in remaining.items() if not v)
        if not ready:
            raise ValueError("cycle among " + ", ".join(sorted(remaining)))
        order.append(ready)
        for k in ready:
            del remaining[k]
        for v in remaining.values():
            v.difference_update(ready)
    return order


def shell_sort(items, less=lambda a, b: a < b):
    gap = len(items) // 2
    while gap:
        for i in range(gap, len(items)):
            item, j = items[i], i
            while j >= gap and less(item, items[j - gap]):
                items[j] = items[j - gap]
                j -= gap
            items[j] = item
        gap //= 2
    return items


def nth_smallest(items, n):
    pivot = items[len(items) // 2]
    lower = [x for x in items if x < pivot]
    equal = [x for x in items if x == pivot]
    if n < len(lower):
        return nth_smallest(lower, n)
    if n < len(lower) + len(equal):
        return pivot
    return nth_smallest([x for x in items if x > pivot], n - len(lower) - len(equal))


def inversions(items):
    if len(items) < 2:
        return 0, items
    middle = len(items) // 2
    a, left = inversions(items[:middle])
    b, right = inversions(items[middle:])
    merged, count, i = [], a + b, 0
    for x in right:
        while i < len(left) and left[i] <= x:
            merged.append(left[i])
            i += 1
        count += len(left) - i
        merged.append(x)
    return count, merged + left[i:]


print(
    largest_number([3, 30, 34, 5, 9]),
    largest_number([0, 0]),
    largest_number([]),
    sorted(["x10", "x9", "x1a", "x", "10", "9"], key=natural),
)
print(
    counting_sort([3, -1, 2, 3, 0], -1, 3),
    radix_sort(["dab", "add", "cab", "fad", "fa", ""]),
    shell_sort([5, 2, 9, 1, 5, 6]),
    shell_sort(list("shell"), lambda a, b: a > b),
)
employees = [("ann", 30, "b"), ("bob", 25, "a"), ("cid", 30, "a"), ("dee", 25, "b")]
print(
    sorted(employees, key=lambda e: (Reversed(e[1]), e[2])),
    sorted(employees, key=lambda e: (e[2], -e[1], e[0])),
    [e[0] for e in sorted(employees, key=by_comparison(lambda a, b: a[1] - b[1] or (a[0] < b[0]) - (a[0] > b[0])))],
)
print(topological({"app": ["lib", "core"], "lib": ["core"], "core": [], "tool": ["lib"]}))
try:
    topological({"a": ["b"], "b": ["a"], "c": []})
except ValueError as error:
    print(error)
data = [7, 3, 9, 1, 5, 3, 8]
print(
    [nth_smallest(data, n) for n in range(len(data))],
    inversions(data),
    inversions(list(range(5, 0, -1)))[0],
    inversions([1, 2, 3])[0],
)
alphabet = "zyxwvutsrqponmlkjihgfedcba"
print(
    sorted("hello world".split(), key=lambda w: [alphabet.index(c) for c in w]),
    sorted([3, -1, -4, 2], key=abs),
    sorted(range(10), key=lambda n: (n % 3, -n)),
    sorted(["b", None, "a", None], key=lambda v: (v is None, v or "")),
)
cards = "KH 2S TD AS 9C KD".split()
ranks, suits = "23456789TJQKA", "CDHS"
print(
    sorted(cards, key=lambda c: (ranks.index(c[0]), suits.index(c[1]))),
    max(cards, key=lambda c: (ranks.index(c[0]), suits.index(c[1]))),
    sorted(cards, key=lambda c: suits.index(c[1]), reverse=True),
)
schwartz = sorted((len(w), i, w) for i, w in enumerate("to be or not to be that is".split()))
print(
    [w for _, _, w in schwartz],
    sorted(zip([3, 1, 2], "abc")),
    [x for _, x in sorted(zip([2, 1], [{"d": 1}, {"e": 2}]), key=lambda p: p[0])],
)
