# argv: $TMP
# grant: --allow-write=$TMP
"""Text files in several encodings, error handlers, newlines, large files, and binary copies."""

import sys

base = sys.argv[1]
TEXT = "line one\nünïcode 日本 😀\n\ttabbed\n\nlast"


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {str(error).replace(base, 'BASE')}"


def write(name, text, **options):
    with open(f"{base}/{name}", "w", **options) as f:
        return f.write(text)


def read(name, **options):
    with open(f"{base}/{name}", **options) as f:
        return f.read()


def raw(name):
    with open(f"{base}/{name}", "rb") as f:
        return f.read()


for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-32-be", "utf-8-sig", "latin-1", "ascii"):
    print(
        encoding,
        attempt(lambda: write("enc.txt", TEXT, encoding=encoding)),
        attempt(lambda: len(raw("enc.txt"))),
        attempt(lambda: read("enc.txt", encoding=encoding) == TEXT),
    )
for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape"):
    print(
        errors,
        attempt(lambda: write("err.txt", "aéb日", encoding="ascii", errors=errors)),
        attempt(lambda: raw("err.txt")),
    )
with open(base + "/bad.txt", "wb") as f:
    f.write(b"ok \xff\xfe \xc3\xa9 \xe2\x82 end")
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    print(errors, attempt(lambda: ascii(read("bad.txt", encoding="utf-8", errors=errors))))
for newline in (None, "", "\n", "\r\n", "\r"):
    write("nl.txt", "a\nb\r\nc\rd", newline=newline)
    print(repr(newline), raw("nl.txt"), repr(read("nl.txt", newline=newline)), repr(read("nl.txt")))
print(
    attempt(lambda: write("nl.txt", "x", newline="q")),
    attempt(lambda: open(base + "/nl.txt", "rb", newline="\n")),
    attempt(lambda: open(base + "/nl.txt", errors="nosuch").read()),
)

with open(base + "/seek.txt", "w+", encoding="utf-8") as f:
    f.write("0123456789é\n")
    f.seek(3)
    print(f.read(2), f.tell(), f.read(), f.seek(0), f.readline(), repr(f.readline()))
    f.seek(0)
    f.write("XY")
    f.flush()
    print(
        f.truncate(5),
        f.seek(0, 2),
        f.tell(),
        attempt(lambda: f.seek(-1, 2)),
        attempt(lambda: f.seek(1, 1)),
        attempt(lambda: f.seek(-5)),
    )
    f.seek(0)
    print(f.read(), f.readable(), f.writable(), f.seekable(), f.encoding, f.errors)
with open(base + "/seek.txt", "r+b") as f:
    f.seek(0, 2)
    f.write(b"tail\n")
    f.seek(-5, 2)
    print(f.read(), f.seek(-2, 1), f.read(), f.tell())
with open(base + "/a.txt", "a+") as f:
    print(f.write("one\n"), f.tell(), f.seek(0), f.write("two\n"), f.seek(0), f.read())
with open(base + "/x.txt", "x") as f:
    f.writelines(f"{i}\n" for i in range(5000))
print(attempt(lambda: open(base + "/x.txt", "x")))
with open(base + "/x.txt") as f:
    print(sum(map(int, f)), f.readline() == "")
    f.seek(0)
    print(next(f), f.readline(), f.readlines(10), [next(f) for _ in range(2)], sum(len(line) for line in f))
with open(base + "/x.txt") as source, open(base + "/copy.txt", "w") as target:
    for number, line in enumerate(source):
        if number % 1000 == 0:
            target.write(f"{number:>5}: {line}")
print(read("copy.txt"))
with open(base + "/x.txt", "rb") as f:
    blocks = 0
    while block := f.read(4096):
        blocks += 1
        last = len(block)
    print(blocks, last, f.tell())
with open(base + "/bin.dat", "wb") as f:
    print(f.write(b"abc"), f.write(bytes(range(256)) * 40))
data = raw("bin.dat")
print(len(data), data[:5], data[3:259] == bytes(range(256)), list(open(base + "/bin.dat", "rb"))[0][:4])
f = open(base + "/copy.txt")
print(
    f.closed,
    f.read(7),
    f.close(),
    f.closed,
    attempt(f.read),
    attempt(lambda: f.readline()),
    attempt(lambda: list(f)),
    attempt(lambda: f.seek(0)),
    attempt(lambda: f.__enter__()),
)
for mode in ("r", "w", "rb", "wb"):
    with open(base + "/mode.txt", "w" if "r" in mode else mode) as made:
        pass
    with open(base + "/mode.txt", mode) as f:
        print(
            mode,
            attempt(lambda: f.read()),
            attempt(lambda: f.write("x")),
            attempt(lambda: f.write(b"x")),
            f.readable(),
            f.writable(),
        )
print(
    attempt(lambda: open("")),
    attempt(lambda: open(base + "/none")),
    attempt(lambda: open(base + "/none/x", "w")),
    attempt(lambda: open(base, "w")),
    attempt(lambda: open(base + "/x.txt", "")),
    attempt(lambda: open(base + "/x.txt", "r", encoding=5)),
    attempt(lambda: open()),
    attempt(lambda: open([])),
    attempt(lambda: open(base + "/x.txt\0")),
    sep="\n",
)
