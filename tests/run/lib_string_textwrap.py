"""string constants, Template and Formatter; textwrap's wrap, fill, shorten, dedent and indent."""

import string
import textwrap
from string import Template

print(
    string.ascii_letters,
    string.digits,
    string.hexdigits,
    string.octdigits,
    string.punctuation,
    repr(string.whitespace),
    len(string.printable),
    string.ascii_lowercase[::5],
)
print(string.capwords("hello big  world"), string.capwords("a-b c-d", "-"))
t = Template("$name is ${age}years, $$5 and $name")
print(
    t.substitute(name="Ann", age=5),
    t.safe_substitute(name="Bob"),
    t.substitute({"name": 1, "age": 2}, age=3),
    t.template,
    t.get_identifiers(),
    t.is_valid(),
    Template("$1").is_valid(),
)
for bad in (
    lambda: t.substitute(name="x"),
    lambda: Template("$ x").substitute(),
    lambda: Template("a\nb $").substitute(),
    lambda: Template("${bad-name}").substitute(),
    lambda: t.substitute(1),
):
    try:
        print(bad())
    except (KeyError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


class Percent(Template):
    delimiter = "%"


print(Percent("%a $b %%").substitute(a=1))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        return value.upper() if spec == "up" else super().format_field(value, spec)


f = Default()
print(
    f.format("{0} {missing} {x:up} {y:>5} {0!r:>6}", "pos", x="text", y=3),
    list(string.Formatter().parse("a{b!r:>5}{{c}}{}")),
)
try:
    f.format("{1}", 0)
except IndexError as error:
    print(error)

TEXT = "The quick brown fox jumped over the lazy dog, and-then-it ran through averyveryverylongwordindeed to   escape."
for width in (10, 20, 40):
    print(*textwrap.wrap(TEXT, width), sep="|")
print(textwrap.fill(TEXT, 30, initial_indent="* ", subsequent_indent="  "))
print(
    textwrap.wrap(TEXT, 15, break_long_words=False),
    textwrap.wrap(TEXT, 15, break_on_hyphens=False),
    textwrap.wrap("", 10),
    textwrap.wrap("  lead", 10),
    textwrap.wrap("a b", 1),
    textwrap.wrap(TEXT, 25, max_lines=2),
    textwrap.wrap(TEXT, 25, max_lines=2, placeholder="~"),
    sep="\n",
)
print(
    textwrap.shorten(TEXT, 30),
    textwrap.shorten(TEXT, 30, placeholder="..."),
    textwrap.shorten("fits", 10),
    textwrap.shorten("a  b\nc", 10),
    sep="|",
)
print(
    repr(textwrap.dedent("""
    first
      second
\t
    third
""")),
    repr(textwrap.dedent("  a\n b")),
    repr(textwrap.dedent("\ta\n  b")),
    repr(textwrap.dedent("")),
)
print(repr(textwrap.indent("a\n\nb\n  c", "> ")), repr(textwrap.indent("a\n\nb", "--", lambda line: True)))
w = textwrap.TextWrapper(width=12, expand_tabs=True, tabsize=4, drop_whitespace=True)
print(w.wrap("tab\there and\nnewline   spaces"), w.width)
w.width = 6
w.fix_sentence_endings = True
print(w.fill("end. next one"))
for bad in (
    lambda: textwrap.wrap("text", 0),
    lambda: textwrap.wrap(5),
    lambda: textwrap.wrap("long text here", 3, max_lines=1),
    lambda: textwrap.shorten("text and more", 2),
):
    try:
        print(bad())
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
