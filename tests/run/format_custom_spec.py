"""A class with its own format language, format() through every route, and specs built at run time."""


class Duration:
    UNITS = {"d": 86400, "h": 3600, "m": 60, "s": 1}

    def __init__(self, seconds):
        self.seconds = seconds

    def __format__(self, spec):
        if not spec:
            return str(self)
        if spec[-1] in self.UNITS and len(spec) == 1:
            return f"{self.seconds / self.UNITS[spec]:g}{spec}"
        out, rest, i = "", self.seconds, 0
        while i < len(spec):
            ch = spec[i]
            if ch == "%" and i + 1 < len(spec) and spec[i + 1] in self.UNITS:
                n, rest = divmod(rest, self.UNITS[spec[i + 1]])
                out += f"{n:02d}"
                i += 2
            else:
                out += ch
                i += 1
        return out

    def __str__(self):
        return f"{self.seconds} seconds"

    def __repr__(self):
        return f"Duration({self.seconds})"


class Table:
    def __init__(self, **columns):
        self.columns = columns

    def __format__(self, spec):
        width, _, names = spec.partition("|")
        names = names.split(",") if names else list(self.columns)
        width = int(width or 6)
        rows = zip(*(self.columns[name] for name in names))
        lines = ["".join(f"{name:>{width}}" for name in names)]
        lines += ["".join(f"{cell:>{width}{'.1f' if isinstance(cell, float) else ''}}" for cell in row) for row in rows]
        return "\n".join(lines)


class Upper(str):
    def __format__(self, spec):
        if spec.startswith("!"):
            return format(self.upper(), spec[1:])
        return super().__format__(spec)


class Raises:
    def __format__(self, spec):
        raise LookupError(f"no format {spec!r}")


class WrongType:
    def __format__(self, spec):
        return 5


d = Duration(93784)
print(f"{d} | {d:h} | {d:m} | {d:%h:%m:%s} | {d:%d days %h hours} | {d!r} | {d!s:>15} | {d!r:.8}")
print("{0:s} {0:%m min}".format(d), "{x:%s}".format(x=d), format(d), format(d, ""), format(d, "d"), "%s %r" % (d, d))
t = Table(n=[1, 22], price=[2.5, 10.25], name=["ab", "c"])
print(f"{t}\n{t:8|name,price}\n{t:4|n}")
for width in (5, 9):
    print(f"{t:{width}|{'n'},{'name'}}")
u = Upper("text")
print(f"{u:!>8}|{u:<6}|{u:!}|{u!s:!>6}|", "{:!^10}".format(u), u.__format__("!"), f"{'plain':!>8}")
for thunk in (
    lambda: f"{Raises()}",
    lambda: f"{Raises():abc}",
    lambda: "{:x}".format(Raises()),
    lambda: format(Raises()),
    lambda: f"{WrongType()}",
    lambda: "{}".format(WrongType()),
    lambda: format(WrongType(), "x"),
    lambda: format(5, 5),
    lambda: format(object(), "x"),
    lambda: f"{[1]:>5}",
    lambda: f"{(1,):5}",
    lambda: f"{None:>5}",
    lambda: f"{ {}:5}",
    lambda: f"{t:|nope}",
    lambda: f"{t:x}",
    lambda: f"{len:5}",
    lambda: f"{int:5}",
):
    try:
        print(thunk())
    except Exception as error:
        print(type(error).__name__, error)


def build(fill="", align="", sign="", zero="", width="", comma="", precision="", kind=""):
    return f"{fill}{align}{sign}{zero}{width}{comma}{precision}{kind}"


count = 0
samples = []
for fill, align in (("", ""), ("", "<"), ("*", "^"), ("0", ">"), ("x", "=")):
    for sign in ("", "+", " "):
        for width in ("", "9"):
            for comma in ("", ",", "_"):
                for precision, kind in (
                    ("", "d"),
                    ("", "x"),
                    (".2", "f"),
                    (".3", "e"),
                    ("", "%"),
                    (".4", "g"),
                    ("", ""),
                ):
                    spec = build(fill, align, sign, "", width, comma, precision, kind)
                    for value in (-1234567, 0.5):
                        try:
                            text = format(value, spec)
                            assert len(text) >= int(width or 0) and text == f"{value:{spec}}" == (
                                "{:" + spec + "}"
                            ).format(value)
                        except ValueError as error:
                            text = str(error)
                        count += 1
                        if count % 37 == 0:
                            samples.append((value, spec, text))
print(count, *samples, sep="\n")
print(
    f"{'a':{'>'}{'5'}}",
    f"{3.14159:{'.' + str(1 + 1)}f}",
    f"{42:{'x' if True else 'd'}}",
    f"{'nested':{'*'}^{len('nested') + 4}}",
    f"{1234:{','}}",
    f"{f'{1}{2}':>{f'{5}'}}",
)
