"""Encoding records to bytes by hand: varints, length prefixes, checksums, bit packing, a small text protocol."""


class DecodeError(ValueError):
    pass


def write_varint(n):
    if n < 0:
        raise ValueError(f"negative varint {n}")
    out = bytearray()
    while True:
        byte = n & 0x7F
        n >>= 7
        if n:
            out.append(byte | 0x80)
        else:
            out.append(byte)
            return bytes(out)


def read_varint(data, position):
    result = shift = 0
    while True:
        if position >= len(data):
            raise DecodeError(f"truncated varint at {position}")
        byte = data[position]
        position += 1
        result |= (byte & 0x7F) << shift
        if not byte & 0x80:
            return result, position
        shift += 7


def zigzag(n):
    return n << 1 if n >= 0 else (-n << 1) - 1


def unzigzag(n):
    return n >> 1 if n % 2 == 0 else -(n + 1 >> 1)


def encode(value):
    if value is None:
        return b"n"
    if value is True or value is False:
        return b"t" if value else b"f"
    if isinstance(value, int):
        return b"i" + write_varint(zigzag(value))
    if isinstance(value, float):
        text = value.hex().encode()
        return b"d" + write_varint(len(text)) + text
    if isinstance(value, str):
        data = value.encode()
        return b"s" + write_varint(len(data)) + data
    if isinstance(value, (bytes, bytearray)):
        return b"b" + write_varint(len(value)) + bytes(value)
    if isinstance(value, (list, tuple)):
        return (b"l" if isinstance(value, list) else b"u") + write_varint(len(value)) + b"".join(map(encode, value))
    if isinstance(value, dict):
        return b"m" + write_varint(len(value)) + b"".join(encode(k) + encode(v) for k, v in value.items())
    raise TypeError(f"cannot encode {type(value).__name__}")


def decode(data, position=0):
    if position >= len(data):
        raise DecodeError("unexpected end")
    kind = data[position : position + 1]
    position += 1
    if kind in b"ntf":
        return {b"n": None, b"t": True, b"f": False}[kind], position
    length, position = read_varint(data, position)
    if kind == b"i":
        return unzigzag(length), position
    if kind in (b"d", b"s", b"b"):
        payload = data[position : position + length]
        if len(payload) < length:
            raise DecodeError(f"{length - len(payload)} bytes missing")
        position += length
        return (
            payload if kind == b"b" else payload.decode() if kind == b"s" else float.fromhex(payload.decode())
        ), position
    if kind in b"lu":
        items = []
        for _ in range(length):
            item, position = decode(data, position)
            items.append(item)
        return (items if kind == b"l" else tuple(items)), position
    if kind == b"m":
        result = {}
        for _ in range(length):
            key, position = decode(data, position)
            result[key], position = decode(data, position)
        return result, position
    raise DecodeError(f"unknown kind {kind!r} at {position - 1}")


def adler32(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def base64(data):
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    out = bytearray()
    for i in range(0, len(data), 3):
        chunk = data[i : i + 3]
        bits = int.from_bytes(chunk + bytes(3 - len(chunk)), "big")
        out += bytes(alphabet[bits >> shift & 63] for shift in (18, 12, 6, 0)[: len(chunk) + 1]) + b"=" * (
            3 - len(chunk)
        )
    return bytes(out)


def unpack_bits(data, widths):
    total = int.from_bytes(data, "big")
    out = []
    for width in reversed(widths):
        out.append(total & (1 << width) - 1)
        total >>= width
    return out[::-1]


def hexdump(data, width=8):
    for offset in range(0, len(data), width):
        row = data[offset : offset + width]
        yield f"{offset:04x}  {row.hex(' '):<{width * 3 - 1}}  {''.join(chr(b) if 32 <= b < 127 else '.' for b in row)}"


VALUES = [
    None,
    True,
    0,
    -1,
    300,
    2**70,
    -(2**63),
    0.1,
    float("inf"),
    "",
    "héllo 😀",
    b"\x00\xff",
    [],
    [1, [2, (3,)]],
    {},
    {"k": [None, {"n": -5}], 1: ("t", b"b")},
]
for value in VALUES:
    data = encode(value)
    back, end = decode(data)
    assert back == value and end == len(data) and type(back) is type(value)
    print(value, data)
for data in (b"", b"z", b"s\x05ab", b"l\x02t", b"i\x80", b"s\x02\xff\xfe", b"m\x01s\x01k", b"m\x01l\x00t"):
    try:
        print(data, decode(data))
    except (ValueError, TypeError) as error:
        print(data, type(error).__name__, error)
for bad in ({1, 2}, object, (1).__add__):
    try:
        encode(bad)
    except TypeError as error:
        print(error)
print(
    adler32(b"Wikipedia"),
    [base64(s) for s in (b"", b"M", b"Ma", b"Man", b"\xff\xfe\x00\x01")],
    unpack_bits(b"\xab\xcd", [4, 3, 9]),
    [write_varint(n) for n in (0, 127, 128, 2**35)],
    [unzigzag(zigzag(n)) for n in (0, -1, 1, -(2**40))],
)
print(*hexdump(encode(VALUES[-1])), sep="\n")
