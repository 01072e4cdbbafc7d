"""int() from text in every base, whitespace, underscores, other types, and the errors."""


class Indexable:
    def __index__(self):
        return 42


class Intable:
    def __int__(self):
        return -7


class Both:
    def __int__(self):
        return 1

    def __index__(self):
        return 2


class WrongInt:
    def __int__(self):
        return "nope"


def attempt(*args):
    try:
        print(args if all(isinstance(a, (str, int, float, bytes)) for a in args) else "object", "->", int(*args))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for text in ("0", "-0", "+17", "  42\n", "\t-5 ", "1_000_000", "007", "१२३", "-\u0661\u0662"):
    attempt(text)
for text in ("", " ", "+", "-", "--1", "+-1", "1__0", "_1", "1_", "1.5", "1e3", "0x10", "12a", "1 2", "\x00", "é"):
    attempt(text)

for text, base in (
    ("ff", 16),
    ("0xFF", 16),
    ("0b101", 2),
    ("-0o17", 8),
    ("zz", 36),
    ("Zz", 36),
    ("1_0", 2),
    ("0b1_01", 0),
    ("0x_ff", 0),
    ("0o17", 0),
    ("0", 0),
    ("00", 0),
    ("-0B11", 0),
    ("777", 8),
    ("12", 3),
):
    attempt(text, base)
for text, base in (
    ("2", 2),
    ("010", 0),
    ("g", 16),
    ("0x", 16),
    ("0b", 0),
    ("0b2", 0),
    ("10", 1),
    ("10", 37),
    ("10", -2),
    ("", 16),
    ("0xg", 0),
    ("9", 8),
):
    attempt(text, base)

attempt(3.99)
attempt(-3.99)
attempt(1e20)
attempt(float("nan"))
attempt(float("inf"))
attempt(float("-inf"))
attempt(b"12")
attempt(b" -0x1f ", 16)
attempt(b"1x")
attempt(True)
attempt(12, 10)
attempt(1.5, 10)
for value in (Indexable(), Intable(), Both(), WrongInt(), None, [], "5" "6", object):
    try:
        print(int(value))
    except TypeError as error:
        print(error)
print(int(), int("12", base=5), int("0b1", base=0))
print([int(c, 36) for c in "09azAZ"])
print(int("1" * 60), int("-" + "f" * 20, 16), int("1" * 100, 2))
