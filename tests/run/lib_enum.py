"""enum: members, aliases, auto, lookup, iteration, IntEnum, StrEnum, Flag, methods, uniqueness."""

from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    BLUE = 3

    @property
    def pretty(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.RED

    def __str__(self):
        return f"color {self.pretty}"


class Plain(Enum):
    A = "a"
    B = (1, 2)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Name(StrEnum):
    FIRST = auto()
    SECOND = "2nd"


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Bits(IntFlag):
    ONE = 1
    TWO = 2


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.4e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(
    Color.RED,
    repr(Color.RED),
    Color.RED.name,
    Color.RED.value,
    Color(2),
    Color["BLUE"],
    Color.CRIMSON is Color.RED,
    list(Color),
    len(Color),
    Color.BLUE.value,
    Color.__members__.keys(),
    Color.RED in Color,
    Color.default().pretty,
    [c.value for c in Color],
    Color.RED == 1,
    Color.RED == Color.CRIMSON,
    {Color.RED: "k"}[Color(1)],
    isinstance(Color.RED, Color),
    type(Color.RED).__name__,
)
print(
    Plain.A,
    repr(Plain.B),
    f"{Plain.A}",
    "%s" % Plain.A,
    str(Plain.B),
    Plain((1, 2)),
    list(reversed(Plain)),
    Plain.A.name,
)
print(
    Level.LOW < Level.HIGH,
    Level.HIGH + 1,
    Level(1),
    repr(Level.LOW),
    f"{Level.HIGH}",
    max(Level),
    sorted(Level, reverse=True),
    [10, 20][Level.LOW],
    Level.LOW == 1,
    int(Level.HIGH),
    "%d" % Level.HIGH,
)
print(
    Name.FIRST,
    repr(Name.SECOND),
    Name.FIRST == "first",
    Name.SECOND.upper(),
    Name("2nd") is Name.SECOND,
    "-".join(Name),
)
print(
    Perm.R | Perm.X,
    Perm.RW,
    Perm.R in Perm.RW,
    Perm.RW & Perm.W,
    ~Perm.R,
    Perm(0),
    bool(Perm.R & Perm.W),
    Perm.R ^ Perm.RW,
    list(Perm.RW),
    Perm(5),
    repr(Perm.R | Perm.X),
    (Perm.R | Perm.W) is Perm.RW,
    len(Perm.RW),
    Bits.ONE | 4,
    Bits(3),
    Bits.ONE + 1,
)
print(Planet.EARTH.mass, Planet.MARS.value, [p.name for p in Planet])
attempt(lambda: Color(9))
attempt(lambda: Color["PINK"])
attempt(lambda: Color.PINK)
attempt(lambda: setattr(Color, "RED", 5))
attempt(lambda: Color.RED < Color.GREEN)
attempt(lambda: Color.RED + 1)
attempt(lambda: Level("x"))
attempt(lambda: Perm(99))
attempt(lambda: setattr(Color.RED, "value", 5))
attempt(lambda: delattr(Color, "RED"))


def extend():
    class More(Color):
        BLACK = 0


def duplicate():
    @unique
    class Twice(Enum):
        A = 1
        B = 1


def reused():
    class Reused(Enum):
        A = 1
        A = 2


attempt(extend)
attempt(duplicate)
attempt(reused)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value, Enum("Kind", {"X": "x"}).X)


class Missing(Enum):
    UNKNOWN = 0
    ONE = 1

    @classmethod
    def _missing_(cls, value):
        return cls.UNKNOWN


print(Missing(1), Missing(55))


class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() * (count + 1)

    A = auto()
    BC = auto()


print([a.value for a in Auto])
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN | Color.BLUE:
        print("green or blue")
