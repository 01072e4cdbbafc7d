"""Matrix multiplication on lists of lists, the schoolbook way."""

import sys


def make_matrix(n, seed):
    matrix = []
    for i in range(n):
        row = []
        for j in range(n):
            seed = (seed * 1103515245 + 12345) % 2147483648
            row.append(seed / 2147483648.0 - 0.5)
        matrix.append(row)
    return matrix


def multiply(a, b):
    n = len(a)
    m = len(b[0])
    inner = len(b)
    product = []
    for i in range(n):
        row = a[i]
        out = []
        for j in range(m):
            total = 0.0
            for k in range(inner):
                total += row[k] * b[k][j]
            out.append(total)
        product.append(out)
    return product


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 360
    c = multiply(make_matrix(n, 1), make_matrix(n, 2))
    trace = 0.0
    for i in range(n):
        trace += c[i][i]
    print(f"{trace:.9f} {c[0][n - 1]:.9f} {c[n // 2][n // 3]:.9f}")


if __name__ == "__main__":
    main()
