"""The most frequent words of some text files (or of standard input).

    molt run examples/wordfreq.py LICENSE
"""

import sys


def words(text):
    """The words of a text: runs of letters and apostrophes, in lower case."""
    word = []
    for character in text.lower():
        if character.isalpha() or character == "'" and word:
            word.append(character)
        elif word:
            yield "".join(word)
            word.clear()
    if word:
        yield "".join(word)


def count(lines):
    counts = {}
    for line in lines:
        for word in words(line):
            counts[word] = counts.get(word, 0) + 1
    return counts


def report(counts, limit=10):
    total = sum(counts.values())
    print(f"{total} words, {len(counts)} different")
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for word, n in ranking[:limit]:
        print(f"{n:6d} {n / total:6.1%}  {word}")


def main():
    counts = {}
    for path in sys.argv[1:]:
        try:
            with open(path, encoding="utf-8") as file:
                for word, n in count(file).items():
                    counts[word] = counts.get(word, 0) + n
        except OSError as error:
            print(f"wordfreq: {error}", file=sys.stderr)
            return 1
    if len(sys.argv) == 1:
        counts = count(sys.stdin)
    if not counts:
        print("no words")
        return 1
    report(counts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
