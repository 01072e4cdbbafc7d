"""The edit distance of each pair of some words, by rows of the table (Wagner and Fischer 1974)."""

import sys

SYLLABLES = ["ka", "lo", "mi", "ster", "ban", "qu", "e", "ri", "ton", "va", "shi", "de"]


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, ca in enumerate(a):
        current = [i + 1]
        for j, cb in enumerate(b):
            if ca == cb:
                current.append(previous[j])
            else:
                current.append(1 + min(previous[j], previous[j + 1], current[j]))
        previous = current
    return previous[-1]


def make_words(n):
    seed = 77
    words = []
    for _ in range(n):
        word = ""
        for _ in range(4):
            seed = (seed * 1103515245 + 12345) % 2147483648
            word += SYLLABLES[seed // 65536 % len(SYLLABLES)]
        words.append(word)
    return words


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    words = make_words(n)
    total = 0
    nearest = 1000
    pair = None
    for i, a in enumerate(words):
        for b in words[i + 1:]:
            d = distance(a, b)
            total += d
            if 0 < d < nearest:
                nearest = d
                pair = (a, b)
    print(total, nearest, pair)


if __name__ == "__main__":
    main()
