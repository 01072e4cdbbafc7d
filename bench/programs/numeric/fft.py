"""The fast Fourier transform, in place on two lists of floats (Cooley and Tukey 1965)."""

import math
import sys


def reorder(re, im):
    """Move each element to the bit reversal of its index."""
    n = len(re)
    j = 0
    for i in range(1, n):
        bit = n >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
        if i < j:
            re[i], re[j] = re[j], re[i]
            im[i], im[j] = im[j], im[i]


def transform(re, im, sign):
    n = len(re)
    reorder(re, im)
    length = 2
    while length <= n:
        half = length // 2
        angle = sign * 2.0 * math.pi / length
        for k in range(half):
            wr = math.cos(angle * k)
            wi = math.sin(angle * k)
            for i in range(k, n, length):
                j = i + half
                tr = wr * re[j] - wi * im[j]
                ti = wr * im[j] + wi * re[j]
                re[j] = re[i] - tr
                im[j] = im[i] - ti
                re[i] = re[i] + tr
                im[i] = im[i] + ti
        length *= 2


def main():
    n = 1 << (int(sys.argv[1]) if len(sys.argv) > 1 else 18)
    seed = 42
    re = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        re.append(seed / 2147483648.0 - 0.5)
    im = [0.0] * n
    first = re[:]
    transform(re, im, -1.0)
    power = 0.0
    for i in range(n):
        power += re[i] * re[i] + im[i] * im[i]
    print(f"{power / n:.6f} {re[1]:.6f} {im[n // 3]:.6f}")
    transform(re, im, 1.0)
    error = 0.0
    for i in range(n):
        error += abs(re[i] / n - first[i])
    print(error < 1e-9)


if __name__ == "__main__":
    main()
