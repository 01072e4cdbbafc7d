"""match: literals, captures, wildcards, or-patterns, guards, sequences, mappings and their edge cases."""


def literal(x):
    match x:
        case 0:
            return "zero"
        case -1 | -2:
            return "small negative"
        case 1.5:
            return "one and a half"
        case "text" | b"bytes":
            return "text or bytes"
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case _:
            return "other"


def sequence(x):
    match x:
        case []:
            return "empty"
        case [single]:
            return f"one: {single}"
        case [1, second]:
            return f"one then {second}"
        case (first, second) if first == second:
            return f"pair of {first}"
        case [first, *_, "end"]:
            return f"{first} to end"
        case ["cmd", *arguments]:
            return f"cmd {arguments}"
        case [[a, b], [c, d]]:
            return f"nested {a}{b}{c}{d}"
        case [_, _, *rest]:
            return f"two and {rest}"
        case str() | bytes():
            return "string is not a sequence pattern"
        case _:
            return "no sequence"


def mapping(x):
    match x:
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"kind": str(kind), **rest} if rest:
            return f"{kind} with {rest}"
        case {"kind": kind}:
            return f"kind {kind}"
        case {1: one, 2: two}:
            return f"numbers {one} {two}"
        case {"nested": {"list": [first, *_]}}:
            return f"nested {first}"
        case {}:
            return f"mapping of {len(x)}"
        case _:
            return "no mapping"


def captures(x):
    match x:
        case [int() as n, str() as s] as whole:
            return f"{n} {s} {whole}"
        case int(n) | float(n):
            return f"number {n}"
        case [(1 | 2) as small, *others]:
            return f"small {small} {others}"
        case (("a" | "b") as letter, _):
            return f"letter {letter}"
        case bool:
            return f"captured as {bool!r}"


def guards(x, limit):
    log = []

    def check(tag, result):
        log.append(tag)
        return result

    match x:
        case int(n) if check("g1", n > limit):
            result = "over"
        case n if check("g2", n == limit):
            result = "equal"
        case int() | float() if check("g3", True):
            result = f"under, n still {n}"
        case _:
            result = "default"
    return result, log


def no_match(x):
    y = "before"
    match x:
        case [y, 1]:
            pass
        case {"k": 2}:
            y = "mapping"
    return y


def subject_forms():
    out = []
    match 1, 2:
        case a, b:
            out.append((a, b))
    match *"ab", 3:
        case [x, y, z]:
            out.append((x, y, z))
    match (n := 5):
        case 5:
            out.append(n)
    match [1, [2, [3]]]:
        case [a, [b, [c]]]:
            out.append(a + b + c)
    for item in (1, "stop", 2):
        match item:
            case "stop":
                break
            case _:
                out.append(item)
                continue
    return out


for x in (0, -0.0, False, True, 1, -1, -2.0, 1.5, "text", b"bytes", None, [], "other", -3):
    print(repr(x), literal(x))
for x in (
    [],
    (),
    [5],
    (1, 2),
    [3, 3],
    ["x", 1, 2, "end"],
    ["cmd"],
    ["cmd", "a", "b"],
    [[1, 2], (3, 4)],
    [1, 2, 3],
    "ab",
    b"ab",
    {1, 2},
    range(2),
    {"a": 1},
    5,
    iter([1]),
):
    print(x if not hasattr(x, "__next__") else "iterator", sequence(x))
for x in (
    {"kind": "circle", "r": 2, "extra": 1},
    {"kind": "square", "side": 3},
    {"kind": "dot"},
    {"kind": 5},
    {1: "a", 2: "b", 3: "c"},
    {"nested": {"list": (9, 8)}},
    {"nested": {"list": []}},
    {},
    [],
    {True: "x", 2: "y"},
):
    print(x, mapping(x))
for x in ([1, "s"], 5, 2.5, True, [1, 2], [2], ("a", None), ("c", 1), None, "ab"):
    print(repr(x), captures(x))
print([guards(x, 10) for x in (11, 10, 9, 2.5)], [no_match(x) for x in ([5, 1], [5, 2], {"k": 2}, 7)], subject_forms())
match = {"match": "soft keyword"}
case = match["match"]
print(case, [match for match in (1, 2)])
