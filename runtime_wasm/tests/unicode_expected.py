"""Writes digests of each property and case mapping over all code points, for test_unicode.c.

    python tests/unicode_expected.py OUT.h

The digest is FNV-1a (64 bits) over one byte a code point for a property, and over the code points
of the mapped text, little-endian in four bytes each, for a mapping.
"""

import sys
import unicodedata

FNV_START = 0xCBF29CE484222325
FNV_PRIME = 0x100000001B3
CODE_POINTS = range(sys.maxunicode + 1)

PROPERTIES = {
    "ALPHA": str.isalpha,
    "DECIMAL": str.isdecimal,
    "DIGIT": str.isdigit,
    "NUMERIC": str.isnumeric,
    "ALNUM": str.isalnum,
    "SPACE": str.isspace,
    "LINE_BREAK": lambda char: len(("a" + char + "a").splitlines()) == 2,
    "UPPER": str.isupper,
    "LOWER": str.islower,
    "TITLE": lambda char: unicodedata.category(char) == "Lt",
    "PRINTABLE": str.isprintable,
    "IDENTIFIER_START": str.isidentifier,
    "IDENTIFIER_CONTINUE": lambda char: ("_" + char).isidentifier(),
    "DECIMAL_VALUE": lambda char: unicodedata.decimal(char, 255),
}

MAPPINGS = {"LOWER": str.lower, "UPPER": str.upper, "TITLE": str.title, "CASEFOLD": str.casefold}


def fnv1a(data):
    digest = FNV_START
    for byte in data:
        digest = (digest ^ byte) * FNV_PRIME & 0xFFFFFFFFFFFFFFFF
    return digest


def main():
    lines = []
    for name, of_char in PROPERTIES.items():
        digest = fnv1a(int(of_char(chr(cp))) for cp in CODE_POINTS)
        lines.append(f"#define EXPECTED_{name} 0x{digest:016x}ull")
    for name, convert in MAPPINGS.items():
        text = "".join(convert(chr(cp)) for cp in CODE_POINTS)
        digest = fnv1a(text.encode("utf-32-le", "surrogatepass"))
        lines.append(f"#define EXPECTED_TO_{name} 0x{digest:016x}ull")
    with open(sys.argv[1], "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
