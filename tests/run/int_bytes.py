"""to_bytes and from_bytes in both byte orders, signed and unsigned, and their errors."""

CASES = [0, 1, 127, 128, 255, 256, 65535, 2 ** 31 - 1, 2 ** 31, 2 ** 47, 2 ** 63, 2 ** 64 - 1, 2 ** 80 + 5]


def minimal_length(n):
    return max(1, (n.bit_length() + 7) // 8)


for n in CASES:
    size = minimal_length(n)
    big = n.to_bytes(size, "big")
    little = n.to_bytes(size, "little")
    assert big == little[::-1]
    assert int.from_bytes(big, "big") == int.from_bytes(little, "little") == n
    print(n, big, little)

for n in (0, -1, -128, -129, 127, -(2 ** 31), -(2 ** 63), -(2 ** 70)):
    size = (n.bit_length() + 8) // 8
    data = n.to_bytes(size, "big", signed=True)
    print(n, data.hex(), int.from_bytes(data, "big", signed=True), int.from_bytes(data, "big"))

print((5).to_bytes(), (5).to_bytes(4), (1).to_bytes(length=2, byteorder="little"), True.to_bytes(2, "big"))
print((0).to_bytes(0, "big"), int.from_bytes(b""), int.from_bytes(b"", "little", signed=True))
print(int.from_bytes([1, 2, 3], "big"), int.from_bytes((255,) * 3, "little"), int.from_bytes(range(4)))
print(int.from_bytes(b"\xff" * 9, "little", signed=True), int.from_bytes(b"\x80" + b"\0" * 8, signed=True))


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt((256).to_bytes, 1, "big")
attempt((-1).to_bytes, 1, "big")
attempt((128).to_bytes, 1, "big", signed=True)
attempt((-129).to_bytes, 1, "little", signed=True)
attempt((1).to_bytes, -1, "big")
attempt((1).to_bytes, 1, "middle")
attempt((2 ** 100).to_bytes, 4, "big")
attempt(int.from_bytes, b"a", "up")
attempt(int.from_bytes, [256])
attempt(int.from_bytes, [-1])
attempt(int.from_bytes, "abc")
attempt(int.from_bytes, 5)


def checksum(data):
    """Fletcher-32 over 16-bit words, as an integer written back as bytes."""
    a = b = 0
    for i in range(0, len(data), 2):
        a = (a + int.from_bytes(data[i:i + 2], "little")) % 65535
        b = (b + a) % 65535
    return (b << 16 | a).to_bytes(4, "big")


print(checksum(b"abcdef"), checksum(b"hello world!"), checksum(b""))
