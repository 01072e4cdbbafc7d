# Ints at the sizes where the methods of multiplication, division and powers change, of limbs that make quotients hard to
# guess: all ones, all zeros, a lone top bit.


def numbers(seed):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        yield seed >> 33


random = numbers(20)
LIMBS = [0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF]


def hard(limbs):
    value = 0
    for _ in range(limbs):
        value = value << 32 | LIMBS[next(random) % len(LIMBS)]
    return value


def even(limbs):
    value = 0
    for _ in range(limbs + 1):
        value = value << 31 | next(random)
    return value


def number(limbs):
    kind = next(random) % 4
    if kind == 0:
        return (1 << 32 * limbs) - 1 - next(random) % 3
    if kind == 1:
        return (1 << 32 * limbs - 1) + next(random) % 3
    return hard(limbs) if kind == 2 else even(limbs)


SIZES = [1, 2, 3, 4, 5, 8, 9, 17, 55, 56, 57, 112, 113, 140]
checksum = 0
for an in SIZES:
    for bn in SIZES:
        a, b = number(an), number(bn) or 1
        product = a * b
        assert product // b == a and product % b == 0
        for dividend in (a, product - 1, product + b - 1, -a, hard(an + bn)):
            quotient, rest = divmod(dividend, b)
            assert quotient * b + rest == dividend and 0 <= rest < b, (dividend, b)
            checksum = (checksum * 31 + quotient + rest) % 1000000007
        assert (a + b) * (a + b) - (a - b) * (a - b) == 4 * product
        assert a * a % b == (a % b) * (a % b) % b
        checksum = (checksum * 31 + product + (a - b)) % 1000000007
print(checksum)

# Every bit of a sum and of a difference carried on.
for limbs in SIZES:
    ones = (1 << 32 * limbs) - 1
    assert ones + 1 == 1 << 32 * limbs
    assert (1 << 32 * limbs) - 1 == ones and (1 << 32 * limbs) - ones == 1
    assert ones + ones == (1 << 32 * limbs + 1) - 2
    assert ones * ones == (1 << 64 * limbs) - (1 << 32 * limbs + 1) + 1
    assert divmod((1 << 64 * limbs) - 1, ones) == ((1 << 32 * limbs) + 1, 0)
print("carries")


def power(base, exponent, modulus):
    result = 1
    base %= modulus
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


for mn in (1, 2, 3, 4, 30, 54, 107, 108, 109, 110, 150):
    for bits in (1, 2, 24, 25, 81, 241):
        base, exponent, modulus = number(mn + 1), (1 << bits) - 1 - next(random) % (1 << bits - 1), number(mn) + 2
        for m in (modulus | 1, modulus & ~1):
            result = pow(base, exponent, m)
            if mn < 60:
                assert result == power(base, exponent, m), (base, exponent, m)
            checksum = (checksum * 31 + result + pow(-base, exponent, m) + pow(base, exponent, -m)) % 1000000007
            assert pow(m - 1, exponent, m) == (m - 1 if exponent & 1 else 1)
            assert pow(m, exponent, m) == 0 and pow(0, exponent, m) == 0 and pow(base, 0, m) == 1
prime = 2**521 - 1
for base in (2, 3, prime - 1, 12345678901234567890):
    assert pow(base, prime - 1, prime) == 1
    assert pow(base, -1, prime) * base % prime == 1
    assert pow(base, -7, prime) == pow(pow(base, -1, prime), 7, prime)
print(checksum)
