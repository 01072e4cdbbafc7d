"""A renderer of a subset of Markdown: headings, lists, quotes, code, paragraphs, emphasis, links."""

import sys

WORDS = ["alpha", "*beta*", "gamma", "**delta**", "`code & <tag>`", "[link](https://example.org/?a=1&b=2)", "epsilon", "2 < 3", "R&D", "zeta"]


def make_paragraph(seed, length):
    words = []
    for _ in range(length):
        seed = (seed * 1103515245 + 12345) % 2147483648
        words.append(WORDS[seed // 65536 % len(WORDS)])
    return " ".join(words), seed


def make_document(sections):
    lines = []
    seed = 31
    for section in range(sections):
        lines += [f"{'#' * (section % 3 + 1)} Section *{section}*", ""]
        for _ in range(3):
            text, seed = make_paragraph(seed, 12)
            lines += [text, text, ""]
        for item in range(5):
            text, seed = make_paragraph(seed, 5)
            lines.append(f"{item + 1}. {text}" if section % 2 else f"- {text}")
        lines += ["", "> quoted " + text, "", "```", "for (i = 0; i < n; i++) *p++ = 0;", "```", ""]
    return "\n".join(lines)


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def render_inline(text):
    out = []
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        if c == "`":
            end = text.find("`", i + 1)
            if end > 0:
                out.append("<code>" + escape(text[i + 1:end]) + "</code>")
                i = end + 1
                continue
        elif c == "*":
            marker = "**" if text.startswith("**", i) else "*"
            end = text.find(marker, i + len(marker))
            if end > 0:
                tag = "strong" if len(marker) == 2 else "em"
                out.append(f"<{tag}>{render_inline(text[i + len(marker):end])}</{tag}>")
                i = end + len(marker)
                continue
        elif c == "[":
            middle = text.find("](", i)
            end = text.find(")", middle) if middle > 0 else -1
            if end > 0:
                out.append(f'<a href="{escape(text[middle + 2:end])}">{render_inline(text[i + 1:middle])}</a>')
                i = end + 1
                continue
        if c == "&":
            out.append("&amp;")
        elif c == "<":
            out.append("&lt;")
        elif c == ">":
            out.append("&gt;")
        else:
            out.append(c)
        i += 1
    return "".join(out)


def ordered_item(line):
    """The text of a line such as `12. text`, or None."""
    number, dot, text = line.partition(". ")
    return text if dot and number.isdigit() else None


class Renderer:
    def __init__(self):
        self.out = []
        self.paragraph = []
        self.list_tag = None

    def end_paragraph(self):
        if self.paragraph:
            self.out.append("<p>" + render_inline(" ".join(self.paragraph)) + "</p>")
            self.paragraph = []

    def end_list(self):
        if self.list_tag is not None:
            self.out.append(f"</{self.list_tag}>")
            self.list_tag = None

    def item(self, tag, text):
        self.end_paragraph()
        if self.list_tag != tag:
            self.end_list()
            self.out.append(f"<{tag}>")
            self.list_tag = tag
        self.out.append("<li>" + render_inline(text) + "</li>")

    def block(self, html):
        self.end_paragraph()
        self.end_list()
        self.out.append(html)

    def line(self, line):
        stripped = line.strip()
        if not stripped:
            self.end_paragraph()
            self.end_list()
        elif stripped.startswith("#"):
            level = len(stripped) - len(stripped.lstrip("#"))
            self.block(f"<h{level}>{render_inline(stripped[level:].strip())}</h{level}>")
        elif stripped.startswith(("- ", "* ")):
            self.item("ul", stripped[2:])
        elif stripped.startswith("> "):
            self.block("<blockquote>" + render_inline(stripped[2:]) + "</blockquote>")
        else:
            text = ordered_item(stripped)
            if text is not None:
                self.item("ol", text)
            else:
                self.paragraph.append(stripped)

    def render(self, document):
        code = None
        for line in document.split("\n"):
            if line.startswith("```"):
                if code is None:
                    code = []
                else:
                    self.block("<pre>" + escape("\n".join(code)) + "</pre>")
                    code = None
            elif code is not None:
                code.append(line)
            else:
                self.line(line)
        self.end_paragraph()
        self.end_list()
        return "\n".join(self.out)


def main():
    sections = int(sys.argv[1]) if len(sys.argv) > 1 else 9000
    document = make_document(sections)
    html = Renderer().render(document)
    checksum = 0
    for line in html.split("\n"):
        checksum = (checksum * 31 + len(line)) % 1000000007
    print(len(document), len(html), html.count("<em>"), html.count("<a "), checksum)


if __name__ == "__main__":
    main()
