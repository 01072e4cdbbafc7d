"""str.translate and maketrans, ciphers, character classes and code points."""

print(
    "hello".translate({104: "J", 108: None, 111: 48}),
    "abc".translate({}),
    "".translate({97: "x"}),
    "aé😀".translate({233: "e", 0x1F600: ":)"}),
)
print(str.maketrans("abc", "xyz"), str.maketrans("ab", "xy", "z"), str.maketrans({"a": 1, 98: "b", "c": None}))
print(
    "aabbcz".translate(str.maketrans("abc", "bca", "z")),
    "one two".translate(str.maketrans({" ": "_", "o": "00", "t": None})),
    "x".translate({120: 0x20AC}),
)


class Rot(dict):
    def __missing__(self, code):
        if not chr(code).isalpha():
            raise LookupError
        return chr(code).swapcase()


class Getter:
    def __getitem__(self, code):
        if code > 110:
            raise KeyError(code)
        return code + 1


print(
    "Hello, World 1".translate(Rot()),
    "lmnopq".translate(Getter()),
    "abc".translate("x" * 98 + "Q"),
    "abc".translate(["-"] * 98),
)


def caesar(text, shift):
    lower, upper = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    k = shift % 26
    return text.translate(str.maketrans(lower + upper, lower[k:] + lower[:k] + upper[k:] + upper[:k]))


def vigenere(text, key, sign=1):
    out, i = [], 0
    for ch in text:
        if ch.isalpha() and ch.isascii():
            base = ord("A") if ch.isupper() else ord("a")
            shift = ord(key[i % len(key)].lower()) - ord("a")
            out.append(chr((ord(ch) - base + sign * shift) % 26 + base))
            i += 1
        else:
            out.append(ch)
    return "".join(out)


secret = caesar("The Quick Brown Fox, éé!", 3)
print(secret, caesar(secret, -3), caesar(secret, 23), caesar("abc", 29))
coded = vigenere("Attack at Dawn!", "Lemon")
print(coded, vigenere(coded, "Lemon", -1))


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: str.maketrans("ab", "x"))
attempt(lambda: str.maketrans("a"))
attempt(lambda: str.maketrans({"ab": 1}))
attempt(lambda: str.maketrans(5))
attempt(lambda: str.maketrans("a", "b", 3))
attempt(lambda: str.maketrans({1.5: "a"}))
attempt(lambda: "a".translate(None))
attempt(lambda: "a".translate({97: -1}))
attempt(lambda: "a".translate({97: 0x110000}))
attempt(lambda: "a".translate({97: 1.5}))
attempt(lambda: "a".translate())


def histogram(text):
    counts = [0] * 26
    for ch in text.lower():
        if "a" <= ch <= "z":
            counts[ord(ch) - 97] += 1
    return {chr(97 + i): n for i, n in enumerate(counts) if n}


def utf8_length(text):
    return sum(1 + (ord(c) > 0x7F) + (ord(c) > 0x7FF) + (ord(c) > 0xFFFF) for c in text)


print(histogram("Hello World"), [(w, utf8_length(w), len(w.encode())) for w in ("abc", "é", "日本", "😀é")])
print(
    sorted("Ünïcode straße 日本", key=lambda c: (c.isascii(), c.lower())),
    "".join(sorted(set("mississippi"))),
    [c for c in map(chr, range(0x1F600, 0x1F604))],
)
