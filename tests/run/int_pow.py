"""Powers: modular, negative exponents, modular inverses, mixed types."""


def modpow(base, exponent, modulus):
    result = 1 % modulus
    base %= modulus
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def is_probable_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


for base, exponent, modulus in (
    (2, 10, 1000),
    (3, 200, 13),
    (7, 0, 5),
    (7, 0, 1),
    (-3, 5, 7),
    (10, 10**20, 10**9 + 7),
    (2**100, 3**50, 5**60),
):
    assert pow(base, exponent, modulus) == modpow(base, exponent, modulus)
    print(pow(base, exponent, modulus))

print(pow(3, 5, -7), pow(-3, 5, -7), pow(2, 0, -1))
print(pow(3, -1, 11), pow(3, -2, 11), pow(10, -1, 10**9 + 7), pow(-2, -3, 9))
print(pow(2, 8), pow(2, -2), pow(0, 0), pow(2.5, 2), pow(4, 0.5), pow(base=2, exp=5, mod=7))
print(0**0, 0**5, (-1) ** 10**6, (-1) ** (10**6 + 1), 1**10**20)
print((-2) ** 3, -(2**4), (-2) ** 4, (-8) ** 3, 2**-3, (-2) ** -3)
print(2**31, 2**32, 2**47, 2**48, 2**53, 2**62, 2**63, 2**64)
print((-2) ** 31, (-2) ** 47, (-2) ** 63, 3**40, 3**41, 15**16)
print(True**3, True**-1, False**0, type(True**True).__name__)

for arguments in ((2, -1, 4), (2, 5, 0), (2.0, 5, 3), (0, -1), ("a", 2), (2, "b"), (2, 3, "c"), (0.0, -1)):
    try:
        print(pow(*arguments))
    except Exception as error:
        print(arguments, type(error).__name__, error)

print([n for n in range(60) if is_probable_prime(n)])
print([is_probable_prime(n) for n in (2**61 - 1, 2**67 - 1, 2**89 - 1, 2**107 - 1, 561, 41041, 10**18 + 9)])
