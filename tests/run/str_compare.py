"""Ordering and equality of text: code points, prefixes, surrogates, subclasses, other types."""

WORDS = [
    "banana",
    "Banana",
    "apple",
    "",
    "a",
    "aa",
    "Ab",
    "aB",
    "é",
    "e\u0301",
    "z",
    "日",
    "\uffff",
    "😀",
    "\U0010ffff",
    "1",
    "10",
    "2",
    " a",
]

print(sorted(WORDS) == sorted(WORDS, key=lambda w: [ord(c) for c in w]), [ascii(w) for w in sorted(WORDS)])
print(
    sorted(["b", "B", "a", "A"], key=str.lower),
    sorted(["b", "B", "a", "A"], key=lambda s: (s.lower(), s)),
    sorted("hello"),
    sorted("hello", reverse=True),
)
for a, b in zip(WORDS, WORDS[1:]):
    print(ascii(a), ascii(b), a < b, a <= b, a == b, a != b, a > b, a >= b)

print("abc" == "abc", "a" != b"a", "1" == 1, "" == False, "a" == ["a"], None != "None")
print(
    min(WORDS),
    max(WORDS) == "\U0010ffff",
    max("abc", "abd"),
    min("b", "a", key=lambda s: -ord(s)),
    max(["x"], default="d"),
    max("", default="empty"),
)
x = "ab"
y = "a"
y += "b"
print(x == y, hash(x) == hash(y), {x: 1}[y], x in [y], [x].index(y), (x,) == (y,), len({x, y}))


class Insensitive(str):
    def __eq__(self, other):
        return self.lower() == other.lower() if isinstance(other, str) else NotImplemented

    def __ne__(self, other):
        return not self == other

    def __lt__(self, other):
        return self.lower() < other.lower()

    def __hash__(self):
        return hash(self.lower())


p = Insensitive("Hello")
print(
    p == "HELLO",
    "HELLO" == p,
    p != "hello",
    p in ["hELLO"],
    "hELLO" in [p],
    {p: "found"}[Insensitive("hello")],
    p < "IGLOO",
    p > "ABC",
    sorted([Insensitive("b"), Insensitive("A"), Insensitive("C")]),
)
print(
    p == 5, p != 5, p.replace("l", "L"), type(p.replace("l", "L")).__name__, type(p[:]).__name__, p.startswith("hello")
)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: "a" < 1)
attempt(lambda: 1 < "a")
attempt(lambda: "a" >= None)
attempt(lambda: "a" > b"a")
attempt(lambda: sorted(["a", 1]))
attempt(lambda: max("a", 1))
attempt(lambda: min([]))
attempt(lambda: max(5))
attempt(lambda: max())
attempt(lambda: min("a", "b", default="x"))
attempt(lambda: max("ab", key=5))


def natural_key(text):
    """Splits digits from the rest, so that file10 comes after file9."""
    parts, current = [], ""
    for ch in text:
        if current and ch.isdigit() != current[-1].isdigit():
            parts.append(current)
            current = ""
        current += ch
    parts.append(current)
    return [(int(p), "") if p.isdigit() else (-1, p) for p in parts]


def common_prefix(words):
    first, last = min(words), max(words)
    i = 0
    while i < len(first) and first[i] == last[i]:
        i += 1
    return first[:i]


print(sorted(["file10", "file9", "file1", "file", "9file", "file9b"], key=natural_key))
print(
    common_prefix(["flower", "flow", "flight"]),
    repr(common_prefix(["a", "b"])),
    common_prefix(["same", "same"]),
    common_prefix(["éa", "éb"]),
)
print("a" < "b" < "c", "a" < "c" > "b" != "z", "b" > "a" < "A", "x" == "x" == "x" != None)
