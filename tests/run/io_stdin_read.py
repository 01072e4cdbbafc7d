# stdin: alpha 1\nbeta 2\n\ngamma 3\nalpha 4\n
"""Reading all of standard input at once and working on its lines."""
import sys

text = sys.stdin.read()
print(len(text), repr(text[:12]), text.count("\n"))
lines = text.splitlines()
print(lines)

totals = {}
for number, line in enumerate(lines, 1):
    if not line:
        print("blank line", number)
        continue
    name, amount = line.split()
    totals[name] = totals.get(name, 0) + int(amount)

for name in sorted(totals, key=lambda n: (-totals[n], n)):
    print(f"{name:<8}{totals[name]:>4}")
print(repr(sys.stdin.read()), repr(sys.stdin.read(5)))
try:
    input()
except EOFError as error:
    print(error, error.args)


class Reader:
    """A small pushback reader over text, as a lexer would use it."""

    def __init__(self, source):
        self.source = source
        self.position = 0

    def read(self, n=1):
        piece = self.source[self.position:self.position + n]
        self.position += len(piece)
        return piece

    def unread(self, n=1):
        self.position = max(0, self.position - n)

    def word(self):
        while (c := self.read()) and c.isspace():
            pass
        out = c
        while (c := self.read()) and not c.isspace():
            out += c
        if c:
            self.unread()
        return out


reader = Reader(text)
words = []
while word := reader.word():
    words.append(word)
print(words, reader.position)
