"""Methods of bytes, which mirror those of str, plus hex and fromhex."""

line = b"  key = value ; other=thing  "
print(
    line.strip(),
    line.lstrip(),
    line.rstrip(),
    line.split(),
    line.split(b"="),
    line.split(b"=", 1),
    line.rsplit(b"=", 1),
)
print(
    line.find(b"="),
    line.rfind(b"="),
    line.index(b"key"),
    line.count(b"="),
    line.find(61),
    line.find(b"zz"),
    line.partition(b"="),
    line.rpartition(b";"),
)
print(b"abc".upper(), b"ABC\xc9".lower(), b"hello world".title(), b"hello".capitalize(), b"aBc".swapcase())
print(b"a".ljust(4, b"."), b"a".rjust(4), b"a".center(5, b"*"), b"-7".zfill(5), b"a\tb".expandtabs(4))
print(
    b"abc".startswith(b"ab"),
    b"abc".startswith((b"x", b"a")),
    b"abc".endswith(b"c", 1),
    b"abc".startswith(b""),
    b"pre-x".removeprefix(b"pre-"),
)
print(
    b"aaa".replace(b"a", b"bb"),
    b"aaa".replace(b"a", b"", 2),
    b"ab".replace(b"", b"-"),
    b"a,b\r\nc\n".splitlines(),
    b"a\nb".splitlines(True),
)
print(b", ".join([b"x", b"y", b"z"]), b"".join([]), b"-".join(b.upper() for b in (b"p", b"q")))
print(
    [
        getattr(s, m)()
        for s in (b"abc", b"12", b"A b", b"", b" \t")
        for m in ("isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isascii")
    ]
)
print(
    b"\x00\xffAZ".hex(),
    b"abcdef".hex("-"),
    b"abcdef".hex(":", 2),
    b"abcdefg".hex("_", -4),
    bytes.fromhex("00 ff 41"),
    bytes.fromhex("DEADbeef"),
)
print(
    b"hello".translate(bytes(range(256)).replace(b"l", b"L")),
    b"hello".translate(None, b"l"),
    bytes.maketrans(b"ab", b"xy")[97:99],
)

for text, encoding in (
    ("é", "utf-8"),
    ("日本", "utf-16-le"),
    ("aé", "latin-1"),
    ("ok", "ascii"),
    ("😀", "utf-8"),
    ("a", "utf-32-be"),
):
    encoded = text.encode(encoding)
    print(encoded, encoded.decode(encoding) == text)
for data, encoding, errors in (
    (b"\xff\xfe", "utf-8", "replace"),
    (b"a\x80b", "utf-8", "ignore"),
    (b"a\xe2\x82", "utf-8", "backslashreplace"),
    (b"\xe9", "ascii", "replace"),
    (b"\xed\xa0\x80", "utf-8", "surrogatepass"),
    (b"\x80a", "utf-8", "surrogateescape"),
):
    print(ascii(data.decode(encoding, errors)))
for text, encoding, errors in (
    ("é1", "ascii", "replace"),
    ("é1", "ascii", "ignore"),
    ("é😀", "ascii", "xmlcharrefreplace"),
    ("é😀", "ascii", "backslashreplace"),
    ("\udc80x", "utf-8", "surrogateescape"),
):
    print(text.encode(encoding, errors))


def attempt(thunk):
    try:
        print(repr(thunk()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: b"\xff".decode())
attempt(lambda: b"ab\xe2\x82".decode("utf-8"))
attempt(lambda: b"a\xc3(b".decode("utf-8"))
attempt(lambda: b"ab\x80".decode("ascii"))
attempt(lambda: "abcé".encode("ascii"))
attempt(lambda: "éé".encode("ascii"))
attempt(lambda: "\u20ac".encode("latin-1"))
attempt(lambda: "\ud800".encode())
attempt(lambda: "x".encode("nosuch"))
attempt(lambda: b"x".decode("nosuch"))
attempt(lambda: b"x".index(b"y"))
attempt(lambda: b"x".split(b""))
attempt(lambda: b",".join(["a"]))
attempt(lambda: bytes.fromhex("0g"))
attempt(lambda: bytes.fromhex("abc"))
attempt(lambda: b"x".replace("a", "b"))
attempt(lambda: b"x".startswith("x"))
attempt(lambda: b"x".strip("x"))
try:
    b"\xffabc".decode()
except UnicodeDecodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason)
try:
    "aé".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason, isinstance(error, ValueError))
