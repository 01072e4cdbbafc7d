"""Exceptions raised inside special methods reach the caller unchanged, wherever the method is called."""


class Angry:
    def __getattr__(self, name):
        raise AttributeError(f"angry about {name}")


def raising(message, kind=ValueError):
    def method(self, *args, **kwargs):
        raise kind(message)

    return method


NAMES = [
    "add",
    "radd",
    "sub",
    "mul",
    "truediv",
    "floordiv",
    "mod",
    "pow",
    "neg",
    "abs",
    "invert",
    "eq",
    "lt",
    "ge",
    "len",
    "getitem",
    "setitem",
    "delitem",
    "contains",
    "iter",
    "call",
    "bool",
    "str",
    "repr",
    "hash",
    "index",
    "int",
    "float",
    "format",
    "enter",
    "exit",
    "iadd",
    "and",
    "lshift",
    "divmod",
    "round",
    "reversed",
    "bytes",
    "getattr",
    "setattr",
    "delattr",
]
Bomb = type("Bomb", (), {f"__{name}__": raising(name) for name in NAMES})
bomb = Bomb()


def set_item():
    bomb[0] = 1


def delete_item():
    del bomb[0]


def set_attribute():
    bomb.x = 1


def delete_attribute():
    del bomb.x


def in_place():
    b = bomb
    b += 1


def with_statement():
    with bomb:
        pass


def loop():
    for _ in bomb:
        pass


def condition():
    if bomb:
        return 1
    return 0


def while_condition():
    while not bomb:
        pass


def unpack():
    a, b = bomb


def assertion():
    assert bomb


OPERATIONS = [
    lambda: bomb + 1,
    lambda: 1 + bomb,
    lambda: bomb - 1,
    lambda: bomb * 2,
    lambda: bomb / 2,
    lambda: bomb // 2,
    lambda: bomb % 2,
    lambda: bomb**2,
    lambda: -bomb,
    lambda: abs(bomb),
    lambda: ~bomb,
    lambda: bomb == 1,
    lambda: bomb != 1,
    lambda: bomb < 1,
    lambda: bomb >= 1,
    lambda: len(bomb),
    lambda: bomb[0],
    lambda: bomb[1:2],
    lambda: 1 in bomb,
    lambda: iter(bomb),
    lambda: [*bomb],
    lambda: bomb(),
    lambda: bool(bomb),
    lambda: not bomb,
    lambda: bomb and 1,
    lambda: str(bomb),
    lambda: repr(bomb),
    lambda: f"{bomb}",
    lambda: "%s" % bomb,
    lambda: "%d" % bomb,
    lambda: hash(bomb),
    lambda: {bomb: 1},
    lambda: {bomb},
    lambda: [1, 2][bomb],
    lambda: range(bomb),
    lambda: hex(bomb),
    lambda: int(bomb),
    lambda: float(bomb),
    lambda: format(bomb, "x"),
    lambda: bomb & 1,
    lambda: bomb << 1,
    lambda: divmod(bomb, 1),
    lambda: round(bomb),
    lambda: reversed(bomb),
    lambda: bytes(bomb),
    lambda: bomb.anything,
    lambda: getattr(bomb, "x", "default"),
    lambda: hasattr(bomb, "x"),
    lambda: print(bomb),
    lambda: sorted([bomb, bomb]),
    lambda: max(bomb, bomb),
    lambda: sum([bomb]),
    lambda: list(bomb),
    lambda: dict(bomb),
    lambda: " ".join(bomb),
    lambda: [bomb].index(5),
    lambda: [1, bomb].remove(2),
    lambda: (1, bomb).count(3),
    lambda: [bomb] == [1],
    lambda: any([0, bomb]),
    lambda: list(filter(None, [bomb])),
    lambda: 1 if bomb else 2,
    lambda: [x for x in [1] if bomb],
    lambda: (lambda *a: a)(*bomb),
    lambda: {**bomb},
    lambda: isinstance(bomb, int),
    lambda: callable(bomb),
    lambda: "{}".format(bomb),
    lambda: "{!r}".format(bomb),
    lambda: [bomb].__repr__(),
    lambda: chr(bomb),
    lambda: sorted([1], key=bomb),
    lambda: list(map(bomb, [1])),
    lambda: next(bomb),
    set_item,
    delete_item,
    set_attribute,
    delete_attribute,
    in_place,
    with_statement,
    loop,
    condition,
    while_condition,
    unpack,
    assertion,
]

for number, operation in enumerate(OPERATIONS):
    try:
        print(number, "ok", operation())
    except Exception as error:
        print(number, type(error).__name__, error)
print(hasattr(Angry(), "x"), getattr(Angry(), "x", "default"))
try:
    Angry().method()
except AttributeError as error:
    print(error)
