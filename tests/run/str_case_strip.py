"""Case mapping, stripping, padding and alignment methods, with Unicode corner cases."""

SAMPLES = [
    "Hello World",
    "straße",
    "ÉCOLE",
    "ǆungla",
    "ﬁne",
    "İstanbul",
    "ΑΣ ΣΑΣ",
    "they're bill's",
    "x1y2 3z",
    "ß",
    "",
    "ALL CAPS",
    "mixed-Case_word",
]

for s in SAMPLES:
    print([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()])

print("STRASSE".casefold() == "straße".casefold(), "ß".upper(), len("ß".upper()), "ŉ".upper(), "ΌΣΟΣ".lower())

STRIPS = ["  both  ", "\t\n mixed \r\n", "xxhixx", "xyxhelloyx", "", "   ", "\u3000wide\u3000", "no"]
for s in STRIPS:
    print([s.strip(), s.lstrip(), s.rstrip(), s.strip("x"), s.lstrip("xy"), s.rstrip("yx"), s.strip("")])
print("ééaéé".strip("é"), "www.example.com".strip("cmowz."), "abc".strip("abc"), "-=-a-=-".strip("=-"), "x".strip(None))

for s in ("ab", "日本", "", "😀"):
    print(
        [
            s.ljust(5),
            s.rjust(5),
            s.center(5),
            s.center(4),
            s.center(1),
            s.ljust(5, "*"),
            s.rjust(6, "é"),
            s.center(7, "-"),
            s.zfill(4),
        ]
    )
print([x.center(5, ".") for x in ("a", "ab", "abc", "abcd", "abcde")], [x.center(4, ".") for x in ("a", "ab", "abc")])
print("42".zfill(6), "-42".zfill(6), "+4.5".zfill(7), "--1".zfill(5), "abc".zfill(2), "".zfill(3), "-".zfill(3))

print(
    "a\tb\tc".expandtabs(),
    "ab\tc".expandtabs(4),
    "\t|".expandtabs(3),
    "a\nb\tc".expandtabs(4),
    "abcdefgh\tx".expandtabs(4),
    "a\tb".expandtabs(0),
    sep="\n",
)

TESTS = [
    "isalpha",
    "isdigit",
    "isdecimal",
    "isnumeric",
    "isalnum",
    "isspace",
    "isupper",
    "islower",
    "istitle",
    "isidentifier",
    "isprintable",
    "isascii",
]
for s in (
    "abc",
    "ABC",
    "Abc Def",
    "12",
    "½",
    "²",
    "٣",
    "a1",
    " \t",
    "",
    "_x9",
    "9x",
    "é",
    "\n",
    "日本",
    "A1",
    "ǅ",
    "class",
    "\xad",
):
    flags = [name[2:] for name in TESTS if getattr(s, name)()]
    print(repr(s), flags)

for bad in (
    lambda: "a".ljust("5"),
    lambda: "a".center(5, "ab"),
    lambda: "a".rjust(5, ""),
    lambda: "a".ljust(5, 1),
    lambda: "a".zfill(),
    lambda: "a".strip(1),
    lambda: "a".upper(1),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)


def justify(words, width):
    """Spreads the spaces of a line so that it fills the width; the left gaps get the rest."""
    if len(words) == 1:
        return words[0].ljust(width)
    spaces = width - sum(map(len, words))
    gap, extra = divmod(spaces, len(words) - 1)
    return "".join(word + " " * (gap + (i < extra)) for i, word in enumerate(words[:-1])) + words[-1]


for width in (16, 17, 22):
    print(f"[{justify('the naïve café'.split(), width)}]", f"[{justify(['one'], width)}]")
