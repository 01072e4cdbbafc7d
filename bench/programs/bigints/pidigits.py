"""The digits of pi, one after the other, by a spigot with no bound (Gibbons 2006)."""

import sys


def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    digits = []
    for digit in pi_digits():
        digits.append(str(digit))
        if len(digits) == count:
            break
    text = "".join(digits)
    print(text[:10], text[-10:], sum([int(d) for d in digits]))


if __name__ == "__main__":
    main()
