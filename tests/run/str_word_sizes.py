# Words of every short size, of every character that splits, is stripped, has case: what is done by words of eight bytes.
ASCII = "".join(chr(i) for i in range(128))
OTHERS = ["\x80", "\x85", "\xa0", "é", "İ", "ß", "Σ", "\u2003", "\u3000", "中", "\U0001f600"]

for c in [*ASCII, *OTHERS]:
    for size in range(0, 18):
        word = "wordsOFmanySIZESxy"[:size]
        text = f" {word}{c}{word}\t{word}"
        expected = [part for part in "".join(" " if x.isspace() else x for x in text).split(" ") if part]
        assert text.split() == expected, (text, text.split())
        assert (word + c).rstrip() == (word if c.isspace() else word + c)
        assert (c + word).lstrip() == (word if c.isspace() else c + word)
        assert (c + word + c).strip(c) == word.strip(c)
        assert (c + word + c).strip("wo" + c) == word.strip("wo" + c)
        assert (word + c).strip("y" + c + "é") == word.strip("y" + c + "é")

for size in range(0, 34):
    for at in range(size):
        for c in "@AMZ[`amz{\x7f":
            word = "x" * at + c + "Y" * (size - at - 1)
            lower = "".join(chr(ord(x) + 32) if "A" <= x <= "Z" else x for x in word)
            upper = "".join(chr(ord(x) - 32) if "a" <= x <= "z" else x for x in word)
            assert word.lower() == lower and word.upper() == upper, word
            assert word.capitalize() == upper[:1] + lower[1:]
            assert word.encode().lower() == lower.encode() and word.encode().upper() == upper.encode()

# Equal but for one byte, in every place: as keys, and compared.
for size in range(1, 34):
    base = "k" * size
    keys = {base: -1}
    for at in range(size):
        other = base[:at] + "j" + base[at + 1:]
        assert other != base and not other == base and other < base
        assert other.encode() != base.encode()
        keys[other] = at
    assert len(keys) == size + 1
    for at in range(size):
        assert keys["k" * at + "j" + "k" * (size - at - 1)] == at

for method in (str.strip, str.lstrip, str.rstrip):
    for wrong in (1, b" ", ["a"]):
        try:
            method("text", wrong)
        except TypeError as error:
            print(error)
sets = ["ab", "ba" * 2, "xyz", "ab"]
for _ in range(3):
    for s in sets:
        print("abcxyzba".strip(s), "abcxyzba".strip("cab"), end=" ")
print()

# The order of texts that differ in one place, alone and in tuples, by sorting too.
for size in range(1, 26):
    texts = ["m" * at + c + "m" * (size - at - 1) for at in range(size) for c in "alz\x7f~é"] + ["m" * n for n in range(size + 9)]
    by_code_points = [[ord(c) for c in text] for text in texts]
    for i in range(0, len(texts), 3):
        for j in range(1, len(texts), 5):
            a, b, x, y = texts[i], texts[j], by_code_points[i], by_code_points[j]
            assert (a < b) == (x < y) and (a <= b) == (x <= y) and (a == b) == (x == y), (a, b)
            assert ((1, a, 2) < (1, b, 1)) == ((1, x, 2) < (1, y, 1)) and ((a, 1) >= (b, 2)) == ((x, 1) >= (y, 2))
            assert ((a, 0) == (b, 0)) == (x == y) and ((a, 0) != (b, 0)) == (x != y)
    pairs = sorted((text, i) for i, text in enumerate(texts))
    assert pairs == sorted(pairs, key=lambda p: ([ord(c) for c in p[0]], p[1]))
    assert sorted(texts) == [text for text, _ in pairs]
