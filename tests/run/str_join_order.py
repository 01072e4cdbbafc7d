"""Evaluation order and exceptions while strings are built from many parts."""

log = []


def say(value):
    log.append(value)
    return str(value)


class Loud:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        log.append(f"str {self.name}")
        return self.name

    def __repr__(self):
        log.append(f"repr {self.name}")
        return f"<{self.name}>"

    def __format__(self, spec):
        log.append(f"format {self.name} {spec!r}")
        return f"{self.name}:{spec}"


def flush(label):
    print(label, log)
    log.clear()


a, b = Loud("a"), Loud("b")
print(say(1) + say(2) * 2 + say(3))
flush("concat")
print(f"{a}{b!r}{a!s:>4}{b:{say(5)}}")
flush("fstring")
print("%s %r %s" % (a, b, say(9)))
flush("percent")
print("{1} {0!r} {0:x}".format(a, b))
flush("format")
print(a, b, sep=say("-"), end=say("\n"))
flush("print")
print(", ".join(say(i) for i in range(3)))
flush("join")
print([a, b], (a,), {a: b})
flush("containers")
print(str(a) + repr(b), "x" in str(a), str([a]))
flush("explicit")


def pieces():
    yield "one"
    log.append("between")
    yield "two"
    raise ValueError("third piece")


try:
    print("+".join(pieces()))
except ValueError as error:
    print(error)
flush("failing join")
try:
    text = "kept"
    text += "".join(pieces())
except ValueError:
    print(text)
flush("failing augmented")


class Failing:
    def __str__(self):
        raise LookupError("no text")


for build in (
    lambda: f"{say('before')}{Failing()}{say('after')}",
    lambda: "%s%s" % (say("p"), Failing()),
    lambda: say("x") + Failing(),
    lambda: "{}".format(Failing()),
    lambda: "".join([say("j"), Failing()]),
    lambda: print(say("printed"), Failing()),
):
    try:
        print(build())
    except (LookupError, TypeError) as error:
        print(type(error).__name__, error)
    flush("  after")

table = {"k": "old"}
try:
    table[say("k")] += say("new") + str(Failing())
except LookupError:
    print(table)
flush("subscript")
words = ["x", "y"]
words[int(say(0))], words[int(say(1))] = say("p"), say("q")
print(words)
flush("assignment")
result = say("left") if len(say("cond")) == 4 else say("right")
print(result, say("a") < say("b") < say("A") < say("never"), say("") or say("or"), say("x") and say("and"))
flush("conditional")
