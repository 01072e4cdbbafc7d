"""repr, ascii and str of text: quotes, escapes, non-printable characters, nesting in containers."""

SAMPLES = ["plain", "it's", 'say "hi"', "both ' and \"", "tab\tnew\nline\r", "back\\slash", "\x00\x07\x1b\x7f", "é", "\x80\x9f\xa0\xad", "日本語", "\u200b\u2028\ufeff", "😀\U0010ffff",
           "\ud800\udfff", "\ue000", "a\u0301", "\u00df\u0130", "", "'", '"', "\\'", "{}%s"]

for s in SAMPLES:
    print(ascii(s), ascii(repr(s)), len(s), len(repr(s)))
print(SAMPLES[:6], tuple(SAMPLES[9:10]), {SAMPLES[1]: SAMPLES[2]}, {SAMPLES[14]})
print(repr("é"), ascii("é"), repr("\xa0"), repr("\u3000"), repr("\n"), repr("😀"), ascii("😀"), repr("\U000e0001"))
print("raw: " + r"\n\t\x41", len(r"\n"), r"c:\dir", R'\'' + r"\"", "\
joined", "oct \101\60\7z".encode(), "\x41\u0042\U00000043\N{BULLET}\N{LATIN SMALL LETTER E WITH ACUTE}")
print("""triple
'quoted' "text"
\ttab""", '''it's "fine"''', "a" 'b' """c""" r"\d")


class Shout(str):
    def __repr__(self):
        return f"Shout({str(self)!r})"

    def __str__(self):
        return super().upper()


class OnlyRepr:
    def __repr__(self):
        return "é-repr"


class OnlyStr:
    def __str__(self):
        return "only str"


s = Shout("hey")
print(s, repr(s), [s], f"{s} {s!r} {s!s} {s:>6}", "%s %r" % (s, s), s + "!", str(s), type(str(s)).__name__, type(s + "").__name__, len(s), s == "hey", {s: 1}["hey"])
print(OnlyRepr(), str(OnlyRepr()), ascii(OnlyRepr()), [OnlyRepr()], f"{OnlyRepr()}", str(OnlyStr()), "OnlyStr object" in repr(OnlyStr()))
print(str(), repr(str()), str(b"bytes"), str(b"caf\xc3\xa9", "utf-8"), str(b"\xff", errors="replace"), str(object=5), str(None), str([1, "a"]), str({"k": (1,)}), str(1.0), str(True))


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class BadRepr:
    def __repr__(self):
        return None


attempt(lambda: repr(BadRepr()))
attempt(lambda: [BadRepr()].__repr__())
attempt(lambda: str(BadRepr()))
attempt(lambda: str("x", "utf-8"))
attempt(lambda: str(5, "utf-8"))
attempt(lambda: str(b"\xff", "utf-8"))
attempt(lambda: str(1, 2, 3, 4))
attempt(lambda: chr(-1))
attempt(lambda: chr(0x110000))
attempt(lambda: chr("a"))
attempt(lambda: ord("ab"))
attempt(lambda: ord(""))
attempt(lambda: ord(5))
attempt(lambda: ord(b"ab"))
print([ord(c) for c in "aé日😀\x00"], [chr(n) for n in (65, 233, 26085, 128512)], ord(b"a"), chr(0xD800) == "\ud800", ascii(chr(0x10FFFF)))
