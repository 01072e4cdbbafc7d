"""bytes: literals, repr, indexing, slicing, iteration, concatenation, comparison, errors."""

data = b"hello\x00\xff\n\t'\"\\ z"
print(data, len(data), data[0], data[-1], data[5:8], data[::-1][:4], list(data)[:5])
print(b"it's", b'say "hi"', b"both ' and \"", b"\x7f\x80\r", bytes(range(28, 36)))
print(
    bytes(3),
    bytes([65, 66]),
    bytes("é😀", "utf-8"),
    bytes("é", "latin-1"),
    bytes(b"copy"),
    bytes((1, 2)),
    bytes(),
    bytes(range(3)),
)
print(b"ab" + b"cd", b"ab" * 3, 2 * b"x", b"" * 5, b"ab" * -1, b"a" b"b")
print(b"abc" < b"abd", b"abc" == b"abc", b"a" == "a", b"a" != "a", b"" < b"\x00", b"\xff" > b"z", b"abc" in (b"abc",))
print(98 in b"abc", b"bc" in b"abc", b"" in b"", 0 in b"abc", b"x" in b"abc", 256 in [256])
print(
    max(b"hello"), min(b"hello"), sum(b"abc"), sorted(b"hello"), [hex(x) for x in b"\x01\xab"], bool(b""), bool(b"\0")
)
print(hash(b"abc") == hash(b"abc"), {b"k": 1}[b"k"], {b"a", b"b"} == {b"b", b"a"}, hash(b"abc") == hash("abc"))
print(
    b"%d-%s-%x" % (5, b"raw", 255),
    b"%5d|%-5d|%05.1f" % (1, 2, 3.14),
    b"%r %a" % ("é", "é"),
    b"%c%c" % (65, b"B"),
    b"%%" % (),
)


class Buffer:
    def __bytes__(self):
        return b"from object"


class Tagged(bytes):
    def __new__(cls, payload, tag):
        self = super().__new__(cls, payload)
        self.tag = tag
        return self


tagged = Tagged(b"xyz", "t")
print(
    bytes(Buffer()),
    tagged,
    tagged.tag,
    tagged[1:],
    type(tagged[1:]).__name__,
    type(tagged + b"").__name__,
    tagged == b"xyz",
)


def attempt(thunk):
    try:
        print(repr(thunk()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: bytes(-1))
attempt(lambda: bytes([256]))
attempt(lambda: bytes([-1]))
attempt(lambda: bytes("é"))
attempt(lambda: bytes(1.5))
attempt(lambda: bytes(["a"]))
attempt(lambda: bytes(b"x", "utf-8"))
attempt(lambda: data[100])
attempt(lambda: data["a"])
attempt(lambda: b"a" + "b")
attempt(lambda: "a" + b"b")
attempt(lambda: 256 in b"a")
attempt(lambda: "a" in b"a")
attempt(lambda: b"a" < "a")
attempt(lambda: b"%d" % "x")
attempt(lambda: b"%s" % "text")
attempt(lambda: b"%d %d" % (1,))
attempt(lambda: b"x".nosuch)
try:
    data[0] = 1
except TypeError as error:
    print(error)


def xor(key, text):
    return bytes(b ^ key[i % len(key)] for i, b in enumerate(text))


secret = xor(b"key", b"attack at dawn")
print(secret, secret.hex(), xor(b"key", secret))
