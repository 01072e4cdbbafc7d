"""String indexing and slicing in loops: negative, out of range, non-ASCII; concatenation; comparison with other types."""

TEXTS = ["", "a", "hello world", "héllo wörld", "日本語テキスト", "a😀b😀c", "e\u0301x", "\x00\x7f\x80\xff"]


def by_index(s):
    out = []
    for i in range(len(s)):
        if s[i] != s[i - len(s)]:
            out.append("index and negative index disagree")
        out.append(s[i])
    return "".join(out) == s, len(out)


def reverse(s):
    out = ""
    i = len(s) - 1
    while i >= 0:
        out += s[i]
        i -= 1
    return out


def windows(s, size):
    t = 0
    for i in range(-3, len(s) + 3):
        part = s[i : i + size]
        t = t * 31 + len(part) + (ord(part[0]) if part else 0)
    return t % 1000003


for s in TEXTS:
    print(ascii(s), by_index(s), ascii(reverse(s)), windows(s, 2), windows(s, -1), reverse(s) == s[::-1], [ord(c) for c in s][-2:])


def probe(s, indices):
    out = []
    for i in indices:
        try:
            out.append(s[i])
        except (IndexError, TypeError) as error:
            out.append(f"{type(error).__name__}: {error}")
    return out


INDICES = [0, -1, 4, -5, 5, -6, 2**31, 2**63, -(2**70), True, False, 1.0, None, "1", slice(1, 3), slice(None, None, -2)]
for s in ("abcde", "äbcdé", [1, 2, 3, 4, 5], (1, 2, 3, 4, 5), b"abcde", range(5), bytearray(b"abcde")):
    print(probe(s, INDICES))


def overrun(s):
    """Reads on until the string ends."""
    i = n = 0
    try:
        while True:
            n += ord(s[i])
            i += 1
    except IndexError as error:
        return i, n, str(error)


print(overrun("abc" * 300), overrun("ü" * 100), overrun(""))


def build(n):
    s, lengths = "", []
    for i in range(n):
        s += chr(97 + i % 26) if i != n // 2 else "é"
        if i % 100 == 0:
            lengths.append(len(s))
        if i % 250 == 249:
            s = s[5:-5]
    return lengths, s[:3], s[-3:], len(s), s.count("é"), s.find("é")


print(build(1000))


def count_kinds(s):
    digits = letters = other = 0
    for c in s:
        if "0" <= c <= "9":
            digits += 1
        elif "a" <= c <= "z" or "A" <= c <= "Z" or c > "\x7f":
            letters += 1
        else:
            other += 1
    return digits, letters, other


print(count_kinds("abc 123 äö!" * 50), count_kinds(["a", "1", "-", "zz", "10"]))
for mixed in (["a", 1], [b"a"], ["a", None]):
    try:
        print(count_kinds(mixed))
    except TypeError as error:
        print(error)
for a, b in (("a", "b"), ("a", "A"), ("é", "z"), ("😀", "\uffff"), ("a", "a\x00"), ("", "a"), ("a", 1), ("a", b"a"), ("1", 1.0)):
    print(a == b, a != b, end=" ")
    try:
        print(a < b, a <= b, a > b)
    except TypeError as error:
        print(error)


def arithmetic(s, values):
    for v in values:
        for op in (lambda x, y: x + y, lambda x, y: x * y, lambda x, y: y * x, lambda x, y: x % y, lambda x, y: x in y):
            try:
                print(repr(op(s, v)), end=" ")
            except (TypeError, OverflowError) as error:
                print(error, end=" ")
        print()


arithmetic("ab", ["c", 2, -1, True, 1.5, None])
arithmetic("%s", [5, 2.5, "x", (1,), (1, 2), None])
try:
    s = "immutable"
    s[0] = "I"
except TypeError as error:
    print(error)
h = 0
for c in "hash of a text, by hand: é":
    h = (h * 31 + ord(c)) & 0xFFFFFFFF
print(h, max("hello"), min("hello"), sorted("héllo"), "a" < "b" < "c", "a" "b" * 2)
