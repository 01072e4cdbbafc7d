"""match in programs: a command interpreter, a tokenizer, JSON-like validation, state machines, tree rewriting."""


def run(commands):
    state, output = {"x": 0, "stack": []}, []
    for line in commands:
        match line.split():
            case []:
                continue
            case ["push", *numbers] if all(n.lstrip("-").isdigit() for n in numbers):
                state["stack"] += map(int, numbers)
            case ["pop"]:
                match state:
                    case {"stack": []}:
                        output.append("empty")
                    case {"stack": [*_, top]}:
                        output.append(state["stack"].pop())
            case ["add" | "mul" as operation]:
                match state["stack"]:
                    case [*rest, a, b]:
                        state["stack"] = [*rest, a + b if operation == "add" else a * b]
                    case short:
                        output.append(f"{operation} needs two, has {len(short)}")
            case ["set", name, "=", value]:
                state[name] = int(value) if value.isdigit() else state.get(value, "?")
            case ["show", ("x" | "y" | "z") as name]:
                output.append(f"{name}={state.get(name)}")
            case ["show", *names]:
                output.append(f"cannot show {names}")
            case ["quit" | "exit"]:
                output.append("bye")
                break
            case [unknown, *_]:
                output.append(f"unknown {unknown}")
    else:
        output.append("end of input")
    return state, output


def simplify(node):
    match node:
        case ("+", 0, x) | ("+", x, 0) | ("*", 1, x) | ("*", x, 1):
            return simplify(x)
        case ("*", 0, _) | ("*", _, 0):
            return 0
        case (op, int(a), int(b)):
            return a + b if op == "+" else a * b
        case ("+", x, y) if x == y:
            return simplify(("*", 2, x))
        case (op, x, y):
            new = (op, simplify(x), simplify(y))
            return new if new == node else simplify(new)
        case leaf:
            return leaf


def validate(value, schema, path="$"):
    match schema, value:
        case {"type": "int", **limits}, int(n) if not isinstance(n, bool):
            match limits:
                case {"min": low} if n < low:
                    yield f"{path}: {n} below {low}"
                case {"max": high} if n > high:
                    yield f"{path}: {n} above {high}"
        case {"type": "str", "enum": [*choices]}, str(s):
            if s not in choices:
                yield f"{path}: {s!r} not in {choices}"
        case {"type": "str"}, str():
            pass
        case {"type": "list", "items": item}, [*values]:
            for i, v in enumerate(values):
                yield from validate(v, item, f"{path}[{i}]")
        case {"type": "dict", "fields": dict(fields)}, dict():
            for name, sub in fields.items():
                match value:
                    case {**present} if name in present:
                        yield from validate(present[name], sub, f"{path}.{name}")
                    case _ if not sub.get("optional"):
                        yield f"{path}.{name}: missing"
            for extra in value.keys() - fields.keys():
                yield f"{path}.{extra}: unexpected"
        case {"type": wanted}, _:
            yield f"{path}: expected {wanted}, got {type(value).__name__}"


def traffic(events):
    state, log = "red", []
    for event in events:
        match state, event:
            case "red", "timer":
                state = "green"
            case "green", "timer":
                state = "yellow"
            case "yellow", "timer":
                state = "red"
            case _, "fault":
                state = "blinking"
            case "blinking", ("reset", to):
                state = to
            case ("blinking" as same), other:
                log.append(f"{same} ignores {other}")
                continue
            case s, e:
                raise RuntimeError(f"no transition from {s} on {e}")
        log.append(state)
    return log


def tokens(text):
    kind, current = None, ""
    for ch in [*text, None]:
        match ch:
            case None | " ":
                new = None
            case _ if ch.isdigit() or ch == "." and kind == "num":
                new = "num"
            case "+" | "-" | "*" | "/" | "(" | ")":
                new = "op"
            case _ if ch.isalpha() or ch == "_":
                new = "name"
            case other:
                raise SyntaxError(f"unexpected {other!r}")
        if current and (new != kind or new == "op"):
            yield kind, current
            current = ""
        kind = new
        current += ch if new else ""


def fizz(n):
    match n % 3, n % 5:
        case 0, 0:
            return "FizzBuzz"
        case 0, _:
            return "Fizz"
        case _, 0:
            return "Buzz"
    return n


def merge(a, b):
    match a, b:
        case [], rest:
            return rest
        case rest, []:
            return rest
        case [x, *xs], [y, *_] if x <= y:
            return [x] + merge(xs, b)
        case _, [y, *ys]:
            return [y] + merge(a, ys)


print(
    *run(
        [
            "push 1 2 3",
            "",
            "add",
            "show x",
            "set x = 7",
            "set y = x",
            "show y",
            "mul",
            "pop",
            "pop",
            "add",
            "push z",
            "show q",
            "show x y",
            "dance",
        ]
    ),
    sep="\n",
)
print(run(["push 5", "quit", "pop"]))
print(
    [
        simplify(n)
        for n in (
            ("+", 0, "x"),
            ("*", ("+", "x", 0), 1),
            ("*", "x", 0),
            ("+", 2, ("*", 3, 4)),
            ("+", ("*", 1, "y"), "y"),
            ("+", "x", "y"),
            ("*", ("+", 1, -1), "z"),
        )
    ]
)
SCHEMA = {
    "type": "dict",
    "fields": {
        "n": {"type": "int", "min": 0, "max": 9},
        "tags": {"type": "list", "items": {"type": "str", "enum": ["a", "b"]}},
        "note": {"type": "str", "optional": True},
    },
}
for value in (
    {"n": 5, "tags": ["a"]},
    {"n": -1, "tags": ["a", "c", 5]},
    {"n": True, "tags": "ab", "note": 1},
    {"tags": []},
    [],
    {"n": 99, "tags": (), "x": 0},
):
    print(value, list(validate(value, SCHEMA)))
print(traffic(["timer", "timer", "fault", "timer", ("reset", "green"), "timer"]))
try:
    traffic(["timer", "jump"])
except RuntimeError as error:
    print(error)
print(list(tokens("3.14*(foo_1 + b)-2")), [fizz(n) for n in range(1, 16)], merge([1, 4, 6], [2, 3, 9]))
try:
    list(tokens("a $ b"))
except SyntaxError as error:
    print(error)
