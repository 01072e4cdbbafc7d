"""Writes test cases for test_text.c: an operation on str, bytes or bytearray, and what CPython makes of it.

    PYTHONHASHSEED=0 python tests/text_cases.py OUT.txt

A line is "OPERATION VALUE... => RESULT", in the notation that `encode` writes. The result is the repr of
the value, or "Type: message" of the exception, in hexadecimal UTF-8.
"""

import operator
import random
import sys

SEED = 20
TEXTS = [
    "", "a", "abc", "hello world", "  two  words ", "Hello World", "ABC", "abcabcabc", "a,b,,c", "-42", "+7",
    "a\tb\tc\n\td", "line1\nline2\r\nline3\rline4\x0bline5\u2028end\n", "it's", 'say "hi"', "both ' and \"",
    "\x00\x7f\x80\xad\xff", "é", "straße", "ΑΣ ΟΔΥΣΣΕΥΣ Σ", "ǆ ǅ Ǆ", "İıŉ", "ﬃ ﬁ", "日本語テキスト", "😀 smile 😀",
    "\ud800 lone \udfff", "\ud83d\ude00", "a\u0301b", "  x\u2003", "123", "²³", "½", "\u0663", "ab12", "x" * 70,
    "é" * 70 + "z", "日" * 130, "def f():", "_name1", "1name", "naïve", "ÀÉÎ", "Title Case Text", "Not title",
    "{} {}", "{0}-{1}-{0}", "{a} {b}", "{:>10}|{:<6}|{:^7}", "%s and %s", "%d%%", "%(k)s", "aaaa" * 30 + "b", "@AZ[`az{\x00\x7f" * 3, "a\xa0b\u2003c  d",
]
BYTES = [
    b"", b"a", b"abc", b"hello world", b"  two  words ", b"A,b,,C", b"a\tb\n\tc", b"1\n2\r\n3\r4", b"it's", b'"q"',
    b"'\"", bytes(range(256)), b"\xff\xfe", b"caf\xc3\xa9", b"\xe2\x82", b"-42", b"abcabc", b"Title Case", b"@AZ[`az{\xc1\xe1\xda\xfa" * 2, b"%s %d",
]
INTS = [0, 1, -1, 2, 3, -3, 5, 10, 100, 97, 255, 256, 2**40, 2**70, -(2**70)]
OTHERS = [None, True, 1.5, (), ("a", "b"), ["x", "y"], (b"a", b"b"), {"a": 1}]

OPERATORS = {
    "%": operator.mod, "+": operator.add, "*": operator.mul, "[]": operator.getitem,
    "in": lambda a, b: b in a, "<": operator.lt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
    "hash": hash, "repr": repr, "str": str, "ascii": ascii, "len": len, "iter": list, "format": format,
}


def encode(value):
    match value:
        case None | True | False:
            return {None: "n", True: "T", False: "F"}[value]
        case int():
            return f"i:{value}"
        case float():
            return f"f:{value!r}"
        case str():
            return "s:" + value.encode("utf-8", "surrogatepass").hex()
        case bytes():
            return "b:" + value.hex()
        case bytearray():
            return "y:" + value.hex()
        case tuple():
            return " ".join(["(", *map(encode, value), ")"])
        case list():
            return " ".join(["[", *map(encode, value), "]"])
        case dict():
            return " ".join(["{", *(encode(item) for pair in value.items() for item in pair), "}"])
        case slice():
            return " ".join(["<", encode(value.start), encode(value.stop), encode(value.step), ">"])
    raise TypeError(value)


def outcome(function, args, kwargs):
    try:
        text = repr(function(*args, **kwargs))
    except MemoryError:
        return None
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
    return text.encode("utf-8", "surrogatepass").hex()


def copied(value):
    return bytearray(value) if isinstance(value, bytearray) else value


class Cases:
    def __init__(self):
        self.lines = []
        self.seen = set()

    def add(self, operation, *args, **kwargs):
        words = [operation, *map(encode, args), *(f"k:{name} {encode(v)}" for name, v in kwargs.items())]
        line = " ".join(words)
        if line in self.seen:
            return
        self.seen.add(line)
        receiver, *rest = map(copied, args)
        if operation in OPERATORS:
            result = outcome(OPERATORS[operation], (receiver, *rest), {})
        else:
            result = outcome(getattr(receiver, operation), rest, kwargs)
        if result is not None:
            self.lines.append(f"{line} => {result}")

    def add_new(self, cls, *args, **kwargs):
        words = [f"new:{cls.__name__}", *map(encode, args), *(f"k:{name} {encode(v)}" for name, v in kwargs.items())]
        self.lines.append(f"{' '.join(words)} => {outcome(cls, args, kwargs)}")

    def add_mutation(self, name, receiver, *args):
        """The outcome is (result, changed receiver), or the new value of an operation in place."""
        line = " ".join([f"!{name}", encode(receiver), *map(encode, args)])

        def run():
            in_place = {"+": operator.iadd, "*": operator.imul}
            if name in in_place:
                return in_place[name](receiver, *args)
            operations = {"set": operator.setitem, "del": operator.delitem}
            method = operations[name] if name in operations else getattr(bytearray, name)
            return method(receiver, *args), receiver

        self.lines.append(f"{line} => {outcome(run, (), {})}")

    def add_format(self, text, args, kwargs):
        """str.format, whose name is taken by the operation format()."""
        words = ["call_format", encode(text), *map(encode, args), *(f"k:{name} {encode(v)}" for name, v in kwargs.items())]
        self.lines.append(f"{' '.join(words)} => {outcome(text.format, args, kwargs)}")


def plain_methods(cases):
    for receivers in (TEXTS, BYTES, [bytearray(b) for b in BYTES]):
        names = [
            "lower", "upper", "title", "capitalize", "swapcase", "strip", "lstrip", "rstrip", "split", "rsplit",
            "splitlines", "expandtabs", "isalpha", "isdigit", "isalnum", "isspace", "islower", "isupper", "istitle",
            "isascii",
        ]
        if receivers is TEXTS:
            names += ["casefold", "isdecimal", "isnumeric", "isprintable", "isidentifier", "encode"]
        else:
            names += ["decode", "hex"]
        for receiver in receivers:
            for name in names:
                cases.add(name, receiver)
            for name in ("repr", "str", "len", "iter", "hash", "ascii"):
                cases.add(name, receiver)
            cases.add("splitlines", receiver, True)
            cases.add("splitlines", receiver, keepends=True)
            for tab in (0, 1, 4):
                cases.add("expandtabs", receiver, tab)
                cases.add("expandtabs", receiver, tabsize=tab)


def searches(cases, rng, receivers, needles, count):
    names = ["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]
    bounds = [None, 0, 1, 2, -1, -2, 5, 64, 65, 100, -100, 2**70, -(2**70)]
    for _ in range(count):
        receiver, needle = rng.choice(receivers), rng.choice(needles)
        if rng.random() < 0.5 and len(receiver) > 0:
            start = rng.randrange(len(receiver))
            needle = receiver[start : start + rng.randrange(4)]
        extra = [rng.choice(bounds) for _ in range(rng.randrange(3))]
        cases.add(rng.choice(names), receiver, needle, *extra)
        cases.add(rng.choice(["partition", "rpartition", "removeprefix", "removesuffix"]), receiver, needle)
        cases.add(rng.choice(["split", "rsplit"]), receiver, rng.choice([needle, None]), rng.choice([-1, 0, 1, 2, 9]))
        cases.add("replace", receiver, needle, rng.choice(needles), *rng.choice([[], [-1], [0], [1], [2]]))
        cases.add(rng.choice(["strip", "lstrip", "rstrip"]), receiver, rng.choice([needle, None]))
        cases.add("in", receiver, needle)
        for sign in ("<", ">=", "==", "!="):
            cases.add(sign, receiver, rng.choice(receivers))
        cases.add("+", receiver, needle)


def layout(cases, rng, receivers, fills, count):
    for _ in range(count):
        receiver = rng.choice(receivers)
        width = rng.choice([0, 1, 5, 10, 21, len(receiver), len(receiver) + 1, len(receiver) + 4, -3])
        name = rng.choice(["ljust", "rjust", "center"])
        cases.add(name, receiver, width, *rng.choice([[], [rng.choice(fills)]]))
        cases.add("zfill", receiver, width)
        cases.add("*", receiver, rng.choice([0, 1, 2, 3, -1]))
        parts = [rng.choice([None, 0, 1, 2, -1, -2, 3, 64, 65, 100, -70]) for _ in range(2)]
        step = rng.choice([None, None, 1, 2, -1, -2, 3, 100])
        cases.add("[]", receiver, slice(*parts, step))
        cases.add("[]", receiver, rng.choice([0, 1, -1, 2, 63, 64, 65, -64, 1000, -1000]))


def formatting(cases, rng):
    for conversion in "srad":
        for flags in ("", "-", "0", "+", " ", "#", "-0", "+0", "# "):
            for width in ("", "5", "12"):
                for precision in ("", ".0", ".3"):
                    cases.add("%", f"<%{flags}{width}{precision}{conversion}>", rng.choice([7, -7, 0, True]))
    for conversion in "xXoiuceEfFgG":
        for flags in ("", "-", "0", "+", "#", "#0", "+-"):
            for spec in ("", "8", ".2", "12.4"):
                for value in (rng.choice([42, 255, 0]), rng.choice([-42, -1]), rng.choice([1.5, -0.0, 1e20])):
                    cases.add("%", f"[%{flags}{spec}{conversion}]", value)
    odd = [
        ("%s", ()), ("%s %s", (1,)), ("%s", (1, 2)), ("", 1), ("", ()), ("%%", ()), ("%", 1), ("%5", 1), ("%.", 1),
        ("%q", 1), ("%5%", 1), ("%(a)s", {"a": 1}), ("%(a)s", {"b": 1}), ("%(a)s", 1), ("%(a", {}), ("%(a)s %s", {"a": 1}),
        ("%*d", (5, 1)), ("%-*d|", (5, 1)), ("%*d|", (-5, 1)), ("%.*f", (2, 1.5)), ("%*d", ("x", 1)), ("%c", "é"),
        ("%c", 0x1F600), ("%c", -1), ("%c", 1114112), ("%c", "ab"), ("%c", 1.5), ("%d", "x"), ("%x", 1.5), ("%f", "x"),
        ("%d", 1.99), ("%d", 1e20), ("%d", None), ("é%é", 1), ("%ሴ", 1), ("%ld %hd", (1, 2)), ("%5.1s|", "é日"),
        ("%(x)s %(y)d", {"x": "é", "y": 3}), ("%((a))s", {"(a)": 1}), ("a", [1]), ("a", {"k": 1}), ("%s", [1, 2]),
        ("%s", {"k": 1}), ("%.99999999999d", 1), ("%99999999999999999999d", 1), ("%r %a", ("é", "é")), ("%i", 2**80),
        ("%x", 2**80), ("%#o", -(2**70)), ("%d", 2**60), ("%s", b"x"), ("%s", None), ("%*d", (2**70, 1)), ("%.*d", (2**40, 1)),
    ]
    for format_text, args in odd:
        cases.add("%", format_text, args)
    raw = [
        (b"%s", b"x"), (b"%b|%5s", (b"a", bytearray(b"b"))), (b"%s", "x"), (b"%d", 5), (b"%05d", -5), (b"%x", 255), (b"%c", 65),
        (b"%c", b"z"), (b"%c", 256), (b"%c", "z"), (b"%a %r", ("é", 1)), (b"%f", 1.5), (b"%f", "x"), (b"%q", 1), (b"%", 1),
        (b"%s %s", b"x"), (b"x", 1), (b"%(k)s", {b"k": b"v"}), (b"%(k)s", {"k": b"v"}), (b"%.2s", b"abc"), (b"%b", 1),
        (b"%-5s|", b"ab"), (b"%#x", 10), (b"%e", 12345.678), (b"%d", "x"), (b"%i%%", 7),
    ]
    for format_bytes, args in raw:
        cases.add("%", format_bytes, args)
        cases.add("%", bytearray(format_bytes), args)


def format_method(cases):
    calls = [
        ("{} {}", (1, 2), {}), ("{0}{1}{0}", ("a", "b"), {}), ("{a}{b}", (), {"a": 1, "b": "x"}), ("{", (), {}), ("}", (), {}),
        ("{}", (), {}), ("{0}", (), {}), ("{a}", (), {}), ("{a}", (), {"b": 1}), ("{{}}", (), {}), ("{{{}}}", (1,), {}),
        ("{!r} {!s} {!a}", ("é", "é", "é"), {}), ("{!x}", (1,), {}), ("{!", (1,), {}), ("{!r", (1,), {}), ("{!rx}", (1,), {}),
        ("{!\x01}", (1,), {}), ("{:>10}", ("é",), {}), ("{:*^9}", ("abc",), {}), ("{:{}}", ("abc", 10), {}),
        ("{:{}{}}", ("abc", ">", 10), {}), ("{:{a}}", ("x",), {"a": 4}), ("{0:{1}}", ("x", 4), {}), ("{:{:{}}}", (1, 2, 3), {}),
        ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}), ("{0[0]}", ([1, 2],), {}), ("{0[k]}", ({"k": 5},), {}),
        ("{0[5]}", ([1],), {}), ("{0[x]}", ({},), {}), ("{[1]}", ("ab",), {}), ("{0.real}", (5,), {}), ("{0.}", (5,), {}),
        ("{0[]}", (5,), {}), ("{0[1}", ([1, 2],), {}), ("{0[1]x}", ([1, 2],), {}), ("{0{", (1,), {}), ("{:{", (1,), {}),
        ("{:d}", ("x",), {}), ("{:10.2}|", ("abc",), {}), ("{:é>5}", ("x",), {}), ("{:日^5}", ("é",), {}), ("{:=5}", ("x",), {}),
        ("{:+}", ("x",), {}), ("{: }", ("x",), {}), ("{:#}", ("x",), {}), ("{:z}", ("x",), {}), ("{:,}", ("x",), {}), ("{:_}", ("x",), {}),
        ("{:05}", ("x",), {}), ("{:.}", ("x",), {}), ("{:.x}", ("x",), {}), ("{:5s5}", ("x",), {}), ("{:99999999999999999999}", ("x",), {}),
        ("{99999999999999999999}", (1,), {}), ("{0[99999999999999999999]}", ([1],), {}), ("é{}日", ("😀",), {}), ("a}b", (), {}),
        ("a{b", (), {}), ("}}{{", (), {}), ("{}}", (1,), {}), ("{:}}", (1,), {}), ("{[}", (1,), {}), ("{0!r:>5}", ("a",), {}),
        ("{٣}", (0, 1, 2, 3), {}), ("{:٣}|", ("x",), {}), ("{:,_}", ("x",), {}), ("{:_,}", ("x",), {}), ("{:\x07}", ("x",), {}),
        ("{:<}", ("x",), {}), ("{:<<5}", ("x",), {}), ("{:{{5}", ("x",), {}), ("{!r:{w}}", ("x",), {"w": 6}),
    ]
    for text, args, kwargs in calls:
        cases.add_format(text, args, kwargs)
    for text, mapping in [("{a}", {"a": 1}), ("{a}", {}), ("{}", {"a": 1}), ("{0}", {}), ("x", {}), ("{a[0]}", {"a": [7]})]:
        cases.add("format_map", text, mapping)
    specs = ["", "5", "<5", ">5", "^6", "*^7", "=5", "05", "+5", " 5", "#5", "z5", ".1", "5.1", "s", "5s", "d", "5d", ",", "_", ",s",
             "5,", "x<3", "é<4", "<<4", "\ud800<4", "5.1s", ".0", ".", "..", "5 ", "\x00", "é", "ss", "{}", "3.2.1", "99999999999999999999"]
    for spec in specs:
        for text in ("ab", "é日x", ""):
            cases.add("format", text, spec)


def errors(cases, rng):
    methods = {
        str: ["find", "count", "startswith", "endswith", "split", "rsplit", "strip", "partition", "replace", "removeprefix",
              "center", "ljust", "zfill", "expandtabs", "encode", "join", "translate", "splitlines", "index"],
        bytes: ["find", "count", "startswith", "endswith", "split", "strip", "partition", "replace", "removesuffix", "center",
                "rjust", "zfill", "expandtabs", "decode", "join", "translate", "hex", "index"],
    }
    values = [None, True, 1, 256, -1, 1.5, "", "a", "xy", b"", b"a", b"xy", (), ("a",), (b"a",), (1,), [], ["a", 1], [b"a", 1], {}]
    for receiver in ("abc", b"abc", bytearray(b"abc")):
        for name in methods[str if isinstance(receiver, str) else bytes]:
            for args in [(v,) for v in values] + [(rng.choice(values), rng.choice(values)) for _ in range(25)]:
                if name in ("find", "count", "startswith", "endswith", "index", "replace", "split", "rsplit", "decode", "encode",
                            "center", "ljust", "rjust") or len(args) == 1:
                    cases.add(name, receiver, *args)
        for operation in ("+", "[]", "in", "<", "==", "%"):
            for value in values:
                cases.add(operation, receiver, value)
        for name in ("find", "rfind", "count", "startswith", "index"):
            cases.add(name, receiver)
            cases.add(name, receiver, receiver, 1, 2, 3)
            cases.add(name, receiver, receiver, "x")


def coding(cases):
    handlers = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "nosuch"]
    encodings = ["utf-8", "UTF8", "ascii", "US-ASCII", "latin-1", "ISO8859-1", "L1", "nosuch", "utf 8", "-utf8-", ""]
    for encoding in encodings:
        for receiver in ("abc", "é", "aé日b", ""):
            cases.add("encode", receiver, encoding)
        for receiver in (b"abc", b"\xc3\xa9", b""):
            cases.add("decode", receiver, encoding)
    for handler in handlers:
        for encoding in ("utf-8", "ascii", "latin-1"):
            for text in ("aé日😀\ud800z", "\udc80\udcff", "\udc80é\ud800", "ok", "é\udc41"):
                cases.add("encode", text, encoding, handler)
                cases.add("encode", text, encoding=encoding, errors=handler)
            for data in (b"a\xffb", b"\xe2\x82", b"\xe2\x82(", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"ok", b"\xc3\xa9\x80", b"\xed\xa0", b"\xf5\x80"):
                cases.add("decode", data, encoding, handler)
    wide = ["utf-16", "utf-16-le", "UTF-16BE", "utf-32", "utf-32-le", "utf_32_be", "utf-8-sig"]
    for encoding in wide:
        for handler in handlers:
            for text in ("", "aé日😀", "a\udc80\ud800b", "\ud800"):
                cases.add("encode", text, encoding, handler)
            for data in (b"a", b"a\0", b"a\0b", b"\xff\xfea\0", b"\xfe\xff\0a", b"\x00\xd8", b"\x00\xd8a", b"\x00\xd8a\0",
                         b"\x00\xdca\0", b"\xd8\x00\xdc\x00", b"\0\0\0a", b"a\0\0\0", b"\0\0\x11\0", b"\0\xd8\0\0", b"\0\0\xd8\0",
                         b"\xff\xfe\0\0a\0\0\0", b"\0\0\xfe\xff\0\0\0a", b"\xef\xbb\xbfa", b"\xef\xbb\xbf\xff", b"\xff\xff\xff\xff"):
                cases.add("decode", data, encoding, handler)
    for value in ("ab", "AB cd", "a", "zz", " 00 ff ", "é", "0 1"):
        cases.add("fromhex", b"", value)
    for args in ((":",), (":", 2), (":", -2), ("-", 3), (b".",), ("ab",), (1,), ("é",), (":", 0), ("",)):
        cases.add("hex", b"abcdefg", *args)


def joining(cases, rng):
    for sep in ("", ",", "é", "--"):
        for items in ([], ["a"], ["a", "b"], ("x", "é", "日"), ["a", 1], [None], "chars", "é日", {"k": 1, "l": 2}):
            cases.add("join", sep, items)
    for sep in (b"", b",", bytearray(b"-")):
        for items in ([], [b"a"], [b"a", bytearray(b"b")], [b"a", "b"], (b"x",), [1]):
            cases.add("join", sep, items)
    for table in ({97: 98}, {97: None}, {97: "xyz"}, {97: 1.5}, {97: -1}, {97: 0x110000}, {}, {0xE9: "e"}, [1, 2]):
        cases.add("translate", "abcé", table)
    for args in (("ab", "xy"), ("ab", "xy", "z"), ("a", "xy"), ({"a": 1, 98: "c"},), ({"ab": 1},), ({1.5: 2},), (3,), (3, "a"), ("a", 3), ("é", "日", "x")):
        cases.add("maketrans", "", *args)
    for args in ((None,), (None, b"a"), (bytes(range(256)),), (bytes(range(255, -1, -1)), b"b"), (b"x",), (None, "a")):
        cases.add("translate", b"abcabc", *args)


def constructors(cases):
    values = [None, True, 0, 3, -1, 2**70, 1.5, "", "abc", "é", b"", b"ab", bytearray(b"xy"), [], [1, 2], [256], [-1], ["a"],
              (1, 2), {1: 2}]
    for cls in (str, bytes, bytearray):
        cases.add_new(cls)
        for value in values:
            cases.add_new(cls, value)
            for more in (("utf-8",), ("ascii", "replace"), ("nosuch",), (1,), (None,)):
                cases.add_new(cls, value, *more)
            cases.add_new(cls, value, errors="strict")
            cases.add_new(cls, value, encoding="utf-8", errors="x")
        cases.add_new(cls, 1, 2, 3, 4)
        cases.add_new(cls, "a", "b", "c", errors="d")
        cases.add_new(cls, foo=1)
        cases.add_new(cls, 1, foo=1)
        cases.add_new(cls, encoding="utf-8")
        cases.add_new(cls, errors="utf-8")
        cases.add_new(cls, 1, source=1)
        cases.add_new(cls, 1, object=1)


def mutations(cases, rng):
    values = [None, 0, 65, 255, 256, -1, 2**70, 1.5, "a", b"", b"x", b"xyz", bytearray(b"pq"), [], [1, 2, 3], [256], ["a"], (7,)]
    indices = [0, 1, -1, 2, 5, -5, 100, -100, None, "a", 2**70, 1.5]
    steps = [None, 1, 2, -1, -2, 3, 0]
    for data in (b"", b"a", b"hello", b"0123456789"):
        for value in values:
            cases.add_mutation("append", bytearray(data), value)
            cases.add_mutation("extend", bytearray(data), value)
            cases.add_mutation("remove", bytearray(data), value)
            cases.add_mutation("pop", bytearray(data), value)
            cases.add_mutation("+", bytearray(data), value)
            cases.add_mutation("*", bytearray(data), value if value != 2**70 else 3)
            cases.add_mutation("+", data, value)
            cases.add_mutation("+", data.decode(), value)
            for index in rng.sample(indices, 5):
                cases.add_mutation("insert", bytearray(data), index, value)
                cases.add_mutation("set", bytearray(data), index, value)
                part = slice(rng.choice(indices[:9]), rng.choice(indices[:9]), rng.choice(steps))
                cases.add_mutation("set", bytearray(data), part, value)
        for name in ("reverse", "clear", "copy", "pop"):
            cases.add_mutation(name, bytearray(data))
        for index in indices:
            cases.add_mutation("del", bytearray(data), index)
        for _ in range(60):
            part = slice(rng.choice(indices[:9]), rng.choice(indices[:9]), rng.choice(steps))
            cases.add_mutation("del", bytearray(data), part)


def main():
    rng = random.Random(SEED)
    cases = Cases()
    plain_methods(cases)
    searches(cases, rng, TEXTS, ["", "a", "b", " ", "é", "Σ", "日", "😀", "ab", "xx", "\ud800"], 700)
    searches(cases, rng, BYTES, [b"", b"a", b"b", b" ", b"\xff", b"ab", b"xx"], 300)
    searches(cases, rng, [bytearray(b) for b in BYTES], [b"", b"a", b" ", b"ab"], 200)
    layout(cases, rng, TEXTS, ["*", "é", "😀"], 300)
    layout(cases, rng, BYTES, [b"*", b"0"], 150)
    layout(cases, rng, [bytearray(b) for b in BYTES], [b"*", b"0"], 100)
    formatting(cases, rng)
    format_method(cases)
    errors(cases, rng)
    coding(cases)
    joining(cases, rng)
    constructors(cases)
    mutations(cases, rng)
    for other in INTS + OTHERS:
        cases.add("[]", "abc", other)
        cases.add("in", b"abc", other)
    with open(sys.argv[1], "w", encoding="ascii") as file:
        file.write("\n".join(cases.lines) + "\n")


if __name__ == "__main__":
    main()
