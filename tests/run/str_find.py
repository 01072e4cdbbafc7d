"""find, index, count, in, startswith, endswith, replace, partition; with bounds and empty needles."""

TEXT = "abracadabra"
WIDE = "año señor 😀 año"

for needle in ("a", "abra", "", "z", "abracadabra", "abracadabrax", "ra", "bra", "c"):
    print(
        repr(needle),
        TEXT.find(needle),
        TEXT.rfind(needle),
        TEXT.count(needle),
        needle in TEXT,
        TEXT.startswith(needle),
        TEXT.endswith(needle),
        TEXT.find(needle, 3),
        TEXT.rfind(needle, 0, -2),
        TEXT.count(needle, 2, 9),
    )
for needle in ("ñ", "año", "😀", " ", "o", "n"):
    print(
        needle,
        WIDE.find(needle),
        WIDE.rfind(needle),
        WIDE.count(needle),
        WIDE.find(needle, 5, -3),
        WIDE.partition(needle),
    )

print(
    "".find(""),
    "".find("a"),
    "abc".find("", 3),
    "abc".find("", 4),
    "abc".find("", -1),
    "abc".rfind(""),
    "abc".count(""),
    "".count(""),
)
print(
    "aaaa".count("aa"),
    "aaaa".find("aa", 1),
    "aaaa".rfind("aa"),
    "aaaa".replace("aa", "b"),
    "aaaaa".replace("aa", "b", 1),
)
print(
    "abc".startswith(("x", "a")),
    "abc".startswith(()),
    "abc".endswith(("bc", "d"), 1),
    "abc".startswith("b", 1),
    "abc".startswith("", 4),
)

for old, new, count in (
    ("a", "", -1),
    ("", "-", -1),
    ("", "-", 3),
    ("abra", "X", 1),
    ("z", "y", -1),
    ("a", "aa", 2),
    ("a", "é", 0),
    ("b", "😀", -1),
):
    print(repr(TEXT.replace(old, new, count)))
print("".replace("", "x"), "".replace("a", "x"), "é".replace("", "."), "x".replace("x", ""))

for method in ("partition", "rpartition"):
    print(method, [getattr(s, method)("=") for s in ("k=v", "a=b=c", "none", "=", "")])
print(
    "prefix-body".removeprefix("prefix-"),
    "body.txt".removesuffix(".txt"),
    "x".removeprefix("xy"),
    "aa".removesuffix(""),
    "aaa".removeprefix("a"),
)


def attempt(thunk):
    try:
        print(repr(thunk()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: TEXT.index("zz"))
attempt(lambda: TEXT.rindex("zz", 2))
attempt(lambda: TEXT.index("cad"))
attempt(lambda: TEXT.partition(""))
attempt(lambda: 1 in TEXT)
attempt(lambda: TEXT.find(1))
attempt(lambda: TEXT.startswith(5))
attempt(lambda: TEXT.startswith(("a", 5)))
attempt(lambda: TEXT.endswith(("x", 5)))
attempt(lambda: TEXT.replace("a"))
attempt(lambda: TEXT.count())
attempt(lambda: TEXT.replace("a", 1))


def find_all(haystack, needle):
    positions, start = [], haystack.find(needle)
    while start != -1:
        positions.append(start)
        start = haystack.find(needle, start + 1)
    return positions


print(find_all("aaaa", "aa"), find_all(TEXT, "abra"), find_all(WIDE, "año"), find_all("", "x"))
