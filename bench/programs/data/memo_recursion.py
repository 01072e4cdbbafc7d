"""Recursion with a dict of known results: the longest common subsequence, partitions, ways to pay."""

import sys


def common_length(a, b, i, j, known):
    if i == 0 or j == 0:
        return 0
    key = (i, j)
    if key in known:
        return known[key]
    if a[i - 1] == b[j - 1]:
        result = common_length(a, b, i - 1, j - 1, known) + 1
    else:
        result = max(common_length(a, b, i - 1, j, known), common_length(a, b, i, j - 1, known))
    known[key] = result
    return result


def partitions(n, largest, known):
    if n == 0:
        return 1
    if n < 0 or largest == 0:
        return 0
    key = (n, largest)
    if key not in known:
        known[key] = partitions(n - largest, largest, known) + partitions(n, largest - 1, known)
    return known[key]


def ways(amount, coins, known):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    key = (amount, coins)
    if key not in known:
        known[key] = ways(amount - coins[-1], coins, known) + ways(amount, coins[:-1], known)
    return known[key]


def letters(n, seed):
    out = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append("abcd"[seed // 65536 % 4])
    return "".join(out)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    total = 0
    entries = 0
    for i in range(rounds):
        known = {}
        total += common_length(letters(300, i), letters(300, i + 100), 300, 300, known)
        entries += len(known)
        known = {}
        total += partitions(180 + i, 180 + i, known) % 1000003
        entries += len(known)
        known = {}
        total += ways(800 + i, (1, 2, 5, 10, 20, 50, 100), known) % 1000003
        entries += len(known)
    print(total, entries)


if __name__ == "__main__":
    main()
