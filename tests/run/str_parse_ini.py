"""Parsing an INI-like text with sections, continuation lines, interpolation and errors."""

SOURCE = """\
; a comment
global = yes

[server]
host = example.org
port: 8080
path = /srv/%(host)s/data
greeting = "hello
    multi-line
    world"

[empty]

[paths]
root=/opt
bin = %(root)s/bin
deep = %(bin)s/%(missing)s
loop_a = %(loop_b)s
loop_b = %(loop_a)s
equation = a=b:c
[server]
port = 9090
"""


class IniError(Exception):
    def __init__(self, line, message):
        super().__init__(f"line {line}: {message}")
        self.line = line


def parse(text):
    sections = {"": {}}
    current, last_key = sections[""], None
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.rstrip()
        if not line or line.lstrip()[0] in ";#":
            last_key = None if not line else last_key
            continue
        if raw[0].isspace():
            if last_key is None:
                raise IniError(number, "continuation of nothing")
            current[last_key] += "\n" + line.strip()
            continue
        if line.startswith("["):
            if not line.endswith("]"):
                raise IniError(number, f"unclosed section {line!r}")
            current = sections.setdefault(line[1:-1].strip(), {})
            last_key = None
            continue
        cuts = [i for i in (line.find("="), line.find(":")) if i >= 0]
        if not cuts:
            raise IniError(number, f"no separator in {line!r}")
        cut = min(cuts)
        last_key = line[:cut].strip().lower()
        if not last_key:
            raise IniError(number, "empty key")
        current[last_key] = line[cut + 1 :].strip()
    return sections


def get(sections, section, key, depth=0):
    if depth > 5:
        raise RecursionError(f"interpolation too deep in {key!r}")
    value = sections[section][key]
    out = ""
    while (start := value.find("%(")) >= 0:
        end = value.index(")s", start)
        out += value[:start] + get(sections, section, value[start + 2 : end], depth + 1)
        value = value[end + 2 :]
    return out + value


def convert(text):
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    return {"yes": True, "no": False}.get(text.lower(), text.strip('"'))


sections = parse(SOURCE)
for name, values in sections.items():
    print(f"[{name}]", len(values))
    for key in values:
        try:
            print("  ", key, "->", repr(convert(get(sections, name, key))))
        except (KeyError, RecursionError) as error:
            print("  ", key, "!!", type(error).__name__, error)

for text in (
    "[open",
    "  indented",
    "nosep",
    "= value",
    "a=1\n\n  b",
    "a=1\n  b\n  c",
    "[s]\n[s]\nx:1",
    "",
    "x=%(y",
    "k = v ; not a comment",
):
    try:
        print(repr(text), parse(text))
    except IniError as error:
        print(repr(text), "error:", error, error.line)
try:
    get(parse("x=%(y"), "", "x")
except ValueError as error:
    print(error)
