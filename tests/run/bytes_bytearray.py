"""bytearray: mutation by index, slice and method, sharing, growth, and conversion to bytes."""

b = bytearray(b"hello")
alias = b
b[0] = 72
b[-1] += 1
b.append(33)
print(b, alias is b, len(b), b[0], b[1:3], bytes(b), list(b), b == b"Hellp!", b == bytearray(b"Hellp!"), b.decode())
b[1:3] = b"EL-"
print(b)
b[::2] = bytes(4) if len(b[::2]) == 4 else b"\1" * len(b[::2])
print(b)
del b[0], b[-2:]
print(b)
b += b"tail"
b.extend([1, 2, 3])
b.extend(range(250, 256))
b *= 2
print(b, len(b), alias is b)
print(
    b.pop(),
    b.pop(0),
    b.pop(-2),
    b.remove(ord("t")),
    b.insert(0, 65),
    b.insert(100, 90),
    b.reverse(),
    b[:6],
    b.clear(),
    b,
)

print(
    bytearray(),
    bytearray(3),
    bytearray([1, 255]),
    bytearray("é", "utf-8"),
    bytearray(b"x" * 3),
    bytearray(range(3)),
    bytearray(bytearray(b"copy")),
    bytearray.fromhex("00ff41"),
    repr(bytearray(b"it's \x00\"")),
)
data = bytearray(b"key=value;other=1")
print(
    data.split(b";"),
    data.find(b"="),
    data.replace(b"=", b":"),
    data.partition(b"="),
    data.upper(),
    data.startswith(b"key"),
    data.index(61),
    data.count(b"="),
    b"value" in data,
    61 in data,
    data.hex()[:8],
    data.strip(b"k1"),
    data.title(),
    data.center(21, b"*"),
    type(data.upper()).__name__,
    type(data.split()[0]).__name__,
)
print(
    data + b"!",
    b"!" + data,
    type(data + b"").__name__,
    type(b"" + data).__name__,
    data * 0,
    data[::-1][:3],
    data.copy() is data,
    data.copy() == data,
    sorted(data)[:3],
    max(data),
    sum(data[:2]),
    b"".join([data[:3], b"-", bytearray(b"z")]),
    bytearray(b",").join([b"a", b"b"]),
)
print(
    bytearray(b"a") < bytearray(b"b"),
    bytearray(b"a") == b"a",
    b"a" == bytearray(b"a"),
    bytearray(b"a") != "a",
    bytearray(b"b") > b"a",
    bool(bytearray()),
    {bytes(data): 1}[b"key=value;other=1"],
    b"%s" % bytearray(b"fmt"),
    bytearray(b"%d") % 5,
    b"x".replace(b"x", bytearray(b"y")),
)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


x = bytearray(b"abc")
attempt(lambda: x.__setitem__(0, 256))
attempt(lambda: x.__setitem__(0, -1))
attempt(lambda: x.__setitem__(0, "a"))
attempt(lambda: x.__setitem__(5, 1))
attempt(lambda: x.__setitem__(slice(0, 1), "a"))
attempt(lambda: x.__setitem__(slice(0, 1), [256]))
attempt(lambda: x.__setitem__(slice(0, 3, 2), b"1"))
attempt(lambda: x.append(300))
attempt(lambda: x.append("a"))
attempt(lambda: x.append(b"a"))
attempt(lambda: x.extend("a"))
attempt(lambda: x.extend([1, 256]))
attempt(lambda: x.extend(5))
attempt(lambda: x.remove(1))
attempt(lambda: bytearray().pop())
attempt(lambda: x.pop(9))
attempt(lambda: x[9])
attempt(lambda: x["a"])
attempt(lambda: hash(x))
attempt(lambda: {x: 1})
attempt(lambda: bytearray("text"))
attempt(lambda: bytearray(-1))
attempt(lambda: bytearray([256]))
attempt(lambda: bytearray(1.5))
attempt(lambda: x + "a")
attempt(lambda: x + 5)
attempt(lambda: "a" in x)
attempt(lambda: 256 in x)
attempt(lambda: x < "a")
attempt(lambda: x.nothing)
attempt(lambda: x.insert(0))
attempt(lambda: x.__iadd__("s"))
print(x)


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = b"\0\0"
    for i in range(2, int(n**0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, flag in enumerate(flags) if flag]


print(sieve(60), len(sieve(5000)))
ring, position = bytearray(8), 0
for byte in b"circular buffer":
    ring[position % 8] = byte
    position += 1
print(ring, ring[position % 8 :] + ring[: position % 8])
swap = bytearray(b"abcdef")
swap[0], swap[-1] = swap[-1], swap[0]
swap[1:3], swap[3:5] = swap[3:5], swap[1:3]
for i in range(len(swap)):
    swap[i] ^= 0x20
print(swap, [chr(c) for c in swap], swap.isupper())
