"""What __exit__ receives and decides: suppression by truth value, errors raised in it, nested effects."""


class Exit:
    def __init__(self, result=None, error=None):
        self.result, self.error = result, error
        self.received = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.received = (kind, value, traceback is not None)
        if self.error is not None:
            raise self.error
        return self.result


class Truth:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        print("[asked]", end=" ")
        return self.answer


class BadTruth:
    def __bool__(self):
        raise OverflowError("no truth")


def run(manager, raised):
    try:
        with manager:
            if raised is not None:
                raise raised
        outcome = "continued"
    except BaseException as error:
        outcome = f"escaped {error!r} context {error.__context__!r}"
    kind, value, has_traceback = manager.received
    print(outcome, "| received", kind and kind.__name__, repr(value), has_traceback)


for result in (None, False, True, 0, 1, "", "yes", [], [0], Truth(True), Truth(False), BadTruth()):
    run(Exit(result), ValueError("body"))
run(Exit(True), None)
run(Exit(Truth(True)), None)
run(Exit(True), KeyboardInterrupt("k"))
run(Exit(True), SystemExit(3))
run(Exit(True), ValueError)
run(Exit(error=TypeError("in exit")), ValueError("body"))
run(Exit(error=TypeError("in exit")), None)
same = ValueError("same object")
run(Exit(error=same), same)
run(Exit(error=StopIteration("stop")), KeyError("body"))


class Counting:
    active = 0
    peak = 0

    def __enter__(self):
        Counting.active += 1
        Counting.peak = max(Counting.peak, Counting.active)
        return Counting.active

    def __exit__(self, *exc):
        Counting.active -= 1


def recursive(n):
    with Counting() as level:
        if n == 0:
            raise RuntimeError(f"bottom at {level}")
        recursive(n - 1)


try:
    recursive(50)
except RuntimeError as error:
    print(error, Counting.active, Counting.peak)


class Retry:
    """Counts its failures; suppresses until the limit."""

    def __init__(self, limit):
        self.limit, self.failures = limit, []

    def __enter__(self):
        return len(self.failures)

    def __exit__(self, kind, error, tb):
        if kind is None:
            return
        self.failures.append(str(error))
        return len(self.failures) < self.limit


retry = Retry(3)
results = []
try:
    while True:
        with retry as attempt:
            results.append(attempt)
            raise ConnectionError(f"attempt {attempt}")
except ConnectionError as error:
    print(error, results, retry.failures)


class Wrong:
    def __enter__(self):
        return 1

    def __exit__(self):
        return True


try:
    with Wrong():
        pass
except TypeError as error:
    print(error)
try:
    with Wrong():
        raise ValueError("original")
except TypeError as error:
    print(error, "| context", repr(error.__context__))


class Defaults:
    def __enter__(self):
        return self

    def __exit__(self, kind=None, value=None, tb=None, *, extra="keyword only"):
        self.value = value
        return True


with Defaults() as d:
    raise LookupError("stored")
print(repr(d.value), d.__exit__())


def order_of_names():
    with Exit(True) as a:
        b = 1
        raise ValueError
        c = 2
    try:
        return a.received[0].__name__, b, c
    except UnboundLocalError as error:
        return str(error)


def exception_var_survives():
    with Exit(True) as e:
        try:
            1 // 0
        except ZeroDivisionError as error:
            raise KeyError("k") from error
    kind, value, _ = e.received
    return repr(value), repr(value.__cause__), value.__suppress_context__


print(order_of_names(), exception_var_survives())
with Exit(True) as outer, Exit(error=OSError("inner exit")) as inner:
    raise ValueError("body")
print(repr(outer.received[1]), repr(inner.received[1]), repr(outer.received[1].__context__))
