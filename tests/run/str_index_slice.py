"""Indexing and slicing of ASCII and non-ASCII text, with every sign of step."""

TEXTS = ["", "a", "hello world", "naïve café", "日本語テキスト", "a😀b😀c", "é̀x"]
SLICES = [
    slice(None),
    slice(1, None),
    slice(None, -1),
    slice(-3, None),
    slice(None, None, -1),
    slice(None, None, 2),
    slice(5, 1, -2),
    slice(-100, 100),
    slice(100, -100, -3),
    slice(2, 2),
    slice(-2, None, -1),
    slice(1, -1, 3),
]

for text in TEXTS:
    print(len(text), [text[s] for s in SLICES])
    print([c for c in text], list(reversed(text)))
    for i in (0, -1, len(text) // 2, len(text), -len(text), -len(text) - 1):
        try:
            print(repr(text[i]), end=" ")
        except IndexError as error:
            print(f"<{error}>", end=" ")
    print()


class Two:
    def __index__(self):
        return 2


text = "abcdef"
print(text[Two()], text[Two() :], text[: Two()], text[:: Two()], text[True], text[False:True])
print(text[10**30 :], text[-(10**30) : 3], text[: 10**30], text[:: 10**30], text[:: -(10**30)])

for bad in (
    lambda: text["0"],
    lambda: text[1.0],
    lambda: text[None],
    lambda: text[::0],
    lambda: text[1:"x"],
    lambda: text[10**30],
    lambda: text[1, 2],
    lambda: text[object:],
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)

try:
    text[0] = "z"
except TypeError as error:
    print(error)
try:
    del text[0]
except TypeError as error:
    print(error)


def rotations(word):
    return [word[i:] + word[:i] for i in range(len(word))]


def is_palindrome(phrase):
    letters = [c.lower() for c in phrase if c.isalnum()]
    return letters == letters[::-1]


def chunks(seq, size):
    return [seq[i : i + size] for i in range(0, len(seq), size)]


print(rotations("héllo"), rotations("日本"))
print([is_palindrome(p) for p in ("A man, a plan, a canal: Panama", "été", "Python", "", "Was it a car")])
print(chunks("abcdefgh", 3), chunks("日本語テ", 2))
print(
    "abc" < "abd",
    "Z" < "a",
    "a" < "aa",
    "é" > "z",
    "😀" > "\uffff",
    "" < "a",
    "abc" == "abc",
    min("hello"),
    max("hello"),
)
print(slice(1, 10, 3).indices(7), slice(None, None, -1).indices(5), slice(-3, 100).indices(10))
