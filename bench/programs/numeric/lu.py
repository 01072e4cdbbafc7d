"""LU decomposition with partial pivoting, and the solution of a linear system."""

import sys


def make_system(n):
    seed = 7
    matrix = []
    right = []
    for i in range(n):
        row = []
        for j in range(n):
            seed = (seed * 1103515245 + 12345) % 2147483648
            row.append(seed / 2147483648.0 - 0.5)
        matrix.append(row)
        right.append(sum(row))
    return matrix, right


def decompose(a):
    """Leave L and U in place of the matrix; return the order of the rows and the sign of that permutation."""
    n = len(a)
    order = list(range(n))
    sign = 1
    for k in range(n):
        pivot = k
        for i in range(k + 1, n):
            if abs(a[i][k]) > abs(a[pivot][k]):
                pivot = i
        if pivot != k:
            a[k], a[pivot] = a[pivot], a[k]
            order[k], order[pivot] = order[pivot], order[k]
            sign = -sign
        top = a[k]
        for i in range(k + 1, n):
            row = a[i]
            factor = row[k] / top[k]
            row[k] = factor
            for j in range(k + 1, n):
                row[j] -= factor * top[j]
    return order, sign


def solve(lu, order, right):
    n = len(lu)
    x = [right[i] for i in order]
    for i in range(n):
        row = lu[i]
        for j in range(i):
            x[i] -= row[j] * x[j]
    for i in range(n - 1, -1, -1):
        row = lu[i]
        for j in range(i + 1, n):
            x[i] -= row[j] * x[j]
        x[i] /= row[i]
    return x


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    matrix, right = make_system(n)
    order, sign = decompose(matrix)
    x = solve(matrix, order, right)
    swapped = 0
    for i in range(n):
        if order[i] != i:
            swapped += 1
    print(f"{sum(x):.6f} {x[0]:.6f} {matrix[n - 1][n - 1]:.6f} {sign} {swapped}")


if __name__ == "__main__":
    main()
