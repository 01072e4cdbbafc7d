# grant: --allow-read=/
"""Attributes of builtin exceptions, their constructors, equality, pickling of args, traceback presence."""


def caught(function):
    try:
        function()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def show(error, *names):
    print(type(error).__name__, "|", error, "|", error.args, "|", {name: getattr(error, name) for name in names})


show(caught(lambda: {}["key"]))
show(caught(lambda: {}[(1, 2)]))
show(caught(lambda: [].pop()))
show(caught(lambda: next(iter(()))), "value")
show(caught(lambda: int("abc")))
show(caught(lambda: "é".encode("ascii")), "encoding", "start", "end", "reason", "object")
show(caught(lambda: b"a\xff".decode()), "encoding", "start", "end", "reason", "object")
show(caught(lambda: (5).nope), "name", "obj")
show(caught(lambda: "text".nope), "name", "obj")
show(caught(lambda: open("/does/not/exist")), "errno", "strerror", "filename", "filename2")
show(StopIteration(1, 2), "value")
show(StopIteration(), "value")
show(SystemExit("x"), "code")
show(SystemExit(), "code")
show(ImportError("m", name="n", path="p"), "name", "path", "msg")
show(ModuleNotFoundError("m"), "name", "path")
show(AttributeError("m", name="n", obj=[1]), "name", "obj")
show(NameError("m", name="n"), "name")
show(OSError(1, "one"), "errno", "strerror", "filename")
show(OSError("only"), "errno", "strerror", "filename")
show(OSError(1, "one", "file", None, "file2"), "filename", "filename2")
show(OSError(), "errno")
show(UnicodeTranslateError("obj", 1, 2, "why"), "object", "start", "end", "reason")
show(UnicodeEncodeError("enc", "abc", 0, 2, "why"), "encoding")
show(UnicodeDecodeError("enc", b"abc", 0, 1, "why"), "object")
show(SyntaxError("msg"), "msg", "lineno", "offset", "text", "filename")
show(SyntaxError("msg", ("file", 3, 7, "source text")), "msg", "lineno", "offset", "text", "filename")

for number, name in (
    (2, "FileNotFoundError"),
    (13, "PermissionError"),
    (17, "FileExistsError"),
    (20, "NotADirectoryError"),
    (21, "IsADirectoryError"),
    (4, "InterruptedError"),
    (32, "BrokenPipeError"),
    (11, "BlockingIOError"),
    (110, "TimeoutError"),
    (111, "ConnectionRefusedError"),
    (3, "ProcessLookupError"),
    (9999, "OSError"),
):
    error = OSError(number, "message", "name")
    print(type(error).__name__ == name, error, repr(error), error.args)

error = caught(lambda: 1 // 0)
print(
    error.__traceback__ is not None,
    error.with_traceback(None) is error,
    error.__traceback__,
    error == caught(lambda: 1 // 0),
    error == error,
    hash(error) == hash(error),
    bool(error),
)
print(
    error.__cause__,
    error.__context__,
    error.__suppress_context__,
    isinstance(error, ArithmeticError),
    error.__class__.__name__,
    error.__class__.__mro__[1].__name__,
    hasattr(error, "__notes__"),
)
for bad in (
    lambda: setattr(error, "__traceback__", 5),
    lambda: setattr(error, "__cause__", "x"),
    lambda: setattr(error, "args", 5),
    lambda: error.with_traceback(1),
    lambda: error.nope,
    lambda: UnicodeDecodeError("x"),
    lambda: UnicodeEncodeError(1, 2, 3, 4, 5),
    lambda: ValueError(key=1),
    lambda: SystemExit(code=1),
    lambda: KeyError(x=1),
    lambda: BaseException.__new__(int),
    lambda: delattr(error, "args"),
    lambda: AttributeError(nope=1),
    lambda: ImportError("m", bad=1),
    lambda: error.add_note(),
    lambda: error.add_note(None),
    lambda: Exception("a") < Exception("b"),
    lambda: Exception("a") + "b",
    lambda: len(Exception("ab")),
    lambda: Exception("ab")[0],
    lambda: [*Exception("ab")],
):
    print(type(caught_error := caught(bad)).__name__, caught_error)


class Rich(Exception):
    severity = "low"

    def __init__(self, message, *, code, details=()):
        super().__init__(message)
        self.code, self.details = code, list(details)

    def __eq__(self, other):
        return isinstance(other, Rich) and (self.args, self.code) == (other.args, other.code)

    __hash__ = Exception.__hash__

    def __bool__(self):
        return self.code != 0

    def __len__(self):
        return len(self.details)

    def __iter__(self):
        return iter(self.details)


rich = Rich("r", code=5, details="ab")
print(
    rich == Rich("r", code=5),
    rich != Rich("r", code=6),
    bool(rich),
    bool(Rich("z", code=0)),
    len(rich),
    [*rich],
    rich.__dict__,
    repr(rich),
    str(rich),
    rich.severity,
    rich.args,
    vars(rich)["code"],
)
try:
    raise rich
except Rich as error:
    error.severity = "high"
    print(error.severity, Rich.severity, error is rich, error.details)
try:
    raise Rich("no code")
except TypeError as error:
    print(error)
