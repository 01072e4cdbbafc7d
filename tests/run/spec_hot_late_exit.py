"""A loop of very many rounds, whose sum leaves the fast path near the end."""


def accumulate(n, odd_at, odd):
    i = t = 0
    while i < n:
        if i == odd_at:
            t += odd
        t += i
        i += 1
    return t


print(accumulate(500000, 450000, 2**62 * 2))
print(accumulate(200000, 199998, -0.5))
print(accumulate(100000, 90000, 2**63) - 2**63, accumulate(50000, 40000, True), accumulate(50000, 49999, -(2**64)) + 2**64)
try:
    accumulate(200000, 150000, None)
except TypeError as error:
    print(error)
