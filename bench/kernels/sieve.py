"""The sieve of Eratosthenes on a list of bools."""


def sieve(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    i = 2
    while i * i <= limit:
        if is_prime[i]:
            for j in range(i * i, limit + 1, i):
                is_prime[j] = False
        i += 1
    count = 0
    for flag in is_prime:
        if flag:
            count += 1
    return count


for _ in range(4):
    print(sieve(2000000))
