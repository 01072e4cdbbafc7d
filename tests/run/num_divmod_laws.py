"""Laws of division, shifts and powers over many pairs, small and large, checked and summarised."""

import math

INTERESTING = [
    0,
    1,
    -1,
    2,
    -2,
    3,
    7,
    -7,
    10,
    255,
    256,
    -256,
    2**15,
    2**30 - 1,
    2**30,
    2**31,
    -(2**31),
    2**32,
    2**47 - 1,
    2**47,
    -(2**47),
    2**53 + 1,
    2**62,
    2**63 - 1,
    2**63,
    -(2**63),
    -(2**63) - 1,
    2**64,
    10**18,
    3**50,
    -(3**50),
    10**40 + 1,
]


def checksum(values):
    total = 0
    for v in values:
        total = (total * 1000003 + v) % (2**61 - 1)
    return total


def check_division():
    results = []
    for a in INTERESTING:
        for b in INTERESTING:
            if b == 0:
                continue
            q, r = divmod(a, b)
            assert q == a // b and r == a % b and q * b + r == a
            assert (0 <= r < b) if b > 0 else (b < r <= 0)
            assert -(-a // b) >= q and (a // b == math.floor(a / b) if abs(a) < 2**50 and abs(b) < 2**50 else True)
            results += [q, r]
    return len(results), checksum(results)


def check_addition():
    results = []
    for a in INTERESTING:
        for b in INTERESTING:
            s, d, p = a + b, a - b, a * b
            assert s - b == a and d + b == a and s + d == 2 * a and (a - b) == -(b - a)
            assert (b == 0 and p == 0) or (b != 0 and p // b == a and p % b == 0)
            assert (a < b) == (d < 0) and (a == b) == (d == 0) and (a >= b) == (d >= 0)
            results += [s, d, p]
    return len(results), checksum(results)


def check_bits():
    results = []
    for a in INTERESTING:
        assert ~a == -a - 1 and ~~a == a
        for b in INTERESTING:
            assert (a & b) + (a | b) == a + b and (a ^ b) == (a | b) - (a & b) and ~(a & b) == ~a | ~b
            results += [a & b, a | b, a ^ b]
        for n in (0, 1, 5, 31, 32, 47, 63, 64, 65, 100):
            assert a << n == a * 2**n and a >> n == a // 2 ** n and (a << n) >> n == a
            results += [a << n, a >> n]
    return len(results), checksum(results)


def check_powers():
    results = []
    for a in INTERESTING:
        power = 1
        for n in range(8):
            assert a**n == power and pow(a, n) == power
            for m in (2, 7, -5, 2**61 - 1, 10**20):
                assert pow(a, n, m) == power % m
            results.append(power)
            power *= a
    return len(results), checksum(results)


def check_text():
    results = []
    for a in INTERESTING:
        for base, convert in ((2, bin), (8, oct), (16, hex)):
            assert (
                int(convert(a), base) == a == int(convert(a), 0)
                and int(convert(a).upper().replace("0X", "0x"), base) == a
            )
        text = str(a)
        assert (
            int(text) == a
            and repr(a) == text == f"{a}" == "%d" % a == format(a, "d")
            and int(f"{a:,}".replace(",", "")) == a
        )
        assert len(text.lstrip("-")) == (1 if a == 0 else int(math.log10(abs(a)) + 1e-12) + 1) or abs(a) > 2**50
        size = max(1, (a.bit_length() + 8) // 8)
        assert int.from_bytes(a.to_bytes(size, "big", signed=True), "big", signed=True) == a
        results += [a.bit_length(), a.bit_count(), len(text), hash(a)]
    return len(results), checksum(results)


def check_floats():
    results = []
    for a in INTERESTING:
        f = float(a)
        assert (f == a) == (int(f) == a) and abs(int(f) - a) <= abs(a) // 2**52
        assert (f < a) == (int(f) < a) and (f > a) == (int(f) > a)
        n, d = f.as_integer_ratio()
        assert n == int(f) and d == 1 and hash(f) == hash(int(f))
        for b in INTERESTING:
            if b:
                q = a / b
                exact = a * 10**6 // b
                assert abs(q * 10**6 - exact) <= 1 + abs(exact) * 1e-12
        results.append(int(f))
    return len(results), checksum(results)


for check in (check_division, check_addition, check_bits, check_powers, check_text, check_floats):
    print(check.__name__, *check())
print(
    sorted(INTERESTING)[:5],
    max(INTERESTING),
    min(INTERESTING),
    sum(INTERESTING),
    math.gcd(*INTERESTING),
    len(set(INTERESTING)),
    math.prod(x for x in INTERESTING if x),
)
accumulated, trail = 0, []
for i, a in enumerate(INTERESTING):
    accumulated = accumulated * 3 + a
    if i % 4 == 0:
        accumulated //= 7
    if i % 5 == 0:
        accumulated ^= a
    trail.append(accumulated)
print(trail)
