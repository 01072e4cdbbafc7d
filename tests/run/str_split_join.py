"""split, rsplit, splitlines and join in all their forms."""


def attempt(thunk):
    try:
        print(repr(thunk()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


SAMPLES = ["a b  c", "  lead and trail  ", "", "   ", "one", "tab\tnew\nline", "a\u00a0b\u2003c"]
for sample in SAMPLES:
    print(sample.split(), sample.rsplit(), sample.split(" "), sample.split(None, 1), sample.rsplit(None, 1))

print(
    "a,b,,c,".split(","),
    ",".split(","),
    "".split(","),
    "a,b,c".split(",", 1),
    "a,b,c".rsplit(",", 1),
    "a,b,c".split(",", 0),
)
print(
    "a--b--c".split("--"),
    "aaa".split("a"),
    "aaaa".split("aa"),
    "aaa".rsplit("aa"),
    "é|ñ|😀".split("|"),
    "x".split("xyz"),
)
print(
    "a b c d".split(maxsplit=2),
    "a b c d".rsplit(maxsplit=2),
    "a.b".split(sep="."),
    "  a b ".split(None, 0),
    "  a b ".rsplit(None, 0),
)

LINES = "one\ntwo\r\nthree\rfour\n\nsix\x0bseven\x0ceight\x1cnine\x85ten\u2028eleven"
print(LINES.splitlines())
print(LINES.splitlines(True))
print(
    LINES.splitlines(keepends=True) == LINES.splitlines(1),
    "".splitlines(),
    "\n".splitlines(),
    "a\n".splitlines(),
    "a\n\nb".splitlines(),
)
print("".join(LINES.splitlines(True)) == LINES)

print(
    "-".join([]),
    "-".join(["a"]),
    "-".join("abc"),
    "".join(["x", "é", "😀"]),
    ", ".join(str(i) for i in range(5)),
    "ab".join(("1", "2", "3")),
)
print("|".join({"k": 1, "j": 2}), "".join(c * 2 for c in "abc"), " ".join(reversed("abc")), "\n".join(["p", "q"]))


class Words:
    def __init__(self, *words):
        self.words = words

    def __getitem__(self, index):
        return self.words[index]


print("+".join(Words("x", "y", "z")))

attempt(lambda: "a b".split(""))
attempt(lambda: "a b".rsplit(""))
attempt(lambda: "a b".split(1))
attempt(lambda: ",".join([1, 2]))
attempt(lambda: ",".join(["a", None]))
attempt(lambda: ",".join(5))
attempt(lambda: ",".join(["a", b"b"]))
attempt(lambda: "x".join())
attempt(lambda: "a b".split(" ", "1"))
attempt(lambda: "a".splitlines(1, 2))


def parse_csv_line(line):
    fields, current, quoted = [], [], False
    for ch in line:
        if ch == '"':
            quoted = not quoted
        elif ch == "," and not quoted:
            fields.append("".join(current))
            current = []
        else:
            current.append(ch)
    return fields + ["".join(current)]


print(parse_csv_line('a,"b,c",,"d ""e"'), parse_csv_line(""), parse_csv_line(","))
acc = ""
for i, word in enumerate("the quick brown fox".split()):
    acc += word[i] if i < len(word) else "."
    acc += "-"
print(acc, acc.strip("-"), acc.split("-"))
