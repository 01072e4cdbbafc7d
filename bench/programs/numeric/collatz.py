"""The longest Collatz chain below a limit: integer division, remainders, a while loop."""

import sys


def chain_length(n):
    steps = 1
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 300000
    longest = 0
    start = 0
    total = 0
    for n in range(1, limit):
        steps = chain_length(n)
        total += steps
        if steps > longest:
            longest = steps
            start = n
    print(start, longest, total)


if __name__ == "__main__":
    main()
