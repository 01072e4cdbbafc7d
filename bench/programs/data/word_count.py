"""Word frequencies of a text: lines, `split`, `strip`, a dict of counts, a sort.

Arguments: how often to count, and the file. Without a file, the licence of this repository is counted.
"""

import sys

PUNCTUATION = ".,;:!?\"'`()[]{}<>*=-_/\\|"


def read_lines(path):
    lines = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            lines.append(line.rstrip("\n"))
    return lines


def count_words(lines):
    counts = {}
    for line in lines:
        for word in line.split():
            word = word.strip(PUNCTUATION).lower()
            if word:
                counts[word] = counts.get(word, 0) + 1
    return counts


def most_common(counts, n):
    pairs = [(-count, word) for word, count in counts.items()]
    pairs.sort()
    return [(word, -count) for count, word in pairs[:n]]


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    path = sys.argv[2] if len(sys.argv) > 2 else "LICENSE"
    lines = read_lines(path)
    total = 0
    counts = {}
    for _ in range(rounds):
        counts = count_words(lines)
        total += sum(counts.values())
    print(total, len(counts), sum(len(word) for word in counts))
    for word, count in most_common(counts, 5):
        print(word, count)


if __name__ == "__main__":
    main()
