"""Histograms with int, str and tuple keys, and the sets of what occurred."""

import sys


def numbers(n):
    seed = 12345
    result = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        result.append(seed // 65536)
    return result


def count_numbers(values):
    counts = {}
    for value in values:
        key = value % 5000
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
    return counts


def count_names(values):
    counts = {}
    for value in values:
        name = "w" + str(value % 1000)
        counts[name] = counts.get(name, 0) + 1
    return counts


def count_pairs(values):
    counts = {}
    previous = 0
    for value in values:
        digit = value % 50
        pair = (previous, digit)
        counts[pair] = counts.setdefault(pair, 0) + 1
        previous = digit
    return counts


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 2000000
    values = numbers(n)
    by_number = count_numbers(values)
    by_name = count_names(values)
    by_pair = count_pairs(values)
    low = {value for value in values if value < 20000}
    even = {value for value in values if value % 2 == 0}
    print(len(by_number), max(by_number.values()), by_number.get(7))
    print(len(by_name), by_name["w7"], sum(by_name.values()))
    print(len(by_pair), max(by_pair.values()), by_pair.get((3, 4)))
    print(len(low & even), len(low | even), len(low - even), len(low ^ even))


if __name__ == "__main__":
    main()
