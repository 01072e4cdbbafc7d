"""The spectral norm of an infinite matrix: float arithmetic in nested loops over lists."""

from math import sqrt


def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def multiply(v):
    n = len(v)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += a(i, j) * v[j]
        result.append(total)
    return result


def multiply_transposed(v):
    n = len(v)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += a(j, i) * v[j]
        result.append(total)
    return result


def main(n):
    u = [1.0] * n
    for _ in range(10):
        v = multiply_transposed(multiply(u))
        u = multiply_transposed(multiply(v))
    vbv = vv = 0.0
    for ue, ve in zip(u, v):
        vbv += ue * ve
        vv += ve * ve
    print(f"{sqrt(vbv / vv):.9f}")


main(220)
