"""RSA from its parts: Miller and Rabin's test, the extended Euclid, powers modulo products of primes."""

import sys


class Random:
    """A linear congruential generator, put together to numbers of any size."""

    def __init__(self, seed):
        self.state = seed

    def bits(self, n):
        value = 0
        for _ in range((n + 15) // 16):
            self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
            value = value << 16 | self.state >> 48
        return value & ((1 << n) - 1)


def power(base, exponent, modulus):
    """Square and multiply, for comparison with the built-in."""
    result = 1
    base %= modulus
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def is_probable_prime(n, random):
    for small in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % small == 0:
            return n == small
    odd = n - 1
    twos = 0
    while odd % 2 == 0:
        odd //= 2
        twos += 1
    for _ in range(12):
        x = pow(2 + random.bits(64), odd, n)
        if x == 1 or x == n - 1:
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def make_prime(bits, random):
    while True:
        candidate = random.bits(bits) | 1 << (bits - 1) | 1
        if is_probable_prime(candidate, random):
            return candidate


def extended_gcd(a, b):
    x, next_x = 1, 0
    y, next_y = 0, 1
    while b:
        quotient = a // b
        a, b = b, a - quotient * b
        x, next_x = next_x, x - quotient * next_x
        y, next_y = next_y, y - quotient * next_y
    return a, x, y


def make_key(bits, random):
    e = 65537
    while True:
        p = make_prime(bits // 2, random)
        q = make_prime(bits // 2, random)
        phi = (p - 1) * (q - 1)
        divisor, d, _ = extended_gcd(e, phi)
        if p != q and divisor == 1:
            return p * q, e, d % phi


def main():
    bits = int(sys.argv[1]) if len(sys.argv) > 1 else 2048
    random = Random(2718)
    modulus, e, d = make_key(bits, random)
    agreed = 0
    checksum = 0
    for _ in range(12):
        message = random.bits(bits - 8)
        secret = pow(message, e, modulus)
        if power(secret, d, modulus) == message and pow(secret, d, modulus) == message:
            agreed += 1
        checksum = (checksum * 31 + secret) % 1000000007
    print(agreed, checksum, hex(modulus)[:18], len(str(modulus)))


if __name__ == "__main__":
    main()
