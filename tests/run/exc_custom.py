"""Custom exception classes: args, str, repr, hierarchy, attributes, notes, catching by tuple."""


class AppError(Exception):
    """Base of the errors of this program."""


class CodedError(AppError):
    def __init__(self, code, message="unknown"):
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self):
        return f"[{self.code}] {self.message}"


class NoSuperCall(Exception):
    def __init__(self, a, *, b=0):
        self.b = b


class Multi(KeyError, ValueError):
    pass


class ReprOnly(Exception):
    def __repr__(self):
        return "ReprOnly!"


class WithNew(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        self.made = len(args)
        return self


for error in (
    Exception(),
    Exception("one"),
    Exception("a", 2),
    Exception(None),
    Exception(("t",)),
    AppError("app"),
    CodedError(404),
    CodedError(500, "boom"),
    NoSuperCall("x", b=3),
    Multi("key"),
    KeyError("k"),
    KeyError("a", "b"),
    KeyError(),
    ReprOnly("r"),
    WithNew(1, 2),
    ValueError("it's"),
    OSError(2, "No such file"),
    OSError("just text"),
    OSError(2, "missing", "file.txt"),
    StopIteration(5),
    SystemExit(3),
    UnicodeError("u"),
    AssertionError(),
    ImportError("imp"),
):
    print(f"{error!s} | {error!r} | {error.args}")

print(
    CodedError(1).code,
    NoSuperCall(1).b,
    WithNew(1).made,
    StopIteration(5).value,
    SystemExit("bye").code,
    OSError(2, "x", "f").errno,
    OSError(2, "x", "f").strerror,
    OSError(2, "x", "f").filename,
)
print(
    type(OSError(2, "x")).__name__,
    type(OSError(13, "x")).__name__,
    type(OSError(17, "x")).__name__,
    NameError("n", name="q").name,
    ImportError("m", name="mod").name,
)
print(
    issubclass(KeyError, LookupError),
    issubclass(FileNotFoundError, OSError),
    IOError is OSError,
    EnvironmentError is OSError,
    issubclass(ZeroDivisionError, ArithmeticError),
    issubclass(RecursionError, RuntimeError),
    issubclass(KeyboardInterrupt, Exception),
    issubclass(UnboundLocalError, NameError),
    issubclass(BlockingIOError, OSError),
    issubclass(ModuleNotFoundError, ImportError),
    issubclass(UnicodeDecodeError, ValueError),
    issubclass(IndentationError, SyntaxError),
    [c.__name__ for c in Multi.__mro__],
)


def classify(error):
    try:
        raise error
    except (KeyError, IndexError) as e:
        return "lookup tuple", type(e).__name__
    except CodedError as e:
        return "coded", e.code
    except AppError:
        return "app"
    except (ValueError, TypeError, ArithmeticError):
        return "tuple of three"
    except Exception:
        return "other"
    except BaseException:
        return "base"


print(
    [
        classify(e)
        for e in (
            KeyError(1),
            IndexError(),
            CodedError(7),
            AppError(),
            TypeError(),
            OverflowError(),
            Multi(),
            OSError(),
            KeyboardInterrupt(),
            GeneratorExit(),
            ValueError,
        )
    ]
)

error = AppError("noted")
error.add_note("first note")
error.add_note("second\nline")
print(error.__notes__, error, hasattr(AppError(), "__notes__"))
try:
    error.add_note(5)
except TypeError as problem:
    print(problem)
error.args = ("replaced", 1)
print(error, repr(error), error == AppError("replaced", 1), {error: "hashable"}[error], bool(error))
error.extra = [1]
print(error.__dict__, CodedError(9).__dict__, error.__traceback__ is None)
try:
    error.args = 5
except TypeError as problem:
    print(problem)


def bad_handler():
    try:
        raise ValueError("original")
    except "not a class":
        pass


def nested_tuple():
    try:
        raise ValueError("original")
    except (KeyError, (ValueError, TypeError)):
        pass


def bad_handler_tuple():
    try:
        raise ValueError("original")
    except (int, KeyError):
        pass


for function in (bad_handler, nested_tuple, bad_handler_tuple):
    try:
        function()
    except TypeError as problem:
        print(problem, "| context:", repr(problem.__context__))
