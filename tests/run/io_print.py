"""print in all variants: sep, end, file, flush, objects with __str__, errors."""
import sys


class Both:
    def __str__(self):
        return "<str>"

    def __repr__(self):
        return "<repr>"


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("FLUSH")


print()
print("a", 1, 2.5, None, True, [1, "x"], (2,), {"k": "v"}, {3}, b"b", Both(), [Both()])
print("a", "b", sep="")
print("a", "b", sep="\n")
print("a", "b", sep=None, end=None)
print("no newline", end="")
print("|", "x", end="|\n")
print(sep="-", end="only end\n")
print(*range(5), sep=", ")
print(*[], sep=", ")
print("tab\tquote\"back\\slash é 日本 😀 \u00a0nbsp")
print("one\ntwo\rthree\n", end="")
print(print("inner"))

sink = Sink()
print("x", 2, sep="+", end="!", file=sink)
print(file=sink)
print("flushed", file=sink, flush=True)
print(sink.parts)

sys.stdout.write("written\n")
print(sys.stdout.write("héllo\n"))
sys.stdout.writelines(["l1\n", "l2\n"])
print("error stream", file=sys.stderr)
sys.stderr.write("direct error\n")
print("none means stdout", file=None)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class BadStr:
    def __str__(self):
        raise ValueError("in str")


class NotText:
    def __str__(self):
        return 5


attempt(lambda: print("a", sep=1))
attempt(lambda: print("a", end=b""))
attempt(lambda: print("a", file=5))
attempt(lambda: print("a", nosuch=1))
attempt(lambda: print("before", BadStr(), "after"))
attempt(lambda: print(NotText()))
attempt(lambda: sys.stdout.write(5))
attempt(lambda: sys.stdout.write())

say = print
say("through another name")


def shadow():
    print = lambda *args: sink.parts.append(args)
    print("captured", 1)
    return sink.parts[-1]


say(shadow())
old, sys.stdout = sys.stdout, sink
print("redirected")
sys.stdout = old
print(sink.parts[-2:])
print("%s" % "no", "args", end=" <end>\n", flush=True)
