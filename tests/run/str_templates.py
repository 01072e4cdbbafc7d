"""A template engine and a diff built on strings: scanning, substitution, loops and conditions in text."""

TEMPLATE = """Dear {{ name|title }},
{% for item in items %}{{ loop }}. {{ item.name }}: {{ item.price|money }}{% if item.sale %} (sale!){% endif %}
{% endfor %}{% if items %}Total: {{ total|money }}{% else %}Nothing ordered.{% endif %}
{{ missing|default }} {{ "literal"|upper }} {{ 42 }}
"""
FILTERS = {
    "title": str.title,
    "upper": str.upper,
    "money": lambda v: f"${v:,.2f}",
    "default": lambda v: "n/a" if v is None else v,
    "length": len,
}


class TemplateError(Exception):
    def __init__(self, message, line):
        super().__init__(f"line {line}: {message}")


def tokenize(text):
    line, position = 1, 0
    while position < len(text):
        starts = [(text.find(mark, position), mark) for mark in ("{{", "{%")]
        starts = [(at, mark) for at, mark in starts if at >= 0]
        if not starts:
            yield "text", text[position:], line
            return
        at, mark = min(starts)
        if at > position:
            yield "text", text[position:at], line
            line += text.count("\n", position, at)
        closing = {"{{": "}}", "{%": "%}"}[mark]
        end = text.find(closing, at)
        if end < 0:
            raise TemplateError(f"unclosed {mark}", line)
        yield ("value" if mark == "{{" else "tag"), text[at + 2 : end].strip(), line
        position = end + 2


def parse(tokens, until=()):
    nodes, line = [], 1
    for kind, content, line in tokens:
        if kind != "tag":
            nodes.append((kind, content, line))
            continue
        word, _, rest = content.partition(" ")
        if word in until:
            return nodes, word
        if word == "for":
            name, _, source = rest.partition(" in ")
            body, _ = parse(tokens, ("endfor",))
            nodes.append(("for", (name.strip(), source.strip(), body), line))
        elif word == "if":
            then, end = parse(tokens, ("else", "endif"))
            otherwise = parse(tokens, ("endif",))[0] if end == "else" else []
            nodes.append(("if", (rest, then, otherwise), line))
        else:
            raise TemplateError(f"unknown tag {word!r}", line)
    if until:
        raise TemplateError(f"expected {' or '.join(until)}", line)
    return nodes, None


def lookup(expression, scope):
    name, *filters = [part.strip() for part in expression.split("|")]
    if name[:1] == name[-1:] == '"':
        value = name[1:-1]
    elif name.isdigit():
        value = int(name)
    else:
        value = scope
        for step in name.split("."):
            value = value.get(step) if isinstance(value, dict) else getattr(value, step, None)
    for f in filters:
        value = FILTERS[f](value)
    return value


def render(nodes, scope):
    out = []
    for kind, content, line in nodes:
        try:
            if kind == "text":
                out.append(content)
            elif kind == "value":
                out.append(str(lookup(content, scope)))
            elif kind == "for":
                name, source, body = content
                for i, item in enumerate(lookup(source, scope) or (), 1):
                    out.append(render(body, {**scope, name: item, "loop": i}))
            else:
                condition, then, otherwise = content
                out.append(render(then if lookup(condition, scope) else otherwise, scope))
        except (KeyError, TypeError, AttributeError) as error:
            raise TemplateError(
                f"{content if isinstance(content, str) else kind}: {type(error).__name__} {error}", line
            ) from error
    return "".join(out)


class Item:
    def __init__(self, name, price, sale=False):
        self.name, self.price, self.sale = name, price, sale


items = [Item("tea", 3.5), Item("crème", 1234.567, True)]
nodes, _ = parse(tokenize(TEMPLATE))
print(render(nodes, {"name": "ann o'hara", "items": items, "total": sum(i.price for i in items)}))
print(render(nodes, {"name": "bob", "items": []}))
for source in (
    "{{ open",
    "a\n{% for x in y %}",
    "{% nope %}",
    "\n\n{{ x|nofilter }}",
    "{{ x|length }}",
    "{% if a %}{% else %}",
    "plain",
    "",
    "{{ x.y.z }}",
    "{% for x in n %}{{ x }}{% endfor %}",
    "{% for c in s %}<{{ c }}>{% endfor %}",
):
    try:
        print(repr(render(parse(tokenize(source))[0], {"n": 5, "s": "añb", "x": None})))
    except TemplateError as error:
        print(repr(source), error, "| cause:", type(error.__cause__).__name__)


def diff(old, new):
    """The longest common subsequence of lines, shown as a unified list of changes."""
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            table[i][j] = table[i + 1][j + 1] + 1 if old[i] == new[j] else max(table[i + 1][j], table[i][j + 1])
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            yield "  " + old[i]
            i, j = i + 1, j + 1
        elif j == len(new) or i < len(old) and table[i + 1][j] >= table[i][j + 1]:
            yield "- " + old[i]
            i += 1
        else:
            yield "+ " + new[j]
            j += 1


print(*diff("one two three four".split(), "zero one three 3.5 four five".split()), sep="\n")
print(list(diff("", "ab")), list(diff("ab", "")), list(diff("x", "x")), list(diff("", "")))
