"""A JSON document made, split into tokens, parsed and written again, in plain Python."""

import sys

ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", '"': '"', "\\": "\\", "/": "/"}
PUNCTUATION = "{}[]:,"
NUMBER_CHARACTERS = "0123456789+-.eE"


class JSONError(ValueError):
    pass


class Token:
    __slots__ = ("kind", "value")

    def __init__(self, kind, value):
        self.kind = kind
        self.value = value


def scan_string(text, i):
    """The string that starts after the quote at `i`, and the index after its end."""
    parts = []
    start = i
    while True:
        c = text[i]
        if c == '"':
            parts.append(text[start:i])
            return "".join(parts), i + 1
        if c == "\\":
            parts.append(text[start:i])
            escape = text[i + 1]
            if escape == "u":
                parts.append(chr(int(text[i + 2:i + 6], 16)))
                i += 6
            else:
                parts.append(ESCAPES[escape])
                i += 2
            start = i
        else:
            i += 1


def scan_number(text, i):
    start = i
    n = len(text)
    is_float = False
    while i < n and text[i] in NUMBER_CHARACTERS:
        if text[i] in ".eE":
            is_float = True
        i += 1
    digits = text[start:i]
    return (float(digits) if is_float else int(digits)), i


def tokenize(text):
    tokens = []
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        if c in " \n\t\r":
            i += 1
        elif c in PUNCTUATION:
            tokens.append(Token(c, None))
            i += 1
        elif c == '"':
            value, i = scan_string(text, i + 1)
            tokens.append(Token("value", value))
        elif c == "-" or c.isdigit():
            value, i = scan_number(text, i)
            tokens.append(Token("value", value))
        elif text.startswith("true", i):
            tokens.append(Token("value", True))
            i += 4
        elif text.startswith("false", i):
            tokens.append(Token("value", False))
            i += 5
        elif text.startswith("null", i):
            tokens.append(Token("value", None))
            i += 4
        else:
            raise JSONError(f"unexpected {c!r} at {i}")
    return tokens


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.position = 0

    def next(self):
        token = self.tokens[self.position]
        self.position += 1
        return token

    def accept(self, kind):
        if self.tokens[self.position].kind == kind:
            self.position += 1
            return True
        return False

    def expect(self, kind):
        token = self.next()
        if token.kind != kind:
            raise JSONError(f"expected {kind!r}, not {token.kind!r}")
        return token.value

    def parse(self):
        token = self.next()
        if token.kind == "value":
            return token.value
        if token.kind == "[":
            return self.parse_array()
        if token.kind == "{":
            return self.parse_object()
        raise JSONError(f"unexpected {token.kind!r}")

    def parse_array(self):
        items = []
        if self.accept("]"):
            return items
        while True:
            items.append(self.parse())
            if self.accept("]"):
                return items
            self.expect(",")

    def parse_object(self):
        members = {}
        if self.accept("}"):
            return members
        while True:
            key = self.expect("value")
            self.expect(":")
            members[key] = self.parse()
            if self.accept("}"):
                return members
            self.expect(",")


def quote(text):
    out = ['"']
    for c in text:
        if c == '"' or c == "\\":
            out.append("\\" + c)
        elif c == "\n":
            out.append("\\n")
        elif ord(c) < 32 or ord(c) > 126:
            out.append(f"\\u{ord(c):04x}")
        else:
            out.append(c)
    out.append('"')
    return "".join(out)


def dump(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, list):
        return "[" + ", ".join([dump(item) for item in value]) + "]"
    return "{" + ", ".join([quote(key) + ": " + dump(item) for key, item in value.items()]) + "}"


def make_record(i, seed):
    return {
        "id": i,
        "name": f"User \"{seed % 1000}\"\n",
        "city": ["Z\u00fcrich", "Praha", "S\u00e3o Paulo", "Oslo"][seed % 4],
        "active": seed % 3 == 0,
        "balance": (seed % 100000) / 100,
        "tags": [f"t{seed % k}" for k in range(2, 7)],
        "parent": None if seed % 5 == 0 else {"id": seed % (i + 1), "weight": seed % 97 - 48},
    }


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    seed = 2024
    records = []
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        records.append(make_record(i, seed // 65536))
    text = dump(records)
    tokens = tokenize(text)
    parsed = Parser(tokens).parse()
    balance = sum([record["balance"] for record in parsed])
    active = len([record for record in parsed if record["active"]])
    print(len(text), len(tokens), parsed == records, dump(parsed) == text, active, f"{balance:.2f}")


if __name__ == "__main__":
    main()
