"""JSON by hand: a parser with positions in its errors and a printer with indentation."""

ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
UNESCAPES = {value: "\\" + key for key, value in ESCAPES.items() if key != "/"}


class JSONError(ValueError):
    def __init__(self, message, text, position):
        line = text.count("\n", 0, position) + 1
        column = position - text.rfind("\n", 0, position)
        super().__init__(f"{message}: line {line} column {column}")


class Parser:
    def __init__(self, text):
        self.text, self.position = text, 0

    def fail(self, message):
        raise JSONError(message, self.text, self.position)

    def peek(self):
        while self.position < len(self.text) and self.text[self.position] in " \t\r\n":
            self.position += 1
        return self.text[self.position] if self.position < len(self.text) else ""

    def document(self):
        value = self.value()
        if self.peek():
            self.fail("extra data")
        return value

    def value(self):
        ch = self.peek()
        if ch == "{":
            return dict(self.members())
        if ch == "[":
            return list(self.elements())
        if ch == '"':
            return self.string()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return value
        return self.number()

    def elements(self):
        self.position += 1
        if self.peek() == "]":
            self.position += 1
            return
        while True:
            yield self.value()
            ch = self.peek()
            self.position += 1
            if ch == "]":
                return
            if ch != ",":
                self.position -= 1
                self.fail("expected , or ]")

    def members(self):
        self.position += 1
        if self.peek() == "}":
            self.position += 1
            return
        while True:
            if self.peek() != '"':
                self.fail("expected a key")
            key = self.string()
            if self.peek() != ":":
                self.fail("expected :")
            self.position += 1
            yield key, self.value()
            ch = self.peek()
            if ch not in (",", "}"):
                self.fail("expected , or }")
            self.position += 1
            if ch == "}":
                return

    def string(self):
        parts = []
        self.position += 1
        while True:
            if self.position >= len(self.text):
                self.fail("unterminated string")
            ch = self.text[self.position]
            self.position += 1
            if ch == '"':
                return "".join(parts)
            if ch == "\\":
                code = self.text[self.position : self.position + 1]
                self.position += 1
                if code == "u":
                    ch = chr(int(self.text[self.position : self.position + 4], 16))
                    self.position += 4
                elif code in ESCAPES and code:
                    ch = ESCAPES[code]
                else:
                    self.position -= 1
                    self.fail("bad escape")
            elif ch < " ":
                self.position -= 1
                self.fail("control character")
            parts.append(ch)

    def number(self):
        start = self.position
        while self.position < len(self.text) and self.text[self.position] in "+-0123456789.eE":
            self.position += 1
        literal = self.text[start : self.position]
        try:
            return int(literal) if literal.lstrip("-").isdigit() else float(literal)
        except ValueError:
            self.position = start
            self.fail("expected a value")


def quoted(text):
    return '"' + "".join(UNESCAPES.get(c, c if c >= " " else f"\\u{ord(c):04x}") for c in text) + '"'


def dump(value, indent=None, level=0):
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, (int, float)):
        return repr(value)
    newline = "" if indent is None else "\n" + " " * indent * (level + 1)
    closing = "" if indent is None else "\n" + " " * indent * level
    if isinstance(value, dict):
        items = [f"{quoted(k)}: {dump(v, indent, level + 1)}" for k, v in value.items()]
        return "{" + ("," if newline else ", ").join(newline + i for i in items) + closing * bool(items) + "}"
    if isinstance(value, (list, tuple)):
        items = [dump(v, indent, level + 1) for v in value]
        return "[" + ("," if newline else ", ").join(newline + i for i in items) + closing * bool(items) + "]"
    raise TypeError(f"cannot dump {type(value).__name__}")


DOCUMENT = ' {"name": "Zo\\u00eb \\"Z\\"", "tags": ["a\\n", [], {}], "n": [0, -5, 3.25, 1e3, -2E-2, 12345678901234567890],\n "ok": true, "none": null, "sub": {"k": [{"x": 1}]}} '
data = Parser(DOCUMENT).document()
print(data)
print(dump(data))
print(dump(data, 2))
assert Parser(dump(data, 3)).document() == data and Parser(dump(data)).document() == data
for text in (
    "",
    "[1, 2",
    "[1 2]",
    '{"a" 1}',
    "{1: 2}",
    '"abc',
    '"\\x"',
    "tru",
    "[1,]",
    '{"a": 1,}',
    "1 2",
    '\n\n  [\n"a\tb"]',
    "-",
    "1.2.3",
    "[[[[]]]]",
    '"\\u0041\\/"',
):
    try:
        print(repr(text), Parser(text).document())
    except JSONError as error:
        print(repr(text), "error", error)
try:
    dump({"s": {1, 2}})
except TypeError as error:
    print(error)
