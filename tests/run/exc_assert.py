"""assert in all forms, with messages, side effects and inside every construct."""


def check(condition, message=None):
    try:
        if message is None:
            assert condition
        else:
            assert condition, message
    except AssertionError as error:
        return f"failed {error!r} {error.args}"
    return "passed"


class Falsy:
    def __bool__(self):
        print("[bool]", end=" ")
        return False

    def __str__(self):
        return "falsy object"

    __repr__ = __str__


for condition in (True, False, 0, 1, "", "x", [], [0], None, (), (False,), 0.0, -1, Falsy(), {}, range(0), b""):
    print(check(condition), end="; ")
print()
for message in ("text", 5, ("tuple", 1), [], {"k": 1}, ValueError("nested"), Falsy(), ""):
    print(check(False, message))

log = []


def note(tag, value):
    log.append(tag)
    return value


assert note("condition", True), note("message never evaluated", "x")
try:
    assert note("condition", False), note("message evaluated", "m")
except AssertionError as error:
    print(error, log)
try:
    assert 1 < 2 < 2, f"chained {1 + 1}"
except AssertionError as error:
    print(error)
try:
    assert not [1] or 0 and 1
except AssertionError as error:
    print(repr(str(error)), error.args)
try:
    assert isinstance(5, str), "type " + type(5).__name__
except AssertionError as error:
    print(error)
try:
    assert 1 / 0, "the condition itself raises"
except ZeroDivisionError as error:
    print("raised", error)
try:
    assert False, 1 // 0
except ZeroDivisionError as error:
    print("message raised", error, repr(error.__context__))


def in_generator(values):
    for value in values:
        assert value > 0, value
        yield value


def in_comprehension(values):
    def positive(v):
        assert v > 0, f"{v} is not positive"
        return v

    return [positive(v) for v in values]


class Invariant:
    def __init__(self, low, high):
        assert low <= high, (low, high)
        self.low, self.high = low, high

    def __enter__(self):
        assert self.low < self.high
        return self

    def __exit__(self, kind, error, tb):
        print("exit", kind.__name__ if kind else None, error)
        return kind is AssertionError

    def __contains__(self, x):
        assert isinstance(x, int), type(x)
        return self.low <= x <= self.high


for function in (
    lambda: list(in_generator([1, 2])),
    lambda: list(in_generator([1, 0])),
    lambda: in_comprehension([3, -3]),
    lambda: Invariant(2, 1),
    lambda: 1.5 in Invariant(0, 5),
    lambda: 3 in Invariant(0, 5),
):
    try:
        print(function())
    except AssertionError as error:
        print(repr(error))
with Invariant(0, 5) as i:
    assert i.high == 6, "suppressed by the manager"
    print("never")
try:
    with Invariant(1, 1):
        print("never")
except AssertionError as error:
    print("enter failed", repr(error))


def in_loop_with_finally():
    out = []
    for n in (1, 2, 3):
        try:
            assert n != 2, n
            out.append(n)
        except AssertionError as error:
            out.append(-error.args[0])
        finally:
            out.append("f")
    return out


print(in_loop_with_finally())
try:
    try:
        assert []
    except AssertionError as error:
        raise RuntimeError("from assertion") from error
except RuntimeError as error:
    print(error, repr(error.__cause__))


class AssertionError2(AssertionError):
    pass


try:
    raise AssertionError2("subclass")
except AssertionError as error:
    print(type(error).__name__, error)
AssertionError = ValueError
try:
    assert False, "the builtin is used, not the global name"
except Exception as error:
    print(type(error).__name__, isinstance(error, AssertionError), error)
