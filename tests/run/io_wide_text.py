# argv: $TMP
# grant: --allow-write=$TMP
"""UTF-16 and UTF-32 text files: byte order marks, reading in pieces, appending."""

import sys

path = sys.argv[1] + "/wide.txt"
LINES = [f"{n} é日😀\n" for n in range(3000)]


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def raw():
    with open(path, "rb") as f:
        return f.read()


for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"):
    with open(path, "w", encoding=encoding) as f:
        for line in LINES:
            f.write(line)
    print(encoding, f.encoding, len(raw()), raw() == "".join(LINES).encode(encoding))
    with open(path, encoding=encoding) as f:
        print(f.readline(), f.read(5), f.read() == "".join(LINES[1:])[5:])
    with open(path, encoding=encoding) as f:
        print(list(f) == LINES)
    with open(path, "w", encoding=encoding) as f:
        f.write("ascii")
        f.write(" only\n")
    with open(path, "a", encoding=encoding) as f:
        f.write("more")
    print(raw())
    with open(path, encoding=encoding) as f:
        print(f.readlines(), f.seek(0), f.read())

with open(path, "wb") as f:
    f.write("big".encode("utf-16-be"))
print(attempt(lambda: open(path, encoding="utf-16").read()))
with open(path, "wb") as f:
    f.write(b"\xfe\xff" + "big".encode("utf-16-be"))
print(attempt(lambda: open(path, encoding="utf-16").read()))
with open(path, "wb") as f:
    f.write(b"a\0b")
print(attempt(lambda: open(path, encoding="utf-16-le").read()))
with open(path, "wb") as f:
    pass
print(repr(open(path, encoding="utf-16").read()), repr(open(path, encoding="utf-32").readline()))
