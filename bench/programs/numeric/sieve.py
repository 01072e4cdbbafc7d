"""The sieve of Eratosthenes on a list of truth values."""

import sys


def sieve(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    i = 2
    while i * i <= limit:
        if is_prime[i]:
            for j in range(i * i, limit + 1, i):
                is_prime[j] = False
        i += 1
    return is_prime


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 12000000
    is_prime = sieve(limit)
    count = 0
    total = 0
    for n in range(limit + 1):
        if is_prime[n]:
            count += 1
            total += n
    print(count, total)


if __name__ == "__main__":
    main()
