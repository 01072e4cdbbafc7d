"""Numbers written as words, ordinals, grouping by hand, and reading them back."""

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ["", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion", "sextillion"]


def below_thousand(n):
    words = []
    if n >= 100:
        words += [ONES[n // 100], "hundred"]
        n %= 100
        if n:
            words.append("and")
    if n >= 20:
        words.append(TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else ""))
    elif n or not words:
        words.append(ONES[n])
    return " ".join(words)


def spell(n):
    if n < 0:
        return "minus " + spell(-n)
    if n < 1000:
        return below_thousand(n)
    groups = []
    for scale in SCALES:
        n, group = divmod(n, 1000)
        if group:
            groups.insert(0, f"{below_thousand(group)} {scale}".rstrip())
        if not n:
            return ", ".join(groups)
    raise OverflowError("number too large to spell")


def read(text):
    values = {word: i for i, word in enumerate(ONES)} | {word: i * 10 for i, word in enumerate(TENS) if i > 1}
    total = group = 0
    words = text.replace("-", " ").replace(",", "").split()
    sign = 1
    if words and words[0] == "minus":
        sign = -1
        del words[0]
    for word in words:
        if word == "and":
            continue
        if word == "hundred":
            group *= 100
        elif word in SCALES:
            total += group * 1000 ** SCALES.index(word)
            group = 0
        elif word in values:
            group += values[word]
        else:
            raise ValueError(f"unknown word {word!r}")
    return sign * (total + group)


def ordinal(n):
    suffix = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


def grouped(n, separator=","):
    digits = str(abs(n))
    out = ""
    while len(digits) > 3:
        out = separator + digits[-3:] + out
        digits = digits[:-3]
    return ("-" if n < 0 else "") + digits + out


for n in (0, 7, 13, 20, 21, 100, 101, 999, 1000, 1001, 12345, 10**6, 2**31, -(2**31) - 1, 2**63, 10**18 + 1, 10**21):
    text = spell(n)
    assert read(text) == n, (n, text)
    assert grouped(n) == f"{n:,}"
    print(n, text, grouped(n, "'"), sep=" = ")
for bad in (10**24, "x"):
    try:
        print(spell(bad))
    except (OverflowError, TypeError) as error:
        print(type(error).__name__, error)
try:
    read("two hundred bananas")
except ValueError as error:
    print(error)
print(
    [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 1003)],
    read(""),
    all(read(spell(n)) == n for n in range(0, 3000, 7)),
)
longest = max(range(1000), key=lambda n: len(spell(n).replace(" ", "")))
print(longest, spell(longest), sum(len(c) for n in range(1, 101) for c in spell(n).replace("-", " ").split()))
