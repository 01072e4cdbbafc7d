"""Objects made of closures: counters, undo stacks, event buses, lazy values, memo tables."""


def stack():
    items = []
    undone = []

    def push(value):
        items.append(value)
        undone.clear()
        return len(items)

    def undo():
        if not items:
            raise IndexError("nothing to undo")
        undone.append(items.pop())
        return undone[-1]

    def redo():
        if undone:
            items.append(undone.pop())
        return items[-1] if items else None

    return push, undo, redo, lambda: tuple(items)


def bus():
    handlers = {}

    def on(event):
        def register(function):
            handlers.setdefault(event, []).append(function)

            def remove():
                handlers[event].remove(function)

            function.remove = remove
            return function

        return register

    def emit(event, *args):
        return [handler(*args) for handler in list(handlers.get(event, ()))]

    return on, emit


def lazy(function):
    value = None
    ready = False

    def get():
        nonlocal value, ready
        if not ready:
            value = function()
            ready = True
        return value

    return get


def ids(prefix, start=1):
    n = start - 1

    def new():
        nonlocal n
        n += 1
        return f"{prefix}{n}"

    def skip(k):
        nonlocal n
        n += k

    new.skip = skip
    new.peek = lambda: n
    return new


def accumulate_types():
    total = 0

    def add(value):
        nonlocal total
        total += value
        return total

    return add


def bounded(limit):
    calls = 0

    def wrap(function):
        def inner(*args):
            nonlocal calls
            if calls >= limit:
                raise RuntimeError(f"limit of {limit} reached by {function.__name__}")
            calls += 1
            return function(*args)

        return inner

    return wrap


push, undo, redo, state = stack()
print(
    push("a"), push("b"), undo(), state(), redo(), state(), push("c"), undo(), undo(), undo(), redo(), redo(), state()
)
try:
    empty = stack()
    empty[1]()
except IndexError as error:
    print(error)

on, emit = bus()


@on("save")
def first(name):
    return f"first {name}"


@on("save")
@on("load")
def second(name):
    if name == "x":
        first.remove()
    return f"second {name}"


print(emit("save", "x"), emit("save", "y"), emit("load", "z"), emit("none"))
evaluations = []
value = lazy(lambda: evaluations.append("computed") or 42)
print(evaluations, value(), value(), evaluations)
a, b = ids("a"), ids("b", 10)
print(a(), a(), b(), a.skip(5), a(), b.peek(), a.peek())
add = accumulate_types()
print(add(1), add(2.5), add(True), add(2**70))
try:
    add("text")
except TypeError as error:
    print(error, add(0))
limited = bounded(3)
double, square = limited(lambda x: x * 2), limited(lambda x: x * x)
try:
    for i in range(5):
        print(double(i), square(i), end=" ")
except RuntimeError as error:
    print(error)


def machine():
    state = "idle"
    transitions = {
        ("idle", "start"): "running",
        ("running", "pause"): "paused",
        ("paused", "start"): "running",
        ("running", "stop"): "idle",
    }

    def send(event):
        nonlocal state
        old = state
        state = transitions.get((state, event), state)
        return f"{old}-{event}->{state}"

    return send


send = machine()
print([send(e) for e in ("pause", "start", "pause", "start", "stop", "stop")])
