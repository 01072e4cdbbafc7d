"""A report of aligned columns made with string methods only, on mixed-width data."""

ROWS = [
    ("Widget", 12, 3.5, "in stock"),
    ("Gadget, large", 7, 129.99, "low"),
    ("Crème brûlée", 1040, 4.25, ""),
    ("日本茶", 3, 1000.0, "on order, two weeks"),
    ("x", -5, 0.005, None),
]
HEAD = ("name", "qty", "price", "note")


def cell(value):
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:,.2f}"
    if isinstance(value, int):
        return format(value, ",d")
    return str(value)


def widths(rows):
    return [max(map(len, column)) for column in zip(*rows)]


def render(head, rows, aligns):
    texts = [tuple(head)] + [tuple(cell(v) for v in row) for row in rows]
    sizes = widths(texts)
    for number, row in enumerate(texts):
        print(" | ".join(f"{text:{align}{size}}" for text, align, size in zip(row, aligns, sizes)).rstrip())
        if number == 0:
            print("-+-".join("-" * size for size in sizes))


def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        while len(word) > width:
            if line:
                lines.append(line)
                line = ""
            lines.append(word[: width - 1] + "-")
            word = word[width - 1 :]
        if not line:
            line = word
        elif len(line) + 1 + len(word) <= width:
            line += " " + word
        else:
            lines.append(line)
            line = word
    return lines + [line] if line else lines


def dedent(text):
    lines = text.expandtabs(4).splitlines()
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    margin = min(indents, default=0)
    return "\n".join(line[margin:] for line in lines).strip("\n")


def box(text, title=""):
    lines = text.splitlines() or [""]
    inner = max(len(title) + 2, *map(len, lines))
    yield f"+{f' {title} ' if title else '':-^{inner + 2}}+"
    for line in lines:
        yield f"| {line:<{inner}} |"
    yield "+" + "-" * (inner + 2) + "+"


render(HEAD, ROWS, "<>>^")
render(("a", "b"), [], "<<")
PARAGRAPH = """The    quick brown fox
  jumps over  incomprehensibilities and the lazy dog."""
for width in (10, 20, 100):
    print(*box("\n".join(wrap(PARAGRAPH, width)), f"w={width}"), sep="\n")
print(
    repr(dedent("""
    def f():
        return 1

\tprint(f())
""")),
    repr(dedent("")),
    repr(dedent("  one\n two")),
)
print(wrap("", 5), wrap("a b c d e f", 1), wrap("exactly ten", 11), wrap("é" * 12, 5))


def snake(name):
    out = ""
    for previous, ch in zip(" " + name, name):
        out += ("_" if ch.isupper() and not (previous.isupper() or previous in " _") else "") + ch.lower()
    return out


def camel(name):
    head, *tail = name.split("_")
    return head + "".join(map(str.capitalize, tail))


print(
    [snake(n) for n in ("camelCase", "HTTPServer", "A", "", "already_snake", "ÉtéChaud")],
    [camel(n) for n in ("snake_case_name", "x", "_lead", "a__b")],
)
