"""Text outside ASCII: lengths, combining characters, surrogates, encodings, iteration, positions."""

TEXT = "aé日😀z"
for i, ch in enumerate(TEXT):
    print(
        i,
        ch,
        hex(ord(ch)),
        len(ch.encode()),
        ch.encode("utf-16-be").hex(),
        ch.isprintable(),
        ascii(ch),
        TEXT.find(ch),
        TEXT[i:],
        TEXT[: -i or None],
    )
print(
    len(TEXT),
    TEXT.upper(),
    TEXT.encode(),
    TEXT.encode().decode() == TEXT,
    TEXT.encode("utf-8")[1:3].decode(),
    TEXT.center(11, "日"),
    TEXT * 2,
    TEXT[::-2],
)

combined, composed = "e\u0301", "é"
print(
    combined,
    len(combined),
    combined == composed,
    combined[0] == "e",
    [ascii(c) for c in combined],
    composed in combined,
    combined.upper(),
    len(combined.encode()),
)
flag = "🇫🇷"
family = "👨\u200d👩\u200d👧"
print(len(flag), len(family), [hex(ord(c)) for c in family], family.split("\u200d"), flag[::-1] == flag)

lone = "x\ud83dy"
print(
    len(lone),
    ascii(lone),
    lone[1] == "\ud83d",
    ascii(lone[1:]),
    "\ud83d\ude00" == "😀",
    len("\ud83d\ude00"),
    ascii("\ud83d" + "\ude00"),
)
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogatepass", "xmlcharrefreplace"):
    try:
        print(errors, lone.encode("utf-8", errors))
    except UnicodeEncodeError as error:
        print(errors, error)

for data in (
    b"\xc3\xa9",
    b"\xc3",
    b"\xe2\x82",
    b"\xf0\x9f\x98\x80",
    b"\xf0\x9f\x98",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xf5\x80\x80\x80",
    b"\x80",
    b"ok\xffok",
    b"\xe2\x28\xa1",
    b"\xf4\x90\x80\x80",
):
    try:
        print(data, ascii(data.decode()), end=" ")
    except UnicodeDecodeError as error:
        print(error, end=" ")
    print(ascii(data.decode("utf-8", "replace")), ascii(data.decode("utf-8", "ignore")), ascii(data.decode("latin-1")))

for encoding in (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "latin-1",
    "ascii",
    "UTF8",
    "Latin1",
    "US-ASCII",
):
    try:
        data = "hé".encode(encoding)
        print(encoding, data, data.decode(encoding))
    except UnicodeEncodeError as error:
        print(encoding, error)

words = "Ærøskøbing straße ŁÓDŹ ﬀ ǅ İi ςΣ".split()
for w in words:
    print(
        w,
        w.upper(),
        w.lower(),
        w.title(),
        w.casefold(),
        len(w),
        len(w.upper()),
        len(w.lower()),
        w.isupper(),
        w.islower(),
        w.istitle(),
    )
print(
    "١٢٣".isdigit(),
    int("١٢٣"),
    "²".isdigit(),
    "²".isdecimal(),
    "Ⅷ".isnumeric(),
    "x²".isalnum(),
    "日本".isalpha(),
    "日本".isidentifier(),
    "\u2003".isspace(),
    "é_1".isidentifier(),
    "\u200b".isspace(),
)
naïve = "identifier"
日本 = 5
print(naïve, 日本 + 1, "ﬁ" == "fi")


def positions(text, wanted):
    return [i for i, ch in enumerate(text) if ch == wanted]


mixed = "日x" * 5 + "😀" + "x" * 3
print(
    positions(mixed, "x"),
    mixed.find("😀"),
    mixed.index("xxx"),
    mixed.rfind("日"),
    mixed.count("x日"),
    mixed[9:13],
    mixed[-4],
    mixed.partition("😀")[2],
    len(mixed),
)
