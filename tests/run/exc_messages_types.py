"""Messages of TypeErrors raised by operators and by the protocol of builtin types."""


class Plain:
    def __repr__(self):
        return "<plain>"


class Sub(int):
    pass


p, s = Plain(), Sub(3)
values = {
    "int": 1,
    "float": 1.5,
    "str": "s",
    "bytes": b"b",
    "list": [1],
    "tuple": (1,),
    "dict": {},
    "set": {1},
    "None": None,
    "Plain": p,
    "Sub": s,
    "func": len,
    "type": int,
}
OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
    "**": lambda a, b: a**b,
    "<<": lambda a, b: a << b,
    "&": lambda a, b: a & b,
    "@": lambda a, b: a @ b,
    "<": lambda a, b: a < b,
    ">=": lambda a, b: a >= b,
    "in": lambda a, b: a in b,
    "[]": lambda a, b: a[b],
}


def message(function, *args):
    try:
        function(*args)
    except (TypeError, ValueError, LookupError) as error:
        return f"{type(error).__name__}: {error}"
    return None


seen = set()
for symbol, operator in OPERATORS.items():
    for left_name, left in values.items():
        for right_name in ("int", "str", "list", "None", "Plain", "dict"):
            text = message(operator, left, values[right_name])
            if text and text not in seen:
                seen.add(text)
                print(f"{left_name} {symbol} {right_name}: {text}")

for name, value in values.items():
    for label, function in (
        ("neg", lambda v: -v),
        ("inv", lambda v: ~v),
        ("len", len),
        ("iter", iter),
        ("call", lambda v: v()),
        ("hash", hash),
        ("int", int),
        ("float", float),
        ("abs", abs),
        ("next", next),
        ("round", round),
        ("item", lambda v: v["k"]),
        ("slice", lambda v: v[1:]),
        ("unpack", lambda v: (lambda a, b, c: 0)(*v)),
        ("star", lambda v: [*v]),
        ("index", lambda v: [0, 1][v]),
        ("set", lambda v: {v}),
        ("join", lambda v: "".join(v)),
        ("range", range),
    ):
        if label == "call" and name in ("func", "type"):
            continue
        text = message(function, value)
        if text and text not in seen:
            seen.add(text)
            print(f"{label}({name}): {text}")


def set_item(container, key):
    container[key] = 0


def del_item(container, key):
    del container[key]


def in_place(a, b):
    a += b


def use_with(v):
    with v:
        pass


for name, value in values.items():
    for label, function, arguments in (
        ("setitem", set_item, (value, 0)),
        ("delitem", del_item, (value, 0)),
        ("iadd", in_place, (value, {})),
        ("with", use_with, (value,)),
        ("format", format, (value, "zz")),
        ("setattr", setattr, (value, "attr", 1)),
        ("getattr", getattr, (value, "attr")),
    ):
        try:
            function(*arguments)
        except (TypeError, AttributeError, ValueError, KeyError) as error:
            text = f"{type(error).__name__}: {error}"
            if text not in seen:
                seen.add(text)
                print(f"{label}({name}): {text}")
print(len(seen))
