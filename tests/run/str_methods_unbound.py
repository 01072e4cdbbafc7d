"""Methods called through the class, bound methods as values, sequence protocol of str."""

upper = "abc".upper
print(
    upper(),
    upper.__name__,
    str.upper("x"),
    list(map(str.strip, [" a ", "b "])),
    list(map(len, ["", "ab"])),
    sorted(["b", "A"], key=str.casefold),
    str.join("-", "abc"),
    str.split("a b"),
)
apply_all = [str.lower, str.title, str.swapcase, len, list, str.isupper]
print(
    [f("aBc dE") for f in apply_all],
    [getattr("x-y", name)("-") for name in ("split", "partition", "count", "startswith", "find")],
)
print(
    "abc".__len__(),
    "abc".__contains__("b"),
    "abc".__getitem__(1),
    "abc".__add__("d"),
    "abc".__mul__(2),
    "abc".__rmul__(2),
    "b".__lt__("c"),
    "a".__eq__(1),
    "abc".__hash__() == hash("abc"),
    "%d".__mod__(5),
    "abc".__iter__().__next__(),
)

it = iter("aé😀")
print(next(it), list(it), next(it, "end"))
print(
    [*"ab"],
    (*"cd",),
    {**dict(zip("ab", "cd"))},
    set("a"),
    list(enumerate("xy", 1)),
    list(zip("abc", "de")),
    dict(["ab", "cd"]),
    list(reversed("abc")),
    "".join(reversed("abc")),
)
a, b, c = "xyz"
first, *rest = "héllo"
print(
    a,
    b,
    c,
    first,
    rest,
    max("hello"),
    min("hello", key=ord),
    sorted("banana", key=lambda ch: (-"banana".count(ch), ch)),
    any("0 "),
    all(""),
    sum(map(ord, "abc")),
    "a" in "abc",
    "" in "abc",
    "ac" in "abc",
)


class Name(str):
    count = 0

    def __new__(cls, value, *, suffix=""):
        self = super().__new__(cls, value.strip() + suffix)
        cls.count += 1
        return self

    def __init__(self, value, *, suffix=""):
        self.original = value

    def __add__(self, other):
        return Name(str(self) + " & " + other)

    def __radd__(self, other):
        return f"{other} plus {str(self)}"

    def __getitem__(self, index):
        return f"<{super().__getitem__(index)}>"

    def __contains__(self, item):
        return item == "anything" or super().__contains__(item)

    def __iter__(self):
        return iter(["iter", "override"])

    def __len__(self):
        return 99


n = Name("  Ada ", suffix="!")
print(
    n,
    repr(n.original),
    n + "Bob",
    "x" + n,
    n[0],
    n[1:3],
    "anything" in n,
    "Ada" in n,
    "zz" in n,
    list(n),
    len(n),
    n.upper(),
    n.join("ab"),
    n == "Ada!",
    Name.count,
    isinstance(n, str),
    n.__dict__,
)
print(
    f"{n}|{n:>8}|{n!r}",
    "%s" % n,
    "{}".format(n),
    "-".join([n, n]),
    n.encode(),
    n.replace("!", "?"),
    hash(n) == hash("Ada!"),
    {"Ada!": "key"}[n],
    int(Name(" 42 ")),
    n * 2,
)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: str.upper())
attempt(lambda: str.upper(5))
attempt(lambda: str.join("-"))
attempt(lambda: "abc".upper("x"))
attempt(lambda: "abc".nosuch)
attempt(lambda: "abc".split(bad=1))
attempt(lambda: "abc".center())
attempt(lambda: "abc".replace("a", "b", "c"))
attempt(lambda: "abc".encode(5))
attempt(lambda: setattr("abc", "x", 1))
attempt(lambda: str.nosuch)
attempt(lambda: "abc".join(5))
attempt(lambda: "abc".count(1))
attempt(lambda: "abc".find("a", "b"))
attempt(lambda: "abc".title(1))
attempt(lambda: Name())
attempt(lambda: Name("a", "b"))
