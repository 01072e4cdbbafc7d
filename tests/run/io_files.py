# argv: $TMP
# grant: --allow-write=$TMP
"""Files: text and binary modes, append, seek and tell, iteration, with, closing, errors."""

import os
import sys

base = sys.argv[1]
path = base + "/notes.txt"

with open(path, "w") as f:
    print(f.write("first\n"), f.write("sécond 😀\n"), f.writelines(["third\n", "no newline"]))
    print("printed", 1, 2, sep=";", file=f)
print(f.closed, f.mode, f.name == path)
with open(path) as f:
    print(repr(f.read()))
    print(repr(f.read()), repr(f.readline()))
with open(path, encoding="utf-8") as f:
    print(repr(f.readline()), repr(f.read(4)), repr(f.readline()), f.readlines())
print([line.rstrip() for line in open(path)], [len(line) for line in open(path, "rb")])

with open(path, "a") as f:
    f.write("appended\n")
with open(path, "r+") as f:
    f.write("FIRST")
    f.seek(0)
    print(f.readline(), end="")
    print(f.tell())
    f.seek(0, 2)
    print(f.tell(), f.write("tail"))
with open(path, "rb") as f:
    print(f.read(7), f.tell(), f.seek(-4, 2), f.read(), f.read(), f.seek(0), f.readline(), f.seek(2, 1), f.read(3))

binary = base + "/data.bin"
with open(binary, "wb") as f:
    print(f.write(bytes(range(10))), f.write(b"\r\n\x00"), f.tell())
with open(binary, "rb") as f:
    print(f.read(), list(f))
with open(binary, "ab+") as f:
    f.write(b"!")
    f.seek(0)
    print(len(f.read()))
with open(binary, "w+b") as f:
    f.write(b"abc")
    f.seek(1)
    f.write(b"X")
    f.seek(0)
    print(f.read())

with open(path, "w", newline="") as f:
    f.write("a\r\nb\rc\n")
print(
    repr(open(path).read()),
    repr(open(path, newline="").read()),
    open(path, newline="").readlines(),
    open(path, "rb").read(),
)
with open(path, "w", encoding="latin-1") as f:
    f.write("é")
print(
    open(path, "rb").read(),
    open(path, encoding="latin-1").read(),
    repr(open(path, errors="replace").read()),
    ascii(open(path, errors="surrogateescape").read()),
)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, str(error).replace(base, "BASE"))


attempt(lambda: open(base + "/missing.txt"))
attempt(lambda: open(base + "/no/dir.txt", "w"))
attempt(lambda: open(base))
attempt(lambda: open(path, "x"))
attempt(lambda: open(path, "q"))
attempt(lambda: open(path, "rw"))
attempt(lambda: open(path, "rb", encoding="utf-8"))
attempt(lambda: open(path, encoding="utf-8").read())
attempt(lambda: f.write("x"))
attempt(lambda: f.read())
attempt(lambda: open(path).write("x"))
attempt(lambda: open(path, "a").read())
attempt(lambda: open(path, "wb").write("text"))
attempt(lambda: open(path, "w").write(b"bytes"))
attempt(lambda: open(5.5))
attempt(lambda: open(path, encoding="nosuch"))
f.close()
f.close()
try:
    with open(path, "w") as f:
        f.write("kept")
        raise ValueError("in with")
except ValueError as error:
    print(error, f.closed, open(path).read())
try:
    open(base + "/missing.txt")
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename == base + "/missing.txt", isinstance(error, OSError))
print("HOME_NOT_SET" in os.environ, os.environ.get("HOME_NOT_SET", "default"))
