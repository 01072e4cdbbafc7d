"""Shifts by small, large, negative and boolean counts; and, or, xor, invert of negative and big ints in loops."""

VALUES = [0, 1, -1, 2, -2, 255, -256, 2**31 - 1, -(2**31), 2**46, -(2**47), 2**62, 2**63 - 1, -(2**63), 2**63, 2**64 - 1, -(2**70) + 5]
COUNTS = [0, 1, 5, 15, 16, 31, 32, 33, 47, 62, 63, 64, 65, 100]


def shifts(values, counts):
    left = right = 0
    for v in values:
        for c in counts:
            left = (left * 13 + (v << c)) % (2**61 - 1)
            right = (right * 13 + (v >> c)) % (2**61 - 1)
            if (v << c) >> c != v:
                print("lost bits", v, c)
    return left, right


print(shifts(VALUES, COUNTS))
for v in (1, -1, 3, 2**62, -(2**62)):
    print(v, [v << c for c in (0, 1, 2, 31, 62, 63, 64)], [v >> c for c in (0, 1, 2, 62, 63, 64, 1000)])


def logic(values):
    a = o = x = n = 0
    for v in values:
        for w in values:
            a += v & w
            o += v | w
            x += v ^ w
            if v & w != ~(~v | ~w) or v ^ w != (v | w) - (v & w):
                print("de Morgan", v, w)
        n += ~v
    return a, o, x, n


print(logic(VALUES))


def refuse(pairs):
    for a, b in pairs:
        for name, op in (("<<", lambda p, q: p << q), (">>", lambda p, q: p >> q), ("&", lambda p, q: p & q)):
            try:
                print(a, name, b, op(a, b))
            except (ValueError, TypeError, OverflowError) as error:
                print(a, name, b, type(error).__name__, error)


refuse([(1, -1), (0, -5), (True, True), (False, 70), (5, 1.0), (1.5, 1), (None, 1), ("a", 1), (0, 2**70), (1, True)])
try:
    print(7 >> 2**80, -7 >> 2**80, 0 << 2**80)
    1 << 2**80
except OverflowError as error:
    print(error)


def negative_in_loop(counts):
    value, bad = 1, 0
    for c in counts:
        try:
            value = (value << c) & 0xFFFF | 1
        except ValueError as error:
            bad += 1
            message = str(error)
    return value, bad, message


print(negative_in_loop([1, 2, 3, -1, 4, 60, 70, -2, 5] * 100))


def xorshift(seed, n):
    """A generator of 64-bit numbers; the mask keeps it in range, the products pass it."""
    x, out = seed, []
    for i in range(n):
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
        if i % 500 == 0:
            out.append(x * 2685821657736338717 & 0xFFFFFFFFFFFFFFFF)
    return out


print(xorshift(88172645463325252, 2001))


def fnv(data):
    h = 0xCBF29CE484222325
    for byte in data:
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


print(fnv(b"hello, world" * 20), fnv([1, True, 255, 256, -1]), fnv([]))


def popcount(n):
    bits = 0
    while n:
        n &= n - 1
        bits += 1
    return bits


print([popcount(v) for v in VALUES if v >= 0], [v.bit_length() for v in VALUES], [v.bit_count() for v in VALUES])
print(True & True, True | False, type(True & True).__name__, type(True & 1).__name__, True ^ True, ~True + 3, type(True << 1).__name__)
flags = 0
for bit in range(0, 80, 7):
    flags |= 1 << bit
    flags ^= 3 << (bit // 2)
print(flags, hex(flags), bin(flags & -flags))
