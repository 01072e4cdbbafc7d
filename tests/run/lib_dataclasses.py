"""dataclasses: fields, defaults, order, frozen, inheritance, post-init, replace, asdict, slots, kw_only."""

from dataclasses import (
    MISSING,
    FrozenInstanceError,
    InitVar,
    asdict,
    astuple,
    dataclass,
    field,
    fields,
    is_dataclass,
    replace,
)
from typing import ClassVar


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)
    count: ClassVar[int] = 0
    hidden: int = field(default=7, repr=False, compare=False)

    def total(self, n):
        return self.price * n


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Child(Base):
    b: int = 20
    c: str = "c"


@dataclass(kw_only=True)
class Options:
    debug: bool = False
    level: int


@dataclass
class Rect:
    w: int
    h: int
    scale: InitVar[int] = 1
    area: int = field(init=False)

    def __post_init__(self, scale):
        self.area = self.w * self.h * scale


@dataclass(slots=True)
class Slotted:
    x: int
    y: int = 0


@dataclass(eq=False, repr=False)
class Bare:
    x: int


@dataclass
class Node:
    value: int
    children: list["Node"] = field(default_factory=list)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


i, j = Item("bolt"), Item("bolt", hidden=99)
i.tags.append("x")
print(i, j, i == j, i != Item("bolt", tags=["x"], hidden=1), i.hidden, i.total(2), Item.price, Item.count, j.tags)
print(
    Version(1, 2) < Version(1, 10),
    Version(1) == Version(1, 0, "rc"),
    max(Version(1, 5), Version(2)),
    sorted([Version(2), Version(1, 9)]),
    hash(Version(1)) == hash(Version(1, 0, "x")),
    {Version(1): "k"}[Version(1)],
)
print(
    Child(1),
    Child(1, 2, "z"),
    Base(5),
    Child(1, 20) == Base(1, 20),
    [f.name for f in fields(Child)],
    Options(level=3),
    Rect(2, 3),
    Rect(2, 3, scale=10).area,
    Slotted(1),
    hasattr(Slotted(1), "__dict__"),
)
tree = Node(1, [Node(2), Node(3, [Node(4)])])
print(
    tree,
    asdict(tree),
    astuple(Version(1, 2, "l")),
    replace(i, name="nut", tags=[]),
    replace(Version(1), minor=5),
    is_dataclass(Item),
    is_dataclass(5),
    [(f.name, f.default is MISSING or f.default) for f in fields(Version)],
)
attempt(lambda: Item())
attempt(lambda: Item("a", 1, [], 2, 3))
attempt(lambda: Item(nam="x"))
attempt(lambda: setattr(Version(1), "major", 2))
attempt(lambda: delattr(Version(1), "major"))
attempt(lambda: Version(1) < (1, 0))
attempt(lambda: Options(3))
attempt(lambda: Options())
attempt(lambda: hash(i))
attempt(lambda: i < j)
attempt(lambda: setattr(Slotted(1), "z", 1))
attempt(lambda: replace(Rect(1, 2), area=5))
attempt(lambda: replace(i, nope=1))
attempt(lambda: fields(5))
attempt(lambda: asdict(Item))
attempt(lambda: Bare(1) == Bare(1))
try:
    setattr(Version(1), "new", 2)
except FrozenInstanceError as error:
    print(isinstance(error, AttributeError), error)


def bad_default():
    @dataclass
    class Bad:
        items: list = []


def bad_order():
    @dataclass
    class Bad:
        a: int = 1
        b: int


attempt(bad_default)
attempt(bad_order)
match Version(3, 1):
    case Version(3, minor):
        print("matched", minor)
